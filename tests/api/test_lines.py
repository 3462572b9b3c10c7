"""`judge_lines` from Python: the verdicts, the first wrong line, its slip, its witness and what would be right."""

import json

import pytest

from sigmaprime import NotUnderstood, check, judge_lines

WRONG = "f(x) = x^2*sin(x)\nf'(x) = 2x*cos(x)"


def test_a_wrong_working() -> None:
    found = judge_lines(WRONG)
    assert (found.word, found.right, found.first_wrong, found.slip) == ("refuted", False, 2, "product-of-derivatives")
    assert found.verdicts == ("proved", "refuted")
    assert found.witness == {"x": "1"}
    assert found.instead == "f'(x) = 2*x*sin(x) + x^2*cos(x)"
    assert found.slip_in_words is not None
    assert "not the product of the derivatives" in found.slip_in_words
    assert "Produkt der Ableitungen" in found.in_language("de").to_text()
    assert repr(found) == "<2 lines, refuted, first wrong: line 2>"
    with pytest.raises(TypeError):
        bool(found)


def test_a_right_working_shows_itself_in_every_format() -> None:
    found = judge_lines("k*x = 6 <=> x = 6/k", let="k > 0")
    assert found.right
    assert found.first_wrong is found.slip is found.instead is found.witness is found.slip_in_words is None
    assert json.loads(found.to_json(proofs=True))["verdict"] == "proved"
    for shown in (found.to_text(), found.to_html(), found.to_latex(), found.to_markdown(), found.to_mathml()):
        assert "Right to the end." in shown
    assert found.to_latex(document=True).startswith("\\documentclass")
    assert "✓" in found._repr_html_()


def test_in_a_process_of_its_own() -> None:
    assert judge_lines(WRONG, isolated=True).first_wrong == 2


def test_what_cannot_be_read() -> None:
    with pytest.raises(NotUnderstood, match="there is nothing to check"):
        judge_lines("x + 1")


def test_lines_among_claims() -> None:
    found = check("x^2 >= 0\nfalse lines\n  x^2 = 4\n  => x = 2\nlines x^2 = 4 => x = 2\n")
    assert [result.word for result in found] == ["proved", "refuted", "refuted"]
    assert [result.ok for result in found] == [True, True, False]
    assert "x = -2 or x = 2" in found._repr_html_()
