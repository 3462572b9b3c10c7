"""Two functions that undo each other: each on the natural domain of the other."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "Stewart, Calculus, 8th ed., §1.5 (inverse functions); the definition of the word"

# fmt: off
ROWS: Final = (
    rule("inverse functions", "inverse[k, S, c]",
         given="in(x, S) => apply(c, apply(k, x)) = x; in(x, domain[c]) => apply(k, apply(c, x)) = x;"
               "in(x, domain[c]) => apply(c, x) in S",
         source=MEANING),
    rule("not undone", "not(inverse[k, S, c])", given="a in S; apply(c, apply(k, a)) != a", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "inverse",
        words=(Phrase("inverse", "is inverse to {g:function}"),),
        theorems=("inverse functions",),
        denials=("not undone",),
    ),
)
