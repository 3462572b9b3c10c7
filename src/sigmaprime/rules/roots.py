"""Roots, absolute value and sign: products of them, their powers, and when equal powers make equal numbers."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

ROOTS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 1.21 and its corollary"
POWERS = "DLMF §4.2(iv), https://dlmf.nist.gov/4.2#iv"
VALUE = "DLMF §1.2, §1.4 (elementary properties of order and absolute value)"
ERROR = "DLMF §7.4, (7.4.1), https://dlmf.nist.gov/7.4"
SIGN = "MathWorld, Sign, https://mathworld.wolfram.com/Sign.html"

# fmt: off
RULES: Final = (
    rule("error function of a negative", "erf(-u) = -erf(u)",                                   source=ERROR),
    rule("square root of a product",    "sqrt(u*v) = sqrt(u)*sqrt(v)",                         source=ROOTS),
    rule("square root of a quotient",   "sqrt(u/v) = sqrt(u)/sqrt(v)",                         source=ROOTS),
    rule("square root of an exponential", "sqrt(exp(u)) = exp(u/2)",                           source=POWERS),
    rule("square root by exponential",  "sqrt(u) = exp(ln(u)/2)",                              source=POWERS),
    rule("square root greater than",    "sqrt(u) > v",              given="u > v^2",           source=ROOTS),
    rule("square root as a power",      "u^(1/2) = sqrt(u)",                                   source=POWERS),
    rule("cube of a cube root",         "cbrt(u)^3 = u",                                       source=ROOTS),
    rule("cube root of a cube",         "cbrt(u^3) = u",                                       source=ROOTS),
    rule("cube root is positive",       "cbrt(u) > 0",              given="u > 0",             source=ROOTS),
    rule("cube root is negative",       "cbrt(u) < 0",              given="u < 0",             source=ROOTS),
    rule("cube root is not negative",   "cbrt(u) >= 0",             given="u >= 0",            source=ROOTS),
    rule("cube root is not positive",   "cbrt(u) <= 0",             given="u <= 0",            source=ROOTS),
    rule("cube root that is not zero",  "cbrt(u) != 0",             given="u != 0",            source=ROOTS),
    rule("cube root keeps <",           "cbrt(u) < cbrt(v)",        given="u < v",             source=ROOTS),
    rule("cube root keeps <=",          "cbrt(u) <= cbrt(v)",       given="u <= v",            source=ROOTS),
    rule("cube root keeps >",           "cbrt(u) > cbrt(v)",        given="u > v",             source=ROOTS),
    rule("cube root keeps >=",          "cbrt(u) >= cbrt(v)",       given="u >= v",            source=ROOTS),
    rule("cube root of 0",              "cbrt(0) = 0",                                         source=ROOTS),
    rule("cube root of a product",      "cbrt(u*v) = cbrt(u)*cbrt(v)",                         source=ROOTS),
    rule("cube root by exponential",    "cbrt(u) = exp(ln(u)/3)",                              source=POWERS),
    rule("cube root of a negative",     "cbrt(-u) = -cbrt(u)",                                 source=ROOTS),
    rule("power of a root",             "(u^(m/n))^n = u^m",        given="u >= 0",            source=POWERS),
    rule("base of a root is not negative", "u >= 0",  given="defined(u^(m/n)); m < n",         source=POWERS),
    rule("base of a higher root is not negative", "u >= 0",
         given="defined(u^(m/n)); m1*n < m; m < (m1 + 1)*n",                                   source=POWERS),
    rule("base of a reciprocal root is positive", "u > 0", given="defined(u^(-(m/n))); m < n", source=POWERS),
    rule("any power of a positive",     "u^v > 0",                  given="u > 0; defined(v)", source=POWERS),
    rule("any power of a nonnegative",  "u^v >= 0",                 given="u >= 0; defined(u^v)", source=POWERS),
    rule("power of zero",               "0^(m/n) = 0",                                         source=POWERS),
    rule("equal squares",               "u = v",  given="u^2 = v^2; u >= 0; v >= 0",           source=ROOTS),
    rule("equal cubes",                 "u = v",  given="u^3 = v^3",                           source=ROOTS),
    rule("absolute value of a product", "abs(u*v) = abs(u)*abs(v)",                            source=VALUE),
    rule("absolute value of a quotient", "abs(u/v) = abs(u)/abs(v)",                           source=VALUE),
    rule("absolute value is positive",  "abs(u) > 0",               given="u != 0",            source=VALUE),
    rule("square of an absolute value", "abs(u)^2 = u^2",                                      source=VALUE),
    rule("sign of a positive",          "sign(u) = 1",              given="u > 0",             source=SIGN),
    rule("sign of a negative",          "sign(u) = -1",             given="u < 0",             source=SIGN),
    rule("sign of a product",           "sign(u*v) = sign(u)*sign(v)",                         source=SIGN),
    rule("sign at 0",                   "sign(0) = 0",                                         source=SIGN),
)
# fmt: on
