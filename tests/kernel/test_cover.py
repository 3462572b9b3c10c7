"""Covers by boxes: what balls settle, and what the checker turns down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sigmaprime.kernel.check import check
from sigmaprime.kernel.cover import Box, holds_on
from sigmaprime.kernel.enclosure import enclose_coefficients
from sigmaprime.kernel.proof import Claim, Cover, Derivation, Given
from sigmaprime.kernel.term import Wrong
from sigmaprime.read.row import read_row

RULES = {}
BITS = 64


def settled(says: str, low: str = "0", high: str = "1", order: int = 1, brackets: str = "[]") -> bool:
    return holds_on(read_row(says), Box("x", read_row(low), read_row(high), brackets), RULES, BITS, order)


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

    value, slope, half = enclose_coefficients(read_row("x^2"), RULES, BITS, "x", arb(1).union(arb(2)), 2)
    assert half.contains(1)
    assert value.contains(1)
    assert value.contains(4)
    assert slope.contains(2)
    assert slope.contains(4)
    for undefined in ("sqrt(x - 1)", "10^x/0"):
        with pytest.raises(Wrong):
            enclose_coefficients(read_row(undefined), RULES, BITS, "x", arb(1).union(arb(2)), 1)


@pytest.mark.parametrize(
    ("says", "low", "high", "brackets"),
    [
        ("exp(x) >= 1 + x", "0", "1", "[]"),  # they touch, and no ball tells that from crossing
        ("exp(x) >= 1 + x", "-1", "0", "[]"),
        ("exp(x) > 1 + x", "0", "1", "(]"),
        ("exp(x) > 1 + x", "-1", "0", "[)"),
        ("exp(x) != 1 + x", "0", "1", "(]"),
        ("sin(x) < x", "0", "1", "(]"),
        ("sin(x) > x", "-1", "0", "[)"),
        ("exp(x) >= exp(1)*x", "1", "2", "[]"),
        ("sin(x) <= 1", "1", "pi/2", "[]"),
        ("sin(x) < 1", "pi/2", "2", "(]"),
        ("pi*sin(x) > 2*x", "1", "pi/2", "[)"),
        ("x^2 >= 2", "sqrt(2)", "2", "[]"),
        ("exp(x) > 2", "ln(2)", "1", "(]"),
    ],
)
def test_touching_sides_are_told_by_the_order_of_their_contact(says: str, low: str, high: str, brackets: str) -> None:
    assert settled(says, low, high, brackets=brackets)


@pytest.mark.parametrize(
    ("says", "low", "high", "brackets"),
    [
        ("exp(x) > 1 + x", "0", "1", "[]"),  # equal at 0, which belongs to the box
        ("exp(x) != 1 + x", "0", "1", "[)"),
        ("sin(x) <= 1", "1", "2", "[]"),  # true, but they touch inside
        ("sin(x) >= x", "0", "1", "[]"),
        ("sin(x) <= x", "-1", "0", "[]"),
        ("x^3 >= 0", "-1", "0", "[]"),
        ("exp(x) <= 1 + x", "0", "1", "(]"),
        ("sin(x) < 1", "1", "pi/2", "[]"),
        ("exp(x) >= 27183/10000*x", "1", "2", "[]"),
    ],
)
def test_touching_is_not_mistaken(says: str, low: str, high: str, brackets: str) -> None:
    assert not settled(says, low, high, brackets=brackets)


def test_taylor_polynomials_need_fewer_boxes() -> None:
    assert not settled("sin(x) - x + x^3/6 - x^5/120 + x^7/5040 < 1/300000", order=1)
    assert settled("sin(x) - x + x^3/6 - x^5/120 + x^7/5040 < 1/300000", order=12)


@pytest.mark.parametrize("order", [0, -1, 25, 1000])
def test_the_order_of_a_taylor_polynomial_has_limits(order: int) -> None:
    with pytest.raises(Wrong, match="Taylor polynomial"):
        settled("x > -1", order=order)


def test_a_box_has_two_ends_in_their_order() -> None:
    for low, high in (("1", "0"), ("1", "1"), ("pi", "3")):
        with pytest.raises(Wrong, match="ascend"):
            settled("x < 5", low, high)


def covered(says: str, cuts: tuple[str, ...], given: tuple[str, ...] = ("x >= 0", "x <= 1")) -> Derivation:
    hypotheses = tuple(map(read_row, given))
    parts = tuple(Derivation(Claim(h, hypotheses), Given(i)) for i, h in enumerate(hypotheses[:2]))
    return Derivation(Claim(read_row(says), hypotheses), Cover("x", tuple(map(read_row, cuts)), BITS), parts)


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
