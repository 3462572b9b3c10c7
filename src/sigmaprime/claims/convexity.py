"""Convex and concave: by the sign of the second derivative; refuted by a chord and the point below or above its middle."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
COMBINED = "Boyd and Vandenberghe, Convex Optimization, §3.2 (operations that preserve convexity)"
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
    *(rule(f"{word} slope, so {head.replace('_', ' ')}", f"{head}(u, x, S)",
           given=f"interval[S]; continuous(u, x, S); inside(x, S) => x in T; {way}(D(u, x), x, T)", source=CONVEX)
      for word, way, head in (
          ("strictly rising", "strictly_increasing", "strictly_convex"), ("rising", "increasing", "convex"),
          ("strictly falling", "strictly_decreasing", "strictly_concave"), ("falling", "decreasing", "concave"))),
    *(row for head, other in (("convex", "concave"), ("concave", "convex")) for row in (
        rule(f"sum of {head} functions", f"{head}(u + v, x, S)", given=f"{head}(u, x, S); {head}(v, x, S)", source=COMBINED),
        rule(f"{head} minus {other}", f"{head}(u - v, x, S)", given=f"{head}(u, x, S); {other}(v, x, S)", source=COMBINED),
        rule(f"negative of a {other} function", f"{head}(-u, x, S)", given=f"{other}(u, x, S)", source=COMBINED),
        rule(f"positive multiple of a {head} function", f"{head}(c*u, x, S)", given=f"{head}(u, x, S); c > 0", source=COMBINED),
        rule(f"{head} over a positive number", f"{head}(u/c, x, S)", given=f"{head}(u, x, S); c > 0", source=COMBINED),
        rule(f"strictly {head}, so {head}", f"{head}(u, x, S)", given=f"strictly_{head}(u, x, S)", source=MEANING),
        rule(f"a straight line is {head}", f"{head}(u, x, S)",
             given="interval[S]; in(x, S) => u = a*x + b; defined(a); defined(b)", source=MEANING))),
    rule("maximum of convex functions", "convex(max(u, v), x, S)", given="convex(u, x, S); convex(v, x, S)", source=COMBINED),
    rule("minimum of concave functions", "concave(min(u, v), x, S)", given="concave(u, x, S); concave(v, x, S)", source=COMBINED),
    rule("absolute value of a straight line", "convex(abs(u), x, S)", given="convex(u, x, S); concave(u, x, S)", source=COMBINED),
    rule("a chord that is not above", "not(strictly_convex(u, x, S))",
         given="a in S; b in S; a < b; (a + b)/2 in S; at(u, x, (a + b)/2) >= (at(u, x, a) + at(u, x, b))/2", source=MEANING),
    rule("a chord that is not below", "not(strictly_concave(u, x, S))",
         given="a in S; b in S; a < b; (a + b)/2 in S; at(u, x, (a + b)/2) <= (at(u, x, a) + at(u, x, b))/2", source=MEANING),
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
        denials=("not convex, so not strictly", "a chord that is not above", "undefined, so not strictly convex"),
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
        denials=("not concave, so not strictly", "a chord that is not below", "undefined, so not strictly concave"),
    ),
)
