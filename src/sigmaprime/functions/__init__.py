"""The functions of the language: every module of this folder contributes its rows.

The folder is the registry: a module exports `FUNCTIONS`, a tuple of rows; nothing else has to be told about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Final

from sigmaprime.functions.function import Function


class Duplicate(Exception):
    """Two rows want the same name."""


def _rows() -> Iterator[Function]:
    for name in sorted(module.name for module in iter_modules(__path__)):
        if name != "function":
            yield from import_module(f"{__name__}.{name}").FUNCTIONS


def _by_name(rows: tuple[Function, ...]) -> Mapping[str, Function]:
    found: dict[str, Function] = {}
    for row in rows:
        if row.name in found:
            raise Duplicate(f"two functions are called {row.name}")
        found[row.name] = row
    return MappingProxyType(found)


def _by_alias(functions: Mapping[str, Function]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in functions.values():
        for alias in row.aliases:
            if alias in functions or alias in found:
                raise Duplicate(f"two functions are called {alias}")
            found[alias] = row.name
    return MappingProxyType(found)


FUNCTIONS: Final = _by_name(tuple(_rows()))
ALIASES: Final = _by_alias(FUNCTIONS)
