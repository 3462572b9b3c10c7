"""Boxes spelled for latex2mathml, in the few constructs that it gets right.

What LaTeX cannot say travels as the character itself and is recognised by the repair: U+2061 after the name of a
function, U+2062 between factors, ′ as a prime of its own, − as a sign in front of one operand.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final, assert_never

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
from sigmaprime.notation.symbols import SIGNS
from sigmaprime.write._tex import joined
from sigmaprime.write.writer import NotWritable

APPLY: Final = "\u2061"
_NAME: Final = re.compile(r"\\mathrm\{[A-Za-z0-9]+\}|\\[A-Za-z]+|\\log_(2|\{10\})|\\mathbb\{[NR]\}|[^\W\d_]")
_AS_ITSELF: Final = frozenset(("\u2062", "−"))


def spell(box: Box) -> str:
    match box:
        case Word(text, latex):
            if not _NAME.fullmatch(latex):
                raise NotWritable(f"the name {text!r} cannot be written in MathML")
            return latex
        case Digits(digits):
            return digits
        case Sign(";"):
            return r";\, "  # browsers leave no space after it, as they do after a comma
        case Sign(sign, prefix):
            return sign if prefix or sign == "\u2062" else f" {SIGNS.get(sign, sign)} "
        case Said():
            raise NotWritable("words never go through the converter")
        case Row(parts):
            return joined(*(spell(part) + _gap(part, after) for part, after in zip_longest(parts, parts[1:])))
        case Over(top, bottom, small):
            return rf"\{'tfrac' if small else 'frac'}{{{spell(top)}}}{{{spell(bottom)}}}"
        case Raised(base, power):
            return f"{{{spell(base)}}}^{{{spell(power)}}}"
        case Lowered(base, index):
            return f"{{{spell(base)}}}_{{{spell(index)}}}"
        case Primed(base, count):
            return spell(base) + "′" * count if count <= 3 else f"{{{spell(base)}}}^{{({count})}}"
        case Bracketed(inside, left, right):
            opening, closing = (SIGNS.get(bracket, bracket) or "." for bracket in (left, right))
            return rf"{{\left{opening} {spell(inside)} \right{closing}}}"
        case Root(inside, degree):
            return rf"\sqrt{f'[{spell(degree)}]' if degree else ''}{{{spell(inside)}}}"
        case Applied(function, argument):
            space = "" if isinstance(argument, Bracketed) else r"\,"
            return joined(spell(function), APPLY, space, spell(argument))
        case Large(sign, below, above):
            return _large(spell(sign).strip(), below, above)
    assert_never(box)


def _gap(box: Box, after: Box | None) -> str:
    """The thin space between a factor and the name of a function, which browsers do not add: ½ tanh x."""
    match box, after:
        case Sign("\u2062"), Applied(Word(name) | Raised(Word(name)), _) if len(name) > 1:
            return r"\,"
    return ""


def _large(sign: str, below: Box | None, above: Box | None) -> str:
    limits = "" if sign == r"\int" else r"\limits"
    lower = f"_{{{spell(below)}}}" if below else ""
    upper = f"^{{{spell(above)}}}" if above else ""
    return f"{{{sign}{limits if lower or upper else ''}{lower}{upper}}}"
