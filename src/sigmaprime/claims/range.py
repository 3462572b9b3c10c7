"""Range and bounds: between its bounds a continuous function on an interval takes every value."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
BETWEEN = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.23 (intermediate value theorem)"
ON_INTERVAL = "interval[S]; continuous(u, x, S)"

# fmt: off
ROWS: Final = (
    rule("bounded",        "bounded(u, x, S)",     given="in(x, S) => u >= a; in(x, S) => u <= b", source=MEANING),
    rule("bounded on two parts", "bounded(u, x, S)",
         given="bounded(u, x, T); bounded(u, x, R); in(x, S) => x in union(T, R)", source=MEANING),
    rule("range of a part that has every value", "range(u, x, S, T)",
         given="in(x, S) => u in T; in(x, A) => x in S; range(u, x, A, T)", source=MEANING),
    rule("range in two parts", "range(u, x, S, union(Q, R))",
         given="in(x, S) => u in union(Q, R); in(x, A) => x in S; in(x, B) => x in S; range(u, x, A, Q); range(u, x, B, R)",
         source=MEANING),
    rule("range with one value", "range(u, x, S, points(a))",
         given="c in S; in(x, S) => u = a; defined(a)", source=MEANING),
    rule("range with two values", "range(u, x, S, points(a, b))",
         given="in(x, S) => u in points(a, b); c in S; at(u, x, c) = a; d in S; at(u, x, d) = b; defined(a); defined(b)", source=MEANING),
    rule("range with three values", "range(u, x, S, points(a, b, e))",
         given="in(x, S) => u in points(a, b, e); c in S; at(u, x, c) = a; d in S; at(u, x, d) = b; k in S; at(u, x, k) = e; "
               "defined(a); defined(b); defined(e)",
         source=MEANING),
    rule("attained",       "approaches(u, x, S, b)", given="a in S; at(u, x, a) = b; defined(b)", source=MEANING),
    rule("approached in a part", "approaches(u, x, S, b)",
         given="in(x, A) => x in S; approaches(u, x, A, b)", source=MEANING),
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
    rule("unbounded above",         "not(bounded(u, x, S))",          given="approaches(u, x, S, oo)",  source=MEANING),
    rule("unbounded below",         "not(bounded(u, x, S))",          given="approaches(u, x, S, -oo)", source=MEANING),
    rule("a value outside",         "not(range(u, x, S, T))",         given="a in S; outside[at(u, x, a), T]", source=MEANING),
    rule("a value that is missed",  "not(range(u, x, S, T))",         given="c in T; in(x, S) => u != c", source=MEANING),
    *undefined(("bounded",)),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "range",
        words=(Phrase("range", "has range {T:set}"),),
        denials=("a value outside", "a value that is missed"),
    ),
    Kind(
        "bounded",
        words=(Phrase("bounded", "is bounded"),),
        denials=("unbounded above", "unbounded below", "undefined, so not bounded"),
    ),
)
