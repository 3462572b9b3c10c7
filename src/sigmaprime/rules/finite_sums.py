"""Sums over an index: taken apart, put in another order, differentiated term by term, and their signs.

An equation of two sums owes that its left side is defined where its right side is: a sum needs whole numbers for its
ends, and a value of every one of its terms.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

SUMS: Final = "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §2.3 (manipulation of sums)"
DOUBLE: Final = "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §2.4 (multiple sums)"
SLOPE: Final = "DLMF §1.4(iii), https://dlmf.nist.gov/1.4#iii (the derivative of a sum)"
FIELD: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Proposition 1.18 (ordered fields)"
TERMS: Final = "whole(x), x >= a, x <= b => "
THERE: Final = "defined(sum(u, x, a, b))"

# fmt: off
RULES: Final = (
    rule("sum over an index is defined",  "defined(sum(u, x, a, b))",
         given=f"whole(a); whole(b); a <= b + 1; {TERMS} defined(u)", source=SUMS),
    rule("sum of sums over an index",         "sum(u + v, x, a, b) = sum(u, x, a, b) + sum(v, x, a, b)", source=SUMS),
    rule("sum of differences over an index",  "sum(u - v, x, a, b) = sum(u, x, a, b) - sum(v, x, a, b)", source=SUMS),
    rule("sum of negatives over an index",    "sum(-u, x, a, b) = -sum(u, x, a, b)",                     source=SUMS),
    rule("constant factor of a sum",      "sum(c*u, x, a, b) = c*sum(u, x, a, b)",                   source=SUMS),
    rule("constant divisor of a sum",     "sum(u/c, x, a, b) = sum(u, x, a, b)/c",                   source=SUMS),
    rule("sum of a constant",             "sum(c, x, a, b) = c*(b - a + 1)",
         given="defined(sum(c, x, a, b))", source=SUMS),
    rule("sums of equal terms",           "sum(u, x, a, b) = sum(v, x, a, b)", given=f"{TERMS} u = v", source=SUMS),
    rule("name of an index",              "sum(u, x, a, b) = sum(at(u, x, y), y, a, b)",             source=SUMS),
    rule("sums in the other order",       "sum(sum(u, y, c, d), x, a, b) = sum(sum(u, x, a, b), y, c, d)",
         given="whole(a); whole(b); a <= b + 1", source=DOUBLE),
    rule("the one term that delta leaves", "sum(delta(x, c)*u, x, a, b) = at(u, x, c)",
         given=f"{THERE}; whole(c); a <= c; c <= b", source=SUMS),
    rule("derivative of a sum over an index", "D(sum(u, y, a, b), x) = sum(D(u, x), y, a, b)",       source=SLOPE),

    rule("sum of positive terms",         "sum(u, x, a, b) > 0",  given=f"{THERE}; a <= b; {TERMS} u > 0", source=FIELD),
    rule("sum of nonnegative terms",      "sum(u, x, a, b) >= 0", given=f"{THERE}; {TERMS} u >= 0",  source=FIELD),
    rule("smaller terms, smaller sum",    "sum(u, x, a, b) <= sum(v, x, a, b)",
         given=f"{THERE}; {TERMS} u <= v", source=FIELD),
    rule("a term at most the sum",        "at(u, x, c) <= sum(u, x, a, b)",
         given=f"{THERE}; whole(c); a <= c; c <= b; {TERMS} u >= 0", source=FIELD),
    rule("a term less than the sum",      "at(u, x, c) < sum(u, x, a, b)",
         given=f"{THERE}; whole(c); a <= c; c <= b; a < b; {TERMS} u > 0", source=FIELD),
)
# fmt: on
