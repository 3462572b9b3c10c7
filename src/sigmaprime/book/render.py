"""One page written in one format: what a worker process is asked to do once the claims of the page are judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from sigmaprime.book.entry import Checked, Drawn, Entry, Judged, Settled, Tabulated
from sigmaprime.book.page import Page
from sigmaprime.book.rendered import Around, Format, Rendered
from sigmaprime.book.stored import packed, unpacked


@dataclass(frozen=True, slots=True)
class Written:
    """What is wanted: the page, the format, and what is around it."""

    settled: Settled
    to: Format
    around: Around


@dataclass(frozen=True, slots=True)
class Kept:
    """A page, and what the cache holds for it."""

    page: Page
    content: bytes


def recall(kept: Kept) -> Rendered | None:
    return unpacked(kept.page, kept.content)


def render(wanted: Written) -> tuple[Rendered, bytes]:
    """The page, and the same for the cache."""
    entries = [entry for found in wanted.settled.blocks.values() for entry in found]
    ending = "svg" if wanted.to == "markdown" else "pdf"
    drawn = [entry for entry in entries if isinstance(entry, Drawn)]
    files = {} if wanted.to == "html" else {f"{entry.name}.{ending}": entry.picture for entry in drawn}
    written = Rendered(_text(wanted), files, sum(map(_claims, entries)))
    return written, packed(wanted.settled, written)


def _text(wanted: Written) -> str:
    match wanted.to:
        case "html":
            from sigmaprime.book.html import html_page

            return html_page(wanted.settled, wanted.around)
        case "latex" | "pdf":
            from sigmaprime.book.latex import latex_page

            return latex_page(wanted.settled, wanted.around)
        case "markdown":
            from sigmaprime.book.markdown import markdown_page

            return markdown_page(wanted.settled, wanted.around)
    assert_never(wanted.to)


def _claims(entry: Entry) -> int:
    """How many claims were judged here; every value of a table is one."""
    return sum(map(len, entry.values)) if isinstance(entry, Tabulated) else isinstance(entry, Judged | Checked)
