"""HTML: native MathML, no scripts, nothing from the network; each line of a derivation opens to show why it holds."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
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
from sigmaprime.notation.plane import boxed, relation_sign
from sigmaprime.write._table_html import variations
from sigmaprime.write._width import width
from sigmaprime.write.mathml import cell
from sigmaprime.write.text import text as plain
from sigmaprime.write.writer import Unspoken, Writer

_OPEN: Final = ' open=""'
_WIDE: Final = 14.0  # em: an inline formula that may have to scroll on a narrow screen
_LONG: Final = 24.0  # em: a line whose reason stands under it
_STACKED: Final = 12.0  # em: a left side that stands on a line of its own


@cache
def style() -> str:
    """The style sheet, for pages and for a book; everything in it is under the class `sp`."""
    return files("sigmaprime.write").joinpath("style.css").read_text(encoding="utf-8")


def inline(term: Term) -> str:
    box = boxed(term)
    math = f"<math>{cell(box)}</math>"
    return f'<span class="sp-wide">{math}</span>' if width(box) > _WIDE else math


def text(pieces: Text) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return escape(piece)
        case Strong(words):
            return f"<strong>{escape(words)}</strong>"
        case Shown(shown):
            return escape(shown.replace("-", "−"))
        case Say(name):
            raise Unspoken(name)
    return inline(piece)


def blocks(parts: tuple[Block, ...]) -> str:
    """A part of a page: put it under an element with the class `sp`."""
    return "\n".join(filter(None, map(_block, parts)))


def page(document: Document) -> str:
    title = f"<h1>{text(document.title)}</h1>\n" if document.title else ""
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(plain(document.title)) or 'Derivation'}</title>\n<style>\n{style()}</style>\n</head>\n"
        f'<body class="sp">\n<main>\n{title}{blocks(document.blocks)}\n</main>\n</body>\n</html>\n'
    )


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return f"<h{min(level, 6)}>{text(words)}</h{min(level, 6)}>"
        case Paragraph(words):
            return f"<p>{text(words)}</p>"
        case Note(words):
            return f'<p class="sp-note">{text(words)}</p>'
        case Display(lines):
            return _display(lines)
        case Details(summary, parts, shown):
            inside = f'<div class="sp-inside">{blocks(parts)}</div>'
            head = f"<summary><span>{text(summary)}</span></summary>"
            return f'<details class="sp-fold"{_OPEN * shown}>{head}\n{inside}</details>'
        case Table(header, rows):
            return _table(header, rows)
        case Plot(svg, caption):
            return f"<figure>{svg}<figcaption>{text(caption)}</figcaption></figure>"
        case Variations():
            return variations(block, text)
    assert_never(block)


def _display(lines: tuple[Line, ...]) -> str:
    """Two columns: every left side once, and beside it the list of the lines that continue it."""
    written: list[str] = []
    stacked, start = False, 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].left is not None:
            written.append(_stretch(lines[start:end]))
            stacked = stacked or _left_width(lines[start]) > _STACKED
            start = end
    return f'<div class="sp-derivation{" sp-stacked" if stacked else ""}">\n{"".join(written)}</div>'


def _left_width(line: Line) -> float:
    return width(boxed(line.left)) if line.left is not None else 0.0


def _stretch(lines: tuple[Line, ...]) -> str:
    left = lines[0].left
    inside = f'<math displaystyle="true">{cell(boxed(left), block=True)}</math>' if left is not None else ""
    steps = "\n".join(map(_line, lines))
    return f'<div class="sp-left">{inside}</div>\n<ol class="sp-steps">\n{steps}\n</ol>\n'


def _line(line: Line) -> str:
    sign = f'<mo form="infix">{escape(relation_sign(line.relation).text)}</mo>'
    formula = f'<math displaystyle="true"><mrow>{sign}{cell(boxed(line.right), block=True)}</mrow></math>'
    long = " sp-long" if width(boxed(line.right)) > _LONG else ""
    row = f'<span class="sp-formula">{formula}</span><span class="sp-reason">{text(line.reason)}</span>'
    inside = blocks(line.details)
    if not inside:
        return f'<li><div class="sp-row{long}" tabindex="0">{row}</div></li>'
    why = f'<div class="sp-why">{inside}</div>'
    head = f'<summary class="sp-step{long}">{row}</summary>'
    return f"<li><details{_OPEN * line.open}>{head}{why}</details></li>"


def _table(header: tuple[Text, ...], rows: tuple[tuple[Text, ...], ...]) -> str:
    top = "".join(f"<th>{text(entry)}</th>" for entry in header)
    body = "".join(f"<tr>{''.join(f'<td>{text(entry)}</td>' for entry in row)}</tr>" for row in rows)
    head = f"<thead><tr>{top}</tr></thead>" if top else ""
    return f'<div class="sp-scroll"><table>{head}<tbody>{body}</tbody></table></div>'


WRITER: Final = Writer("html", ".html", inline, text, blocks, page)
