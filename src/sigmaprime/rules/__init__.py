"""The rule book: every module of this folder that has `RULES` is a chapter of it.

The folder is the registry: a new row, or a new chapter, is found by being there.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Final

from sigmaprime.kernel.rule import Rule


class Duplicate(Exception):
    """Two rows have the same name."""


def _chapters() -> Mapping[str, tuple[Rule, ...]]:
    names = sorted(module.name for module in iter_modules(__path__) if module.name != "row")
    return MappingProxyType({name: import_module(f"{__name__}.{name}").RULES for name in names})


CHAPTERS: Final = _chapters()
