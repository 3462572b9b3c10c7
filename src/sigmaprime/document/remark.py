"""What the search remarks, "the value there is smaller", found in the catalogue, so that every language can say it.

The search speaks English, for those who read its answers as data. A page knows its remarks by their English words.
"""

from __future__ import annotations

import re
from functools import cache

from sigmaprime.document.page import Text, say
from sigmaprime.words import ENGLISH, Slot, template

_REMARK = "remark."


def remark(words: str) -> Text:
    """The id of a remark with what stands in it, perhaps a remark too; words that nobody knows stay as they are."""
    for name, pattern in _patterns():
        if found := pattern.fullmatch(words):
            return (say(name, **{slot: remark(part) for slot, part in found.groupdict().items()}),)
    return (words,) if words else ()


def sentence(words: str) -> Text:
    """A remark as a sentence of its own."""
    return (say("remark", words=remark(words.removesuffix("."))),)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The English words of every remark as a pattern, those that say most by themselves first."""
    names = (name for name in ENGLISH.words if name.startswith(_REMARK))
    ordered = sorted(names, key=lambda name: -len(re.sub(r"\{\w+\}", "", ENGLISH.words[name])))
    return tuple((name, _pattern(ENGLISH.words[name])) for name in ordered)


def _pattern(words: str) -> re.Pattern[str]:
    parts = (f"(?P<{part.name}>.+)" if isinstance(part, Slot) else re.escape(str(part)) for part in template(words))
    return re.compile("".join(parts))
