"""Local maxima and minima: a value that is not exceeded on the part of the set in some open interval around the place."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 5.7"

# fmt: off
ROWS: Final = (
    rule("local maximum", "local_maximum(u, x, S, V, a)",
         given="p < a; a < q; a in S; at(u, x, a) = V; in(x, S), x > p, x < q => u <= V", source=MEANING),
    rule("local minimum", "local_minimum(u, x, S, V, a)",
         given="p < a; a < q; a in S; at(u, x, a) = V; in(x, S), x > p, x < q => u >= V", source=MEANING),
    *(rule(f"{slope}, so no local {word}", f"not(local_{word}(u, x, S, V, a))",
           given=f"p < a; a < q; in(x, (p, q)) => x in S; strictly_{slope}(u, x, (p, q))", source=MEANING)
      for word in ("maximum", "minimum") for slope in ("increasing", "decreasing")),
    rule("greater on both sides, so no local maximum", "not(local_maximum(u, x, S, V, a))",
         given="p < a; a < q; in(x, (p, q)) => x in S; in(x, (p, q)), x != a => u > V", source=MEANING),
    rule("less on both sides, so no local minimum", "not(local_minimum(u, x, S, V, a))",
         given="p < a; a < q; in(x, (p, q)) => x in S; in(x, (p, q)), x != a => u < V", source=MEANING),
    *(row for word in ("maximum", "minimum") for row in (
        rule(f"not in the set, so no local {word} there", f"not(local_{word}(u, x, S, V, a))",
             given="outside[a, S]", source=MEANING),
        rule(f"undefined, so no local {word} there", f"not(local_{word}(u, x, S, V, a))",
             given="undefined(at(u, x, a))", source=MEANING))),
    rule("another value, so no local maximum", "not(local_maximum(u, x, S, V, a))",
         given="at(u, x, a) != V", source=MEANING),
    rule("another value, so no local minimum", "not(local_minimum(u, x, S, V, a))",
         given="at(u, x, a) != V", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "local_maximum",
        words=(Phrase("local_maximum", "has local maximum {V:term} at {x} = {a:term}"),),
        denials=(
            "another value, so no local maximum",
            "not in the set, so no local maximum there",
            "undefined, so no local maximum there",
            "greater on both sides, so no local maximum",
            "increasing, so no local maximum",
            "decreasing, so no local maximum",
        ),
    ),
    Kind(
        "local_minimum",
        words=(Phrase("local_minimum", "has local minimum {V:term} at {x} = {a:term}"),),
        denials=(
            "another value, so no local minimum",
            "not in the set, so no local minimum there",
            "undefined, so no local minimum there",
            "less on both sides, so no local minimum",
            "increasing, so no local minimum",
            "decreasing, so no local minimum",
        ),
    ),
)
