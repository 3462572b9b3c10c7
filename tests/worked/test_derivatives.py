"""Derivatives of textbooks: derived, checked by the kernel, right by another engine; spoilt ones refuted."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.notation.line import language
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Refuted
from tests.worked.independent import agrees

COLLECTION = [json.loads(line) for line in Path(__file__).with_name("derivatives.jsonl").read_text().splitlines()]
ALL = [pytest.param(one["function"], one["derivative"], id=one["function"]) for one in COLLECTION]
SECONDS = 20.0
POINTS = tuple(Fraction(n, 997) for n in (311, 1213, -417, 83, 677, -911, -71, 2741, 4001, 9173, -3307, 1501, 450, 120))
SPOILT = ("-({})", "2*({})", "({}) + 1/7")


def end_of(text: str) -> str:
    request, scope = one_line(f"derive {text}", (), Derive)
    (route, *_) = derive_routes(request, scope, SECONDS)
    return language(route.fact.statement.args[1])


@pytest.mark.parametrize(("function", "answer"), ALL)
def test_the_answer_is_right(function: str, answer: str) -> None:
    assert agrees(f"diff({function}, x)", answer, points=POINTS)
    assert not agrees(f"diff({function}, x)", f"1.001*({answer}) + 0.001", points=POINTS)


@pytest.mark.parametrize(("function", "answer"), ALL)
def test_it_is_derived(function: str, answer: str) -> None:
    """The simplest form found is right, and about as short as the answer in the book."""
    end = end_of(f"diff({function}, x)")
    assert agrees(f"diff({function}, x)", end, points=POINTS)
    assert "diff" not in end
    assert len(end) <= len(answer) + 12


@pytest.mark.parametrize(("function", "answer"), ALL)
def test_the_form_of_the_book_is_reached(function: str, answer: str) -> None:
    if "LambertW" in function:
        pytest.xfail("W(x)/x is not recognised as exp(-W(x))")
    end_of(f"diff({function}, x) = {answer}")


@pytest.mark.parametrize(("function", "answer"), ALL)
def test_spoilt_answers_are_refuted(function: str, answer: str) -> None:
    for spoilt in SPOILT:
        wrong = spoilt.format(answer)
        (statement,) = read_claims(f"diff({function}, x) = {wrong}", "", PHRASES)
        assert isinstance(decide(statement, Scope(), SECONDS), Refuted)
        with pytest.raises(NotUnderstood, match="not equal"):
            end_of(f"diff({function}, x) = {wrong}")
