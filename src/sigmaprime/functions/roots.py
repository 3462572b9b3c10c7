"""Roots, absolute value, sign, and the larger and the smaller of two numbers.

sqrt(x) is the y >= 0 with y² = x; cbrt and the odd roots are defined for negative numbers too.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.functions.function import Function

POWERS = "DLMF §4.2(iv) (powers), §4.7 (derivatives), https://dlmf.nist.gov/4.2"
VALUE = "MathWorld, Absolute Value and Sign, https://mathworld.wolfram.com/AbsoluteValue.html"

FUNCTIONS: Final = (
    Function(
        "sqrt",
        POWERS,
        derivative="1/(2*sqrt(u))",
        domain=("u >= 0",),
        smooth_on=("u > 0",),
        latex=r"\sqrt",
        unicode="√",
    ),
    Function("cbrt", POWERS, derivative="1/(3*cbrt(u)^2)", smooth_on=("u != 0",), latex=r"\sqrt[3]", unicode="∛"),
    Function(
        "root",
        POWERS,
        parameters=("x", "n"),
        derivative="root(u, n)/(n*u)",
        smooth_on=("u != 0",),
        latex=r"\sqrt",
        unicode="root",
    ),
    Function("abs", VALUE, derivative="sign(u)", smooth_on=("u != 0",), latex=r"\lvert", unicode="|"),
    Function(
        "sign",
        VALUE,
        aliases=("sgn",),
        derivative="0",
        smooth_on=("u != 0",),
        continuous_on=("u != 0",),
        latex=r"\mathrm{sgn}",
        unicode="sgn",
    ),
    Function("max", VALUE, parameters=("x", "y"), definition="(x + y + abs(x - y))/2", latex=r"\max", unicode="max"),
    Function("min", VALUE, parameters=("x", "y"), definition="(x + y - abs(x - y))/2", latex=r"\min", unicode="min"),
)
