"""How large a number is that a text writes down: 9^9^9^9 has more digits than there are atoms."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.term import App, Num, Term

MOST_BITS: Final = 1_000_000


def is_too_large(base: Term, exponent: Term) -> bool:
    """Whether base^exponent, of two numbers that are written down, is beyond what is computed exactly."""
    size, power = _bits(base), _whole(exponent)
    return size is not None and power is not None and size > 1 and size * abs(power) > MOST_BITS


def _bits(term: Term) -> int | None:
    """The length in bits of a number, or of the longer part of a fraction; None for what is no such number."""
    match term:
        case Num(value):
            return max(abs(value.numerator).bit_length(), value.denominator.bit_length())
        case App("neg", (inner,)):
            return _bits(inner)
        case App("^", _):
            power = _whole(term)
            return None if power is None else abs(power).bit_length()
    return None


def _whole(term: Term) -> int | None:
    match term:
        case Num(value) if value.denominator == 1:
            return int(value)
        case App("neg", (inner,)):
            found = _whole(inner)
            return None if found is None else -found
        case App("^", (base, exponent)) if not is_too_large(base, exponent):
            low, power = _whole(base), _whole(exponent)
            return int(low**power) if low is not None and power is not None and power >= 0 else None
    return None
