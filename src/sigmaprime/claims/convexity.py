"""Convex and concave: by the sign of the second derivative; refuted by a chord and the point below or above its middle."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
CONVEX = "Rudin, Principles of Mathematical Analysis, 3rd ed., Exercise 5.14 (convexity from the derivative)"

# fmt: off
ROWS: Final = (
    rule("positive curvature",  "strictly_convex(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) > 0", source=CONVEX),
    rule("negative curvature",  "strictly_concave(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) < 0", source=CONVEX),
    rule("nonnegative curvature", "convex(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) >= 0", source=CONVEX),
    rule("nonpositive curvature", "concave(u, x, S)",
         given="interval[S]; continuous(u, x, S); inside(x, S) => D(D(u, x), x) <= 0", source=CONVEX),
    rule("not convex",              "not(convex(u, x, S))",
         given="a in S; b in S; (a + b)/2 in S; at(u, x, (a + b)/2) > (at(u, x, a) + at(u, x, b))/2", source=MEANING),
    rule("not concave",             "not(concave(u, x, S))",
         given="a in S; b in S; (a + b)/2 in S; at(u, x, (a + b)/2) < (at(u, x, a) + at(u, x, b))/2", source=MEANING),
    rule("not convex, so not strictly", "not(strictly_convex(u, x, S))", given="not(convex(u, x, S))", source=MEANING),
    rule("not concave, so not strictly", "not(strictly_concave(u, x, S))", given="not(concave(u, x, S))", source=MEANING),
    *undefined(("convex", "strictly_convex", "concave", "strictly_concave")),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "convex",
        words=(Phrase("convex", "is convex"),),
        theorems=("nonnegative curvature",),
        denials=("not convex", "undefined, so not convex"),
    ),
    Kind(
        "strictly_convex",
        words=(Phrase("strictly_convex", "is strictly convex"),),
        theorems=("positive curvature",),
        denials=("not convex, so not strictly", "undefined, so not strictly convex"),
    ),
    Kind(
        "concave",
        words=(Phrase("concave", "is concave"),),
        theorems=("nonpositive curvature",),
        denials=("not concave", "undefined, so not concave"),
    ),
    Kind(
        "strictly_concave",
        words=(Phrase("strictly_concave", "is strictly concave"),),
        theorems=("negative curvature",),
        denials=("not concave, so not strictly", "undefined, so not strictly concave"),
    ),
)
