"""Sine, cosine and square root: bounds and the identities that everything else follows from."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

PYTHAGORAS = "DLMF §4.21(i), (4.21.12), https://dlmf.nist.gov/4.21"
ADDITION = "DLMF §4.21(i), (4.21.2) to (4.21.5), https://dlmf.nist.gov/4.21"
SYMMETRY = "DLMF §4.16, Table 4.16.3, https://dlmf.nist.gov/4.16"
VALUES = "DLMF §4.17, Table 4.17.1, https://dlmf.nist.gov/4.17"
ROOTS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 1.21"

# fmt: off
RULES: Final = (
    rule("sum of squares of sine and cosine", "sin(u)^2 + cos(u)^2 = 1", given="defined(u)", source=PYTHAGORAS),
    rule("square of the sine",       "sin(u)^2 = 1 - cos(u)^2",                     source=PYTHAGORAS),
    rule("sine of a negative",       "sin(-u) = -sin(u)",                           source=SYMMETRY),
    rule("cosine of a negative",     "cos(-u) = cos(u)",                            source=SYMMETRY),
    rule("sine of a sum",            "sin(u + v) = sin(u)*cos(v) + cos(u)*sin(v)",  source=ADDITION),
    rule("cosine of a sum",          "cos(u + v) = cos(u)*cos(v) - sin(u)*sin(v)",  source=ADDITION),
    rule("sine of a difference",     "sin(u - v) = sin(u)*cos(v) - cos(u)*sin(v)",  source=ADDITION),
    rule("cosine of a difference",   "cos(u - v) = cos(u)*cos(v) + sin(u)*sin(v)",  source=ADDITION),
    rule("sine of a double",         "sin(2*u) = 2*sin(u)*cos(u)",                  source=ADDITION),
    rule("cosine of a double",       "cos(2*u) = cos(u)^2 - sin(u)^2",              source=ADDITION),
    rule("sine a quarter turn on",   "sin(u + pi/2) = cos(u)",                      source=SYMMETRY),
    rule("cosine a quarter turn on", "cos(u + pi/2) = -sin(u)",                     source=SYMMETRY),
    rule("sine at 0",                "sin(0) = 0",                                  source=SYMMETRY),
    rule("cosine at 0",              "cos(0) = 1",                                  source=SYMMETRY),
    rule("sine at pi",               "sin(pi) = 0",                                 source=VALUES),
    rule("cosine at pi",             "cos(pi) = -1",                                source=VALUES),
    rule("sine at a right angle",    "sin(pi/2) = 1",                               source=VALUES),
    rule("cosine at a right angle",  "cos(pi/2) = 0",                               source=VALUES),
    rule("sine of 60 degrees",       "sin(pi/3) = sqrt(3)/2",                       source=VALUES),
    rule("cosine of 60 degrees",     "cos(pi/3) = 1/2",                             source=VALUES),
    rule("sine of 45 degrees",       "sin(pi/4) = sqrt(2)/2",                       source=VALUES),
    rule("cosine of 45 degrees",     "cos(pi/4) = sqrt(2)/2",                       source=VALUES),
    rule("sine of 30 degrees",       "sin(pi/6) = 1/2",                             source=VALUES),
    rule("cosine of 30 degrees",     "cos(pi/6) = sqrt(3)/2",                       source=VALUES),
    rule("arctangent at 0",          "atan(0) = 0",                                 source="DLMF §4.23, https://dlmf.nist.gov/4.23"),
    rule("arcsine at 0",             "asin(0) = 0",                                 source="DLMF §4.23, https://dlmf.nist.gov/4.23"),
    rule("sine at most 1",           "sin(u) <= 1",    given="defined(u)",          source=PYTHAGORAS),
    rule("sine at least -1",         "sin(u) >= -1",   given="defined(u)",          source=PYTHAGORAS),
    rule("cosine at most 1",         "cos(u) <= 1",    given="defined(u)",          source=PYTHAGORAS),
    rule("cosine at least -1",       "cos(u) >= -1",   given="defined(u)",          source=PYTHAGORAS),
    rule("square root is not negative", "sqrt(u) >= 0", given="u >= 0",             source=ROOTS),
    rule("square root is positive",  "sqrt(u) > 0",    given="u > 0",               source=ROOTS),
    rule("square of a square root",  "sqrt(u)^2 = u",  given="u >= 0",              source=ROOTS),
    rule("square root of a square",  "sqrt(u^2) = abs(u)",                          source=ROOTS),
)
# fmt: on
