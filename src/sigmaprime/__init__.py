"""sigmaprime: worked calculus and verified claims.

`derive`, `prove`, `study`, `judge_lines`, `read` and `check` are what there is to call. They are loaded when they are
first asked for, and SymPy only when a SymPy object goes in or is asked for, so that the command line starts at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from sigmaprime.version import __version__

if TYPE_CHECKING:
    from sigmaprime.api import NotUnderstood, check, derive, judge_lines, prove, read, study

__all__ = ["NotUnderstood", "__version__", "check", "derive", "judge_lines", "prove", "read", "study"]

_VERBS: Final = frozenset(__all__) - {"__version__", "read"}


class _Reading(ModuleType):
    """The package `sigmaprime.read`, which is also the function of that name."""

    def __call__(self, text: str, let: Any = None) -> Any:
        """Read `text` and say what it was read as; see `sigmaprime.api.reading.read`."""
        return import_module("sigmaprime.api").read(text, let)


class _Package(ModuleType):
    """`read` is a package within this one, and a function for those who use it."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "read" and isinstance(value, ModuleType):
            value.__class__ = _Reading
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:
        if name == "read":
            return import_module("sigmaprime.read")
        if name in _VERBS:
            return getattr(import_module("sigmaprime.api"), name)
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
