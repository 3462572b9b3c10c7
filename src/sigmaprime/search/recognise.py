"""Which well-known number lies very close to a computed one: p/q, pπ/q, √(p/q), ln(p/q), exp(p/q)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.term import App, Num, Term, number
from sigmaprime.search.numbers import rational

LARGEST: Final = 1000  # numerators and denominators
TINY: Final = 2.0**-64
CLOSE: Final = Fraction(1, 2**48)


def known_numbers(near: Fraction) -> Iterator[Term]:
    """Terms without variables whose values agree with `near` to about fifteen digits."""
    with precision(128, 1):
        x = arb(fmpq(near.numerator, near.denominator))
        if (r := _simple(x)) is not None:
            yield number(r)
        if (r := _simple(x / arb.pi())) is not None and r:
            yield _times(r, App("pi", ()))
        if (r := _simple(x * x)) is not None and r:
            root = App("sqrt", (Num(r),))
            yield root if near > 0 else App("neg", (root,))
        if (r := _simple(x.exp())) is not None and r > 0 and r != 1:
            yield App("ln", (Num(r),)) if r >= 1 else App("neg", (App("ln", (Num(1 / r),)),))
        if near > 0 and (r := _simple(x.log())) is not None:
            yield App("exp", (number(r),))


def _simple(ball: arb) -> Fraction | None:
    if not ball.is_finite() or ball.abs_upper() > LARGEST:
        return None
    if ball.abs_upper() < TINY:
        return Fraction(0)
    middle = sum(rational(ball), Fraction(0)) / 2
    near = middle.limit_denominator(LARGEST)
    return near if abs(near - middle) < CLOSE and abs(near.numerator) <= LARGEST**2 else None


def _times(r: Fraction, unit: Term) -> Term:
    """r·unit, as one writes it: π/2, 3π/4, −π."""
    top = unit if abs(r.numerator) == 1 else App("*", (Num(abs(r.numerator)), unit))
    size = top if r.denominator == 1 else App("/", (top, Num(r.denominator)))
    return size if r > 0 else App("neg", (size,))
