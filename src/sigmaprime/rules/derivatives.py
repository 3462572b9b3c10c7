"""The rules of differentiation: each says what the derivative of a combination is, wherever the right side exists."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

RULES_OF = "DLMF §1.4(iii), https://dlmf.nist.gov/1.4#iii"
INVERSE = "Rudin, Principles of Mathematical Analysis, 3rd ed., Exercise 5.2"
POWERS = "DLMF §4.7, https://dlmf.nist.gov/4.7"

# fmt: off
RULES: Final = (
    rule("constant rule",          "D(c, x) = 0",                            given="defined(c)",  source=RULES_OF),
    rule("identity rule",          "D(x, x) = 1",                                          source=RULES_OF),
    rule("negative rule",          "D(-u, x) = -D(u, x)",                                  source=RULES_OF),
    rule("sum rule",               "D(u + v, x) = D(u, x) + D(v, x)",                      source=RULES_OF),
    rule("difference rule",        "D(u - v, x) = D(u, x) - D(v, x)",                      source=RULES_OF),
    rule("constant factor rule",   "D(c*u, x) = c*D(u, x)",                                source=RULES_OF),
    rule("constant factor rule, factor last", "D(u*c, x) = D(u, x)*c",                     source=RULES_OF),
    rule("constant divisor rule",  "D(u/c, x) = D(u, x)/c",                                source=RULES_OF),
    rule("product rule",           "D(u*v, x) = D(u, x)*v + u*D(v, x)",                    source=RULES_OF),
    rule("quotient rule",          "D(u/v, x) = (D(u, x)*v - u*D(v, x))/v^2",
         given="v != 0", source=RULES_OF),
    rule("reciprocal rule",        "D(1/v, x) = -D(v, x)/v^2",
         given="v != 0", source=RULES_OF),
    rule("reciprocal rule, constant numerator", "D(c/v, x) = -(c*D(v, x))/v^2",
         given="v != 0", source=RULES_OF),
    rule("square rule",            "D(u^2, x) = 2*u*D(u, x)",                              source=RULES_OF),
    rule("power rule",             "D(u^n, x) = n*u^m*D(u, x)", given="n = m + 1",         source=RULES_OF),
    rule("negative power rule",    "D(u^(-n), x) = -(n*u^(-m)*D(u, x))",
         given="m = n + 1; u != 0", source=RULES_OF),
    rule("general power rule",     "D(u^c, x) = c*u^(c - 1)*D(u, x)", given="u > 0",       source=POWERS),
    rule("power rule, variable exponent", "D(u^v, x) = u^v*(D(v, x)*ln(u) + v*(D(u, x)/u))", given="u > 0", source=POWERS),
    rule("derivative of the logarithm of an absolute value", "D(ln(abs(u)), x) = D(u, x)/u", given="u != 0", source=RULES_OF),
    rule("logarithmic differentiation", "D(u, x) = u*D(ln(u), x)", given="u > 0",          source=RULES_OF),
    rule("chain rule",             "D(apply(k, u), x) = D[k, u]*D(u, x)",                  source=RULES_OF),
    rule("inverse function rule",  "D(u, x) = 1/D[k, u]",
         given="all(apply(k, u) = x); continuous(u, x, (-oo, oo)); D[k, u] != 0", source=INVERSE),
)
# fmt: on
