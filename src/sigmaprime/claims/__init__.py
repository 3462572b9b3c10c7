"""The kinds of claims: every module of this folder says one family, with its words and the rows that give its meaning.

The folder is the registry. `LAWS` is the whole rule book: the chapters of `rules/` and the rows of the kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.kernel.rule import Rule
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules import CHAPTERS as CHAPTERS_OF_RULES
from sigmaprime.rules import Duplicate

_MODULES: Final = {
    name: import_module(f"{__name__}.{name}")
    for name in sorted(m.name for m in iter_modules(__path__))
    if name != "kind"
}


def _kinds() -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    for module in _MODULES.values():
        for kind in module.CLAIM:
            if kind.head in found:
                raise Duplicate(f"two kinds of claims are called {kind.head!r}")
            found[kind.head] = kind
    return MappingProxyType(found)


def _chapters() -> Mapping[str, tuple[Rule, ...]]:
    found = dict(CHAPTERS_OF_RULES)
    for name, module in _MODULES.items():
        if name in found:
            raise Duplicate(f"two chapters are called {name!r}")
        found[name] = getattr(module, "ROWS", ())
    return MappingProxyType(found)


def _by_name(chapters: Mapping[str, tuple[Rule, ...]]) -> Mapping[str, Rule]:
    found: dict[str, Rule] = {}
    for rows in chapters.values():
        for row in rows:
            if row.name in found:
                raise Duplicate(f"two rules are called {row.name!r}")
            found[row.name] = row
    return MappingProxyType(found)


KINDS: Final = _kinds()
CHAPTERS: Final = _chapters()
LAWS: Final = _by_name(CHAPTERS)
PHRASES: Final[tuple[Phrase, ...]] = tuple(phrase for kind in KINDS.values() for phrase in kind.words)
