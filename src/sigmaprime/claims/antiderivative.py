"""An antiderivative: its derivative is the integrand."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"

# fmt: off
ROWS: Final = (
    rule("antiderivative", "antiderivative[fn(x, w), S, fn(x, u)]",
         given="in(x, S) => D(w, x) = u; in(x, S) => defined(u)", source=MEANING),
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
