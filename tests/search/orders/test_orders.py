"""Formulas for the derivatives of all orders: true ones are proved, spoilt ones refuted at a whole number."""

from __future__ import annotations

import pytest

from sigmaprime import prove

TRUE = (
    "diff(exp(a*x), x, n) = a^n*exp(a*x)",
    "diff(sin(x), x, n) = sin(x + n*pi/2)",
    "diff(cos(x), x, n) = cos(x + n*pi/2)",
    "diff(sin(a*x + b), x, n) = a^n*sin(a*x + b + n*pi/2)",
    "diff(ln(x), x, n) = (-1)^(n - 1)*(n - 1)!/x^n",
    "diff(ln(x), x, n) = (-1)^(n - 1)*(n - 1)!/x^n for whole n >= 1",
    "diff(ln(1 + x), x, n) = (-1)^(n - 1)*(n - 1)!/(1 + x)^n",
    "diff(1/(a + b*x), x, n) = (-1)^n*n!*b^n/(a + b*x)^(n + 1)",
    "diff(1/(1 - x), x, n) = n!/(1 - x)^(n + 1)",
    "diff(1/x, x, n) = (-1)^n*n!*x^(-n - 1)",
    "diff(1/(2*x + 3)^2, x, n) = (-1)^n*(n + 1)!*2^n/(2*x + 3)^(n + 2)",
    "diff(x*exp(x), x, n) = (x + n)*exp(x)",
    "diff(x*exp(-x), x, n) = (-1)^n*(x - n)*exp(-x)",
    "diff(x^2*exp(x), x, n) = (x^2 + 2*n*x + n*(n - 1))*exp(x)",
    "diff(2^x, x, n) = ln(2)^n*2^x",
    "diff(x^n, x, n) = n!",
    "diff(x^m, x, n) = m!/(m - n)!*x^(m - n) for whole m >= n >= 0",
    "diff(sin(x) + exp(x), x, n) = sin(x + n*pi/2) + exp(x)",
    "diff(x*exp(x), x, n) - n*exp(x) = x*exp(x)",
    "diff(sin(x), x, n + 2) = -diff(sin(x), x, n)",
    "D(x*exp(x), x, 0, n) = n",
    "(n + 1)! = (n + 1)*n!",
    "n! > 0",
)
FALSE = (
    "diff(exp(a*x), x, n) = a^(n + 1)*exp(a*x)",
    "diff(sin(x), x, n) = cos(x + n*pi/2)",
    "diff(sin(x), x, n) = sin(x)",
    "diff(ln(x), x, n) = (-1)^n*(n - 1)!/x^n",
    "diff(ln(x), x, n) = (-1)^(n - 1)*n!/x^n",
    "diff(1/(a + b*x), x, n) = n!*b^n/(a + b*x)^(n + 1)",
    "diff(x*exp(x), x, n) = (x + n + 1)*exp(x)",
    "diff(x*exp(x), x, n) = x*exp(x)",
    "diff(x^n, x, n) = (n - 1)!",
    "n! = n",
    "n! <= 2^n",
)


@pytest.mark.parametrize("claim", TRUE)
def test_a_true_formula_is_proved(claim: str) -> None:
    assert prove(claim, timeout=60).proved


@pytest.mark.parametrize("claim", FALSE)
def test_a_spoilt_one_is_refuted_at_a_whole_number(claim: str) -> None:
    verdict = prove(claim, timeout=60)
    assert verdict.refuted
    assert "n" in str(verdict)


@pytest.mark.parametrize("claim", ["(-1)^n*(-1)^n = 1", "diff(ln(x), x, n) = diff(ln(-x), x, n)"])
def test_nothing_is_said_of_an_n_that_is_no_whole_number(claim: str) -> None:
    """(-1)^n has no value for most real n; and ln(-x) is nowhere defined where ln(x) is."""
    assert not prove(claim, timeout=5).proved
