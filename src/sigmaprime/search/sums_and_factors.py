"""A sum as its signed terms, a product as its factors, and back."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.tidy import tidied

ZERO, ONE = Num(0), Num(1)
HIGHEST = 6


def summands(u: Term, sign: int = 1) -> list[tuple[int, Term]]:
    match u:
        case App("+", (a, b)):
            return summands(a, sign) + summands(b, sign)
        case App("-", (a, b)):
            return summands(a, sign) + summands(b, -sign)
        case App("neg", (a,)):
            return summands(a, -sign)
    return [(sign, u)]


def total(parts: list[tuple[int, Term]]) -> Term:
    """The sum of signed terms."""
    whole: Term = ZERO
    for sign, part in parts:
        whole = App("+" if sign > 0 else "-", (whole, part))
    return tidied(whole)


def factors(u: Term) -> list[Term]:
    match u:
        case App("*", (a, b)):
            return factors(a) + factors(b)
        case App("^", (a, Num(n))) if n.denominator == 1 and 1 < n <= HIGHEST:
            return [a] * int(n)
    return [u]


def without(u: Term, factor: Term) -> Term | None:
    """u without one of its factors."""
    found = factors(u)
    if factor not in found:
        return None
    found.remove(factor)
    whole: Term = ONE
    for one in found:
        whole = App("*", (whole, one))
    return tidied(whole)
