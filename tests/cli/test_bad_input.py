"""Whatever comes in: one clear error with place and remedy, status 2, in under a second, nothing half-written."""

import json
from pathlib import Path

import pytest

from tests.conftest import Command, Ran

AT_ONCE = 1.0
SIGMOID = "s(x) = 1/(1 + exp(-x))"


def is_one_clear_error(ran: Ran, *words: str) -> None:
    assert ran.status == 2, ran
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert ran.err.count("Error:") == 1
    assert len(ran.err) < 2000
    for word in words:
        assert word in ran.err
    assert ran.seconds < AT_ONCE


BAD_STATEMENTS = {
    "an unknown function": ("foo(x) = 1", "foo", "let foo"),
    "an unknown variable": ("velocity = 1", "velocity", "let"),
    "a bracket that is not closed": ("(x + 1 = 2", ")"),
    "a bracket that was not opened": ("x + 1) = 2", ")"),
    "too many arguments": ("exp(x, 2) = 1", "exp"),
    "too few arguments": ("exp() = 1", "exp"),
    "a function used as a variable": ("s + 1 = 2", "s"),
    "nothing at all": ("",),
    "no claim": ("x + 1",),
    "open brackets": ("(" * 10**5,),
    "a very long line": ("x = " + "x + " * 30_000 + "x",),
    "a very long number": ("x = " + "9" * 10**5,),
    "a character from nowhere": ("x \N{SNOWMAN} 1 = 2", "\N{SNOWMAN}"),
    "a limit outside the domain": ("ln(x) -> 0 as x -> -1", "not defined near -1"),
    "two lines": ("1 = 1\n2 = 2", "more than one line"),
    "a minus in front": ("-x^2 <= 0", "Put -- before"),
    "bytes that are no text": ("x = \udcff",),
}


@pytest.mark.parametrize(("statement", "words"), [(s, w) for s, *w in BAD_STATEMENTS.values()], ids=BAD_STATEMENTS)
def test_a_statement_that_cannot_be_read(sigmaprime: Command, statement: str, words: list[str]) -> None:
    is_one_clear_error(sigmaprime("prove", statement, "--let", SIGMOID), *words)


def test_a_hundred_thousand_nested_brackets(sigmaprime: Command) -> None:
    ran = sigmaprime("check", "-", stdin="(" * 10**5 + "x" + ")" * 10**5 + " = 1\n1 = 1\n")
    assert ran.status == 2
    assert "1 proved, 1 error" in ran.out
    assert len(ran.out) < 2000
    assert ran.seconds < AT_ONCE


def test_the_caret_stands_under_the_name_that_is_not_known(sigmaprime: Command) -> None:
    lines = sigmaprime("prove", "x + foo(x) = 1").err.splitlines()
    (caret,) = [index for index, line in enumerate(lines) if line.strip() == "^"]
    assert lines[caret - 1][lines[caret].index("^") :].startswith("foo")


def test_a_bad_declaration(sigmaprime: Command) -> None:
    is_one_clear_error(sigmaprime("prove", "s(x) > 0", "--let", "s(x) = 1/(1 + exp(-x)"), ")")


def test_a_tower_of_nines_is_never_computed(sigmaprime: Command) -> None:
    is_one_clear_error(sigmaprime("prove", "9^9^9^9 > 0"), "too many digits", "logarithms")


