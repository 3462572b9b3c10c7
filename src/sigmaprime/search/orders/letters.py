"""Which terms speak of whole numbers: orders of derivatives, factorials; and terms as letters plus a number."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from sigmaprime.kernel.normal import ONE, normal
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number, subterms
from sigmaprime.search.algebra import fraction

HEADS: Final = frozenset(("nth", "factorial", "whole"))


@lru_cache(maxsize=4096)
def speaks_of_whole_numbers(term: Term) -> bool:
    return any(isinstance(t, App) and t.head in HEADS for t in subterms(term))


@lru_cache(maxsize=4096)
def has_order(term: Term) -> bool:
    return any(isinstance(t, App) and t.head == "nth" for t in subterms(term))


@lru_cache(maxsize=4096)
def split(term: Term) -> tuple[Term, int] | None:
    """`term` as (what has no number in it, a whole number), for a sum of letters with whole coefficients."""
    try:
        form = normal(term)
    except Wrong:
        return None
    if form.bottom.keys() != {ONE} or form.bottom[ONE] != 1 or form.atoms or form.divisors:
        return None
    coefficients = {monomial: fraction(c) for monomial, c in form.top.items()}
    offset = coefficients.pop(ONE, Fraction(0))
    if offset.denominator != 1 or any(c.denominator != 1 for c in coefficients.values()):
        return None
    parts: list[tuple[Fraction, tuple[Var, ...]]] = []
    for monomial in sorted(coefficients, key=lambda m: sorted(map(repr, m))):
        factors = sorted(monomial, key=repr)
        letters = tuple(letter for letter, power in factors if isinstance(letter, Var) and power == 1)
        if len(letters) < len(factors):
            return None
        parts.append((coefficients[monomial], letters))
    return _written(parts), int(offset)


def _written(parts: list[tuple[Fraction, tuple[Var, ...]]]) -> Term:
    result: Term | None = None
    for coefficient, letters in parts:
        product: Term = letters[0]
        for letter in letters[1:]:
            product = App("*", (product, letter))
        size = abs(coefficient)
        product = product if size == 1 else App("*", (Num(size), product))
        if result is None:
            result = product if coefficient > 0 else App("neg", (product,))
        else:
            result = App("+" if coefficient > 0 else "-", (result, product))
    return result if result is not None else Num(0)


def plus(letters: Term, offset: int) -> Term:
    """n + 2, n, n − 1, or the number alone."""
    if letters is Num(0):
        return number(offset)
    if not offset:
        return letters
    return App("+" if offset > 0 else "-", (letters, Num(abs(offset))))


def fresh(letters: str, *taken: Term) -> Var:
    """A letter that occurs in none of the terms."""
    used = {t.name for t in subterms(*taken) if isinstance(t, Var)}
    found = next((letter for letter in letters if letter not in used), None)
    return Var(found or next(f"{letters[0]}{k}" for k in range(100) if f"{letters[0]}{k}" not in used))


def letters_of(term: Term) -> frozenset[str]:
    """The letters that a term must take to be whole numbers: those in its orders and factorials."""
    found = frozenset[str]()
    for part in subterms(term):
        match part:
            case App("nth", (_, order, _)):
                found |= free(order)
            case App("factorial" | "whole", (u,)):
                found |= free(u)
    return found
