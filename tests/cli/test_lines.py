"""`lines`: someone's own working, from the command line, a file, standard input, and in files of claims."""

import json
from pathlib import Path

import pytest

from tests.conftest import Command

ROOT_LOST = "x^2 = 4\n=> x = 2\n"
LINE = {
    "number", "line", "column", "said", "joint", "statement", "latex", "verdict", "domain", "witness", "lost_or_added",
    "converse", "slip", "instead", "reason", "facts",
}  # fmt: skip


def test_a_right_working_is_accepted(sigmaprime: Command) -> None:
    ran = sigmaprime("lines", "x^2 = 4 <=> x = 2 or x = -2")
    assert ran.status == 0
    assert "Right to the end" in ran.out
    assert "✓ says the same" in ran.out


def test_the_first_wrong_line_with_its_witness_slip_and_what_would_be_right(sigmaprime: Command) -> None:
    ran = sigmaprime("lines", "-", stdin=ROOT_LOST)
    assert ran.status == 1
    assert "Line 2 is the first that is wrong. x = -2 satisfies the line before, but not this one." in ran.out
    assert "of the two roots only one was kept" in ran.out
    assert "Right would be: x = -2 or x = 2." in ran.out


def test_json(sigmaprime: Command, tmp_path: Path) -> None:
    file = tmp_path / "working.txt"
    file.write_text("f(x) = sin(3x)\nf'(x) = cos(3x)\n", encoding="utf-8")
    data = json.loads(sigmaprime("lines", str(file), "--to", "json").out)
    assert (data["schema"], data["verdict"], data["first_wrong"], data["slip"]) == (1, "refuted", 2, "inner-derivative")
    assert all(set(line) == LINE for line in data["lines"])
    assert data["lines"][1]["slip"]["about"] == ["3", "3*x"]
    assert data["lines"][1]["line"] == 2
    with_proofs = json.loads(sigmaprime("lines", str(file), "--to", "json", "--proofs").out)
    assert all(proof["statement"] for line in with_proofs["lines"] for proof in line["proofs"])


@pytest.mark.parametrize("to", ["text", "latex", "mathml", "html", "markdown"])
def test_every_format(sigmaprime: Command, to: str) -> None:
    ran = sigmaprime("lines", "-", "--to", to, "--language", "de", stdin=ROOT_LOST)
    assert ran.status == 1
    assert "Zeile" in ran.out
    assert "folgt" not in ran.out


def test_latex_rows(sigmaprime: Command) -> None:
    text = r"\begin{aligned} 5 - x &> 2 \\ \iff -x &> -3 \\ \iff x &> 3 \end{aligned}"
    data = json.loads(sigmaprime("lines", text, "--to", "json").out)
    assert (data["first_wrong"], data["slip"]) == (3, "relation-not-turned")
    assert data["lines"][2]["instead"] == "x < 3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x + 1", "there is nothing to check"),
        ("x = 2 =>", "nothing stands after =>"),
        ("x^2 = 4\n=> x + 1", "line 2: a statement was expected after =>"),
        ("= 3", "nothing stands before this ="),
        ("x^2 = 4\n=> sin(2) = ", "line 2: a term was expected before the end"),
        ("g'(x) = 2x", "declare it: let g(x)"),
        ("", "there is nothing to check"),
        ("\n" * 3 + "# only a comment", "there is nothing to check"),
        ("x = 1 or", "a term was expected before the end"),
        (r"\begin{aligned} x &= \frac{1 \\ &= 2 \end{aligned}", "never closed"),
        ("x = 1\n" * 300, "more than 200 steps"),
        ("f(x) = x^2\nf(x, y) = 3", "line 2: f"),
    ],
)
def test_bad_input_is_said_with_its_place(sigmaprime: Command, text: str, said: str) -> None:
    ran = sigmaprime("lines", "-", stdin=text)
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert "Traceback" not in ran.err


CLAIMS = """let f(x) = x^2

[root] lines
  x^2 = 4
  => x = 2

false [root-again] lines
  x^2 = 4
  => x = 2

lines f'(x) = 2x
lines
  x^2 =
  => x = 2
"""


def test_lines_in_a_file_of_claims(sigmaprime: Command, tmp_path: Path) -> None:
    file = tmp_path / "working.claims"
    file.write_text(CLAIMS, encoding="utf-8")
    ran = sigmaprime("check", str(file), "--format", "json")
    claims = json.loads(ran.out)["claims"]
    assert ran.status == 2
    assert [one["verdict"] for one in claims] == ["refuted", "refuted", "proved", "error"]
    assert [one["as_stated"] for one in claims] == [False, True, True, False]
    assert [one["id"] for one in claims] == ["root", "root-again", "L11", "L13"]
    assert (claims[0]["first_wrong"], claims[0]["slip"], claims[0]["suggestion"]) == (2, "one-root", "x = -2 or x = 2")
    assert claims[3]["line"] == 13
    text = sigmaprime("check", str(file)).out
    assert "The likely slip: of the two roots only one was kept." in text


def test_lines_on_a_page(sigmaprime: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        f"# Lines\n\n```claims\nfalse [mine] lines\n  {ROOT_LOST.replace('=>', '  =>')}```\n", encoding="utf-8"
    )
    for to in ("html", "markdown", "latex"):
        assert sigmaprime("build", str(page), "--to", to, "-o", str(tmp_path / to)).status == 0
    html = (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    assert 'id="mine"' in html
    assert "✗ wrong" in html
    page.write_text(page.read_text(encoding="utf-8").replace("false ", ""), encoding="utf-8")
    ran = sigmaprime("build", str(page), "-o", str(tmp_path / "none"))
    assert ran.status == 1
    assert "Line 2 is the first that is wrong" in ran.err
