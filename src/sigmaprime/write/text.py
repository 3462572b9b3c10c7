"""Plain text: the language itself, in ASCII, so that every formula in it can be copied and read again.

There is no second, prettier text form: `s'(x) <= 1/4` is what one types, and a terminal shows it as it is.
"""

from __future__ import annotations

from textwrap import indent, wrap
from typing import Final, assert_never

from sigmaprime.document.page import (
    Block,
    Details,
    Display,
    Document,
    Heading,
    Line,
    Note,
    Paragraph,
    Piece,
    Plot,
    Say,
    Shown,
    Strong,
    Table,
    Text,
    Variations,
)  # fmt: skip
from sigmaprime.kernel.term import Term
from sigmaprime.notation.line import language
from sigmaprime.write._strips import rows
from sigmaprime.write.writer import Unspoken, Writer

_WIDTH: Final = 100
_REASON_COLUMN: Final = 64
_SIGNS: Final = {
    "+": "+", "-": "-", "0": "0", "bar": "||", "void": "///", "rises": "/", "falls": "\\", "level": "--",
    "convex": "\\_/", "concave": "/^\\",  # the same in every language, as ∪ and ∩ are
}  # fmt: skip
_RELATIONS: Final = {"->": "->", "~": "~"}


def inline(term: Term) -> str:
    return language(term)


def text(pieces: Text) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Shown(shown) | Strong(shown):
            return shown
        case Say(name):
            raise Unspoken(name)
    return language(piece)


def blocks(parts: tuple[Block, ...]) -> str:
    return "\n\n".join(filter(None, map(_block, parts)))


def page(document: Document) -> str:
    title = text(document.title)
    heading = f"{title}\n{'=' * len(title)}\n\n" if title else ""
    return f"{heading}{blocks(document.blocks)}\n"


def _block(block: Block) -> str:
    match block:
        case Heading(words):
            said = text(words)
            return f"{said}\n{'-' * len(said)}"
        case Paragraph(words):
            return _filled(text(words))
        case Note(words, label):
            return _filled(f"{label}: {text(words)}")
        case Display(lines):
            return indent(_display(lines), "    ")
        case Details(summary, parts, shown, aside):
            return "" if aside and not shown else f"{_filled(text(summary))}\n\n{indent(blocks(parts), '    ')}"
        case Table(header, rows):
            return _table((header, *rows) if header else rows)
        case Plot(_, caption):
            return f"[Figure: {text(caption)}]" if caption else ""
        case Variations():
            return _variations(block)
    assert_never(block)


def _filled(said: str) -> str:
    return "\n".join(wrap(said, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _display(lines: tuple[Line, ...]) -> str:
    left = max((len(language(line.left)) for line in lines if line.left is not None), default=0)
    left = left if left <= _REASON_COLUMN // 2 else 4
    relation = max(len(line.relation) for line in lines)
    written: list[str] = []
    for line in lines:
        start = language(line.left) if line.left is not None else ""
        if len(start) > left:
            written.append(start)
            start = ""
        formula = f"{start:<{left}} {line.relation:<{relation}} {language(line.right)}"
        written += _with_reason(formula, text(line.reason), left + relation + 2)
        if line.open and line.details:
            written.append(indent(blocks(line.details), " " * (left + relation + 6)))
    return "\n".join(written)


def _with_reason(formula: str, reason: str, margin: int) -> list[str]:
    if not reason:
        return [formula]
    if len(formula) < _REASON_COLUMN:
        return [f"{formula:<{_REASON_COLUMN}}  [{reason}]"]
    return [formula, f"{'':<{max(_REASON_COLUMN, margin)}}  [{reason}]"]


def _table(rows: tuple[tuple[Text, ...], ...]) -> str:
    cells = [[text(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def _variations(table: Variations) -> str:
    """Signs and arrows in columns; a value stands high, low or in the middle."""
    strips = rows(table, text, _SIGNS, tall=True)
    cells = [row for strip in strips for row in strip]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    rule = "-" * (widths[0] + 1) + "+" + "-" * (sum(widths[1:]) + 2 * (len(widths) - 1))
    written: list[str] = [text(table.caption), ""] if table.caption else []
    for index, strip in enumerate(strips):
        written += [rule] if index else []
        for label, *rest in strip:
            line = "".join(f"  {cell:^{width}}" for cell, width in zip(rest, widths[1:], strict=True))
            written.append(f"{label:<{widths[0]}} |{line}".rstrip())
    return indent("\n".join(written), "    ")


WRITER: Final = Writer("text", ".txt", inline, text, blocks, page)
