"""`read` shows back what was understood; `check` judges files and texts."""

from pathlib import Path

import pytest
import sympy as sp

from sigmaprime import NotUnderstood, check, read

x = sp.symbols("x", real=True)
TEXT = """
let s(x) = 1/(1 + exp(-x))
[grows] s is strictly increasing
false s is even
s(0) = 1
q(x) = 1
"""


@pytest.mark.parametrize(
    ("given", "text", "latex", "is_claim"),
    [
        ("2x/3", "2*x/3", r"\frac{2x}{3}", False),
        (r"$\frac{1}{1+e^{-x}}$", "1/(1 + exp(-x))", r"\frac{1}{1 + e^{-x}}", False),
        ("x/x", "x/x", r"\tfrac{x}{x}", False),
        ("x^2 >= 0 for x > 1", "x^2 >= 0 for x > 1", r"x^2 \ge 0 \quad \text{for } x > 1", True),
        (sp.exp(-x), "exp(-x)", "e^{-x}", False),
    ],
)
def test_what_is_read(given: object, text: str, latex: str, is_claim: bool) -> None:
    found = read(given)
    assert (found.text, found.latex, found.is_claim) == (text, latex, is_claim)
    assert repr(found) == f"<read as {text}>" and latex in found._repr_latex_()


def test_what_sympy_makes_of_it() -> None:
    assert read("2x/3").sympy == 2 * x / 3
    assert read("0 < x <= 1").sympy == sp.And(sp.Lt(0, x), sp.Le(x, 1))
    assert read("x^2 -> 0 as x -> 0").sympy == sp.Eq(sp.Limit(x**2, x, 0, "+-"), 0, evaluate=False)
    with pytest.raises(NotUnderstood, match="SymPy has no object"):
        _ = read("(x^2) is even").sympy


@pytest.mark.parametrize("text", ["", "2 +", "f(x)", "x >= "])
def test_what_is_not_read(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read(text)


def test_a_text_is_checked() -> None:
    found = check(TEXT)
    assert [result.word for result in found] == ["proved", "refuted", "refuted", "error"]
    assert [result.ok for result in found] == [True, True, False, False]
    assert not found.ok and [result.id for result in found.failures] == ["L5", "L6"]
    assert found.summary == {"proved": 1, "refuted": 2, "undecided": 0, "error": 1, "as_stated": 2, "total": 4}
    assert found[0].verdict is not None and found[0].verdict.proof and found[0].id == "grows"
    assert found[3].verdict is None and "q is not declared" in found[3].error
    assert len(found[:2]) == 2 and found[:2].ok
    assert repr(found).endswith("2 of 4 claims as stated") and "grows" in repr(found)
    assert "<table>" in found._repr_html_() and found._repr_mimebundle_().keys() == {"text/plain", "text/html"}
    assert repr(found[1]) == "<ok refuted: [L4] s is even>"


def test_files_are_checked(tmp_path: Path) -> None:
    file = tmp_path / "a.claims"
    file.write_text(TEXT, encoding="utf-8")
    page = tmp_path / "a.md"
    page.write_text("# A page\n\n```claims\nx^2 >= 0\n```\n", encoding="utf-8")
    assert len(check(file)) == 4
    assert check(str(page)).ok
    assert len(check(str(file), page, "x = x\n")) == 6


@pytest.mark.parametrize("source", ["missing.claims", Path("missing.claims"), "later.tex"])
def test_files_that_cannot_be_read(source: object) -> None:
    with pytest.raises(NotUnderstood):
        check(source)


def test_nothing_is_not_all_as_stated() -> None:
    assert not check("# only a comment\n").ok
