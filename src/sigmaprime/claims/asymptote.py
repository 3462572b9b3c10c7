"""A line that the graph approaches."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"

# fmt: off
ROWS: Final = (
    rule("asymptote", "asymptote[fn(x, u), S, fn(x, w), p]", given="tends(u - w, x, p, 0)", source=MEANING),
    rule("not an asymptote", "not(asymptote[fn(x, u), S, fn(x, w), p])", given="not(tends(u - w, x, p, 0))", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "asymptote",
        words=(Phrase("asymptote", "has asymptote {L:line} as {x} -> {p:place}"),),
        theorems=("asymptote",),
    ),
)
