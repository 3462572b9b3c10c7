"""A page written in one format, and what a page must know of the book around it to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from sigmaprime.book.bibliography import Bibliography
from sigmaprime.book.numbered import chapters, opens
from sigmaprime.book.page import Page

Format = Literal["html", "latex", "pdf", "markdown"]


@dataclass(frozen=True, slots=True)
class Around:
    """Where the pages are found that this one leads to, what it cites, its chapter, and the code of the language."""

    names: Mapping[str, str]
    works: Bibliography
    chapter: int
    language: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The page as text, its pictures where they are files of their own, and how many claims were judged on it."""

    text: str
    files: Mapping[str, bytes]
    claims: int


def surroundings(pages: Sequence[Page], works: Bibliography, to: Format, language: str) -> tuple[Around, ...]:
    """For each page no more than it uses, so that it need not be written anew when something else changes."""
    names, numbers = addresses(pages, to), chapters(pages)
    found = []
    for page in pages:
        wanted = {page.path.name, *(link.page for link in page.links)}
        cited = {citation.key: replace(works[citation.key], pages=()) for citation, _ in page.citations}
        chapter = numbers[page.name] if page.is_illustrated else 0
        found.append(Around({name: names[name] for name in names if name in wanted}, cited, chapter, language))
    return tuple(found)


def addresses(pages: Sequence[Page], to: Format) -> Mapping[str, str]:
    """Where the page in `NAME.md` is found."""
    match to:
        case "html":
            named = {page.path.name: f"{page.name}.html" for page in pages}
            return MappingProxyType({**named, opens(pages).path.name: "index.html"})
        case "markdown":
            return {page.path.name: page.path.name for page in pages}
    return {page.path.name: f"page:{page.name}" for page in pages}
