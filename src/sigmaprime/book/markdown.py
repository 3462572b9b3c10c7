"""The book as Markdown: the pages as they are, with every claims block replaced by what has come of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sigmaprime.book.bibliography import NAME, Bibliography
from sigmaprime.book.entry import Checked, Derived, Drawn, Judged, Named, Settled, Studied, Tabulated
from sigmaprime.book.numbered import anchor, called, contents, usual_caption
from sigmaprime.book.page import Block, Page
from sigmaprime.book.prose_markdown import Cite, prose_markdown
from sigmaprime.book.reference_list import markdown_citation, markdown_list
from sigmaprime.book.rendered import Around, Rendered
from sigmaprime.book.said import checked, claimed, evidence, names, seal_word, studied, worked
from sigmaprime.words import Language
from sigmaprime.words import language as words
from sigmaprime.write import speaking
from sigmaprime.write.plots import description


def markdown_files(
    pages: Sequence[Page], written: Sequence[Rendered], works: Bibliography, language: Language
) -> dict[str, bytes]:
    """File names and contents: a Markdown file a page, and the pictures as files of their own."""
    found = {page.path.name: one.text.encode() for page, one in zip(pages, written, strict=True)}
    pictures = {name: picture for one in written for name, picture in one.files.items()}
    listed = {f"{NAME}.md": markdown_list(works, language).encode()} if works else {}
    return {**found, **pictures, **listed}


def markdown_page(settled: Settled, around: Around) -> str:
    """The page with every claims block replaced by what has come of it."""
    return "".join(_sections(settled, around))


def _sections(settled: Settled, around: Around) -> Iterator[str]:
    language = words(around.language)
    cite = partial(markdown_citation, works=around.works)
    lines = settled.page.text.splitlines(keepends=True)
    done = settled.page.begins
    for part in settled.page.parts:
        if isinstance(part, Block):
            yield prose_markdown(lines[done : part.first - 1], cite)
            entries = (
                _numbered(entry, around.chapter, cite, language)
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
