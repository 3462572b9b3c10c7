"""Theorems about functions on an interval: from the sign of a derivative to monotonicity, convexity, extrema, range.

The set S is an interval where a premise says `interval[S]`; otherwise any set. `in(x, S)` is "x lies in S",
`inside(x, S)` "x lies in the interior of S".
"""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

MEAN_VALUE = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 5.10 and 5.11 (mean value theorem)"
CONVEX = "Rudin, Principles of Mathematical Analysis, 3rd ed., Exercise 5.14 (convexity from the derivative)"
MEANING = "the definition of the word"
BETWEEN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.23 (intermediate value theorem)"
FUNDAMENTAL = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 6.21 (fundamental theorem of calculus)"

# fmt: off
RULES: Final = (
    rule("positive slope",      "strictly_increasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) > 0",  source=MEAN_VALUE),
    rule("negative slope",      "strictly_decreasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) < 0",  source=MEAN_VALUE),
    rule("nonnegative slope",   "increasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) >= 0", source=MEAN_VALUE),
    rule("nonpositive slope",   "decreasing(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) <= 0", source=MEAN_VALUE),
    rule("strictly increasing, so increasing", "increasing(u, x, S)", given="strictly_increasing(u, x, S)", source=MEANING),
    rule("strictly decreasing, so decreasing", "decreasing(u, x, S)", given="strictly_decreasing(u, x, S)", source=MEANING),
    rule("increasing, so monotonic", "monotonic(u, x, S)", given="increasing(u, x, S)", source=MEANING),
    rule("decreasing, so monotonic", "monotonic(u, x, S)", given="decreasing(u, x, S)", source=MEANING),
    rule("strictly increasing, so injective", "injective(u, x, S)", given="strictly_increasing(u, x, S)", source=MEANING),
    rule("strictly decreasing, so injective", "injective(u, x, S)", given="strictly_decreasing(u, x, S)", source=MEANING),
    rule("an increasing function keeps <",  "apply(k, u) < apply(k, v)",
         given="strictly_increasing[k, S]; u in S; v in S; u < v",  source=MEANING),
    rule("an increasing function keeps >",  "apply(k, u) > apply(k, v)",
         given="strictly_increasing[k, S]; u in S; v in S; u > v",  source=MEANING),
    rule("an increasing function keeps <=", "apply(k, u) <= apply(k, v)",
         given="increasing[k, S]; u in S; v in S; u <= v",          source=MEANING),
    rule("an increasing function keeps >=", "apply(k, u) >= apply(k, v)",
         given="increasing[k, S]; u in S; v in S; u >= v",          source=MEANING),
    rule("a decreasing function turns < round",  "apply(k, u) > apply(k, v)",
         given="strictly_decreasing[k, S]; u in S; v in S; u < v",  source=MEANING),
    rule("a decreasing function turns > round",  "apply(k, u) < apply(k, v)",
         given="strictly_decreasing[k, S]; u in S; v in S; u > v",  source=MEANING),
    rule("a decreasing function turns <= round", "apply(k, u) >= apply(k, v)",
         given="decreasing[k, S]; u in S; v in S; u <= v",          source=MEANING),
    rule("a decreasing function turns >= round", "apply(k, u) <= apply(k, v)",
         given="decreasing[k, S]; u in S; v in S; u >= v",          source=MEANING),
    rule("a monotonic function takes a value once", "apply(k, u) != apply(k, v)",
         given="injective[k, S]; u in S; v in S; u != v", source=MEANING),
    rule("slope zero",          "constant(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(u, x) = 0", source=MEAN_VALUE),
    rule("slope bounded",       "lipschitz(u, x, S, c)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => abs(D(u, x)) <= c", source=MEAN_VALUE),
    rule("positive curvature",  "strictly_convex(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) > 0", source=CONVEX),
    rule("negative curvature",  "strictly_concave(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) < 0", source=CONVEX),
    rule("nonnegative curvature", "convex(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) >= 0", source=CONVEX),
    rule("nonpositive curvature", "concave(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) <= 0", source=CONVEX),
)
# fmt: on
