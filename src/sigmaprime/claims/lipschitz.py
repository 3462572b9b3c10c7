"""Lipschitz with a constant: by a bound of the derivative; refuted by a chord that is too steep."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
MEAN_VALUE = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 5.10 and 5.11 (mean value theorem)"

# fmt: off
ROWS: Final = (
    rule("slope bounded",       "lipschitz(u, x, S, c)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => abs(D(u, x)) <= c; defined(c)",
         source=MEAN_VALUE),
    rule("Lipschitz on both sides of a point", "lipschitz(u, x, S, c)",
         given="lipschitz(u, x, T, c); lipschitz(u, x, R, c); a in T; a in R; "
               "in(x, S), x <= a => x in T; in(x, S), x >= a => x in R",
         source="the triangle inequality, " + MEANING),
    rule("not Lipschitz",           "not(lipschitz(u, x, S, c))",
         given="a in S; b in S; abs(at(u, x, a) - at(u, x, b)) > c*abs(a - b)", source=MEANING),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "lipschitz",
        words=(Phrase("lipschitz", "is Lipschitz with constant {c:term}"),),
        theorems=("slope bounded",),
        denials=("not Lipschitz",),
    ),
)
