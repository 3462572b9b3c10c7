"""The parts of a study: factors as one writes them, numbers in their simplest form, what is refused."""

from __future__ import annotations

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.study import study_document
from sigmaprime.kernel.term import Var
from sigmaprime.notation.line import language
from sigmaprime.read.row import read_row
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run.one_line import study_line
from sigmaprime.search.session import Session
from sigmaprime.studies.factors import factored, product_term
from sigmaprime.studies.make import study_function
from sigmaprime.studies.written import quadratic
from sigmaprime.write import WRITERS
from sigmaprime.write.study_json import study_json
from sigmaprime.write.study_plot import study_plot


@pytest.mark.parametrize(
    ("written", "product"),
    [
        ("3*x^2 - 3", "3*(x + 1)*(x - 1)"),
        ("exp(-x) - x*exp(-x)", "(1 - x)*exp(-x)"),
        ("(1 - x^2)/(x^2 + 1)^2", "(1 - x)*(1 + x)/(x^2 + 1)^2"),
        ("-2*x/(x^2 - 4)^2", "-2*x/(x^2 - 4)^2"),
        ("sqrt(4 - x^2) - x^2/sqrt(4 - x^2)", "2*(2 - x^2)/sqrt(4 - x^2)"),
        ("cos(x)^2 - sin(x)^2", "2*cos(x)^2 - 1"),
        ("x - x", "0"),
    ],
)
def test_factors_as_one_writes_them(written: str, product: str) -> None:
    assert language(product_term(factored(Session({}), read_row(written), Var("x")))) == product


@pytest.mark.parametrize(
    ("number", "simple"), [("(4 + sqrt(6))^2", "22 + 8*sqrt(6)"), ("sqrt(8)/2", "sqrt(2)"), ("e + 1", None)]
)
def test_numbers_with_one_root(number: str, simple: str | None) -> None:
    found = quadratic(read_row(number))
    assert (None if found is None else language(found)) == simple


@pytest.mark.parametrize(
    ("function", "message"),
    [
        ("3", "a constant, a function of no variable"),
        ("sqrt(-1 - x^2)", "is not defined for any x"),
        ("a*x", "a and x are variables, and one was expected"),
        ("x +", "a term was expected"),
    ],
)
def test_what_cannot_be_studied_is_said(function: str, message: str) -> None:
    with pytest.raises(NotUnderstood, match=message):
        study_function(*study_line(function, ()), 20.0)


def test_a_parameter_of_unknown_sign_makes_cases() -> None:
    request, scope = study_line("x^2 - a", ("a",))
    cases = study_json(study_function(request, scope, 60.0))["cases"]
    assert [case["case"] for case in cases] == [["a < 0"], ["a = 0"], ["a > 0"]]
    assert [case["zeros"] for case in cases] == [[], ["0"], ["-sqrt(a)", "sqrt(a)"]]


def test_a_named_function_keeps_its_name() -> None:
    request, scope = study_line("s'", ("s(x) = 1/(1 + exp(-x))",))
    found = study_json(study_function(request, scope, 60.0))
    assert found["maxima"] == [{"x": "0", "value": "1/4", "global": True}]
    assert "s' is even" in [claim["claim"] for claim in found["claims"]]


def test_the_graph_has_its_points_and_asymptotes() -> None:
    pytest.importorskip("matplotlib")
    plot = study_plot(study_function(*study_line("x^2/(x - 1)", ()), 60.0), LAWS)
    assert plot is not None
    assert "(2, 4)" in plot.svg
    assert "y = x + 1" in plot.svg


def test_a_table_of_variations_in_text() -> None:
    page = WRITERS["text"].page(study_document(study_function(*study_line("x^2/(x - 1)", ()), 60.0), unfolds=False))
    rows = [line.strip() for line in page.splitlines()]
    assert "f'(x) |       +  0  -    ||    -  0  +" in rows
    assert "|          0     || oo            oo" in rows


@pytest.mark.parametrize("function", ["x/(1 + abs(x))", "sin(x)/x", "x^(1/3)*(x - 1)"])
def test_without_time_there_is_a_page_that_says_so(function: str) -> None:
    study = study_function(*study_line(function, ()), 0.0)
    assert study.ran_out == 0.0
    page = WRITERS["text"].page(study_document(study, unfolds=False))
    assert "The study was not finished within 0 s" in " ".join(page.split())
    assert study_json(study)["ran_out_after"] == 0.0
