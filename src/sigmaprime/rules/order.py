"""Signs and order: what follows from the signs of the parts, and how inequalities combine."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

FIELD = "Rudin, Principles of Mathematical Analysis, 3rd ed., Proposition 1.18 (ordered fields)"
ORDER = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definitions 1.5 and 1.17 (order, ordered fields)"
VALUE = "DLMF §1.2, §1.4 (elementary properties of order and absolute value)"

# fmt: off
RULES: Final = (
    rule("square is not negative",      "u^2 >= 0",      given="defined(u)",        source=FIELD),
    rule("square is positive",          "u^2 > 0",       given="u != 0",            source=FIELD),
    rule("power of a positive",         "u^n > 0",       given="u > 0",             source=FIELD),
    rule("power of a nonnegative",      "u^n >= 0",      given="u >= 0",            source=FIELD),
    rule("sum of positives",            "u + v > 0",     given="u > 0; v > 0",      source=FIELD),
    rule("positive plus nonnegative",   "u + v > 0",     given="u > 0; v >= 0",     source=FIELD),
    rule("nonnegative plus positive",   "u + v > 0",     given="u >= 0; v > 0",     source=FIELD),
    rule("sum of nonnegatives",         "u + v >= 0",    given="u >= 0; v >= 0",    source=FIELD),
    rule("sum of negatives",            "u + v < 0",     given="u < 0; v < 0",      source=FIELD),
    rule("sum of nonpositives",         "u + v <= 0",    given="u <= 0; v <= 0",    source=FIELD),
    rule("product of positives",        "u*v > 0",       given="u > 0; v > 0",      source=FIELD),
    rule("product of negatives",        "u*v > 0",       given="u < 0; v < 0",      source=FIELD),
    rule("positive times negative",     "u*v < 0",       given="u > 0; v < 0",      source=FIELD),
    rule("negative times positive",     "u*v < 0",       given="u < 0; v > 0",      source=FIELD),
    rule("product of nonnegatives",     "u*v >= 0",      given="u >= 0; v >= 0",    source=FIELD),
    rule("product of nonpositives",     "u*v >= 0",      given="u <= 0; v <= 0",    source=FIELD),
    rule("nonnegative times nonpositive", "u*v <= 0",    given="u >= 0; v <= 0",    source=FIELD),
    rule("nonpositive times nonnegative", "u*v <= 0",    given="u <= 0; v >= 0",    source=FIELD),
    rule("quotient of positives",       "u/v > 0",       given="u > 0; v > 0",      source=FIELD),
    rule("quotient of negatives",       "u/v > 0",       given="u < 0; v < 0",      source=FIELD),
    rule("positive over negative",      "u/v < 0",       given="u > 0; v < 0",      source=FIELD),
    rule("negative over positive",      "u/v < 0",       given="u < 0; v > 0",      source=FIELD),
    rule("nonnegative over positive",   "u/v >= 0",      given="u >= 0; v > 0",     source=FIELD),
    rule("nonpositive over positive",   "u/v <= 0",      given="u <= 0; v > 0",     source=FIELD),
    rule("negative of a positive",      "-u < 0",        given="u > 0",             source=FIELD),
    rule("negative of a negative",      "-u > 0",        given="u < 0",             source=FIELD),
    rule("negative of a nonnegative",   "-u <= 0",       given="u >= 0",            source=FIELD),
    rule("negative of a nonpositive",   "-u >= 0",       given="u <= 0",            source=FIELD),

    rule("product that is not zero",    "u*v != 0",      given="u != 0; v != 0",    source=FIELD),
    rule("quotient that is not zero",   "u/v != 0",      given="u != 0; v != 0",    source=FIELD),
    rule("first factor of what is not zero", "u != 0",   given="u*v != 0",          source=FIELD),
    rule("second factor of what is not zero", "v != 0",  given="u*v != 0",          source=FIELD),
    rule("base of a power that is not zero", "u != 0",   given="u^n != 0",          source=FIELD),
    rule("power that is not zero",      "u^n != 0",      given="u != 0",            source=FIELD),
    rule("negative that is not zero",   "-u != 0",       given="u != 0",            source=FIELD),
    rule("less, so not equal",          "u != v",        given="u < v",             source=ORDER),
    rule("greater, so not equal",       "u != v",        given="u > v",             source=ORDER),

    rule("less by a positive difference",    "u < v",    given="v - u > 0",         source=ORDER),
    rule("at most, by a difference",         "u <= v",   given="v - u >= 0",        source=ORDER),
    rule("greater by a positive difference", "u > v",    given="u - v > 0",         source=ORDER),
    rule("at least, by a difference",        "u >= v",   given="u - v >= 0",        source=ORDER),
    rule("different by a difference",        "u != v",   given="u - v != 0",        source=ORDER),
    rule("not equal, so a difference that is not zero", "u - v != 0", given="u != v", source=ORDER),
    rule("positive difference",              "v - u > 0",  given="u < v",           source=ORDER),
    rule("nonnegative difference",           "v - u >= 0", given="u <= v",          source=ORDER),
    rule("negative difference",              "u - v < 0",  given="u < v",           source=ORDER),
    rule("nonpositive difference",           "u - v <= 0", given="u <= v",          source=ORDER),
    rule("less, turned round",          "u < v",         given="v > u",             source=ORDER),
    rule("at most, turned round",       "u <= v",        given="v >= u",            source=ORDER),
    rule("greater, turned round",       "u > v",         given="v < u",             source=ORDER),
    rule("at least, turned round",      "u >= v",        given="v <= u",            source=ORDER),
    rule("different, turned round",     "u != v",        given="v != u",            source=ORDER),
    rule("less, so at most",            "u <= v",        given="u < v",             source=ORDER),
    rule("greater, so at least",        "u >= v",        given="u > v",             source=ORDER),
    rule("equal, so at most",           "u <= v",        given="u = v; defined(v)", source=ORDER),
    rule("equal, so at least",          "u >= v",        given="u = v; defined(v)", source=ORDER),
    rule("less than what is less",      "u < w",         given="u < v; v < w",      source=ORDER),
    rule("less than what is at most",   "u < w",         given="u < v; v <= w",     source=ORDER),
    rule("at most what is less",        "u < w",         given="u <= v; v < w",     source=ORDER),
    rule("at most what is at most",     "u <= w",        given="u <= v; v <= w",    source=ORDER),
    rule("greater than what is greater", "u > w",        given="u > v; v > w",      source=ORDER),
    rule("greater than what is at least", "u > w",       given="u > v; v >= w",     source=ORDER),
    rule("at least what is greater",    "u > w",         given="u >= v; v > w",     source=ORDER),
    rule("at least what is at least",   "u >= w",        given="u >= v; v >= w",    source=ORDER),

    rule("larger denominator",          "u/v <= u/w",    given="u >= 0; w > 0; v >= w", source=FIELD),
    rule("product of bounds",           "u*v <= w*h",    given="u >= 0; v >= 0; u <= w; v <= h", source=FIELD),

    rule("absolute value at most",      "abs(u) <= v",   given="u <= v; -v <= u",   source=VALUE),
    rule("absolute value less than",    "abs(u) < v",    given="u < v; -v < u",     source=VALUE),
    rule("absolute value of a nonnegative", "abs(u) = u",  given="u >= 0",          source=VALUE),
    rule("absolute value of a nonpositive", "abs(u) = -u", given="u <= 0",          source=VALUE),
    rule("absolute value of a negative", "abs(-u) = abs(u)",                        source=VALUE),
    rule("absolute value is not negative", "abs(u) >= 0", given="defined(u)",       source=VALUE),
    rule("triangle inequality",         "abs(u + v) <= abs(u) + abs(v)", given="defined(u); defined(v)", source=VALUE),
    rule("square root at most",         "sqrt(u) <= v",  given="u >= 0; v >= 0; u <= v^2", source=VALUE),
    rule("square root less than",       "sqrt(u) < v",   given="u >= 0; v >= 0; u < v^2",  source=VALUE),
    rule("square root at least",        "sqrt(u) >= v",  given="u >= v^2",                 source=VALUE),
    rule("equal multiples",             "u = v",         given="n*u = n*v",         source=FIELD),
    rule("equal, by a difference",      "u = v",         given="u - v = 0",         source=ORDER),
    rule("negative, zero or positive",  "P",  given="defined(u); u < 0 => P; u = 0 => P; u > 0 => P", source=ORDER),
    rule("negative or positive, not being zero", "P", given="u != 0; u < 0 => P; u > 0 => P", source=ORDER),
    rule("zero or positive, not being negative", "P", given="u >= 0; u = 0 => P; u > 0 => P", source=ORDER),
    rule("neither less nor greater",    "u = v",         given="u <= v; u >= v",    source=ORDER),
    rule("a factor that is zero",       "u = 0",         given="w*u = 0; w != 0",   source=FIELD),
    rule("equality turned round",       "u = v",         given="v = u; defined(u)", source=ORDER),
)
# fmt: on
