"""The Markdown of the pages, and of the captions of their figures and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from sigmaprime.book.citations import KIND, citing
from sigmaprime.notation.symbols import GREEK

_COMMAND: Final = re.compile(r"\\([A-Za-z]+)")


def parser() -> MarkdownIt:
    """CommonMark with tables, `$…$`, citations and curly quotes; raw HTML, which could not be checked, is text."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True})
    markdown.enable(["table", "replacements", "smartquotes"])
    return markdown.use(dollarmath_plugin, allow_space=False, double_inline=False).use(citing)


def parsed(text: str) -> tuple[Token, ...]:
    """The tokens of a page, which may begin with front matter."""
    return tuple(_placed(parser().use(front_matter_plugin).parse(text)))


def parsed_caption(caption: str, line: int) -> tuple[Token, ...]:
    """The tokens of a caption that stands on that line of its file; none of an empty one."""
    return tuple(_placed(parser().parseInline(caption), line)) if caption else ()


def plain(token: Token) -> str:
    """The words of a run of text, without what marks them up."""
    return "".join(_words(part) for part in token.children or ()).strip()


def _words(part: Token) -> str:
    match part.type:
        case "math_inline":
            return _COMMAND.sub(lambda found: GREEK.get(found[1], found[1]), part.content).replace("'", "′")
        case "softbreak" | "hardbreak":
            return " "
        case kind if kind == KIND:
            return ""
    return str(part.content)


def slug(words: str) -> str:
    """The name of a section in the address of its page: `even-at-its-best`."""
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "section"


def _placed(tokens: Sequence[Token], line: int | None = None) -> Iterator[Token]:
    """The tokens, each with the line of the file where it stands written into it."""
    for token in tokens:
        here = line if line is not None else token.map[0] + 1 if token.map else 0
        for part in (token, *(token.children or ())):
            here += part.type in ("softbreak", "hardbreak")
            part.meta["line"] = here
            here += part.content.count("\n") if part.type == KIND else 0
        yield token
