"""Substitution in a limit: if u → q, and u is not q itself close to the place, then k(u) tends to what k tends to at q.

The places that a new variable t moves to are told apart as those of limits are: a number q, q from above or below, oo
and −oo. The other rows put another variable for x: −t, 1/t, p + t.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.near import PLACES
from sigmaprime.rules.row import rule

COMPOSITION = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.7 and Definition 4.33 (composition)"
# what is said of u close to the place, so that it comes to q as t does
WAYS: Final = (("a point", "q", "u != q"), ("a point from above", "from_above(q)", "u > q"),
               ("a point from below", "from_below(q)", "u < q"))  # fmt: skip


def _towards(name: str, place: str, is_place: str, near: str) -> Iterator[Rule]:
    for way, there, beside in WAYS:
        yield rule(f"substitution of what tends to {way}, {name}", f"tends(apply(k, u), x, {place}, a)",
                   given=f"{is_place}; tends[k, {there}, a]; tends(u, x, {place}, q); {near} => {beside}",
                   source=COMPOSITION)  # fmt: skip


# fmt: off
RULES: Final = (
    *(row for place in PLACES for row in _towards(*place)),
    rule("substitution of what grows", "tends(apply(k, u), x, p, a)", given="tends[k, oo, a]; tends(u, x, p, oo)", source=COMPOSITION),
    rule("substitution of what falls", "tends(apply(k, u), x, p, a)", given="tends[k, -oo, a]; tends(u, x, p, -oo)", source=COMPOSITION),
    rule("limit with -t",              "tends(u, x, -oo, a)", given="tends(at(u, x, -t), t, oo, a)", source=COMPOSITION),
    rule("limit with 1/t",             "tends(u, x, oo, a)", given="tends(at(u, x, 1/t), t, from_above(0), a)", source=COMPOSITION),
    rule("limit with p + t",           "tends(u, x, p, a)", given="tends(at(u, x, p + t), t, 0, a); defined(p)", source=COMPOSITION),
    rule("limit with p + 1/t",         "tends(u, x, from_above(p), a)", given="tends(at(u, x, p + 1/t), t, oo, a); defined(p)", source=COMPOSITION),
    rule("limit with p - 1/t",         "tends(u, x, from_below(p), a)", given="tends(at(u, x, p - 1/t), t, oo, a); defined(p)", source=COMPOSITION),
)
# fmt: on
