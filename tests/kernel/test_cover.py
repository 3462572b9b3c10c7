"""Covers by boxes: what balls settle, and what the checker turns down."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sigmaprime.kernel.check import check
from sigmaprime.kernel.cover import holds_on
from sigmaprime.kernel.enclosure import enclose_with_slope
from sigmaprime.kernel.proof import Claim, Cover, Derivation, Given
from sigmaprime.kernel.term import Wrong
from sigmaprime.read.row import read_row

RULES = {}
BOX = (Fraction(0), Fraction(1))
BITS = 64


def settled(says: str, low: Fraction = BOX[0], high: Fraction = BOX[1]) -> bool:
    return holds_on(read_row(says), "x", low, high, RULES, BITS)


@pytest.mark.parametrize(
    "says",
    [
        "x + 2 > 1",  # the ball over the box is enough
        "x + 1 >= 1",
        "x < 2",
        "x <= 1",
        "x + 1 != 0",
        "exp(x) - x/2 > 1/2",  # the end where it is smallest
        "x/2 - exp(x) < -1/2",
        "x*(1 - x) + 1/3 > 0",  # the mean value theorem
        "abs(x - 1/2) > -1",  # no derivative over the box
    ],
)
def test_what_balls_settle(says: str) -> None:
    assert settled(says)


@pytest.mark.parametrize("says", ["x > 0", "x < 1", "x > 1/2", "x != 1/2", "exp(x) < 2", "abs(x - 1/2) > 0"])
def test_what_is_false_somewhere_is_not_settled(says: str) -> None:
    assert not settled(says)


@pytest.mark.parametrize("says", ["ln(x) < 1", "1/x > 0"])
def test_what_is_undefined_at_an_end_is_not_settled(says: str) -> None:
    with pytest.raises(Wrong):
        settled(says)


def test_only_relations_of_order_are_covered() -> None:
    with pytest.raises(Wrong, match="a relation of order"):
        settled("x = x")


def test_a_slope_is_enclosed_where_there_is_one() -> None:
    from flint import arb

    value, slope = enclose_with_slope(read_row("x^2"), RULES, BITS, "x", arb(1).union(arb(2)))
    assert value.contains(1)
    assert value.contains(4)
    assert slope.contains(2)
    assert slope.contains(4)
    for undefined in ("sqrt(x - 1)", "10^x/0"):
        with pytest.raises(Wrong):
            enclose_with_slope(read_row(undefined), RULES, BITS, "x", arb(1).union(arb(2)))


def covered(says: str, cuts: tuple[str, ...], given: tuple[str, ...] = ("x >= 0", "x <= 1")) -> Derivation:
    hypotheses = tuple(map(read_row, given))
    parts = tuple(Derivation(Claim(h, hypotheses), Given(i)) for i, h in enumerate(hypotheses[:2]))
    return Derivation(Claim(read_row(says), hypotheses), Cover("x", tuple(map(Fraction, cuts)), BITS), parts)


def test_a_cover_is_accepted() -> None:
    check(covered("exp(x) < 3", ("0", "1/2", "1")), RULES)
    check(covered("exp(x) < 3", ("0", "1"), ("x > 0", "x < 1")), RULES)


@pytest.mark.parametrize(
    ("says", "cuts", "given"),
    [
        ("exp(x) < 5/2", ("0", "1/2", "1"), ("x >= 0", "x <= 1")),  # false at 1
        ("exp(x) < 3", ("0", "1/2"), ("x >= 0", "x <= 1")),  # does not reach the end
        ("exp(x) < 3", ("1/2", "1"), ("x >= 0", "x <= 1")),
        ("exp(x) < 3", ("0", "1", "1/2"), ("x >= 0", "x <= 1")),  # not ascending
        ("exp(x) < 3", ("0",), ("x >= 0", "x <= 1")),
        ("exp(x) < 3", ("0", "1"), ("x <= 1", "x >= 0")),  # bounds in the wrong order
        ("exp(x) < 3 + y", ("0", "1"), ("x >= 0", "x <= 1")),  # another variable
        ("exp(x) < 3", ("0", "1"), ("y >= 0", "y <= 1")),
    ],
)
def test_a_wrong_cover_is_turned_down(says: str, cuts: tuple[str, ...], given: tuple[str, ...]) -> None:
    with pytest.raises(Wrong):
        check(covered(says, cuts, given), RULES)


def test_a_bound_that_is_not_known_is_turned_down() -> None:
    proof = covered("exp(x) < 3", ("0", "1"))
    with pytest.raises(Wrong, match="hypothesis"):
        check(replace(proof, claim=Claim(proof.claim.says)), RULES)
    with pytest.raises(Wrong, match="2 parts"):
        check(replace(proof, parts=proof.parts[:1]), RULES)
