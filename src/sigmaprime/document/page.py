"""What a page is made of: blocks of text and formulas, in the order in which one reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sigmaprime.kernel.term import Term

Detail: TypeAlias = Literal["brief", "normal", "full"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it was computed, "0.19661193…", or another text to be set as a formula without being one."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter."""

    text: str


@dataclass(frozen=True, slots=True)
class Say:
    """Words of the catalogue by their id, with what is put into them; `spoken` turns them into words of a language."""

    name: str
    parts: tuple[tuple[str, Text], ...] = ()


Piece: TypeAlias = str | Term | Shown | Strong | Say
Text: TypeAlias = tuple[Piece, ...]


def say(name: str, /, **parts: Piece | Text) -> Say:
    """The words with that id: `say("hence", claim=said(claim))`."""
    return Say(name, tuple((slot, part if isinstance(part, tuple) else (part,)) for slot, part in parts.items()))


@dataclass(frozen=True, slots=True)
class Heading:
    text: Text
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a display; only the first has a `left`. `details` explain it and are folded away unless `open`."""

    left: Term | None
    relation: str
    right: Term
    reason: Text = ()
    conditions: tuple[Text, ...] = ()
    details: tuple[Block, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Display:
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """An aside that a reader should not miss; `label` is the word before it, for a format that needs one."""

    text: Text
    label: str = "Note"


@dataclass(frozen=True, slots=True)
class Details:
    """Blocks under a summary, folded away unless `open`.

    An `aside` is what a reader takes for granted: a format that cannot fold leaves it out unless it is open.
    """

    summary: Text
    blocks: tuple[Block, ...]
    open: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture as SVG and the sentence under it."""

    svg: str
    caption: Text = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands at a place of a table of variations, or between two places.

    `sign`: `+`, `-`, `0`, `bar` (not defined there), `void` (outside of the domain), `rises`, `falls`, `level`,
    `convex`, `concave`, or nothing. `left` and `right` are values: on both sides of a bar, or `left` alone; `up` says
    how high each of them stands.
    """

    sign: str = ""
    left: Text = ()
    right: Text = ()
    up: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of a table of variations: its name, and a cell for every place and every gap between two places.

    A `tall` strip has values that stand high or low, and arrows from one to the next.
    """

    label: Text
    cells: tuple[Cell, ...]
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Variations:
    """A table of variations: the places in order, and what happens at them and between them."""

    variable: Text
    places: tuple[Text, ...]
    strips: tuple[Strip, ...]
    caption: Text = ()


Block: TypeAlias = Heading | Paragraph | Display | Note | Details | Table | Plot | Variations


@dataclass(frozen=True, slots=True)
class Document:
    """A page; `language` is the code of the language that it speaks."""

    title: Text
    blocks: tuple[Block, ...] = field(default=())
    language: str = "en"
