"""A text for every term and every symbol of a normal form, so that they can be put in one order."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from sigmaprime.kernel.normal import Monomial, Symbol
from sigmaprime.kernel.term import App, Num, Var


@lru_cache(maxsize=8192)
def spelling(symbol: Symbol) -> str:
    match symbol:
        case Num(value):
            return str(value)
        case Var(name):
            return name
        case App(head, args):
            return f"{head}({','.join(map(spelling, args))})"
        case (kind, monomial):
            return f"{kind}[{spelled(monomial)}]"
    raise TypeError(symbol)


@lru_cache(maxsize=8192)
def spelled(monomial: Monomial) -> str:
    return "*".join(f"{name}^{power}" for name, power in in_order(monomial))


def in_order(monomial: Monomial) -> list[tuple[str, Fraction]]:
    return sorted((spelling(symbol), power) for symbol, power in monomial)


def ordered(monomial: Monomial) -> list[tuple[Symbol, Fraction]]:
    """The symbols of a monomial with their powers, in the order of their spelling."""
    return sorted(monomial, key=_by_spelling)


def _by_spelling(entry: tuple[Symbol, Fraction]) -> str:
    return spelling(entry[0])
