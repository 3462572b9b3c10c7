"""A page as a chapter in LaTeX."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from sigmaprime.book.entry import Checked, Derived, Drawn, Judged, Named, Settled, Studied, Tabulated
from sigmaprime.book.numbered import anchor, called, contents, usual_caption
from sigmaprime.book.page import Block, Prose
from sigmaprime.book.prose_latex import prose_latex
from sigmaprime.book.reference_list import latex_citation
from sigmaprime.book.rendered import Around
from sigmaprime.book.said import checked, claimed, evidence, names, seal, seal_word, studied, worked
from sigmaprime.document.page import Detail, Details, Paragraph, say
from sigmaprime.read.syntax import Statement
from sigmaprime.verdict import Refuted, Verdict
from sigmaprime.words import Language
from sigmaprime.words import language as words
from sigmaprime.write import speaking
from sigmaprime.write.writer import Writer

LONGEST_PROOF: Final = 3_000  # characters of LaTeX, a page or so


def latex_page(settled: Settled, around: Around) -> str:
    """The chapter that a page becomes."""
    return "".join(_sections(settled, around))


def _sections(settled: Settled, around: Around) -> Iterator[str]:
    language = words(around.language)
    cite = partial(latex_citation, works=around.works)
    label = f"\\label{{{around.names[settled.page.path.name]}}}\n"
    for part in settled.page.parts:
        match part:
            case Prose(tokens):
                yield prose_latex(tokens, around.names, cite, label)
            case Block(_, first):
                entries = settled.blocks[first]
                detail: Detail = "normal" if sum(isinstance(entry, Judged) for entry in entries) == 1 else "brief"
                for entry in entries:
                    if isinstance(entry, Drawn | Tabulated):
                        said = prose_latex(entry.caption, around.names, cite)
                        yield _numbered(entry, settled.page.name, around.chapter, said, language)
                    else:
                        yield _entry(entry, detail, language)


def _numbered(entry: Drawn | Tabulated, page: str, chapter: int, said: str, language: Language) -> str:
    """A figure, or a table, with its number and its caption."""
    writer = speaking("latex", language)
    target = f"\\hypertarget{{{page}:{anchor(entry)}}}{{}}"
    caption = f"\\numbered{{{writer.text(called(entry, chapter))}}}{{{said or writer.text(usual_caption(entry))}}}"
    match entry:
        case Drawn(name):
            inside = f"\\includegraphics[width=0.85\\textwidth]{{{name}.pdf}}\n{caption}"
        case Tabulated():
            inside = f"{caption}\n{writer.blocks((contents(entry),))}"
    return f"\\begin{{shown}}{target}\n{inside}\n\\end{{shown}}\n\n"


def _entry(entry: Judged | Derived | Studied | Checked | Named, detail: Detail, language: Language) -> str:
    """Where several claims stand together their proofs are brief: paper cannot fold them away."""
    writer = speaking("latex", language)
    match entry:
        case Judged(statement, found):
            word = seal_word(found, language)
            return (
                f"\\begin{{stated}}{{{seal(found)}}}{{{word}}}\n{writer.text(claimed(statement))}\n"
                f"\\end{{stated}}\n{_shortened(writer, statement, found, detail)}\n\n"
            )
        case Derived(_, routes):
            return f"{writer.blocks(worked(routes))}\n\n"
        case Checked(_, working):
            return f"{writer.blocks(checked(working))}\n\n"
        case Studied(_, study):
            return f"{writer.blocks(studied(study, unfolds=False))}\n\n"
        case Named(line):
            return f"{writer.text(names(line))}\n\n"


def _shortened(writer: Writer, statement: Statement, found: Verdict, detail: Detail) -> str:
    """The evidence, briefly if it is long; a proof of pages and pages is left to the screen, which folds it."""
    for each in dict.fromkeys((detail, "brief")):
        told = writer.blocks(evidence(statement, found, each))
        if len(told) <= LONGEST_PROOF:
            return told
    shown = tuple(block for block in evidence(statement, found, "brief") if not isinstance(block, Details))
    if isinstance(found, Refuted) and len(told := writer.blocks(shown)) <= LONGEST_PROOF:
        return told
    return writer.blocks((Paragraph((say("book.long proof"),)),))
