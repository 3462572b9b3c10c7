"""Equations between polynomials in a generator t whose whole powers can be written otherwise: √u with √u² = u.

Each side is brought into a canonical form, in which no such power is left; then they are compared by arithmetic. What
stands before a power of t stays together, so that a denominator keeps its factors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TypeAlias

from sigmaprime.kernel.normal import Monomial, Poly, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, paths, subterm
from sigmaprime.search.algebra import arithmetic, fraction, generator_term, product, raised
from sigmaprime.search.chain import chain, inside, sides, turned
from sigmaprime.search.fit import Prove
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

Canonical: TypeAlias = Callable[[Session, Term, tuple[Term, ...]], Derivation | None]


def by_canonical_forms(
    session: Session, left: Term, right: Term, given: tuple[Term, ...], canonical: Canonical, proved: Prove
) -> Derivation:
    """`left = its canonical form = that of right = right`."""
    out, back = canonical(session, left, given), canonical(session, right, given)
    start, end = (side if fact is None else sides(fact)[1] for side, fact in ((left, out), (right, back)))
    links = [] if out is None else [out]
    if start is not end:
        links.append(arithmetic(session, start, end, given, proved))
    if back is not None:
        links.append(turned(back, prove(session, Claim(App("defined", (end,)), given))))
    if not links:
        raise NoProof("there is nothing to be done")
    return chain(links, given)


def degrees(poly: Poly, symbol: Symbol) -> set[Fraction]:
    return {dict(monomial).get(symbol, Fraction(0)) for monomial in poly}


def spelled(poly: Poly, symbol: Symbol, power: Callable[[Fraction], list[Term]]) -> Term:
    """The polynomial written by its powers of the symbol, each with what stands before it."""
    groups: dict[Fraction, Poly] = {}
    for monomial, coefficient in poly.items():
        rest = dict(monomial)
        degree = rest.pop(symbol, Fraction(0))
        groups.setdefault(degree, {})[frozenset(rest.items())] = coefficient
    parts: list[tuple[bool, Term]] = []
    for degree, group in groups.items():
        last = power(degree)
        if len(group) > 1 and last:
            parts.append((True, product([_sum(list(_summands(group))), *last])))
        else:
            parts += _summands(group, last)
    return _sum(parts)


def _summands(group: Poly, last: list[Term] | None = None) -> Iterator[tuple[bool, Term]]:
    """Each monomial with whether it is added, its number made positive."""
    for monomial, coefficient in group.items():
        factors = [*_factors(monomial), *(last or ())]
        value = fraction(coefficient)
        if abs(value) != 1 or not factors:
            factors.insert(0, Num(abs(value)))
        yield value > 0, product(factors)


def _factors(monomial: Monomial) -> Iterator[Term]:
    for symbol, power in monomial:
        yield generator_term(symbol, power) if isinstance(symbol, tuple) else raised(symbol, int(power))


def _sum(parts: list[tuple[bool, Term]]) -> Term:
    if not parts:
        return Num(0)
    (plus, result), *others = parts
    result = result if plus else App("neg", (result,))
    for added, part in others:
        result = App("+" if added else "-", (result, part))
    return result


def rewritten(
    session: Session, term: Term, better: Term, old: Term, fact: Derivation, given: tuple[Term, ...], proved: Prove
) -> list[Derivation]:
    """`term = better`, and then every `old` in it replaced by what it is equal to."""
    links = [arithmetic(session, term, better, given, proved)]
    while (at := next((at for at in paths(better) if subterm(better, at) is old), None)) is not None:
        links.append(inside(better, at, fact, given))
        better = sides(links[-1])[1]
    return links
