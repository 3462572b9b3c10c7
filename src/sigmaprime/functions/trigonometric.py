"""Sine and cosine, the four functions made of them, and their inverse functions.

The inverse functions have the usual real ranges: acot in (0, π), asec in [0, π] without π/2,
acsc in [−π/2, π/2] without 0.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.functions.function import Function

SINE = "DLMF §4.14, https://dlmf.nist.gov/4.14; Abramowitz & Stegun 4.3.105–4.3.106 (derivatives)"
INVERSE = "DLMF §4.23 (definitions), §4.24(ii) (derivatives), https://dlmf.nist.gov/4.24"

FUNCTIONS: Final = (
    Function("sin", SINE, derivative="cos(u)", latex=r"\sin", unicode="sin"),
    Function("cos", SINE, derivative="-sin(u)", latex=r"\cos", unicode="cos"),
    Function("tan", SINE, definition="sin(x)/cos(x)", latex=r"\tan", unicode="tan"),
    Function("sec", SINE, definition="1/cos(x)", latex=r"\sec", unicode="sec"),
    Function("csc", SINE, definition="1/sin(x)", latex=r"\csc", unicode="csc"),
    Function("cot", SINE, definition="cos(x)/sin(x)", latex=r"\cot", unicode="cot"),
    Function(
        "asin",
        INVERSE,
        aliases=("arcsin",),
        derivative="1/sqrt(1 - u^2)",
        domain=("u >= -1", "u <= 1"),
        smooth_on=("u > -1", "u < 1"),
        latex=r"\arcsin",
        unicode="arcsin",
    ),
    Function(
        "acos",
        INVERSE,
        aliases=("arccos",),
        derivative="-1/sqrt(1 - u^2)",
        domain=("u >= -1", "u <= 1"),
        smooth_on=("u > -1", "u < 1"),
        latex=r"\arccos",
        unicode="arccos",
    ),
    Function("atan", INVERSE, aliases=("arctan",), derivative="1/(1 + u^2)", latex=r"\arctan", unicode="arctan"),
    Function("asec", INVERSE, aliases=("arcsec",), definition="acos(1/x)", latex=r"\mathrm{arcsec}", unicode="arcsec"),
    Function("acsc", INVERSE, aliases=("arccsc",), definition="asin(1/x)", latex=r"\mathrm{arccsc}", unicode="arccsc"),
    Function(
        "acot", INVERSE, aliases=("arccot",), definition="pi/2 - atan(x)", latex=r"\mathrm{arccot}", unicode="arccot"
    ),
)
