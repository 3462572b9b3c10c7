"""Maxima and minima, attained or not: a value that is taken, and an inequality."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"

# fmt: off
ROWS: Final = (
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
    rule("a greater value",         "not(maximum(u, x, S, V, a))",    given="b in S; at(u, x, b) > V",  source=MEANING),
    rule("a smaller value",         "not(minimum(u, x, S, V, a))",    given="b in S; at(u, x, b) < V",  source=MEANING),
    rule("another value there",     "not(maximum(u, x, S, V, a))",    given="at(u, x, a) != V",         source=MEANING),
    rule("another value there, so no minimum", "not(minimum(u, x, S, V, a))", given="at(u, x, a) != V", source=MEANING),
    rule("no maximum, so no unique one", "not(unique_maximum(u, x, S, V, a))", given="not(maximum(u, x, S, V, a))", source=MEANING),
    rule("no minimum, so no unique one", "not(unique_minimum(u, x, S, V, a))", given="not(minimum(u, x, S, V, a))", source=MEANING),
    *(row for word in ("maximum", "minimum") for row in (
        rule(f"not in the set, so no {word} there", f"not({word}(u, x, S, V, a))", given="outside[a, S]", source=MEANING),
        rule(f"undefined, so no {word} there", f"not({word}(u, x, S, V, a))", given="undefined(at(u, x, a))", source=MEANING))),
    rule("as great elsewhere",      "not(unique_maximum(u, x, S, V, a))", given="b in S; b != a; at(u, x, b) >= V", source=MEANING),
    rule("as small elsewhere",      "not(unique_minimum(u, x, S, V, a))", given="b in S; b != a; at(u, x, b) <= V", source=MEANING),
    rule("a value above the largest", "not(largest(u, x, S, V))",     given="a in S; at(u, x, a) > V",  source=MEANING),
    rule("a value below the smallest", "not(smallest(u, x, S, V))",   given="a in S; at(u, x, a) < V",  source=MEANING),
    rule("never as large",          "not(largest(u, x, S, V))",       given="in(x, S) => u != V",       source=MEANING),
    rule("never as small",          "not(smallest(u, x, S, V))",      given="in(x, S) => u != V",       source=MEANING),
    rule("a value above the supremum", "not(supremum(u, x, S, V))",   given="a in S; at(u, x, a) > V",  source=MEANING),
    rule("a value below the infimum", "not(infimum(u, x, S, V))",     given="a in S; at(u, x, a) < V",  source=MEANING),
    rule("a smaller upper bound",   "not(supremum(u, x, S, V))",      given="in(x, S) => u <= b; b < V", source=MEANING),
    rule("a greater lower bound",   "not(infimum(u, x, S, V))",       given="in(x, S) => u >= b; b > V", source=MEANING),
    rule("has a maximum",           "not(no_maximum(u, x, S))",       given="maximum(u, x, S, V, a)",   source=MEANING),
    rule("has a minimum",           "not(no_minimum(u, x, S))",       given="minimum(u, x, S, V, a)",   source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "maximum",
        words=(Phrase("maximum", "has maximum {V:term} at {x} = {a:term}"),),
        theorems=("maximum",),
        denials=(
            "another value there",
            "a greater value",
            "not in the set, so no maximum there",
            "undefined, so no maximum there",
        ),
    ),
    Kind(
        "minimum",
        words=(Phrase("minimum", "has minimum {V:term} at {x} = {a:term}"),),
        theorems=("minimum",),
        denials=(
            "another value there, so no minimum",
            "a smaller value",
            "not in the set, so no minimum there",
            "undefined, so no minimum there",
        ),
    ),
    Kind(
        "unique_maximum",
        words=(Phrase("unique_maximum", "has unique maximum {V:term} at {x} = {a:term}"),),
        theorems=("unique maximum",),
        denials=("no maximum, so no unique one", "as great elsewhere"),
    ),
    Kind(
        "unique_minimum",
        words=(Phrase("unique_minimum", "has unique minimum {V:term} at {x} = {a:term}"),),
        theorems=("unique minimum",),
        denials=("no minimum, so no unique one", "as small elsewhere"),
    ),
    Kind(
        "no_maximum",
        words=(Phrase("no_maximum", "has no maximum"),),
        denials=("has a maximum",),
    ),
    Kind(
        "no_minimum",
        words=(Phrase("no_minimum", "has no minimum"),),
        denials=("has a minimum",),
    ),
    Kind(
        "largest",
        words=(),
        denials=("a value above the largest", "never as large"),
    ),
    Kind(
        "smallest",
        words=(),
        denials=("a value below the smallest", "never as small"),
    ),
    Kind(
        "supremum",
        words=(),
        theorems=("supremum",),
        denials=("a value above the supremum", "a smaller upper bound"),
    ),
    Kind(
        "infimum",
        words=(),
        theorems=("infimum",),
        denials=("a value below the infimum", "a greater lower bound"),
    ),
)
