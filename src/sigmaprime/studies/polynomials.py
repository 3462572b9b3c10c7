"""A polynomial in the generators of the normal form, written as one writes it."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq

from sigmaprime.kernel.normal import Monomial, Poly, Quotient
from sigmaprime.kernel.term import App, Term, Var, free, number
from sigmaprime.search.algebra import generator_term, product, raised
from sigmaprime.search.ring import ring_of


def order_in(x: Var):  # type: ignore[no-untyped-def]
    """x comes first, then what depends on it, parameters last."""
    return lambda symbol: (symbol is not x, x.name not in free(generator_term(symbol, Fraction(1))), repr(symbol))


def written(poly: Poly, x: Var) -> Term:
    """A polynomial as one writes it: by falling powers of x, collected by what else stands there."""
    ring = ring_of([Quotient(poly, {frozenset(): fmpq(1)}, frozenset(), frozenset())])
    order = order_in(x)
    ranked = sorted(zip(ring.found, ring.units, strict=True), key=lambda one: order(one[0]))
    others = [(s, unit) for s, unit in ranked if s is not x]
    moving = [(s, unit) for s, unit in others if x.name in free(generator_term(s, Fraction(1)))]
    fixed = [one for one in others if one not in moving]
    groups: dict[Monomial, dict[int, fmpq]] = {}
    for monomial, c in poly.items():
        powers = dict(monomial)
        degree = powers.pop(x, Fraction(0))
        groups.setdefault(frozenset(powers.items()), {})[int(degree)] = c
    summands: list[tuple[tuple[object, ...], bool, Term]] = []
    for rest, inner in groups.items():
        powers = dict(rest)
        first, last = (tuple(-powers.get(s, Fraction(0)) / unit for s, unit in some) for some in (moving, fixed))
        outer = _monomial(rest, x)
        if outer is None or len(inner) == 1 or not any(first):
            summands += [((first, -k, last), c > 0, _term_of(abs(c), k, outer, x)) for k, c in inner.items()]
        else:
            falling = sorted(inner.items(), reverse=True)
            collected = _sum([(c > 0, _term_of(abs(c), k, None, x)) for k, c in falling])
            summands.append(((first, -max(inner), last), True, product([collected, outer])))
    return _sum([(positive, one) for _, positive, one in sorted(summands, key=lambda one: one[0])])


def _sum(summands: list[tuple[bool, Term]]) -> Term:
    if not summands[0][0]:
        summands = sorted(summands, key=lambda one: not one[0])
    (positive, result), *others = summands
    result = result if positive else App("neg", (result,))
    for plus, one in others:
        result = App("+" if plus else "-", (result, one))
    return result


def _term_of(size: fmpq, degree: int, outer: Term | None, x: Var) -> Term:
    bases = ([outer] if outer is not None and x.name not in free(outer) else []) + (
        [raised(x, degree)] if degree else []
    )
    bases += [outer] if outer is not None and x.name in free(outer) else []
    if size != 1 or not bases:
        bases.insert(0, number(Fraction(int(size.p), int(size.q))))
    return product(bases)


def _monomial(rest: Monomial, x: Var) -> Term | None:
    """What stands in a summand besides its number and its power of x: parameters first, exponentials last."""
    bases = sorted(
        rest,
        key=lambda one: (x.name in free(generator_term(one[0], Fraction(1))), isinstance(one[0], tuple), repr(one[0])),
    )
    terms = [generator_term(s, p) if isinstance(s, tuple) else raised(s, int(p)) for s, p in bases]
    return product(terms) if terms else None
