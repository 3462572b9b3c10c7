"""The book as Markdown: the pages as they are, with every claims block replaced by what has come of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sigmaprime.book.bibliography import NAME, Bibliography
from sigmaprime.book.entry import Book, Checked, Derived, Drawn, Judged, Named, Settled, Studied, Tabulated
from sigmaprime.book.numbered import anchor, called, chapters, contents, usual_caption
from sigmaprime.book.page import Block
from sigmaprime.book.prose_markdown import Cite, prose_markdown
from sigmaprime.book.reference_list import markdown_citation, markdown_list
from sigmaprime.book.said import checked, claimed, evidence, names, seal_word, studied, worked
from sigmaprime.words import ENGLISH, Language
from sigmaprime.write import speaking
from sigmaprime.write.plots import description


def markdown_files(book: Book, language: Language = ENGLISH) -> dict[str, bytes]:
    """File names and contents: a Markdown file a page, and the pictures as files of their own."""
    written: dict[str, bytes] = {}
    numbers = chapters([settled.page for settled in book.pages])
    for settled in book.pages:
        written[settled.page.path.name] = "".join(
            _sections(settled, book.works, numbers[settled.page.name], language)
        ).encode()
        for entries in settled.blocks.values():
            for entry in entries:
                if isinstance(entry, Drawn):
                    written[f"{entry.name}.svg"] = entry.picture
    if book.works:
        written[f"{NAME}.md"] = markdown_list(book.works, language).encode()
    return written


def _sections(settled: Settled, works: Bibliography, chapter: int, language: Language) -> Iterator[str]:
    cite = partial(markdown_citation, works=works)
    lines = settled.page.text.splitlines(keepends=True)
    done = 0
    for part in settled.page.parts:
        if isinstance(part, Block):
            yield prose_markdown(lines[done : part.first - 1], cite)
            entries = (
                _numbered(entry, chapter, cite, language)
                if isinstance(entry, Drawn | Tabulated)
                else _entry(entry, language)
                for entry in settled.blocks[part.first]
            )
            yield "\n\n".join(entry.strip("\n") for entry in entries) + "\n"
            done = part.last
    yield prose_markdown(lines[done:], cite)


def _numbered(entry: Drawn | Tabulated, chapter: int, cite: Cite, language: Language) -> str:
    """A figure, or a table, with its number and its caption."""
    writer = speaking("markdown", language)
    written = prose_markdown([entry.request.caption], cite) or writer.text(usual_caption(entry))
    caption = f'<a id="{anchor(entry)}"></a>**{writer.text(called(entry, chapter))}** {written}'
    match entry:
        case Drawn(name, _, _, curves):
            return f"![{description(curves)}]({name}.svg)\n\n{caption}"
        case Tabulated():
            return f"{caption}\n\n{writer.blocks((contents(entry),))}"


def _entry(entry: Judged | Derived | Studied | Checked | Named, language: Language) -> str:
    writer = speaking("markdown", language)
    match entry:
        case Judged(statement, found):
            said = f"**{seal_word(found, language)}.** {writer.text(claimed(statement))}"
            return f"{said}\n\n{writer.blocks(evidence(statement, found))}"
        case Derived(_, routes):
            return writer.blocks(worked(routes))
        case Checked(_, working):
            return writer.blocks(checked(working))
        case Studied(_, study):
            return writer.blocks(studied(study))
        case Named(line):
            return writer.text(names(line))
