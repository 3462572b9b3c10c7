"""The book as HTML: a file a page with the navigation round it, a style sheet, a search; nothing from the network."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from sigmaprime.book.bibliography import NAME, Bibliography
from sigmaprime.book.numbered import chapters, parts
from sigmaprime.book.page import Heading, Page
from sigmaprime.book.reference_list import heading, html_list
from sigmaprime.book.rendered import Rendered, addresses
from sigmaprime.book.searching import search_entries
from sigmaprime.words import Language, wording
from sigmaprime.write.html import style

_WORDS = ("skip", "contents", "pages", "sealed", "search", "nothing found", "on this page", "chapters")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page in the navigation; `part` is the name of the part that begins with it."""

    href: str
    title: str
    number: int
    part: str
    headings: tuple[Heading, ...]


def html_files(
    pages: Sequence[Page], written: Sequence[Rendered], works: Bibliography, language: Language
) -> dict[str, bytes]:
    """File names and contents of the whole book."""
    hrefs, numbers = addresses(pages, "html"), chapters(pages)
    listed = [_chapter(page, hrefs, numbers, part) for page, part in zip(pages, parts(pages), strict=True)]
    bodies = [one.text for one in written]
    if works:
        listed.append(Chapter(f"{NAME}.html", heading(language), 0, "", ()))
        bodies.append(html_list(works, hrefs, language))
    title = next(chapter.title for chapter in listed if chapter.href == "index.html")
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_packaged("page.html"))
    words = {name.replace(" ", "_"): wording(language, f"book.{name}") for name in _WORDS}
    index = json.dumps(search_entries(pages, hrefs), ensure_ascii=False, separators=(",", ":"))
    found = {
        "style.css": (style() + _packaged("style.css")).encode(),
        "search.js": _packaged("search.js").replace('"ENTRIES"', index.replace("</", "<\\/")).encode(),
    }
    for position, (chapter, body) in enumerate(zip(listed, bodies, strict=True)):
        text = template.render(
            book_title=title,
            language=language.code,
            words=words,
            here=chapter,
            body=Markup(body),  # noqa: S704  (made by the writers, which escape what they write)
            chapters=listed,
            previous=listed[position - 1] if position else None,
            next=listed[position + 1] if position + 1 < len(listed) else None,
        )
        found[chapter.href] = text.encode()
    return found


def _chapter(page: Page, hrefs: Mapping[str, str], numbers: Mapping[str, int], part: str) -> Chapter:
    headings = tuple(one for one in page.headings if one.level == 2)
    return Chapter(hrefs[page.path.name], page.title, numbers[page.name], part, headings)


def _packaged(name: str) -> str:
    return files("sigmaprime.book").joinpath("templates", name).read_text(encoding="utf-8")
