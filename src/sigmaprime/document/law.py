"""A row of the rule book as a textbook prints it: `f(u) < f(v) if f is increasing` for `apply(k, u) < …`."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.phrase import PROPERTIES

# The letters that rows have for functions, and those of a textbook.
_FUNCTIONS: Final = MappingProxyType({"k": "f", "c": "g", "h": "h"})


def printed(term: Term) -> Term:
    """The term with letters that stand for functions written as functions."""
    match term:
        case App("apply", (Var(letter), argument)) if letter in _FUNCTIONS:
            return App(_FUNCTIONS[letter], (printed(argument),))
        case App(head, (Var(letter), *others)) if head in PROPERTIES and letter in _FUNCTIONS:
            return App(head, (_function(letter), *(_other(other) for other in others)))
        case App(head, args):
            return App(head, tuple(map(printed, args)))
    return term


def _other(term: Term) -> Term:
    match term:
        case Var(letter) if letter in _FUNCTIONS:
            return _function(letter)
    return printed(term)


def _function(letter: str) -> Term:
    x = Var("x")
    return App("fn", (x, App(_FUNCTIONS[letter], (x,))))
