"""How results show themselves: a page in any format, and the three forms that a notebook chooses from."""

from __future__ import annotations

from sigmaprime.document.page import Block, Display, Document, Line, Piece, Say, Shown, Strong
from sigmaprime.document.spoken import spoken_lines
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.words import codes
from sigmaprime.words import language as words
from sigmaprime.write import latex as tex
from sigmaprime.write import speaking
from sigmaprime.write.writer import Unspoken

# What the fragments of the LaTeX writer need, for documents that do not have its preamble.
_MACROS = r"""\providecommand{\reason}[1]{\text{#1}}\providecommand{\reasonbelow}[1]{\text{#1}}
\providecommand{\fitted}[2]{#2}\providecommand{\fittedtable}[1]{#1}
"""


def checked_code(code: str) -> str:
    """The code of a language, if there is one with that code."""
    if code not in codes():
        raise NotUnderstood(f"there is no language {code!r}", remedy=f"there is {', '.join(codes())}")
    return code


def page(document: Document, form: str, language: str = "en") -> str:
    """The document as a whole file."""
    return speaking(form, words(language)).page(document)


def html_part(document: Document, language: str = "en") -> str:
    """The document as a part of a page, with its own style: what a notebook shows."""
    from sigmaprime.write.html import style

    # Colours follow the reader's system, not the notebook's theme: hence a ground of its own under them.
    look = "background:var(--paper);padding:0.2rem 0.8rem;border-radius:0.3rem"
    inside = speaking("html", words(language)).blocks(document.blocks)
    return f'<div class="sp" style="{look}">\n<style>\n{style()}</style>\n{inside}\n</div>'


def latex_part(document: Document, language: str = "en") -> str:
    """The document as a part of a LaTeX document that loads amsmath and graphicx."""
    return _MACROS + speaking("latex", words(language)).blocks(document.blocks)


def mathml_part(blocks: tuple[Block, ...], language: str = "en") -> str:
    """The displays alone, as MathML; sentences between them are left out."""
    return speaking("mathml", words(language)).blocks(tuple(block for block in blocks if isinstance(block, Display)))


def displays(blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    return tuple(line for block in blocks if isinstance(block, Display) for line in block.lines)


def column(lines: tuple[Line, ...], environment: str, language: str = "en") -> str:
    """The lines in an environment of amsmath, which MathJax has too, each with its reason."""
    lines = spoken_lines(lines, words(language))
    rows = (
        f"{tex.inline(line.left) if line.left is not None else ''} &{tex.relation(line.relation)} "
        f"{tex.inline(line.right)}{_reason(line)}".strip()
        for line in lines
    )
    return f"\\begin{{{environment}}}\n{(chr(92) * 2 + chr(10)).join(rows)}\n\\end{{{environment}}}"


def _reason(line: Line) -> str:
    words = "".join(_piece(piece) for piece in line.reason)
    return rf" && \quad{words}" if words else ""


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return rf"\text{{{tex.text((piece,))}}}"
        case Shown(words) | Strong(words):
            return rf"\text{{{tex.text((words,))}}}"
        case Say(name):
            raise Unspoken(name)
    return tex.inline(piece)
