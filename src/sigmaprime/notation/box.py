"""Boxes: what a formula looks like on paper, before any format spells it.

A writer needs one line of code for each of these and no decisions: where a bracket stands, which fraction is
small and where a multiplication sign is left out has all been settled when the box was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """A letter or a name, as Unicode and as LaTeX; one letter stands in italics, a longer name upright."""

    text: str
    latex: str


@dataclass(frozen=True, slots=True)
class Digits:
    """A numeral without a sign."""

    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """An operator, a relation or punctuation; a `prefix` minus stands close to what follows."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Words within a formula, with the spaces that belong there."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    parts: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """A fraction; a `small` one is set in the size of the text, as ¼ is."""

    top: Box
    bottom: Box
    small: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    base: Box
    power: Box


@dataclass(frozen=True, slots=True)
class Lowered:
    base: Box
    index: Box


@dataclass(frozen=True, slots=True)
class Primed:
    """A function with one, two or three primes, or with the order of the derivative in brackets above."""

    base: Box
    count: int


@dataclass(frozen=True, slots=True)
class Bracketed:
    """`left` and `right` are brackets, bars or nothing; `tall` ones grow with what they hold."""

    inside: Box
    left: str = "("
    right: str = ")"
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Root:
    inside: Box
    degree: Box | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A function and its argument, which brings its own brackets if it needs any."""

    function: Box
    argument: Box


@dataclass(frozen=True, slots=True)
class Large:
    """∫, ∑, ∏, lim, max with what stands below and above it."""

    sign: Sign | Word
    below: Box | None = None
    above: Box | None = None


Box: TypeAlias = (
    Word | Digits | Sign | Said | Row | Over | Raised | Lowered | Primed | Bracketed | Root | Applied | Large
)  # fmt: skip


def is_tall(box: Box) -> bool:
    """Whether brackets round the box should grow: it holds a fraction, a large sign or the like."""
    match box:
        case Over(_, _, small):
            return not small
        case Large():
            return True
        case Row(parts):
            return any(map(is_tall, parts))
        case Raised(base, _) | Lowered(base, _) | Primed(base, _):
            return is_tall(base)
        case Applied(function, argument):
            return is_tall(function) or is_tall(argument)
        case Bracketed(inside) | Root(inside):
            return is_tall(inside)
    return False


def row_with(boxes: tuple[Box, ...], sign: Sign) -> Box:
    """The boxes in a row, with a sign between them."""
    parts: list[Box] = []
    for box in boxes:
        parts += (sign, box) if parts else (box,)
    return Row(tuple(parts))
