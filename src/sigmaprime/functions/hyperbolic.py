"""The hyperbolic functions, made of exp, and their inverse functions, made of ln.

cosh and sinh are the even and the odd half of exp: exp(x) = cosh(x) + sinh(x).
"""

from __future__ import annotations

from typing import Final

from sigmaprime.functions.function import Function

HALVES = "DLMF §4.28, https://dlmf.nist.gov/4.28"
INVERSE = "DLMF §4.37(iv), https://dlmf.nist.gov/4.37"

FUNCTIONS: Final = (
    Function("sinh", HALVES, definition="(exp(x) - exp(-x))/2", latex=r"\sinh", unicode="sinh"),
    Function("cosh", HALVES, definition="(exp(x) + exp(-x))/2", latex=r"\cosh", unicode="cosh"),
    Function("tanh", HALVES, definition="(exp(x) - exp(-x))/(exp(x) + exp(-x))", latex=r"\tanh", unicode="tanh"),
    Function("sech", HALVES, definition="1/cosh(x)", latex=r"\mathrm{sech}", unicode="sech"),
    Function("csch", HALVES, definition="1/sinh(x)", latex=r"\mathrm{csch}", unicode="csch"),
    Function("coth", HALVES, definition="cosh(x)/sinh(x)", latex=r"\coth", unicode="coth"),
    Function(
        "asinh",
        INVERSE,
        aliases=("arcsinh", "arsinh"),
        definition="ln(x + sqrt(x^2 + 1))",
        latex=r"\mathrm{arsinh}",
        unicode="arsinh",
    ),
    Function(
        "acosh",
        INVERSE,
        aliases=("arccosh", "arcosh"),
        definition="ln(x + sqrt(x^2 - 1))",
        latex=r"\mathrm{arcosh}",
        unicode="arcosh",
    ),
    Function(
        "atanh",
        INVERSE,
        aliases=("arctanh", "artanh"),
        definition="ln((1 + x)/(1 - x))/2",
        latex=r"\mathrm{artanh}",
        unicode="artanh",
    ),
)
