"""Signs, bounds, extrema and ranges of a function on a set, by the meaning of the words, and what denies them."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

MEANING = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definitions 1.7, 1.8, 4.28 and 5.7"
BETWEEN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.23 (intermediate value theorem)"
ON_INTERVAL = "interval[S]; continuous(u, x, S)"

# fmt: off
RULES: Final = (
    rule("positive",       "positive(u, x, S)",    given="in(x, S) => u > 0",  source=MEANING),
    rule("negative",       "negative(u, x, S)",    given="in(x, S) => u < 0",  source=MEANING),
    rule("not negative",   "nonnegative(u, x, S)", given="in(x, S) => u >= 0", source=MEANING),
    rule("not positive",   "nonpositive(u, x, S)", given="in(x, S) => u <= 0", source=MEANING),
    rule("not zero",       "nonzero(u, x, S)",     given="in(x, S) => u != 0", source=MEANING),
    rule("without zeros",  "no_zeros(u, x, S)",    given="in(x, S) => u != 0", source=MEANING),
    rule("bounded",        "bounded(u, x, S)",     given="in(x, S) => u >= a; in(x, S) => u <= b", source=MEANING),
    rule("maximum",        "maximum(u, x, S, V, a)",
         given="a in S; at(u, x, a) = V; in(x, S) => u <= V", source=MEANING),
    rule("minimum",        "minimum(u, x, S, V, a)",
         given="a in S; at(u, x, a) = V; in(x, S) => u >= V", source=MEANING),
    rule("unique maximum", "unique_maximum(u, x, S, V, a)",
         given="a in S; at(u, x, a) = V; defined(V); in(x, S), x != a => u < V", source=MEANING),
    rule("unique minimum", "unique_minimum(u, x, S, V, a)",
         given="a in S; at(u, x, a) = V; defined(V); in(x, S), x != a => u > V", source=MEANING),
    rule("unique, so a maximum", "maximum(u, x, S, V, a)", given="unique_maximum(u, x, S, V, a)", source=MEANING),
    rule("unique, so a minimum", "minimum(u, x, S, V, a)", given="unique_minimum(u, x, S, V, a)", source=MEANING),
    rule("largest value",  "largest(u, x, S, V)",  given="maximum(u, x, S, V, a)", source=MEANING),
    rule("smallest value", "smallest(u, x, S, V)", given="minimum(u, x, S, V, a)", source=MEANING),
    rule("supremum",       "supremum(u, x, S, V)", given="in(x, S) => u <= V; approaches(u, x, S, V)", source=MEANING),
    rule("infimum",        "infimum(u, x, S, V)",  given="in(x, S) => u >= V; approaches(u, x, S, V)", source=MEANING),
    rule("supremum not attained", "no_maximum(u, x, S)", given="in(x, S) => u < V; approaches(u, x, S, V)", source=MEANING),
    rule("infimum not attained",  "no_minimum(u, x, S)", given="in(x, S) => u > V; approaches(u, x, S, V)", source=MEANING),
    rule("unbounded above, so no maximum", "no_maximum(u, x, S)", given="approaches(u, x, S, oo)", source=MEANING),
    rule("unbounded below, so no minimum", "no_minimum(u, x, S)", given="approaches(u, x, S, -oo)", source=MEANING),

    rule("attained",       "approaches(u, x, S, b)", given="a in S; at(u, x, a) = b; defined(b)", source=MEANING),
    rule("approached at the left end",  "approaches(u, x, S, b)",
         given="interval[S]; a in S; c in S; a < c; tends(u, x, left(S), b)", source=MEANING),
    rule("approached at the right end", "approaches(u, x, S, b)",
         given="interval[S]; a in S; c in S; a < c; tends(u, x, right(S), b)", source=MEANING),

    rule("open range",     "range(u, x, S, (a, b))",
         given=f"{ON_INTERVAL}; in(x, S) => u > a; in(x, S) => u < b; approaches(u, x, S, a); approaches(u, x, S, b)",
         source=BETWEEN),
    rule("range with its least value", "range(u, x, S, [a, b))",
         given=f"{ON_INTERVAL}; c in S; at(u, x, c) = a; in(x, S) => u >= a; in(x, S) => u < b; approaches(u, x, S, b)",
         source=BETWEEN),
    rule("range with its greatest value", "range(u, x, S, (a, b])",
         given=f"{ON_INTERVAL}; c in S; at(u, x, c) = b; in(x, S) => u > a; in(x, S) => u <= b; approaches(u, x, S, a)",
         source=BETWEEN),
    rule("closed range",   "range(u, x, S, [a, b])",
         given=f"{ON_INTERVAL}; c in S; at(u, x, c) = a; d in S; at(u, x, d) = b; in(x, S) => u >= a; in(x, S) => u <= b",
         source=BETWEEN),
    rule("range open and unbounded above", "range(u, x, S, (a, oo))",
         given=f"{ON_INTERVAL}; in(x, S) => u > a; approaches(u, x, S, a); approaches(u, x, S, oo)", source=BETWEEN),
    rule("range closed and unbounded above", "range(u, x, S, [a, oo))",
         given=f"{ON_INTERVAL}; c in S; at(u, x, c) = a; in(x, S) => u >= a; approaches(u, x, S, oo)", source=BETWEEN),
    rule("range open and unbounded below", "range(u, x, S, (-oo, b))",
         given=f"{ON_INTERVAL}; in(x, S) => u < b; approaches(u, x, S, b); approaches(u, x, S, -oo)", source=BETWEEN),
    rule("range closed and unbounded below", "range(u, x, S, (-oo, b])",
         given=f"{ON_INTERVAL}; c in S; at(u, x, c) = b; in(x, S) => u <= b; approaches(u, x, S, -oo)", source=BETWEEN),
    rule("range is everything", "range(u, x, S, (-oo, oo))",
         given=f"{ON_INTERVAL}; approaches(u, x, S, -oo); approaches(u, x, S, oo)", source=BETWEEN),
)
# fmt: on
