"""Where a combination is defined, and where it is not."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

DOMAINS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 4.3 (operations with functions)"
SLOPES = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 5.1 (the derivative)"

# fmt: off
RULES: Final = (
    rule("a variable is a number",         "defined(x)",                                      source=DOMAINS),
    rule("negative is defined",            "defined(-u)",      given="defined(u)",             source=DOMAINS),
    rule("sum is defined",                 "defined(u + v)",   given="defined(u); defined(v)", source=DOMAINS),
    rule("difference is defined",          "defined(u - v)",   given="defined(u); defined(v)", source=DOMAINS),
    rule("product is defined",             "defined(u*v)",     given="defined(u); defined(v)", source=DOMAINS),
    rule("quotient is defined",            "defined(u/v)",     given="defined(u); v != 0",     source=DOMAINS),
    rule("power is defined",               "defined(u^n)",     given="defined(u)",             source=DOMAINS),
    rule("negative power is defined",      "defined(u^(-n))",  given="u != 0",                 source=DOMAINS),
    rule("fractional power is defined",    "defined(u^(m/n))", given="u >= 0",                 source=DOMAINS),
    rule("power of a positive is defined", "defined(u^v)",     given="u > 0; defined(v)",      source=DOMAINS),
    rule("defined, being equal",           "defined(u)",       given="u = v; defined(v)",      source=DOMAINS),
    rule("defined, being greater",         "defined(u)",       given="u > v",                  source=DOMAINS),
    rule("defined, being less",            "defined(u)",       given="u < v",                  source=DOMAINS),
    rule("defined, being at least",        "defined(u)",       given="u >= v",                 source=DOMAINS),
    rule("defined, being at most",         "defined(u)",       given="u <= v",                 source=DOMAINS),
    rule("defined, being different",       "defined(u)",       given="u != v",                 source=DOMAINS),
    rule("numerator is defined",           "defined(u)",       given="defined(u/v)",           source=DOMAINS),
    rule("denominator is not zero",        "v != 0",           given="defined(u/v)",           source=DOMAINS),
    rule("first term is defined",          "defined(u)",       given="defined(u + v)",         source=DOMAINS),
    rule("second term is defined",         "defined(v)",       given="defined(u + v)",         source=DOMAINS),
    rule("minuend is defined",             "defined(u)",       given="defined(u - v)",         source=DOMAINS),
    rule("subtrahend is defined",          "defined(v)",       given="defined(u - v)",         source=DOMAINS),
    rule("first factor is defined",        "defined(u)",       given="defined(u*v)",           source=DOMAINS),
    rule("second factor is defined",       "defined(v)",       given="defined(u*v)",           source=DOMAINS),
    rule("defined without its sign",       "defined(u)",       given="defined(-u)",            source=DOMAINS),
    rule("base is defined",                "defined(u)",       given="defined(u^n)",           source=DOMAINS),
    rule("base of any power is defined",   "defined(u)",       given="defined(u^v)",           source=DOMAINS),
    rule("differentiable, so defined",     "defined(apply(k, v))", given="defined(D[k, v])",   source=SLOPES),
    rule("division by zero",               "undefined(u/v)",   given="v = 0",                  source=DOMAINS),
    rule("undefined numerator",            "undefined(u/v)",   given="undefined(u)",           source=DOMAINS),
    rule("undefined denominator",          "undefined(u/v)",   given="undefined(v)",           source=DOMAINS),
    rule("undefined first term",           "undefined(u + v)", given="undefined(u)",           source=DOMAINS),
    rule("undefined second term",          "undefined(u + v)", given="undefined(v)",           source=DOMAINS),
    rule("undefined minuend",              "undefined(u - v)", given="undefined(u)",           source=DOMAINS),
    rule("undefined subtrahend",           "undefined(u - v)", given="undefined(v)",           source=DOMAINS),
    rule("undefined first factor",         "undefined(u*v)",   given="undefined(u)",           source=DOMAINS),
    rule("undefined second factor",        "undefined(u*v)",   given="undefined(v)",           source=DOMAINS),
    rule("undefined under the sign",       "undefined(-u)",    given="undefined(u)",           source=DOMAINS),
    rule("undefined base",                 "undefined(u^v)",   given="undefined(u)",           source=DOMAINS),
    rule("undefined, being equal",         "undefined(u)",     given="v = u; undefined(v)",    source=DOMAINS),
)
# fmt: on
