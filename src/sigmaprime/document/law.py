"""A row of the rule book as a textbook prints it: `f(u) < f(v) if f is increasing` for `apply(k, u) < …`."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.phrase import PROPERTIES

# The letters that rows have for functions, and those of a textbook.
_FUNCTIONS: Final = MappingProxyType({"k": "f", "c": "g"})
_X: Final = Var("x")


def printed(term: Term) -> Term:
    """The term with letters that stand for functions written as functions."""
    match term:
        case App("apply", (Var(letter), argument)):
            return App(_name(letter), (printed(argument),))
        case App("at", (Var(letter), Var(), place)):
            return App(_name(letter), (printed(place),))
        case App("domain", (Var(letter),)):
            return App("domain", (_function(letter, _X),))
        case App("inverse", (Var(letter), region, Var(other))):
            return App("inverse", (_function(letter, _X), region, _function(other, _X)))
        case App("tends" | "no_limit" as head, (Var(letter), *others)):
            return App(head, (_function(letter, _X), *map(printed, others)))
        case App(head, (Var(letter), *others)) if head in PROPERTIES:
            return App(head, (_function(letter, _X), *map(printed, others)))
        case App(head, (App("fn", (Var() as x, Var(letter))), *others)) if head in PROPERTIES and x.name != letter:
            return App(head, (_function(letter, x), *map(printed, others)))
        case App(head, args):
            return App(head, tuple(map(printed, args)))
    return term


def _name(letter: str) -> str:
    return _FUNCTIONS.get(letter, letter)


def _function(letter: str, x: Var) -> Term:
    return App("fn", (x, App(_name(letter), (x,))))
