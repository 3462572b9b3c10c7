"""The book as Markdown: the pages as they are, with every claims block replaced by what has come of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sigmaprime.book.bibliography import NAME, Bibliography
from sigmaprime.book.entry import Book, Checked, Derived, Drawn, Entry, Judged, Named, Settled, Studied
from sigmaprime.book.page import Block
from sigmaprime.book.prose_markdown import prose_markdown
from sigmaprime.book.reference_list import markdown_citation, markdown_list
from sigmaprime.book.said import checked, claimed, evidence, names, seal_word, studied, worked
from sigmaprime.words import ENGLISH, Language
from sigmaprime.write import speaking
from sigmaprime.write.plots import description, standalone


def markdown_files(book: Book, language: Language = ENGLISH) -> dict[str, bytes]:
    """File names and contents: a Markdown file a page, and the pictures as files of their own."""
    written: dict[str, bytes] = {}
    for settled in book.pages:
        written[settled.page.path.name] = "".join(_sections(settled, book.works, language)).encode()
        for entries in settled.blocks.values():
            for entry in entries:
                if isinstance(entry, Drawn):
                    written[f"{entry.name}.svg"] = standalone(entry.curves, entry.rules, entry.name).encode()
    if book.works:
        written[f"{NAME}.md"] = markdown_list(book.works, language).encode()
    return written


def _sections(settled: Settled, works: Bibliography, language: Language) -> Iterator[str]:
    cite = partial(markdown_citation, works=works)
    lines = settled.page.text.splitlines(keepends=True)
    done = 0
    for part in settled.page.parts:
        if isinstance(part, Block):
            yield prose_markdown(lines[done : part.first - 1], cite)
            yield "\n\n".join(_entry(entry, language).strip("\n") for entry in settled.blocks[part.first]) + "\n"
            done = part.last
    yield prose_markdown(lines[done:], cite)


def _entry(entry: Entry, language: Language) -> str:
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
        case Drawn(name, curves, _):
            return f"![{description(curves)}]({name}.svg)"
        case Named(line):
            return writer.text(names(line))
