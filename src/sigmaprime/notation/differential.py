"""The d of calculus: d/dx, d²/dx², du, 2x dx."""

from __future__ import annotations

from typing import Final

from sigmaprime.notation.box import Box, Bracketed, Digits, Lowered, Over, Raised, Row, Sign, Word

D: Final = Word("d", "d")
CURLY: Final = Word("∂", r"\partial")  # of partial derivatives
_SPACE: Final = Sign("\u2009")


def d_by_d(x: Box, order: int, d: Box = D) -> Box:
    return Over(d, Row((d, x))) if order == 1 else d_by_d_times(x, Digits(str(order)), d)


def d_by_d_times(x: Box, count: Box, d: Box = D) -> Box:
    return Over(Raised(d, count), Row((d, Raised(x, count))))


def derivative(d_by_dx: Box, of: Box, place: Box | None) -> Box:
    """d/dx of something, perhaps at a place: with a bar, and x = a below it."""
    box = Row((d_by_dx, _SPACE, of))
    return box if place is None else Lowered(Bracketed(box, "", "|", tall=True), place)


def differential(of: Box, factor: Box | None, *, minus: bool, bare: bool) -> Box:
    """dx, −dx, or dx with a factor before it; d(2x) with brackets round what is not bare."""
    x = of if bare else Bracketed(of)
    if factor is not None:
        return Row((factor, _SPACE, D, x))
    return Row((Sign("−", prefix=True), D, x)) if minus else Row((D, x))
