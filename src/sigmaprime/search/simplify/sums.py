"""Sums as one would write them: (1 − 2x²)·sin(x) + x·cos(x), the terms in the order in which they came."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.simplify.poly import Monomial, Poly
from sigmaprime.search.simplify.product import Product

Write = Callable[[Product], Term]


def terms_of(term: Term, sign: int = 1) -> list[tuple[Term, int]]:
    """The terms of a sum with their signs."""
    match term:
        case App("+", (u, v)):
            return [*terms_of(u, sign), *terms_of(v, sign)]
        case App("-", (u, v)):
            return [*terms_of(u, sign), *terms_of(v, -sign)]
        case App("neg", (u,)):
            return terms_of(u, -sign)
    return [(term, sign)]


def written_sum(poly: Poly, write: Write) -> Term:
    """The polynomial with the terms that have a function in common taken together."""
    groups: dict[Monomial, Poly] = {}
    for monomial, coefficient in poly.items():
        variables = frozenset((b, e) for b, e in monomial if isinstance(b, Var))
        groups.setdefault(monomial - variables, {})[variables] = coefficient
    parts = [part for functions, inner in groups.items() for part in _group(functions, inner, write)]
    return joined(parts)


def joined(parts: list[tuple[int, Term]]) -> Term:
    """± u ± v ± …, a positive term first if there is one."""
    first = next((i for i, (sign, _) in enumerate(parts) if sign > 0), 0)
    parts = [parts[first], *parts[:first], *parts[first + 1 :]]
    sign, result = parts[0]
    result = App("neg", (result,)) if sign < 0 else result
    for sign, part in parts[1:]:
        result = App("+" if sign > 0 else "-", (result, part))
    return result


def _group(functions: Monomial, inner: Poly, write: Write) -> list[tuple[int, Term]]:
    monomials = _in_order(inner)
    signed = [(1 if inner[m] > 0 else -1, abs(inner[m]), m) for m in monomials]
    if not functions or len(signed) == 1:
        return [(sign, write(Product(size, dict([*_sorted(m), *_sorted(functions)])))) for sign, size, m in signed]
    outer = 1 if any(sign > 0 for sign, _, _ in signed) else -1
    bracket = joined([(sign * outer, write(Product(size, dict(_sorted(m))))) for sign, size, m in signed])
    return [(outer, App("*", (bracket, write(Product(Fraction(1), dict(_sorted(functions)))))))]


def _sorted(monomial: Monomial) -> list[tuple[Term, Fraction]]:
    return sorted(monomial, key=repr)


def _in_order(inner: Poly) -> list[Monomial]:
    """Falling powers of a single variable, rising ones if the highest is negative; else as they came."""
    monomials = list(inner)
    if len({base for monomial in monomials for base, _ in monomial}) != 1:
        return monomials
    falling = sorted(monomials, key=lambda m: -sum(e for _, e in m))
    rises = inner[falling[0]] < 0 and any(inner[m] > 0 for m in falling)
    return falling[::-1] if rises else falling
