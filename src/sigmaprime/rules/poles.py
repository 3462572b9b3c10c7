"""Infinite limits, where a denominator or the argument of a logarithm tends to 0 and keeps its sign."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.near import PLACES
from sigmaprime.rules.row import rule

LAWS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.34 with Definition 4.33"
EXPONENTIAL = "DLMF §4.4(iii), https://dlmf.nist.gov/4.4#iii"
SIGNS: Final = (("positive", ">"), ("negative", "<"))


def _over(name: str, place: str, is_place: str, near: str, top: tuple[str, str], bottom: tuple[str, str]) -> Rule:
    """The row for a quotient whose numerator and denominator have these signs."""
    value = "oo" if top == bottom else "-oo"
    return rule(
        f"{top[0]} over a {bottom[0]} that tends to 0, {name}",
        f"tends(u/v, x, {place}, {value})",
        given=f"tends(u, x, {place}, a); a {top[1]} 0; tends(v, x, {place}, 0); {is_place}; {near} => v {bottom[1]} 0",
        source=LAWS,
    )


RULES: Final = (
    *(_over(*place, top, bottom) for place in PLACES for top in SIGNS for bottom in SIGNS),
    *(
        rule(
            f"logarithm of a positive that tends to 0, {name}",
            f"tends(ln(u), x, {place}, -oo)",
            given=f"tends(u, x, {place}, 0); {is_place}; {near} => u > 0",
            source=EXPONENTIAL,
        )
        for name, place, is_place, near in PLACES
    ),
)
