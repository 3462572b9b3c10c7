"""What a language is: the words for every id, and the signs of its country that a formula depends on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

_SLOT: Final = re.compile(r"(\{\w+(?::(?:lower|upper))?\}|\*\*)")


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """`words` has a template for every id, with `{names}` for what is put into it and `**` round what matters.

    `decimal` is the sign before the decimals of a number; `separator` stands between the ends of an interval, the
    members of a set and the coordinates of a point.
    """

    code: str
    name: str
    words: Mapping[str, str]
    decimal: str = "."
    separator: str = ","


@dataclass(frozen=True, slots=True)
class Slot:
    """The place in a template for what is called `name`; `first` is "lower" or "upper" if its first letter is so."""

    name: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where words that matter begin or end."""


@cache
def template(words: str) -> tuple[str | Slot | Mark, ...]:
    """The parts of a template in their order."""
    return tuple(map(_part, filter(None, _SLOT.split(words))))


def _part(text: str) -> str | Slot | Mark:
    if text == "**":
        return Mark()
    if _SLOT.fullmatch(text):
        name, _, how = text[1:-1].partition(":")
        return Slot(name, how)
    return text
