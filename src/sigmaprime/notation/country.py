"""Formulas with the signs of a country: `(0; 1)` and `0,25` where the comma stands before decimals.

The language itself is the same everywhere; only what a page shows is changed, by heads that `plane` and `line` set with
the other signs: `();` is the interval `()` with a semicolon, `digits,` a decimal number with a comma.
"""

from __future__ import annotations

from functools import lru_cache

from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term
from sigmaprime.notation.line import INTERVALS
from sigmaprime.words import Language


def of_country(term: Term, language: Language) -> Term:
    """The term as that country writes it."""
    if (language.decimal, language.separator) == (".", ","):
        return term
    return _changed(term, language.decimal, language.separator)


@lru_cache(maxsize=4096)
def _changed(term: Term, decimal: str, separator: str) -> Term:
    if not isinstance(term, App) or term is REALS:
        return term
    args = tuple(_changed(arg, decimal, separator) for arg in term.args)
    match term.head:
        case head if head in INTERVALS and separator != ",":
            return App(head + separator, args)
        case "points" | "list" | "point" as head if separator != ",":
            return App(head + separator, args)
        case "digits" if decimal != ".":
            return App("digits" + decimal, args)
        case head:
            return App(head, args)
