"""What every output format must answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sigmaprime.document.page import Block, Document, Text
from sigmaprime.kernel.term import Term


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format.

    `inline` writes one formula to stand in a line of text, `text` a run of words and formulas, `blocks` a part of
    a page, `page` a whole file; all but formulas must have been spoken, as `speaking` does. A writer raises
    `NotWritable` rather than write something wrong.
    """

    name: str
    suffix: str
    inline: Callable[[Term], str]
    text: Callable[[Text], str]
    blocks: Callable[[tuple[Block, ...]], str]
    page: Callable[[Document], str]


class NotWritable(Exception):
    """The format cannot say this correctly."""


class Unspoken(Exception):
    """Words by their id reached a writer, which only meets pages in a language: see `sigmaprime.write.speaking`."""
