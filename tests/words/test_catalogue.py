"""Every language says everything: each sentence of the English catalogue, and each rule of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.functions import FUNCTIONS
from sigmaprime.words import ENGLISH, Language, Mark, Slot, codes, language, template

OTHERS = [language(code) for code in codes() if code != ENGLISH.code]
NAMES = [pytest.param(one, id=one.code) for one in OTHERS]


def ids_for(rule: str) -> Iterator[str]:
    """The ids under which the words for a rule may stand: its own, and those of the families to which it belongs."""
    yield f"reason.{rule}"
    for f in FUNCTIONS.keys() & set(re.findall(r"\w+", rule)):
        yield re.sub(rf"\b{f}\b", "{f}", f"reason.{rule}")


def slots(words: str) -> set[str]:
    return {part.name for part in template(words) if isinstance(part, Slot)}


def test_there_is_german() -> None:
    assert [one.name for one in OTHERS] == ["Deutsch"]


@pytest.mark.parametrize("spoken", NAMES)
def test_every_sentence_has_words(spoken: Language) -> None:
    assert [name for name in ENGLISH.words if not spoken.words.get(name)] == []


@pytest.mark.parametrize("spoken", NAMES)
def test_every_rule_has_words(spoken: Language) -> None:
    assert [
        rule for rule in LAWS
        if not any(name in spoken.words for name in ids_for(rule.removesuffix(", backwards")))
    ] == []  # fmt: skip


@pytest.mark.parametrize("spoken", NAMES)
def test_nothing_is_said_that_nobody_asks_for(spoken: Language) -> None:
    asked = {name for rule in LAWS for name in ids_for(rule)} | ENGLISH.words.keys()
    assert [name for name in spoken.words if name not in asked] == []


@pytest.mark.parametrize("spoken", NAMES)
def test_a_translation_has_the_slots_of_its_original(spoken: Language) -> None:
    different = [
        name for name, words in spoken.words.items()
        if slots(words) != (slots(ENGLISH.words[name]) if name in ENGLISH.words else slots(name))
    ]  # fmt: skip
    assert different == []


@pytest.mark.parametrize("spoken", NAMES)
def test_what_matters_matters_in_every_language(spoken: Language) -> None:
    def marks(words: str) -> int:
        return sum(isinstance(part, Mark) for part in template(words))

    assert [name for name, words in ENGLISH.words.items() if marks(words) != marks(spoken.words[name])] == []


@pytest.mark.parametrize("spoken", [ENGLISH, *OTHERS], ids=lambda one: one.code)
def test_words_are_written_with_care(spoken: Language) -> None:
    """No double spaces, no straight quotes; a space at the end only where that of the original has one."""
    assert [name for name, words in spoken.words.items() if "  " in words or '"' in words] == []
    end = {name: words.endswith(" ") for name, words in spoken.words.items()}
    assert [name for name in end if end[name] != ENGLISH.words.get(name, "").endswith(" ")] == []
