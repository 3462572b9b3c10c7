"""A page of the book: Markdown prose, and between it the blocks in which claims are stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from markdown_it.token import Token

from sigmaprime.book.citations import KIND, Citation, cited
from sigmaprime.book.markup import parsed, parsed_caption, plain, slug
from sigmaprime.read.lines import Sheet, read_blocks
from sigmaprime.read.phrase import Phrase
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Line, Lines, NotUnderstood, Parameters, Plot, Statement, Table, Unread

_NAMES = (["claims"], ["{claims}"])
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class Prose:
    """Tokens of Markdown; those within a line carry in `meta["line"]` the line of the file where they stand."""

    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one ```` ```claims ```` block; `first` and `last` are the lines of its fences, from 1."""

    lines: Sheet
    first: int
    last: int


Part: TypeAlias = Prose | Block


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title: its level from 2, its words, and the name under which it is linked to."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the page `page`, or to this one, at `anchor`, on that line."""

    page: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """`name` is the file's name without its ending: other pages link to it, and it orders the book."""

    path: Path
    name: str
    title: str
    text: str
    parts: tuple[Part, ...]
    links: tuple[Link, ...]
    scope: Scope  # what the page declares
    citations: tuple[tuple[Citation, int], ...]  # what is cited, and on which line
    headings: tuple[Heading, ...]
    part: str  # the part of the book that begins with this page, or nothing
    begins: int  # how many lines stand before its text

    @property
    def lines(self) -> Iterator[Line | Unread]:
        """What stands in its blocks."""
        return (line for part in self.parts if isinstance(part, Block) for line in part.lines)

    @property
    def is_illustrated(self) -> bool:
        return any(isinstance(line, Plot | Table) for line in self.lines)

    @property
    def anchors(self) -> frozenset[str]:
        """Every place of the page that can be linked to."""
        claims = (line for line in self.lines if isinstance(line, Statement | Lines))
        numbered = [isinstance(line, Plot) for line in self.lines if isinstance(line, Plot | Table)]
        figures = {f"figure-{number + 1}" for number in range(numbered.count(True))}
        tables = {f"table-{number + 1}" for number in range(numbered.count(False))}
        sections = {heading.anchor for heading in self.headings}
        labels = {line.label or f"L{line.place.line}" for line in claims}
        return frozenset(figures | tables | sections | labels)


def page(path: Path, text: str, phrases: tuple[Phrase, ...]) -> Page:
    """The page in `text`; `NotUnderstood` for a block that is never closed, and for a citation that is none.

    `phrases` are the words of the kinds of claims. A line that cannot be read is in its block, as `Unread`.
    """
    _all_closed(path, text)
    tokens = parsed(text)
    sheets = iter(_sheets([token for token in tokens if _is_block(token)], str(path), phrases))
    parts: list[Part] = []
    prose: list[Token] = []
    for token in tokens[tokens[:1] != () and tokens[0].type == "front_matter" :]:
        if _is_block(token) and token.map is not None:
            parts += [Prose(tuple(prose)), Block(next(sheets), token.map[0] + 1, token.map[1])]
            prose = []
        else:
            prose.append(token)
    parts.append(Prose(tuple(prose)))
    scope = Scope()
    words = list(tokens)
    for line in _in_blocks(parts):
        scope = extend(scope, line) if isinstance(line, Definition | Parameters) else scope
        if isinstance(line, Plot | Table):
            words += parsed_caption(line.caption, line.place.line)
    links, citations = tuple(_links(words)), tuple(_cited(path, words))
    title = next((text for level, text in _titles(tokens) if level == 1), path.stem)
    part, begins = _front_matter(path, tokens)
    labels = frozenset(line.label for line in _in_blocks(parts) if isinstance(line, Statement | Lines) and line.label)
    headings = tuple(_headings(tokens, labels))
    return Page(path, path.stem, title, text, tuple(parts), links, scope, citations, headings, part, begins)


def _in_blocks(parts: Sequence[Part]) -> Iterator[Line | Unread]:
    return (line for part in parts if isinstance(part, Block) for line in part.lines)


def _front_matter(path: Path, tokens: Sequence[Token]) -> tuple[str, int]:
    """The part of the book that begins here, `part: The family`, and how many lines say so."""
    if not tokens or tokens[0].type != "front_matter" or tokens[0].map is None:
        return "", 0
    said = [line.partition(":") for line in tokens[0].content.splitlines() if line.strip()]
    if wrong := [name for name, _, _ in said if name.strip() != "part"]:
        message = f"{path}:1: nothing is known of {wrong[0].strip()} before a page"
        raise NotUnderstood(message, remedy="write part: The family")
    return "".join(value.strip().strip("\"'") for _, _, value in said), tokens[0].map[1]


def _titles(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    for token, content in pairwise(tokens):
        if token.type == "heading_open":
            yield int(token.tag[1:]), plain(content)


def _headings(tokens: Sequence[Token], labels: frozenset[str]) -> Iterator[Heading]:
    """The headings below the title; each is told under which name it is linked to."""
    taken = set(labels)
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.tag != "h1":
            words = plain(content)
            names = (slug(words), *(f"{slug(words)}-{number}" for number in range(2, len(taken) + 3)))
            anchor = next(name for name in names if name not in taken)
            taken.add(anchor)
            token.attrSet("id", anchor)
            yield Heading(int(token.tag[1:]), words, anchor)


def _is_block(token: Token) -> bool:
    return token.type == "fence" and token.info.split()[:1] in _NAMES and token.map is not None


def _sheets(tokens: Sequence[Token], file: str, phrases: tuple[Phrase, ...]) -> Iterator[Sheet]:
    """The lines of each block. They are read together, because declarations and labels hold for the whole page."""
    texts = tuple((token.content, token.map[0] + 2) for token in tokens if token.map is not None)
    lines = read_blocks(texts, file, phrases)
    start = 0
    for text in texts:
        end = start + len(read_blocks((text,), file, phrases))  # every line gives one, even where it is not understood
        yield lines[start:end]
        start = end


def _links(tokens: Sequence[Token]) -> Iterator[Link]:
    for part in (part for token in tokens for part in token.children or ()):
        if part.type == "link_open":
            page, _, anchor = str(part.attrs["href"]).partition("#")
            yield Link(page, anchor, part.meta["line"])


def _cited(path: Path, tokens: Sequence[Token]) -> Iterator[tuple[Citation, int]]:
    for part in (part for token in tokens for part in token.children or ()):
        if part.type == KIND:
            line = part.meta["line"]
            if part.meta["citations"] is None:
                remedy = "write [@hill1910], [@hill1910, p. iv] or [@hill1910; @weiss1997]"
                raise NotUnderstood(f"{path}:{line}: [{part.content}] is no citation", remedy=remedy)
            yield from ((citation, line) for citation in cited(part))


def _all_closed(path: Path, text: str) -> None:
    opened, at = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if found := _FENCE.match(line):
            marks, rest = found.groups()
            if not opened:
                opened, at = marks, number
            elif marks.startswith(opened) and not rest.strip():
                opened = ""
    if opened:
        remedy = f"close it with a line {opened}"
        raise NotUnderstood(f"{path}:{at}: this block is opened and never closed", remedy=remedy)
