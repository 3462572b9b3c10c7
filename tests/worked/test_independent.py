"""The independent engine knows right from wrong: known values, derivatives, limits and integrals, and spoilt ones."""

from __future__ import annotations

from fractions import Fraction

import mpmath as mp
import pytest

from tests.worked.independent import DIGITS, Worth, agrees
from tests.worked.numerical import Undefined
from tests.worked.reading import Unreadable

VALUES = {
    "-2^2": "-4", "2^3^2": "512", "6/2*3": "9", "2x^2": "2*(x*x)", "|x - 3||x|": "abs(x-3)*abs(x)", "2^-1": "1/2",
    "x(x + 1)": "x^2 + x", "e^x": "exp(x)", "cbrt(-8)": "-2", "log2(8)": "3", "acot(-1)": "3*pi/4",
    "asec(-2)": "2*pi/3",
    "sum(k^2, k, 1, 4)": "30", "prod(k, k, 1, 5)": "120", "-x*y": "-(x*y)", "sigmoid(x)": "1/(1+exp(-x))",
    "d/dx x^3/3": "x^2", "diff(x^5, x, 3)": "60*x^2", "diff(|x|, x)": "sign(x)", "diff(x^x, x)": "x^x*(ln(x) + 1)",
    "diff(diff(x^2*y^3, x), y)": "6*x*y^2", "int(t^2, t, 0, x)": "x^3/3", "int(exp(-t^2), t, -oo, oo)": "sqrt(pi)",
    "int(ln(t), t, 0, 1)": "-1", "lim(sin(t)/t, t, 0)": "1", "lim((1 + x/n)^n, n, oo)": "exp(x)",
    "lim(|t|/t, t, 0-)": "-1", "lim(x^h - 1, h, 0)": "0", "lim(1/ln(t), t, oo)": "0", "lim(t*ln(t), t, 0+)": "0",
}  # fmt: skip


@pytest.mark.parametrize("expression", VALUES)
def test_known_values(expression):
    assert agrees(expression, VALUES[expression], "x y", tolerance=1e-9)
    assert not agrees(expression, f"({VALUES[expression]})*(1 + 10^(-6)) + 3*10^(-6)", "x y", tolerance=1e-9)


@pytest.mark.parametrize("text", ["lim(1/t, t, 0)", "lim(sin(t), t, oo)", "ln(-1)", "0^0*sqrt(-1)", "(-8)^(1/3)"])
def test_undefined(text):
    worth = Worth()
    with mp.workdps(DIGITS), pytest.raises(Undefined):
        worth(worth.tree(text), {})


def test_infinite_limits():
    worth = Worth()
    with mp.workdps(DIGITS):
        assert worth(worth.tree("lim(1/t^2, t, 0)"), {}) == mp.inf
        assert worth(worth.tree("lim(-ln(t), t, oo)"), {}) == -mp.inf


def test_declared_functions():
    lets = ["s(x) = 1/(1 + exp(-x))"]
    assert agrees("s''(x)", "s(x)*(1 - s(x))*(1 - 2*s(x))", lets=lets)
    assert not agrees("s'(x)", "s(x)*(1 + s(x))", lets=lets)


def test_nothing_to_compare_is_said():
    with pytest.raises(Undefined):
        agrees("ln(-1 - x^2)", "ln(-1 - x^2)")
    assert agrees("sqrt(-x)*a", "a*sqrt(-x)", given={"a": Fraction(3)})


@pytest.mark.parametrize("text", ["2 +", "x y) ", "f(x", "[x]"])
def test_unreadable(text):
    with pytest.raises(Unreadable):
        Worth().tree(text)
