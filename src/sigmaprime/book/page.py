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
from sigmaprime.book.markup import parsed, parsed_caption
from sigmaprime.read.lines import Sheet, read_blocks
from sigmaprime.read.phrase import Phrase
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, NotUnderstood, Parameters, Plot, Table

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
class Page:
    """`name` is the file's name without its ending: other pages link to it, and it orders the book."""

    path: Path
    name: str
    title: str
    text: str
    parts: tuple[Part, ...]
    links: tuple[tuple[str, int], ...]  # what is linked to, and on which line
    scope: Scope  # what the page declares
    citations: tuple[tuple[Citation, int], ...] = ()  # what is cited, and on which line


def page(path: Path, text: str, phrases: tuple[Phrase, ...]) -> Page:
    """The page in `text`; `NotUnderstood` for a block that is never closed, and for a citation that is none.

    `phrases` are the words of the kinds of claims. A line that cannot be read is in its block, as `Unread`.
    """
    _all_closed(path, text)
    tokens = parsed(text)
    sheets = iter(_sheets([token for token in tokens if _is_block(token)], str(path), phrases))
    parts: list[Part] = []
    prose: list[Token] = []
    for token in tokens:
        if _is_block(token) and token.map is not None:
            parts += [Prose(tuple(prose)), Block(next(sheets), token.map[0] + 1, token.map[1])]
            prose = []
        else:
            prose.append(token)
    parts.append(Prose(tuple(prose)))
    scope = Scope()
    words = list(tokens)
    for line in (line for part in parts if isinstance(part, Block) for line in part.lines):
        scope = extend(scope, line) if isinstance(line, Definition | Parameters) else scope
        if isinstance(line, Plot | Table):
            words += parsed_caption(line.caption, line.place.line)
    links, citations = tuple(_links(words)), tuple(_cited(path, words))
    return Page(path, path.stem, _title(tokens, path.stem), text, tuple(parts), links, scope, citations)


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


def _links(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    for part in (part for token in tokens for part in token.children or ()):
        if part.type == "link_open":
            yield str(part.attrs["href"]).partition("#")[0], part.meta["line"]


def _cited(path: Path, tokens: Sequence[Token]) -> Iterator[tuple[Citation, int]]:
    for part in (part for token in tokens for part in token.children or ()):
        if part.type == KIND:
            line = part.meta["line"]
            if part.meta["citations"] is None:
                remedy = "write [@hill1910], [@hill1910, p. iv] or [@hill1910; @weiss1997]"
                raise NotUnderstood(f"{path}:{line}: [{part.content}] is no citation", remedy=remedy)
            yield from ((citation, line) for citation in cited(part))


def _title(tokens: Sequence[Token], otherwise: str) -> str:
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return content.content
    return otherwise


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
