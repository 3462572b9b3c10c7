"""LaTeX: formulas that read back, and documents that need no more than texlive-latex-base."""

from __future__ import annotations

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
from sigmaprime.write._strips import rows
from sigmaprime.write._tex import escape, spell
from sigmaprime.write._width import width
from sigmaprime.write.writer import Unspoken, Writer

_PAGE_EM: Final = 40.0
_REASON_EM: Final = 13.0
_PREAMBLE: Final = r"""\documentclass[11pt,a4paper]{article}
\usepackage[utf8]{inputenc}
\IfFileExists{lmodern.sty}{\usepackage[T1]{fontenc}\usepackage{lmodern}}{}
\usepackage{amsmath,amssymb,graphicx}
\usepackage[margin=25mm]{geometry}
\setlength{\parindent}{0pt}\setlength{\parskip}{6pt plus 2pt}\setlength{\emergencystretch}{5em}
\allowdisplaybreaks\setlength{\jot}{6pt}
\raggedbottom
% \fitted{width}{formula}: a formula too wide for its place is made smaller rather than run into the margin.
\newsavebox{\fittedbox}
\newcommand{\fitted}[2]{\sbox{\fittedbox}{$\displaystyle #2$}%
  \ifdim\wd\fittedbox>#1\resizebox{#1}{!}{\usebox{\fittedbox}}\else\usebox{\fittedbox}\fi}
\newsavebox{\tablebox}
\newcommand{\fittedtable}[1]{\sbox{\tablebox}{#1}%
  \ifdim\wd\tablebox>\linewidth\resizebox{\linewidth}{!}{\usebox{\tablebox}}\else\usebox{\tablebox}\fi}
% \reason{text}, \reasonbelow{text}: why a line follows, in a column of its own or under the line.
\newcommand{\reason}[1]{\parbox[t]{0.3\linewidth}{\raggedright\small #1}}
\newcommand{\reasonbelow}[1]{\parbox[t]{0.6\linewidth}{\raggedright\small #1}}
"""


def inline(term: Term) -> str:
    """The formula, without dollar signs."""
    return spell(boxed(term)).strip()


def relation(head: str) -> str:
    return spell(relation_sign(head)).strip()


def text(pieces: Text, room: float = 0.85 * _PAGE_EM) -> str:
    """A run of words and formulas; a formula wider than `room` em is fitted into its line."""
    written = [_piece(piece, room) for piece in pieces]
    breaks = ("\\newline " if index and part.startswith("\\fitted") else "" for index, part in enumerate(written))
    return "".join(before + part for before, part in zip(breaks, written, strict=True))


def _piece(piece: Piece, room: float) -> str:
    match piece:
        case str():
            return escape(piece)
        case Strong(words):
            return rf"\textbf{{{escape(words)}}}"
        case Shown(shown):
            return escape(shown).replace("-", "$-$")
        case Say(name):
            raise Unspoken(name)
    box = boxed(piece)
    formula = spell(box).strip()
    return rf"\fitted{{0.97\linewidth}}{{{formula}}}" if width(box) > room else f"${formula}$"


def blocks(parts: tuple[Block, ...]) -> str:
    return "\n\n".join(filter(None, map(_block, parts)))


def page(document: Document) -> str:
    title = text(document.title)
    heading = f"\\section*{{{title}}}\n\n" if title else ""
    return f"{_PREAMBLE}\\begin{{document}}\n\n{heading}{blocks(document.blocks)}\n\n\\end{{document}}\n"


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return rf"\{'sub' * min(max(level - 1, 0), 2)}section*{{{text(words)}}}"
        case Paragraph(words):
            return text(words)
        case Note(words):
            return rf"\textbf{{Note.}} {text(words)}"
        case Display(lines):
            return _display(lines)
        case Details(summary, parts, shown, aside):
            return "" if aside and not shown else _indented(rf"\textit{{{text(summary)}}}", blocks(parts))
        case Table(header, rows):
            return _table(header, rows)
        case Plot(_, caption):
            return text(caption)
        case Variations():
            return _variations(block)
    assert_never(block)


