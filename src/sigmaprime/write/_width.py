"""How wide a box or a text will be, roughly, in em: enough to choose where a reason goes."""

from __future__ import annotations

from sigmaprime.notation.box import (
    Applied,
    Box,
    Bracketed,
    Digits,
    Large,
    Lowered,
    Over,
    Primed,
    Raised,
    Root,
    Row,
    Said,
    Sign,
    Word,
)  # fmt: skip


def width(box: Box) -> float:
    match box:
        case Word(name):
            return 0.6 if len(name) == 1 else 0.52 * len(name) + 0.17
        case Digits(digits):
            return 0.5 * len(digits)
        case Sign(sign, prefix):
            return 0.1 if sign == "\u2062" else 0.5 if sign in ",/\u2009" else 0.78 if prefix else 1.35
        case Said(words):
            return 0.5 * len(words)
        case Row(parts):
            return sum(map(width, parts))
        case Over(top, bottom, small):
            return max(width(top), width(bottom)) * (0.75 if small else 1.0) + 0.25
        case Raised(base, power) | Lowered(base, power):
            return width(base) + 0.75 * width(power)
        case Primed(base, count):
            return width(base) + 0.3 * count
        case Bracketed(inside, _, _, tall):
            return width(inside) + (1.4 if tall else 0.8)
        case Root(inside, _):
            return width(inside) + 0.9
        case Applied(function, argument):
            return width(function) + width(argument) + 0.17
        case Large(sign, below, above):
            return max(width(sign) + 0.2, *(0.75 * width(part) for part in (below, above) if part), 0.9)
