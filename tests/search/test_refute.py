"""Refutations: the simplest witness, near misses that break far out or by very little, exact witnesses."""

from __future__ import annotations

import pytest

from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Statement
from sigmaprime.run.one_line import one_line
from sigmaprime.search.partial import known_of
from sigmaprime.search.session import Session
from sigmaprime.statement import closed
from sigmaprime.verbs import decide, rules_in
from sigmaprime.verdict import Refuted

SIGMOID = ("s(x) = 1/(1 + exp(-x))",)


def refuted(claim: str) -> Refuted:
    statement, scope = one_line(claim, SIGMOID, Statement)
    verdict = decide(statement, scope, 5)
    assert isinstance(verdict, Refuted), claim
    return verdict


def places(verdict: Refuted) -> list[str]:
    assert verdict.witness is not None
    return [language(v) for point in verdict.witness.points for _, v in point]


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("x^2 > 0", "0"),
        ("exp(x) < 3", "2"),
        ("s'(x) < 1/4", "0"),
        ("x^2 + 1 > 2*x", "1"),
        ("sin(x) < 1", "pi/2"),
        ("cos(x) > -1", "pi"),
        ("(x^2 - 2)^2 > 0 for x > 0", "sqrt(2)"),
        ("x^2 != 2 for x > 0", "sqrt(2)"),
        ("exp(x) != 3", "ln(3)"),
        ("(exp(x) - 2)^2 > 0", "ln(2)"),
        ("1/x > 0 for x in [0, 1]", "0"),
        ("1/(x^2 - 2)^2 > 0 for x in [1, 2]", "sqrt(2)"),
        ("ln(x - 1) > -100 for x in [1, 2]", "1"),
    ],
)
def test_the_witness_is_as_simple_as_can_be(claim: str, place: str) -> None:
    assert places(refuted(claim)) == [place]


@pytest.mark.parametrize(
    "claim",
    [
        "(1 + 1/x)^x < 2.7182818 for x > 0",
        "exp(-x^2) >= 10^(-100)",
        "exp(x/1000) <= 1.36 for x in [0, 307.5]",
        "ln(x) <= 300 for x > 0",
        "s'(x) <= 1/4 - 10^(-30)",
        "x*s(x) >= -0.278464542761073795",
        "x*exp(-x) <= 0.367879441171442321",
        "x^2 - 2*x*y + y^2 > -x + 1/1000000 for x > 0, y > 0",
        "exp(x) + exp(y) >= 2*exp((x + y)/2) + 1/10^9",
        "x*ln(x) >= -0.3678794411714423 for x > 0",
        "sin(x) <= x - x^3/6 + x^5/120 - 10^(-6) for 0 < x, x < 1",
    ],
)
def test_near_misses_are_found(claim: str) -> None:
    assert places(refuted(claim))


def test_what_is_known_of_a_relation_that_was_not_decided() -> None:
    statement, scope = one_line("exp(x) > x", (), Statement)
    session = Session(rules_in(scope))
    first, second = known_of(session, closed(statement, scope))
    assert "has no counterexample among" in first
    assert "in [-50, 50]" in second