def _indented(heading: str, inside: str) -> str:
    """A plain group: TeX nests its lists no more than six deep, and a proof may be deeper."""
    return f"{heading}\\par\n\\begingroup\\advance\\leftskip by 1.2em\\small\n{inside}\\par\n\\endgroup"


def _display(lines: tuple[Line, ...]) -> str:
    """An `align*` of the lines; what stands open under a line follows below."""
    left = max((width(boxed(line.left)) for line in lines if line.left is not None), default=0.0)
    right = max(width(boxed(line.right)) for line in lines)
    apart = left > _PAGE_EM / 3
    start = 2.0 if apart else left
    beside = start + right + 3.0 + _REASON_EM < _PAGE_EM
    written: list[str] = []
    for line in lines:
        first = inline(line.left) if line.left is not None else ""
        if apart and first:
            written.append(rf"&\fitted{{0.9\linewidth}}{{{first}}}" if left > 0.7 * _PAGE_EM else f"&{first}")
            first = r"\qquad"
        written += _aligned(line, first, _PAGE_EM - start - 4.0, beside)
    opened = tuple(block for line in lines if line.open for block in _opened(line))
    align = "\\begin{align*}\n" + " \\\\\n".join(written) + "\n\\end{align*}"
    return f"{align}\n\n{blocks(opened)}" if opened else align


def _aligned(line: Line, first: str, room: float, beside: bool) -> list[str]:
    """One line with its reason beside it, or under it where some line of the display is wide."""
    right = boxed(line.right)
    formula = spell(right).strip()
    if not beside and width(right) > 0.85 * room:
        formula = rf"\fitted{{{room / _PAGE_EM:.2f}\linewidth}}{{{formula}}}"
    lead = f"{first} &{relation(line.relation)} {formula}".strip()
    if not line.reason:
        return [lead]
    if beside:
        return [rf"{lead} && \reason{{{text(line.reason, 0.8 * _REASON_EM)}}}"]
    return [lead, rf"&\qquad \reasonbelow{{{text(line.reason, 0.5 * _PAGE_EM)}}}"]


def _opened(line: Line) -> tuple[Block, ...]:
    return (Details(line.reason or ("why",), line.details, open=True),) if line.details else ()


def _table(header: tuple[Text, ...], rows: tuple[tuple[Text, ...], ...]) -> str:
    columns = "l" * len(header or rows[0])
    top = " & ".join(map(text, header)) + r" \\ \hline" + "\n" if header else ""
    body = " \\\\\n".join(" & ".join(map(text, row)) for row in rows)
    table = f"\\begin{{tabular}}{{{columns}}}\n{top}{body}\n\\end{{tabular}}"
    return f"\\begin{{center}}\n\\fittedtable{{{table}}}\n\\end{{center}}"


_SIGNS: Final = {
    "+": "$+$", "-": "$-$", "0": "$0$", "bar": r"$\big\|$", "void": r"$\cdot$", "rises": r"$\nearrow$",
    "falls": r"$\searrow$", "level": r"$\longrightarrow$", "convex": r"$\smile$", "concave": r"$\frown$",
}  # fmt: skip


def _variations(table: Variations) -> str:
    """A tabular of signs and arrows; double bars stand where the function is not defined."""
    strips = rows(table, text, _SIGNS, tall=True)
    columns = "l|" + "c" * (len(strips[0][0]) - 1)
    body = " \\hline\n".join("\n".join(" & ".join(row) + r" \\" for row in strip) for strip in strips)
    caption = f"{text(table.caption)}\\\\[4pt]\n" if table.caption else ""
    grid = f"\\begin{{tabular}}{{{columns}}}\n{body}\n\\end{{tabular}}"
    stretch = r"\renewcommand{\arraystretch}{1.3}"
    return f"\\begin{{center}}\n{caption}{stretch}\\fittedtable{{{grid}}}\n\\end{{center}}"


WRITER: Final = Writer("latex", ".tex", inline, text, blocks, page)
