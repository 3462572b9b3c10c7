"""Limits from what holds close to the place only: an equation, an inequality, a bound.

What is close to a place p depends on p: all x but p itself, or those of them with b < x < d; p < x < b from above; b < x < p from below; x > b far to
the right; x < b far to the left. An equation `u = v` that holds there carries the limit of v over to u; it is
directed, so that u is defined wherever v is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

LIMITS: Final = (
    "Rudin, Principles of Mathematical Analysis, 3rd ed., Definitions 4.1 and 4.33 (a limit depends on what is near)"
)
SQUEEZE: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 3.19 with Definition 4.33"
CONTINUITY: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 4.5 and Theorem 4.6"
# how the name of a row ends, the place, what the place must be, and what is close to it
PLACES: Final = (
    ("near a point", "p", "defined(p)", "x != p"),
    ("close to a point", "p", "b < p; p < d", "in(x, (b, d)), x != p"),
    ("from above", "from_above(p)", "p < b", "in(x, (p, b))"),
    ("from below", "from_below(p)", "b < p", "in(x, (b, p))"),
    ("far to the right", "oo", "defined(b)", "in(x, (b, oo))"),
    ("far to the left", "-oo", "defined(b)", "in(x, (-oo, b))"),
)


def _rows(name: str, place: str, is_place: str, near: str) -> Iterator[Rule]:
    """The rows for one kind of place."""

    def row(what: str, law: str, given: str, source: str) -> Rule:
        return rule(
            f"{what}, {name}", law.replace("P", place), given=f"{is_place}; {given.replace('P', place)}", source=source
        )

    yield row("limit of an equal", "tends(u, x, P, a)", f"tends(v, x, P, a); {near}, defined(v) => u = v", LIMITS)
    yield row(
        "bounded times what tends to 0", "tends(u*v, x, P, 0)", f"tends(v, x, P, 0); {near} => abs(u) <= c", SQUEEZE
    )
    if place not in ("oo", "-oo"):
        yield row("squeeze", "tends(u, x, P, a)",
                  f"tends(v, x, P, a); tends(w, x, P, a); {near} => v <= u; {near} => u <= w", SQUEEZE)  # fmt: skip
    yield row(
        "square root of what tends to 0", "tends(sqrt(u), x, P, 0)", f"tends(u, x, P, 0); {near} => u >= 0", CONTINUITY
    )


RULES: Final = (
    *(row for place in PLACES for row in _rows(*place)),
    rule(
        "continuous, from above",
        "tends(u, x, from_above(p), at(u, x, p))",
        given="p < b; continuous(u, x, [p, b))",
        source=CONTINUITY,
    ),
    rule(
        "continuous, from below",
        "tends(u, x, from_below(p), at(u, x, p))",
        given="b < p; continuous(u, x, (b, p])",
        source=CONTINUITY,
    ),
)
