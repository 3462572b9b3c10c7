"""Integrals of textbooks: derived, each line checked, the answers right by an engine of its own, the spoilt refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from sigmaprime.kernel.check import check
from sigmaprime.kernel.term import App, Term, subterms
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.verbs import derive_routes, rules_in
from sigmaprime.verdict import Route, Written
from tests.worked.independent import agrees

COLLECTION = [json.loads(line) for line in Path(__file__).with_name("integrals.jsonl").read_text().splitlines()]
DERIVED = [pytest.param(one, id=one["id"]) for one in COLLECTION if "answer" in one]
INDEFINITE = [pytest.param(one, id=one["id"]) for one in COLLECTION if "integrand" in one]
WITHOUT = [pytest.param(one, id=one["id"]) for one in COLLECTION if "why" in one]
SECONDS = 20.0
DIFFERS = r"is no antiderivative|is not"


def derived(text: str) -> tuple[tuple[Route, ...], Scope]:
    request, scope = one_line(f"derive {text}", (), Derive)
    return derive_routes(request, scope, SECONDS), scope


def ended(one: dict[str, str], answer: str) -> str:
    return f"{one['integral']} = {answer}{' + C' if 'integrand' in one else ''}"


def all_lines(lines: tuple[Written, ...]) -> Iterator[Written]:
    for line in lines:
        yield line
        yield from all_lines(line.aside)


def without_integrals(term: Term) -> bool:
    return not any(isinstance(part, App) and part.head in ("int", "lim") for part in subterms(term))


@pytest.mark.parametrize("one", DERIVED)
def test_the_answers_are_right(one: dict[str, str]) -> None:
    """By mpmath, which knows nothing of how they were found."""
    if "integrand" in one:
        assert agrees(f"diff({one['answer']}, x)", one["integrand"])
        assert not agrees(f"diff({one['spoilt']}, x)", one["integrand"])
    else:
        assert agrees(one["integral"], one["answer"], tolerance=1e-8)
        assert not agrees(one["integral"], one["spoilt"], tolerance=1e-8)


@pytest.mark.parametrize("one", DERIVED)
def test_derived_with_every_line_checked(one: dict[str, str]) -> None:
    routes, scope = derived(one["integral"])
    column = routes[0].column
    assert language(column[0].before) == language(one_line(f"derive {one['integral']}", (), Derive)[0].start)
    for line in all_lines(column):
        check(line.fact.proof, rules_in(scope))
    assert without_integrals(column[-1].after)
    for line, following in pairwise(column):
        assert line.after is following.before
    if "integrand" in one:
        end = re.sub(r" \+ C$", "", language(column[-1].after))
        assert agrees(f"diff({end}, x)", one["integrand"])
    else:
        assert agrees(language(column[-1].after), one["answer"])


@pytest.mark.parametrize("one", DERIVED)
def test_the_form_that_is_asked_for_is_reached(one: dict[str, str]) -> None:
    routes, _ = derived(ended(one, one["answer"]))
    asked = one_line(f"derive {ended(one, one['answer'])}", (), Derive)[0].target
    assert routes[0].column[-1].after is asked


@pytest.mark.parametrize("one", DERIVED)
def test_a_spoilt_answer_is_refused_with_a_reason(one: dict[str, str]) -> None:
    with pytest.raises(NotUnderstood, match=DIFFERS):
        derived(ended(one, one["spoilt"]))


@pytest.mark.parametrize("one", WITHOUT)
def test_why_there_is_no_value(one: dict[str, str]) -> None:
    with pytest.raises(NotUnderstood, match=one["why"]):
        derived(one["integral"])


@pytest.mark.parametrize(
    ("text", "lets", "message"),
    [
        ("int(ln(-1 - x^2), x)", (), "defined for no x"),
        ("int(x^2, x) = x^3 + C", (), "a factor 3 too much"),
        ("int(x^2, x) = x^3/3", (), "up to a constant"),
        ("int(x*exp(x), x) by partial-fractions-of-a-kind", (), "there is no route"),
        ("int(x^2, x, 0, 1) by parts", (), "not integrated by parts"),
    ],
)
def test_a_clear_sentence_where_there_are_no_lines(text: str, lets: tuple[str, ...], message: str) -> None:
    with pytest.raises(NotUnderstood, match=message):
        derive_routes(*one_line(f"derive {text}", lets, Derive), SECONDS)


def test_every_route() -> None:
    by_parts, _ = derived("int(x*sqrt(x + 1), x) by parts")
    every, _ = derived("int(x*sqrt(x + 1), x) by all")
    assert by_parts[0].column[0].rules == ("parts",)
    assert {route.column[0].rules[0] for route in every} == {"substitution", "parts"}


def test_a_function_of_ones_own() -> None:
    request, scope = one_line("derive int(s(x)*(1 - s(x)), x)", ("s(x) = 1/(1 + exp(-x))",), Derive)
    (route,) = derive_routes(request, scope, SECONDS)
    assert language(route.column[-1].after) == "s(x) + C"


def test_a_parameter_is_in_the_note() -> None:
    request, scope = one_line("derive int(exp(-k*x), x, 0, oo)", ("k > 0",), Derive)
    (route,) = derive_routes(request, scope, SECONDS)
    assert language(route.column[-1].after) == "1/k"
    assert [language(h) for h in route.fact.proof.claim.given] == ["k > 0"]
