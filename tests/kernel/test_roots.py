"""Signs of polynomials by counting roots, against signs at many points."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from flint import fmpq, fmpq_poly

from sigmaprime.kernel.roots import between, count_roots, holds_at, holds_between, odd_part, sturm
from sigmaprime.kernel.term import Wrong

HALF = Fraction(1, 2)


def poly(*coefficients: int) -> fmpq_poly:
    return fmpq_poly(list(coefficients))


@pytest.mark.parametrize(("p", "low", "high", "roots"), [
    (poly(-1, 0, 1), None, None, 2), (poly(-1, 0, 1), Fraction(-1), Fraction(1), 0), (poly(1, 0, 1), None, None, 0),
    (poly(0, 0, 1), None, None, 1), (poly(5), None, None, 0), (poly(-2, 0, 1), Fraction(0), None, 1),
    (poly(0, -1, 0, 1), None, Fraction(0), 1), (poly(1, -2, 1), HALF, Fraction(2), 1),
])  # fmt: skip
def test_counting(p: fmpq_poly, low: Fraction | None, high: Fraction | None, roots: int) -> None:
    assert count_roots(p, low, high) == roots


def test_what_is_not_counted() -> None:
    for p in (poly(), fmpq_poly([0] * 201 + [1])):
        with pytest.raises(Wrong):
            count_roots(p, None, None)
    assert len(sturm(poly(7))) == 1


def test_between() -> None:
    assert [between(a, b) for a, b in ((None, None), (None, 1), (1, None), (0, 1))] == [0, 0, 2, HALF]


def test_odd_part() -> None:
    assert odd_part(poly(0, 0, 1)).degree() == 0
    assert odd_part(poly(0, 0, 0, 1)).degree() == 1


@pytest.mark.parametrize(("p", "relation", "low", "high", "holds"), [
    (poly(), ">=", None, None, True), (poly(), "<=", None, None, True), (poly(), ">", None, None, False),
    (poly(), "!=", None, None, False), (poly(0, 0, 1), ">=", None, None, True), (poly(0, 0, 1), ">", None, None, False),
    (poly(0, 1), ">", Fraction(0), None, True), (poly(0, 1), "<", None, Fraction(0), True), (poly(0, 1), "!=", None, None, False),  # noqa: E501
    (poly(1, 0, 1), "!=", None, None, True), (poly(-1, 0, 1), "<=", Fraction(-1), Fraction(1), True), (poly(1), "=", None, None, False),  # noqa: E501
    (poly(0, 0, -1), "<=", None, None, True), (poly(0, 0, 1), "<=", None, None, False), (poly(0, 1), ">=", None, None, False),  # noqa: E501
    (poly(1), "<", None, None, False),
])  # fmt: skip
def test_signs(p: fmpq_poly, relation: str, low: Fraction | None, high: Fraction | None, holds: bool) -> None:
    assert holds_between(p, relation, low, high) == holds


def test_an_interval_without_points() -> None:
    with pytest.raises(Wrong, match="empty"):
        holds_between(poly(1), ">", Fraction(1), Fraction(1))


@pytest.mark.parametrize(("relation", "signs"), [
    (">", (1,)), (">=", (0, 1)), ("<", (-1,)), ("<=", (-1, 0)), ("!=", (-1, 1)), ("=", (0,)),
])  # fmt: skip
def test_at_a_point(relation: str, signs: tuple[int, ...]) -> None:
    assert [s for s in (-1, 0, 1) if holds_at(poly(0, 1), relation, Fraction(s))] == list(signs)


def test_against_many_points() -> None:
    chance = random.Random(7)  # noqa: S311 chance, not secrecy
    for _ in range(400):
        p = poly(1)
        for _ in range(chance.randint(0, 4)):
            p *= poly(-chance.randint(-3, 3), chance.choice((1, 2)))
        p *= chance.choice((1, -1))
        low, high = sorted(chance.sample(range(-4, 5), 2))
        for relation in (">", ">=", "<", "<=", "!="):
            points = (Fraction(k, 4) for k in range(4 * low + 1, 4 * high))
            values = [p(fmpq(t.numerator, t.denominator)) for t in points]
            signs = {
                v > 0 if relation[0] == ">" else v < 0 if relation[0] == "<" else v != 0
                for v in values
                if v or relation in (">", "<", "!=")
            }
            assert holds_between(p, relation, Fraction(low), Fraction(high)) == (signs <= {True})
