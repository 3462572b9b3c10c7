"""The error function, the normal distribution function made of it, and Lambert's W, which undoes x·exp(x)."""

from __future__ import annotations

from typing import Final

from sigmaprime.functions.function import Function

ERROR = "MathWorld, Erf, https://mathworld.wolfram.com/Erf.html"
LAMBERT = "Eberl, The Lambert W Function on the Reals, https://www.isa-afp.org/entries/Lambert_W.html"

FUNCTIONS: Final = (
    Function("erf", ERROR, derivative="2*exp(-u^2)/sqrt(pi)", latex=r"\mathrm{erf}", unicode="erf"),
    Function("Phi", ERROR, aliases=("Φ",), definition="(1 + erf(x/sqrt(2)))/2", latex=r"\Phi", unicode="Φ"),
    Function(
        "LambertW",
        LAMBERT,
        derivative="exp(-LambertW(u))/(1 + LambertW(u))",
        domain=("u >= -exp(-1)",),
        smooth_on=("u > -exp(-1)",),
        latex="W",
        unicode="W",
    ),
)
