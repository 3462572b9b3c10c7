"""Boxes spelled in LaTeX, with commands that amsmath and GitHub both know."""

from __future__ import annotations

import re
from types import MappingProxyType
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
from sigmaprime.notation.symbols import GREEK, SIGNS

_ESCAPES: Final = MappingProxyType({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", "′": "'", "…": r"\dots{}", "−": "--", "–": "--", "—": "---",
    "„": ",,", "“": "``", "”": "''", "’": "'",
})  # fmt: skip
_SIGNS_IN_TEXT: Final = MappingProxyType({
    **{letter: f"\\{name}" for name, letter in GREEK.items() if name != "omicron"},
    **{sign: command for sign, command in SIGNS.items() if not sign.isascii() and command and sign not in "−\u2009"},
})  # fmt: skip
_LATIN: Final = frozenset(map(chr, (*range(32, 127), *range(161, 256), 10)))
_ENDS_IN_COMMAND: Final = re.compile(r"\\[A-Za-z]+$")
_ADDRESS: Final = re.compile(r"https?://\S+")
_TIGHT: Final = frozenset(("/", "\u2062", "\u2009"))


def escape(words: str) -> str:
    """Words as LaTeX text; Greek letters and signs become formulas, other letters beyond Latin-1 a question mark."""
    escaped = "".join(_escaped(mark) for mark in words)
    return _ADDRESS.sub(lambda found: re.sub(r"([/.])", r"\1\\allowbreak{}", found.group()), escaped)


def _escaped(mark: str) -> str:
    if mark in _SIGNS_IN_TEXT:
        return rf"\ensuremath{{{_SIGNS_IN_TEXT[mark]}}}"
    return _ESCAPES.get(mark, mark if mark in _LATIN else "?")


def spell(box: Box) -> str:
    match box:
        case Word(_, latex):
            return latex
        case Digits(digits):
            return digits.replace(",", "{,}")
        case Sign(sign, prefix):
            command = SIGNS.get(sign, sign)
            return command if prefix or sign in _TIGHT else f"{command} " if sign in ",;" else f" {command} "
        case Said(words):
            return rf"\text{{{escape(words)}}}"
        case Row(parts):
            return joined(*map(spell, parts))
        case Over(top, bottom, small):
            return rf"\{'tfrac' if small else 'frac'}{{{spell(top)}}}{{{spell(bottom)}}}"
        case Raised(base, power):
            return f"{_carrier(base)}^{_script(power)}"
        case Lowered(base, index):
            return f"{_carrier(base)}_{_script(index)}"
        case Primed(base, count):
            return f"{spell(base)}{chr(39) * count}" if count <= 3 else f"{spell(base)}^{{({count})}}"
        case Bracketed(inside, left, right, tall):
            return _bracketed(spell(inside), left, right, tall)
        case Root(inside, degree):
            return rf"\sqrt{f'[{spell(degree)}]' if degree else ''}{{{spell(inside)}}}"
        case Applied(function, argument):
            space = "" if isinstance(argument, Bracketed) else " "
            return joined(spell(function), space, spell(argument))
        case Large(sign, below, above):
            lower = f"_{{{spell(below).strip()}}}" if below else ""
            upper = f"^{{{spell(above).strip()}}}" if above else ""
            return f"{spell(sign).strip()}{lower}{upper} "
    assert_never(box)


def joined(*parts: str) -> str:
    """The parts one after the other; a space where a command would swallow the letter that follows."""
    done = ""
    for part in parts:
        done += f" {part}" if _ENDS_IN_COMMAND.search(done) and part[:1].isalpha() else part
    return done


def _carrier(base: Box) -> str:
    return f"{{{spell(base)}}}" if isinstance(base, Row | Raised | Lowered | Over) else spell(base)


def _script(box: Box) -> str:
    spelled = spell(box).strip()
    return spelled if len(spelled) == 1 and spelled.isdigit() else f"{{{spelled}}}"


def _bracketed(inside: str, left: str, right: str, tall: bool) -> str:
    if tall and left == right == "|":
        return joined(r"\left\lvert", inside.strip(), r"\right\rvert")
    if tall:
        opening, closing = SIGNS.get(left, left) or ".", SIGNS.get(right, right) or "."
        return joined(rf"\left{opening}", inside.strip(), rf"\right{closing}")
    if left == right == "|":
        return rf"\lvert {inside} \rvert"
    return f"{SIGNS.get(left, left)}{inside}{SIGNS.get(right, right)}"
