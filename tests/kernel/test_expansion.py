"""Exact power series: against balls, which know nothing of them, and where there is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb

from sigmaprime.claims import LAWS
from sigmaprime.kernel.enclosure import enclose, enclose_coefficients, precision
from sigmaprime.kernel.expansion import _series, order_of_zero
from sigmaprime.kernel.normal import Poly
from sigmaprime.kernel.term import App, Num, Term, Wrong
from sigmaprime.read.row import read_row

BITS = 128
TERMS = 8
EXPANDED = [
    ("exp(x)/(1 + x^2)", "0"),
    ("exp(2*x - 1)", "1/3"),
    ("exp(x)*sqrt(x)", "2"),
    ("exp(x + ln(3)/2)", "0"),
    ("exp(x)", "ln(2)"),
    ("exp(-x)", "3/2*ln(2)"),
    ("ln(3 + x)*ln(1 + x)", "0"),
    ("ln(x)", "12/35"),
    ("ln(x)", "exp(1)"),
    ("ln(x)", "2*exp(-2)"),
    ("ln(sqrt(x))", "exp(4)"),
    ("sqrt(1 + x)", "0"),
    ("sqrt(x)", "exp(2)"),
    ("1/sqrt(2 + x)", "1/7"),
    ("x^(1/3)", "1"),
    ("x^x", "1"),
    ("(1 + x)^(-3)", "1/2"),
    ("sin(x)", "0"),
    ("sin(x)*cos(3*x)", "pi/2"),
    ("cos(x)", "pi/6"),
    ("cos(x)", "pi/4"),
    ("cos(x)", "-2*pi/3"),
    ("sin(x)", "5*pi/4"),
    ("sin(pi*x)", "1/2"),
    ("sin(x)", "7*pi/6"),
    ("tan(x)", "pi/3"),
    ("tan(x)/x", "pi/4"),
    ("atan(x)", "0"),
    ("atan(x)", "1/2"),
    ("atan(3*x)", "-1/2"),
    ("asin(x)", "0"),
    ("asin(x)", "1/2"),
    ("abs(x - 1)*max(x, 3)*min(x, 1)", "0"),
    ("abs(x)", "-2"),
    ("sigmoid(x)", "0"),
    ("tanh(x)*cosh(x)", "0"),
    ("tanh(x)", "ln(2)"),
    ("1/(pi*x)", "sqrt(2)"),
    ("-x + 3", "pi"),
]


def value(poly: Poly) -> arb:
    """The number that a coefficient stands for, by balls."""
    total = arb(0)
    for monomial, coefficient in poly.items():
        part = arb(coefficient)
        for symbol, power in monomial:
            if isinstance(symbol, tuple):
                inner = value({symbol[1]: 1})  # type: ignore[dict-item]
                part *= (inner * arb(power.numerator) / arb(power.denominator)).exp()
            else:
                assert power.denominator == 1
                part *= enclose(symbol, LAWS, BITS) ** int(power)
        total += part
    return total


@pytest.mark.parametrize(("text", "point"), EXPANDED)
def test_coefficients_are_those_of_balls(text: str, point: str) -> None:
    term, place = read_row(text), read_row(point)
    start = _series(place, {}, LAWS, TERMS)[0]
    series = _series(term, {"x": (start, {frozenset(): 1}, *({},) * (TERMS - 2))}, LAWS, TERMS)  # type: ignore[dict-item]
    balls = enclose_coefficients(term, LAWS, BITS, "x", enclose(place, LAWS, BITS), TERMS - 1)
    with precision(BITS, 1):
        for mine, ball in zip(series, balls, strict=True):
            assert value(mine).overlaps(ball)
            assert abs(value(mine) - ball) < arb(2) ** -60


@pytest.mark.parametrize(
    ("text", "point", "order"),
    [
        ("x", "0", 1),
        ("exp(x) - 1 - x", "0", 2),
        ("sin(x) - x + x^3/6", "0", 5),
        ("exp(x) - exp(1)*x", "1", 2),
        ("ln(x) - x/exp(1)", "exp(1)", 2),
        ("1 - sin(x)", "pi/2", 2),
        ("2*x/pi - sin(x)", "pi/2", 1),
        ("ln(1 + cos(x)) - ln(2) + x^2/4", "0", 4),
        ("ln(4*x) - 2*ln(2)", "1", 1),
        ("x^2 - 2", "sqrt(2)", 1),
        ("x^20", "0", 20),
        ("exp(x) - 2", "ln(2)", 1),
        ("1 + x", "0", 0),
    ],
)
def test_the_order_to_which_a_function_vanishes(text: str, point: str, order: int) -> None:
    assert order_of_zero(read_row(text), "x", read_row(point), LAWS) == order


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("x - x", "0"),  # vanishes altogether
        ("x^30", "0"),
        ("1/x", "0"),
        ("x/x", "0"),
        ("ln(x)", "0"),
        ("ln(x)", "-1"),
        ("ln(pi*x)", "1"),
        ("sqrt(x)", "0"),
        ("sqrt(x - 3)", "0"),
        ("sqrt(pi*x)", "1"),
        ("abs(x)", "0"),
        ("max(x, -x)", "0"),
        ("abs(x)", "pi"),
        ("sin(x)", "1"),
        ("sin(x)", "pi/5"),
        ("cos(x)", "pi/12"),
        ("tan(x)", "pi/2"),
        ("atan(x)", "pi"),
        ("asin(x)", "1"),
        ("asin(x)", "2"),
        ("erf(x)", "0"),
        ("1/(1 + pi*x)", "1"),
        ("x^100", "1"),
        ("((((x + 1)^60)^60)^60)^60", "1"),
        ("ln(x)", "1000000000000000000"),
        ("y", "0"),
    ],
)
def test_where_there_is_no_series(text: str, point: str) -> None:
    with pytest.raises(Wrong):
        order_of_zero(read_row(text), "x", read_row(point), LAWS)


def test_only_terms_have_series() -> None:
    nothing: Term = "1"  # type: ignore[assignment]
    with pytest.raises(Wrong, match="not a term"):
        order_of_zero(nothing, "x", Num(0), LAWS)
    with pytest.raises(Wrong, match="nothing is known"):
        order_of_zero(App("f", (Num(Fraction(1, 2)),)), "x", Num(0), LAWS)
