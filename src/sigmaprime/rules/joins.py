"""Where pieces join: a function that is two differentiable ones side by side, and what shows that it is not smooth there.

If u is differentiable near a, its derivative has no jump and does not run to infinity at a (mean value theorem):
were D u -> b from above, the difference quotients at a from above would tend to b as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

JOIN: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 5.1 (from each side) with Theorem 4.4"
JUMP: Final = (
    "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 5.12 and its corollary (derivatives have no jumps)"
)
MEANING: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 4.5 (continuity)"
CONVEX: Final = (
    "the definition of the word: both pieces lie on one side of a straight line through the point where they meet"
)
MEET: Final = "p < c; c < q; in(x, (p, c]) => u = v; in(x, [c, q)) => u = w"
# which derivative, how it is written, and what cannot have it jump
DERIVATIVES: Final = (
    ("the derivative", "D(u, x)", "differentiable"),
    ("the derivative, so not smooth", "D(u, x)", "smooth"),
    ("the second derivative", "D(D(u, x), x)", "smooth"),
    ("the third derivative", "D(D(D(u, x), x), x)", "smooth"),
)
SIDES: Final = (("above", "a < q; in(x, (a, q)) => x in S"), ("below", "q < a; in(x, (q, a)) => x in S"))


def _jumps(name: str, slope: str, head: str) -> Iterator[Rule]:
    yield rule(f"a jump of {name}", f"not({head}(u, x, S))",
               given=f"tends({slope}, x, from_above(a), b); tends({slope}, x, from_below(a), c); b != c; "
                     "p < a; a < q; in(x, (p, q)) => x in S", source=JUMP)  # fmt: skip
    for side, inside in SIDES:
        for value in ("oo", "-oo"):
            word = "grows" if value == "oo" else "falls"
            yield rule(f"{name} {word} from {side}", f"not({head}(u, x, S))",
                       given=f"a in S; tends({slope}, x, from_{side}(a), {value}); {inside}", source=JUMP)  # fmt: skip


def _gaps(side: str, inside: str) -> Iterator[Rule]:
    """Not continuous: the limit from one side is another number than the value."""
    yield rule(f"another value than the limit from {side}", "not(continuous(u, x, S))",
               given=f"a in S; tends(u, x, from_{side}(a), b); at(u, x, a) != b; {inside}", source=MEANING)  # fmt: skip


def _curved_on_both_sides(word: str, relation: str) -> Iterator[Rule]:
    """Convex up to c and from c on, with a slope that does not fall there: both pieces lie above one line through c."""
    for head, name in ((word, word), (f"strictly_{word}", f"strictly {word}")):
        yield rule(f"{name} on both sides of a point", f"{head}(u, x, S)",
                   given=f"interval[S]; {head}(u, x, T); {head}(u, x, R); in(x, S), x <= c => x in T; "
                         f"in(x, S), x >= c => x in R; {MEET}; D[fn(x, v), c] {relation} D[fn(x, w), c]", source=CONVEX)  # fmt: skip


RULES: Final = (
    *(row for derivative in DERIVATIVES for row in _jumps(*derivative)),
    *(row for side in SIDES for row in _gaps(*side)),
    rule("two differentiable functions side by side", "differentiable(u, x, S)",
         given="differentiable(v, x, S); differentiable(w, x, S); in(x, S), x <= c => u = v; in(x, S), x >= c => u = w; "
               "D[fn(x, v), c] = D[fn(x, w), c]; defined(D[fn(x, w), c])", source=JOIN),
    rule("differentiable on both sides of a place", "differentiable(u, x, (a, b))",
         given="differentiable(v, x, (a, c]); differentiable(w, x, [c, b)); in(x, (a, c]) => u = v; "
               "in(x, [c, b)) => u = w; D[fn(x, v), c] = D[fn(x, w), c]; defined(D[fn(x, w), c]); c in (a, b)",
         source=JOIN),
    rule("two continuous functions side by side", "continuous(u, x, S)",
         given="continuous(v, x, S); continuous(w, x, S); in(x, S), x <= c => u = v; in(x, S), x >= c => u = w; defined(c)",
         source=JOIN),
    rule("continuous on both sides of a point", "continuous(u, x, S)",
         given="continuous(u, x, T); continuous(u, x, R); c in T; c in R; in(x, S), x <= c => x in T; "
               "in(x, S), x >= c => x in R", source=MEANING),
    rule("derivative where two functions meet", "D[fn(x, u), c] = b",
         given=f"D[fn(x, v), c] = b; D[fn(x, w), c] = b; defined(b); {MEET}", source=JOIN),
    rule("two functions meet at an angle", "undefined(D[fn(x, u), c])",
         given=f"D[fn(x, v), c] = a; D[fn(x, w), c] = b; a != b; {MEET}", source=JOIN),
    rule("no derivative at an inner point", "not(differentiable(u, x, S))",
         given="undefined(D[fn(x, u), c]); p < c; c < q; in(x, (p, q)) => x in S",
         source="the definition of the word: at inner points of the set there is a derivative"),
    *_curved_on_both_sides("convex", "<="),
    *_curved_on_both_sides("concave", ">="),
    rule("not differentiable, so not smooth", "not(smooth(u, x, S))", given="not(differentiable(u, x, S))", source=JUMP),
    rule("not continuous, so not differentiable", "not(differentiable(u, x, S))", given="not(continuous(u, x, S))",
         source="Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 5.2"),
)  # fmt: skip
