"""What the search of a book finds: its pages, their sections with the prose in them, and every claim by its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sigmaprime.book.markup import plain
from sigmaprime.book.page import Block, Page, Prose
from sigmaprime.read.syntax import Lines, Statement

LONGEST = 1500  # letters of a section
Found = tuple[str, str, str, str]  # where it stands, its title, the page it is on, its words


def search_entries(pages: Sequence[Page], hrefs: Mapping[str, str]) -> list[Found]:
    return [entry for page in pages for entry in _entries(page, hrefs[page.path.name])]


def _entries(page: Page, href: str) -> Iterator[Found]:
    sections: list[tuple[str, str, list[str]]] = [(href, page.title, [])]
    headings = iter(page.headings)
    claims: list[Found] = []
    for part in page.parts:
        match part:
            case Prose(tokens):
                for index, token in enumerate(tokens):
                    if token.type == "heading_open" and token.tag != "h1":
                        here = next(headings)
                        sections.append((f"{href}#{here.anchor}", here.text, []))
                    elif token.type == "inline" and tokens[index - 1].type != "heading_open":
                        sections[-1][2].append(plain(token))
            case Block():
                claims += _claims(part, page, href)
    for where, title, words in sections:
        yield where, title, page.title, " ".join(words)[:LONGEST]
    yield from claims


def _claims(block: Block, page: Page, href: str) -> Iterator[Found]:
    for line in block.lines:
        if isinstance(line, Statement | Lines):
            anchor = line.label or f"L{line.place.line}"
            yield f"{href}#{anchor}", f"[{line.label}]" if line.label else "", page.title, line.text
