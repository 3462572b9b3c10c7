"""The d of calculus: d/dx, d²/dx², du, 2x dx."""

from __future__ import annotations

from typing import Final

from sigmaprime.notation.box import Box, Bracketed, Digits, Over, Raised, Row, Sign, Word

D: Final = Word("d", "d")
_SPACE: Final = Sign("\u2009")


def d_by_d(x: Box, order: int) -> Box:
    if order == 1:
        return Over(D, Row((D, x)))
    count = Digits(str(order))
    return Over(Raised(D, count), Row((D, Raised(x, count))))


def differential(of: Box, factor: Box | None, *, minus: bool, bare: bool) -> Box:
    """dx, −dx, or dx with a factor before it; d(2x) with brackets round what is not bare."""
    x = of if bare else Bracketed(of)
    if factor is not None:
        return Row((factor, _SPACE, D, x))
    return Row((Sign("−", prefix=True), D, x)) if minus else Row((D, x))
