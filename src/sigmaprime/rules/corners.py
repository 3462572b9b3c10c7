"""Lists of critical points some of which may be places without a derivative: |x| at 0, cbrt(x) at 0.

Around such a place, between its neighbours in the list, u is not differentiable. Everywhere else it has a derivative,
so it can have none there.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

MEANING: Final = "the definition of the word: inner points where the derivative is 0 or does not exist"
MOST: Final = 3
CORNER, LEVEL = "no slope", "slope 0"


def row_name(kinds: tuple[str, ...]) -> str:
    return f"critical points, with {' then '.join(kinds)}"


def _row(kinds: tuple[str, ...]) -> Rule:
    points = [f"a{number}" for number in range(1, len(kinds) + 1)]
    marks = ["p", *points, "q"]
    known = [f"{low} < {high}" for low, high in pairwise(marks)]
    for k, kind in enumerate(kinds, 1):
        if kind == LEVEL:
            known.append(f"D[fn(x, u), {marks[k]}] = 0")
        else:
            known.append(f"not(differentiable(u, x, ({marks[k - 1]}, {marks[k + 1]})))")
    outside = [f"x < {points[0]}", *(f"x > {a}, x < {b}" for a, b in pairwise(points))]
    steep = "; ".join(f"in(x, S), {where} => D(u, x) != 0" for where in (*outside, f"x > {points[-1]}"))
    return rule(
        row_name(kinds), f"critical(u, x, S, points({', '.join(points)}))",
        given=f"open[S]; in(x, S) => defined(u); {'; '.join(known)}; in(x, (p, q)) => x in S; {steep}", source=MEANING,
    )  # fmt: skip


RULES: Final = (
    *(_row(kinds) for count in range(1, MOST + 1) for kinds in product((CORNER, LEVEL), repeat=count)),
    rule("critical points lie inside", "critical(u, x, [a, b], T)",
         given="critical(u, x, (a, b), T); defined(at(u, x, a)); defined(at(u, x, b)); a < b", source=MEANING),
)  # fmt: skip
