"""An antiderivative: its derivative is the integrand."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
ENDS = (
    "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 5.10 (mean value theorem): at an end of a set the "
    "one-sided derivative of a continuous function is the limit of its derivatives"
)

# fmt: off
ROWS: Final = (
    rule("antiderivative", "antiderivative[fn(x, w), S, fn(x, u)]",
         given="in(x, S) => D(w, x) = u; in(x, S) => defined(u)", source=MEANING),
    rule("antiderivative up to the ends", "antiderivative[fn(x, w), S, fn(x, u)]",
         given="interval[S]; a in S; b in S; a < b; inside(x, S) => D(w, x) = u; continuous(w, x, S); continuous(u, x, S)",
         source=ENDS),
    rule("not an antiderivative",   "not(antiderivative[fn(x, w), S, fn(x, u)])",
         given="a in S; D[fn(x, w), a] != at(u, x, a)", source=MEANING),
    rule("undefined, so not an antiderivative", "not(antiderivative[fn(x, w), S, fn(x, u)])",
         given="a in S; undefined(at(w, x, a))", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "antiderivative",
        words=(),
        theorems=("antiderivative",),
        denials=("not an antiderivative", "undefined, so not an antiderivative"),
    ),
)
