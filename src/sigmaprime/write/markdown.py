"""Markdown that GitHub, Jupyter and MyST show alike: formulas in `$`…`$` and in fenced `math` blocks."""

from __future__ import annotations

import re
from html import escape
from textwrap import indent
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
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.plane import boxed, relation_sign
from sigmaprime.write._strips import rows
from sigmaprime.write._tex import escape as tex_escape
from sigmaprime.write._tex import spell
from sigmaprime.write.writer import Unspoken, Writer

_MARKED: Final = re.compile(r"([\\`*_\[\]#|~])")


def inline(term: Term) -> str:
    """The formula between $` and `$, which protects it from being read as Markdown."""
    return f"$`{spell(boxed(term)).strip()}`$"


def text(pieces: Text) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return _escaped(piece)
        case Strong(words):
            return f"**{_escaped(words)}**"
        case Shown(shown):
            return _escaped(shown)
        case Say(name):
            raise Unspoken(name)
    return inline(piece)


def _escaped(words: str) -> str:
    return _MARKED.sub(r"\\\1", escape(words, quote=False)).replace("$", r"\$")


def blocks(parts: tuple[Block, ...]) -> str:
    return "\n\n".join(filter(None, map(_block, parts)))


def page(document: Document) -> str:
    title = f"# {text(document.title)}\n\n" if document.title else ""
    return f"{title}{blocks(document.blocks)}\n"


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return f"{'#' * min(level, 6)} {text(words)}"
        case Paragraph(words):
            return text(words)
        case Note(words, label):
            return f"> **{label}.** {text(words)}"
        case Display(lines):
            return _display(lines)
        case Details(summary, parts, shown):
            return _folded(text(summary), blocks(parts), shown)
        case Table(header, rows):
            titles = header or tuple(() for _ in rows[0])
            written = [_row(titles), "|" + " --- |" * len(titles), *map(_row, rows)]
            return "\n".join(written)
        case Plot(_, caption):
            return text(caption)
        case Variations():
            return _variations(block)
    assert_never(block)


def _variations(table: Variations) -> str:
    """One row a strip: a value stands where it is reached, before or after its arrow."""
    (header,), *strips = rows(table, text, _SIGNS, tall=False)
    lines = ["| " + " | ".join(header) + " |", "| :-- |" + " :-: |" * (len(header) - 1)]
    lines += ["| " + " | ".join(row) + " |" for strip in strips for row in strip]
    caption = f"{text(table.caption)}\n\n" if table.caption else ""
    return caption + "\n".join(lines)


def _display(lines: tuple[Line, ...]) -> str:
    """A fenced `math` block with the reasons beside the lines; what explains a line is listed after it."""
    rows = " \\\\\n".join(map(_aligned, lines))
    fence = f"```math\n\\begin{{aligned}}\n{rows}\n\\end{{aligned}}\n```"
    opened = tuple(block for line in lines if line.open for block in _explanation(line))
    return f"{fence}\n\n{blocks(opened)}" if opened else fence


def _aligned(line: Line) -> str:
    left = spell(boxed(line.left)).strip() if line.left is not None else ""
    reason = f" && {_reason(line.reason)}" if line.reason else ""
    return f"{left} &{spell(relation_sign(line.relation)).strip()} {spell(boxed(line.right)).strip()}{reason}".strip()


def _reason(pieces: Text) -> str:
    """A reason within a formula: words as text, terms as they are."""
    return r"\quad " + "".join(
        spell(boxed(piece)).strip() if isinstance(piece, Num | Var | App) else rf"\text{{{tex_escape(_bare(piece))}}}"
        for piece in pieces
    )


def _bare(piece: str | Shown | Strong | Say) -> str:
    match piece:
        case str():
            return piece
        case Shown(words) | Strong(words):
            return words
        case Say(name):
            raise Unspoken(name)
    assert_never(piece)


def _explanation(line: Line) -> tuple[Block, ...]:
    return (Details(line.reason or ("why",), line.details, open=True),) if line.details else ()


def _folded(summary: str, inside: str, shown: bool) -> str:
    if shown:
        return f"{summary}\n\n{indent(inside, '> ', lambda _: True)}"
    return f"<details><summary>{summary}</summary>\n\n{inside}\n\n</details>"


def _row(cells: tuple[Text, ...]) -> str:
    return "| " + " | ".join(map(text, cells)) + " |"


_SIGNS: Final = {
    "+": "+", "-": "−", "0": "0", "bar": "‖", "void": "░", "rises": "↗", "falls": "↘", "level": "→",
    "convex": "∪", "concave": "∩",
}  # fmt: skip
WRITER: Final = Writer("markdown", ".md", inline, text, blocks, page)