def test_a_tower_of_nines_in_a_file_leaves_the_rest_alone(sigmaprime: Command, tmp_path: Path) -> None:
    Path(tmp_path, "a.claims").write_text("9^9^9^9 = 1\n1 + 1 = 2\n")
    ran = sigmaprime("check", "a.claims", "--format", "json")
    assert [claim["verdict"] for claim in json.loads(ran.out)["claims"]] == ["error", "proved"]
    assert ran.seconds < AT_ONCE


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--foo", "a.claims"),
        ("check",),
        ("check", "--format", "yaml", "a.claims"),
        ("check", "--jobs", "0", "a.claims"),
        ("check", "--timeout", "-1", "a.claims"),
        ("check", "--timeout", "nan", "a.claims"),
        ("prove",),
        ("prove", "1 = 1", "--to", "docx"),
        ("prove", "1 = 1", "and", "more"),
        ("derive", "x^2", "--detail", "some"),
        ("prov", "1 = 1"),
        ("rules", "no such rule"),
        ("--nonsense",),
    ],
    ids=" ".join,
)
def test_wrongly_called(sigmaprime: Command, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    Path(tmp_path, "a.claims").write_text("1 = 1\n")
    is_one_clear_error(sigmaprime(*arguments))


FILES = {
    "empty.claims": b"",
    "blank.claims": b"\n# nothing but a comment\n\n",
    "binary.claims": bytes(range(256)) * 40,
    "zeros.claims": bytes(1000),
    "latin.claims": "s(x) = 1 # d\xe9j\xe0 vu\n".encode("latin-1"),
    "empty.md": b"",
    "unclosed.md": b"# A page\n\n```claims\n1 = 1\n\nand so on\n",
    "noclaims.md": b"# A page\n\nwithout a claim\n",
    "bad.jsonl": b"{not json}\n",
    "array.jsonl": b"[1, 2]\n",
    "what.txt": b"1 = 1\n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read(sigmaprime: Command, tmp_path: Path, name: str) -> None:
    Path(tmp_path, name).write_bytes(FILES[name])
    ran = sigmaprime("check", name)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert name in ran.err + ran.out
    assert ran.seconds < AT_ONCE


def test_a_missing_file(sigmaprime: Command) -> None:
    for command in ("check", "build", "recheck"):
        is_one_clear_error(sigmaprime(command, "no/such.file"), "no/such.file")


def test_a_folder_in_place_of_a_file(sigmaprime: Command, tmp_path: Path) -> None:
    Path(tmp_path, "folder.claims").mkdir()
    is_one_clear_error(sigmaprime("check", "folder.claims"), "folder.claims")
    is_one_clear_error(sigmaprime("recheck", "folder.claims"), "folder.claims")


@pytest.mark.parametrize("name", ["article.tex", "notebook.ipynb"])
def test_formats_that_are_still_to_come(sigmaprime: Command, tmp_path: Path, name: str) -> None:
    Path(tmp_path, name).write_text("{}")
    is_one_clear_error(sigmaprime("check", name), name, "yet")


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "html"])
def test_reports_that_are_still_to_come(sigmaprime: Command, tmp_path: Path, form: str) -> None:
    Path(tmp_path, "a.claims").write_text("1 = 1\n")
    is_one_clear_error(sigmaprime("check", "a.claims", "--format", form), "not yet")


def test_one_bad_claim_is_an_error_and_the_rest_goes_on(sigmaprime: Command, tmp_path: Path) -> None:
    Path(tmp_path, "a.claims").write_text("1 + 1 = 2\n[odd-one] foo(x) = 1\n2 + 2 = 4\n")
    ran = sigmaprime("check", "a.claims", "--format", "json")
    data = json.loads(ran.out)
    assert ran.status == 2
    assert [claim["verdict"] for claim in data["claims"]] == ["proved", "error", "proved"]
    bad = data["claims"][1]
    assert bad["id"] == "odd-one"
    assert bad["line"] == 2
    assert not bad["as_stated"]
    assert "foo" in bad["reason"]
    assert "^" in bad["reason"]
    assert data["summary"]["error"] == 1


def test_nothing_is_half_written(sigmaprime: Command, tmp_path: Path) -> None:
    page = Path(tmp_path, "page.md")
    page.write_text("# A page\n\n```claims\n1 = 1\n")
    is_one_clear_error(sigmaprime("build", "page.md", "-o", "out"))
    is_one_clear_error(sigmaprime("prove", "foo(x) = 1", "-o", "proof.html"))
    is_one_clear_error(sigmaprime("prove", "1 = 1", "-o", "no/such/folder/proof.html"))
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_book_with_a_false_claim_is_not_written(sigmaprime: Command, tmp_path: Path) -> None:
    Path(tmp_path, "page.md").write_text("# A page\n\n```claims\n1 = 2\n```\n")
    ran = sigmaprime("build", "page.md", "-o", "out")
    assert ran.status == 1
    assert "page.md:4" in ran.err
    assert not Path(tmp_path, "out").exists()
