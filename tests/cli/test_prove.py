"""`prove`: one statement, its verdict, its proof, in every format."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import Command

SIGMOID = ("--let", "s(x) = 1/(1 + exp(-x))")
FORMATS = ("text", "latex", "mathml", "html", "markdown", "json")


@pytest.mark.parametrize(
    ("statement", "status", "word"),
    [
        ("s'(x) <= 1/4", 0, "Proved"),
        ("s'(x) <= 1/5", 1, "Refuted"),
        ("false s'(x) <= 1/5", 0, "Refuted"),
        ("false s'(x) <= 1/4", 1, "Proved"),
    ],
)
def test_the_verdict_and_the_exit_status(sigmaprime: Command, statement: str, status: int, word: str) -> None:
    ran = sigmaprime("prove", statement, *SIGMOID)
    assert ran.status == status
    assert ran.out.startswith(word)
    assert ran.err == ""


@pytest.mark.parametrize("to", FORMATS)
def test_every_format(sigmaprime: Command, to: str) -> None:
    ran = sigmaprime("prove", "s(-x) = 1 - s(x)", *SIGMOID, "--to", to)
    assert ran.status == 0
    match to:
        case "json":
            data = json.loads(ran.out)
            assert data["verdict"] == "proved"
            assert data["proof"]["let"] == ["s(x) = 1/(1 + exp(-x))"]
            assert data["proof"]["nodes"]
        case "mathml":
            ElementTree.fromstring(ran.out)
        case "latex":
            assert r"\begin{document}" in ran.out
            assert ran.out.endswith("\\end{document}\n")
        case "html":
            assert "<math" in ran.out
            assert ran.out.endswith("</html>\n")
        case _:
            assert "s(-x)" in ran.out


def test_more_detail_is_longer(sigmaprime: Command) -> None:
    short, long = (
        sigmaprime("prove", "s'(x) <= 1/4", *SIGMOID, "--detail", detail).out for detail in ("brief", "full")
    )
    assert len(short) < len(long)


def test_several_declarations_the_later_with_the_earlier(sigmaprime: Command) -> None:
    ran = sigmaprime("prove", "g(0) = 1", *SIGMOID, "--let", "let k > 0", "--let", "g(x) = 2*s(k*x)")
    assert ran.status == 0


def test_into_a_file(sigmaprime: Command, tmp_path: Path) -> None:
    ran = sigmaprime("prove", "s(0) = 1/2", *SIGMOID, "-o", "proof.html", "--to", "html")
    assert (ran.status, ran.out) == (0, "")
    assert "proof.html" in ran.err
    assert Path(tmp_path, "proof.html").read_text().endswith("</html>\n")


def test_a_claim_that_takes_too_long_is_undecided(sigmaprime: Command) -> None:
    ran = sigmaprime("prove", "s'(x) <= 1/4", *SIGMOID, "--timeout", "0.000001", "--to", "json")
    data = json.loads(ran.out)
    assert ran.status == 1
    assert (data["verdict"], data["proof"]) == ("undecided", None)
    assert "1e-06 s" in data["reason"] or "8e-07 seconds" in "".join(data["notes"])
