"""The words of the pages, apart from the mathematics: one folder a language, an id for every sentence.

Each folder exports one constant `LANGUAGE`; English has every id, and is spoken where another language lacks one. The
ids are frozen once shipped: `claim.` and the head of a claim, `reason.` and the name of a rule (beside a line),
`theorem.` and the name of a rule (as a sentence), `route.` and the name of a route; the rest are sentences of a page.
`rule.` and the name of a rule is that name itself, in English, and the reason in any other language.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sigmaprime.words.en import LANGUAGE as ENGLISH
from sigmaprime.words.language import Language, Mark, Slot, template

__all__ = ["ENGLISH", "Language", "Mark", "Slot", "codes", "language", "template", "wording"]


def codes() -> tuple[str, ...]:
    """The codes of the languages that there are: `("de", "en")`."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.ispkg))


@cache
def language(code: str) -> Language:
    """The language with that code; `KeyError` if there is none."""
    if code not in codes():
        raise KeyError(code)
    found: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return found


def wording(spoken: Language, name: str) -> str | None:
    """The template for an id, in English where the language has none; None for an id that neither has.

    A rule has no words of its own in English where its name will do; then another language is asked for the family of
    rules to which it belongs.
    """
    return spoken.words.get(name) or ENGLISH.words.get(name)
