"""The inverse functions of sine, cosine and tangent: how they undo them, how arctangents add up, one in terms of another."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

ERROR = "DLMF §7.2(i) and §7.4: erf rises from -1 to 1, https://dlmf.nist.gov/7.2#i"
INVERSE = "DLMF §4.23, https://dlmf.nist.gov/4.23"
ADDITION = "DLMF §4.24(iii), (4.24.15), https://dlmf.nist.gov/4.24#iii"
COMPOSED = "DLMF §4.16, Table 4.16.3, https://dlmf.nist.gov/4.16"
HALF_ANGLE = (
    "DLMF §4.21(ii), (4.21.22), https://dlmf.nist.gov/4.21#ii: tan(t/2) = sin(t)/(1 + cos(t)), with t = asin(u)"
)

# fmt: off
RULES: Final = (
    rule("arctangent below a right angle", "atan(u) < pi/2",      given="defined(u)",          source=INVERSE),
    rule("arctangent above minus a right angle", "atan(u) > -(pi/2)", given="defined(u)",      source=INVERSE),
    rule("error function at 0",       "erf(0) = 0",                                            source=ERROR),
    rule("error function below 1",    "erf(u) < 1",               given="defined(u)",          source=ERROR),
    rule("error function above -1",   "erf(u) > -1",              given="defined(u)",          source=ERROR),
    rule("sine of an arctangent",     "sin(atan(u)) = u/sqrt(1 + u^2)",                       source=COMPOSED),
    rule("cosine of an arctangent",   "cos(atan(u)) = 1/sqrt(1 + u^2)",                       source=COMPOSED),
    rule("sine of an arcsine",        "sin(asin(u)) = u",            given="-1 <= u; u <= 1", source=INVERSE),
    rule("cosine of an arcsine",      "cos(asin(u)) = sqrt(1 - u^2)",                         source=COMPOSED),
    rule("arccosine by arcsine",      "acos(u) = pi/2 - asin(u)",                             source=INVERSE),
    rule("arcsine by arctangent",     "asin(u) = 2*atan(u/(1 + sqrt(1 - u^2)))",              source=HALF_ANGLE),
    rule("arctangent of a negative",  "atan(-u) = -atan(u)",                                  source=INVERSE),
    rule("arcsine of a negative",     "asin(-u) = -asin(u)",                                  source=INVERSE),
    rule("arcsine of a sine",         "asin(sin(u)) = u",            given="-pi/2 <= u; u <= pi/2", source=INVERSE),
    rule("arccosine of a cosine",     "acos(cos(u)) = u",            given="u >= 0; u <= pi", source=INVERSE),
    rule("arctangent of a tangent",   "atan(sin(u)/cos(u)) = u",     given="-pi/2 < u; u < pi/2",   source=INVERSE),
    rule("sum of arctangents",        "atan(u) + atan(v) = atan((u + v)/(1 - u*v))",
         given="u*v < 1", source=ADDITION),
    rule("sum of arctangents above a right angle", "atan(u) + atan(v) = pi + atan((u + v)/(1 - u*v))",
         given="u > 0; u*v > 1", source=ADDITION),
    rule("sum of arctangents below minus a right angle", "atan(u) + atan(v) = atan((u + v)/(1 - u*v)) - pi",
         given="u < 0; u*v > 1", source=ADDITION),
    rule("arctangents of reciprocals", "atan(u) + atan(v) = pi/2",
         given="u > 0; u*v = 1", source=ADDITION),
    rule("arctangents of negative reciprocals", "atan(u) + atan(v) = -(pi/2)",
         given="u < 0; u*v = 1", source=ADDITION),
)
# fmt: on
