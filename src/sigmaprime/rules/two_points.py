"""What convexity, and a bound of the slope, say of two points: chords, tangents, and how far apart values can be."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

MEANING = "the definition of the word"
CONVEX = "Rudin, Principles of Mathematical Analysis, 3rd ed., Exercise 4.23 (definition of a convex function)"
TANGENT = "Rudin, Principles of Mathematical Analysis, 3rd ed., Exercises 4.23 and 5.14 (tangents of convex functions)"
BETWEEN = "interval[S]; u in S; v in S"
WEIGHTS = "w >= 0; h >= 0; w + h = 1"
POSITIVE = "w > 0; h > 0; w + h = 1; u != v"

# fmt: off
RULES: Final = (
    rule("chord above a convex function", "apply(k, w*u + h*v) <= w*apply(k, u) + h*apply(k, v)",
         given=f"convex[k, S]; {BETWEEN}; {WEIGHTS}", source=CONVEX),
    rule("chord below a concave function", "apply(k, w*u + h*v) >= w*apply(k, u) + h*apply(k, v)",
         given=f"concave[k, S]; {BETWEEN}; {WEIGHTS}", source=CONVEX),
    rule("chord above a strictly convex function", "apply(k, w*u + h*v) < w*apply(k, u) + h*apply(k, v)",
         given=f"strictly_convex[k, S]; {BETWEEN}; {POSITIVE}", source=CONVEX),
    rule("chord below a strictly concave function", "apply(k, w*u + h*v) > w*apply(k, u) + h*apply(k, v)",
         given=f"strictly_concave[k, S]; {BETWEEN}; {POSITIVE}", source=CONVEX),
    rule("tangent below a convex function", "apply(k, u) >= apply(k, v) + D[k, v]*(u - v)",
         given=f"convex[k, S]; {BETWEEN}; defined(D[k, v])", source=TANGENT),
    rule("tangent above a concave function", "apply(k, u) <= apply(k, v) + D[k, v]*(u - v)",
         given=f"concave[k, S]; {BETWEEN}; defined(D[k, v])", source=TANGENT),
    rule("tangent below a strictly convex function", "apply(k, u) > apply(k, v) + D[k, v]*(u - v)",
         given=f"strictly_convex[k, S]; {BETWEEN}; defined(D[k, v]); u != v", source=TANGENT),
    rule("tangent above a strictly concave function", "apply(k, u) < apply(k, v) + D[k, v]*(u - v)",
         given=f"strictly_concave[k, S]; {BETWEEN}; defined(D[k, v]); u != v", source=TANGENT),
    rule("values no further apart than the constant allows", "abs(apply(k, u) - apply(k, v)) <= c*abs(u - v)",
         given="lipschitz[k, S, c]; u in S; v in S", source=MEANING),
)
# fmt: on
