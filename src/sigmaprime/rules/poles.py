"""Infinite limits from one side, where a denominator or the argument of a logarithm tends to 0 and keeps its sign."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

LAWS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.34 with Definition 4.33"
EXPONENTIAL = "DLMF §4.4(iii), https://dlmf.nist.gov/4.4#iii"
SIDES: Final = (("above", "p < b", "(p, b)"), ("below", "b < p", "(b, p)"))
SIGNS: Final = (("positive", ">"), ("negative", "<"))


def _over(side: str, order: str, near: str, top: tuple[str, str], bottom: tuple[str, str]) -> Rule:
    """The row for a quotient whose numerator and denominator have these signs."""
    value = "oo" if top == bottom else "-oo"
    return rule(
        f"{top[0]} over a {bottom[0]} that tends to 0, from {side}",
        f"tends(u/v, x, from_{side}(p), {value})",
        given=f"tends(u, x, from_{side}(p), a); a {top[1]} 0; tends(v, x, from_{side}(p), 0); "
        f"{order}; in(x, {near}) => v {bottom[1]} 0",
        source=LAWS,
    )


RULES: Final = (
    *(_over(*side, top, bottom) for side in SIDES for top in SIGNS for bottom in SIGNS),
    *(
        rule(
            f"logarithm of a positive that tends to 0, from {side}",
            f"tends(ln(u), x, from_{side}(p), -oo)",
            given=f"tends(u, x, from_{side}(p), 0); {order}; in(x, {near}) => u > 0",
            source=EXPONENTIAL,
        )
        for side, order, near in SIDES
    ),
)
