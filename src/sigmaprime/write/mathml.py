"""MathML Core, for browsers and screen readers: each cell by latex2mathml, repaired and validated, tables by hand."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Final, assert_never

from latex2mathml.converter import convert

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
from sigmaprime.notation.box import Box, Row, Said
from sigmaprime.notation.plane import boxed, relation_sign
from sigmaprime.write._cell import spell
from sigmaprime.write._repair import repaired
from sigmaprime.write._table_html import variations
from sigmaprime.write.text import text as plain
from sigmaprime.write.writer import NotWritable, Unspoken, Writer

_MATH: Final = '<math xmlns="http://www.w3.org/1998/Math/MathML"'


def inline(term: Term) -> str:
    return f"{_MATH}>{cell(boxed(term))}</math>"


def cell(box: Box, block: bool = False) -> str:
    """One formula; words within it are written here, since the converter does not escape them."""
    if isinstance(box, Row) and any(isinstance(part, Said) or _speaks(part) for part in box.parts):
        return f"<mrow>{''.join(_part(part, block) for part in box.parts)}</mrow>"
    if isinstance(box, Said):
        return _part(box, block)
    return _converted(spell(box).strip(), block)


def _speaks(box: Box) -> bool:
    return isinstance(box, Row) and any(isinstance(part, Said) or _speaks(part) for part in box.parts)


def _part(box: Box, block: bool) -> str:
    return f"<mtext>{escape(box.text).replace(' ', '&#160;')}</mtext>" if isinstance(box, Said) else cell(box, block)


@lru_cache(maxsize=4096)
def _converted(latex: str, block: bool) -> str:
    if not latex:
        raise NotWritable("an empty formula")
    return repaired(convert(latex, display="block" if block else "inline"))


def text(pieces: Text) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return escape(piece)
        case Strong(words):
            return f"<strong>{escape(words)}</strong>"
        case Shown(shown):
            return escape(shown)
        case Say(name):
            raise Unspoken(name)
    return inline(piece)


def blocks(parts: tuple[Block, ...]) -> str:
    return "\n".join(filter(None, map(_block, parts)))


def _block(block: Block) -> str:
    match block:
        case Heading(words) | Paragraph(words) | Note(words):
            return f"<p>{text(words)}</p>"
        case Display(lines):
            opened = blocks(tuple(block for line in lines if line.open for block in line.details))
            return f"{_table(lines)}\n<div>{opened}</div>" if opened else _table(lines)
        case Details(summary, inner):
            return f"<div><p>{text(summary)}</p>\n{blocks(inner)}</div>"
        case Table(header, rows):
            cells = ("".join(f"<td>{text(entry)}</td>" for entry in row) for row in (header, *rows))
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case Plot(svg, caption):
            return f"<figure>{svg}<figcaption>{text(caption)}</figcaption></figure>"
        case Variations():
            return variations(block, text)
    assert_never(block)


def _table(lines: tuple[Line, ...]) -> str:
    """The lines of a derivation in one table, aligned at the relation."""
    rows = "".join(
        f'<mtr><mtd style="text-align:right;padding-right:0">{_left(line)}</mtd>'
        f'<mtd style="text-align:left;padding-left:0"><mrow>{_right(line)}</mrow></mtd>'
        f'<mtd style="text-align:left"><mtext>{_words(line.reason)}</mtext></mtd></mtr>'
        for line in lines
    )
    return f'{_MATH} display="block"><mtable>{rows}</mtable></math>'


def _right(line: Line) -> str:
    sign = f'<mo form="infix">{escape(relation_sign(line.relation).text)}</mo>'
    return sign + cell(boxed(line.right), block=True)


def _left(line: Line) -> str:
    return cell(boxed(line.left), block=True) if line.left is not None else ""


def _words(pieces: Text) -> str:
    return escape(plain(pieces))


def page(document: Document) -> str:
    """A fragment of XHTML: sentences as paragraphs, formulas as MathML."""
    title = f"<h1>{text(document.title)}</h1>\n" if document.title else ""
    return f'<div xmlns="http://www.w3.org/1999/xhtml">\n{title}{blocks(document.blocks)}\n</div>\n'


WRITER: Final = Writer("mathml", ".mml", inline, text, blocks, page)
