"""The Markdown of the pages, and of the captions of their figures and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from sigmaprime.book.citations import KIND, citing


def parser() -> MarkdownIt:
    """CommonMark with tables, `$…$`, citations and curly quotes; raw HTML, which could not be checked, is text."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True})
    markdown.enable(["table", "replacements", "smartquotes"])
    return markdown.use(dollarmath_plugin, allow_space=False, double_inline=False).use(citing)


def parsed(text: str) -> tuple[Token, ...]:
    """The tokens of a page."""
    return tuple(_placed(parser().parse(text)))


def parsed_caption(caption: str, line: int) -> tuple[Token, ...]:
    """The tokens of a caption that stands on that line of its file; none of an empty one."""
    return tuple(_placed(parser().parseInline(caption), line)) if caption else ()


def _placed(tokens: Sequence[Token], line: int | None = None) -> Iterator[Token]:
    """The tokens, each with the line of the file where it stands written into it."""
    for token in tokens:
        here = line if line is not None else token.map[0] + 1 if token.map else 0
        for part in (token, *(token.children or ())):
            here += part.type in ("softbreak", "hardbreak")
            part.meta["line"] = here
            here += part.content.count("\n") if part.type == KIND else 0
        yield token
