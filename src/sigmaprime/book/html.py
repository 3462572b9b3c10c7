"""A page as HTML: what stands between the navigation of the book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from markdown_it.token import Token

from sigmaprime.book.entry import Checked, Derived, Drawn, Judged, Named, Settled, Studied, Tabulated
from sigmaprime.book.mathematics import mathml
from sigmaprime.book.numbered import anchor, called, contents, usual_caption
from sigmaprime.book.page import Block, Prose
from sigmaprime.book.prose_html import prose_html
from sigmaprime.book.reference_list import html_citation
from sigmaprime.book.rendered import Around
from sigmaprime.book.said import checked, claimed, evidence, names, seal, seal_word, studied, worked
from sigmaprime.claims import LAWS
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.words import Language
from sigmaprime.words import language as words
from sigmaprime.write import speaking
from sigmaprime.write.study_plot import study_plot
from sigmaprime.write.writer import NotWritable

_SIMPLER = "write it with simpler LaTeX, or as words"


def html_page(settled: Settled, around: Around) -> str:
    page, language = settled.page, words(around.language)
    cite = partial(html_citation, works=around.works, seen=set())

    def mathematics(latex: str, display: bool, line: int) -> str:
        try:
            return mathml(latex, display, page.scope)
        except NotWritable as error:
            raise NotUnderstood(f"{page.path}:{line}: ${latex}$ cannot be shown: {error}", remedy=_SIMPLER) from error

    def prose(tokens: Sequence[Token]) -> str:
        return prose_html(tokens, around.names, mathematics, cite)

    written = []
    for part in page.parts:
        match part:
            case Prose(tokens):
                written.append(prose(tokens))
            case Block(_, first):
                entries = settled.blocks[first]
                alone = sum(isinstance(entry, Judged) for entry in entries) == 1
                for entry in entries:
                    if isinstance(entry, Drawn | Tabulated):
                        written.append(_numbered(entry, around.chapter, prose, language))
                    else:
                        written.append(_entry(entry, alone, language))
    return "".join(written)


def _numbered(
    entry: Drawn | Tabulated, chapter: int, prose: Callable[[Sequence[Token]], str], language: Language
) -> str:
    """A figure, or a table, with its number and its caption."""
    writer = speaking("html", language)
    said = prose(entry.caption) if entry.caption else writer.text(usual_caption(entry))
    caption = f"<figcaption><b>{writer.text(called(entry, chapter))}</b> {said}</figcaption>"
    match entry:
        case Drawn(picture=picture):
            inside = f"{picture.decode()}{caption}"
        case Tabulated():
            inside = f'{caption}<div class="scroll" tabindex="0">{writer.blocks((contents(entry),))}</div>'
    return f'<figure id="{anchor(entry)}">{inside}</figure>\n'


def _entry(entry: Judged | Derived | Studied | Checked | Named, alone: bool, language: Language) -> str:
    writer = speaking("html", language)
    match entry:
        case Judged(statement, found):
            kind, label = seal(found), statement.label or f"L{statement.place.line}"
            opened = " open" if alone or kind == "refuted" else ""
            return (
                f'<section class="claim {kind}" id="{escape(label)}">\n<details{opened}>\n'
                f'<summary><span class="seal">{seal_word(found, language)}</span> '
                f'<span class="statement">{writer.text(claimed(statement))}</span></summary>\n'
                f'<div class="proof">{writer.blocks(evidence(statement, found))}</div>\n</details>\n</section>\n'
            )
        case Derived(_, routes):
            return f'<div class="worked">{writer.blocks(worked(routes))}</div>\n'
        case Checked(lines, working):
            label = escape(lines.label or f"L{lines.place.line}")
            return f'<section class="worked" id="{label}">{writer.blocks(checked(working))}</section>\n'
        case Studied(request, study):
            plot = study_plot(study, LAWS, f"study-{request.place.line}")
            return f'<div class="worked">{writer.blocks(studied(study, plot=plot))}</div>\n'
        case Named(line):
            return f'<p class="said">{writer.text(names(line))}</p>\n'
