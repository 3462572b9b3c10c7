"""Polynomials in the parts of a term that algebra does not open, as sparse sums of monomials with rational exponents.

A monomial is a set of pairs (base, exponent). A root of a sum u is the base u with a fractional exponent; where such
powers multiply to u itself, `reduced` puts the sum in its place again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from sigmaprime.kernel.term import Term
from sigmaprime.search.session import NoProof

Monomial: TypeAlias = frozenset[tuple[Term, Fraction]]
Poly: TypeAlias = dict[Monomial, Fraction]
Squares: TypeAlias = Mapping[Term, Poly]

UNIT: Monomial = frozenset()
MOST_TERMS = 400
HIGHEST = 40


def constant(value: Fraction) -> Poly:
    return {UNIT: value} if value else {}


def generator(base: Term, exponent: Fraction = Fraction(1)) -> Poly:
    return {frozenset(((base, exponent),)): Fraction(1)}


def plus(a: Poly, b: Poly) -> Poly:
    total = dict(a)
    for monomial, coefficient in b.items():
        _add(total, monomial, coefficient)
    return total


def _add(total: Poly, monomial: Monomial, coefficient: Fraction) -> None:
    """In place, so that the terms stay in the order in which they came."""
    value = total.get(monomial, Fraction(0)) + coefficient
    if value:
        total[monomial] = value
    else:
        total.pop(monomial, None)


def scaled(a: Poly, factor: Fraction) -> Poly:
    return {monomial: c * factor for monomial, c in a.items()}


def times(a: Poly, b: Poly) -> Poly:
    if len(a) * len(b) > MOST_TERMS:
        raise NoProof("too long to multiply out")
    total: Poly = {}
    for m, c in a.items():
        for n, d in b.items():
            _add(total, joined(m, n), c * d)
    return total


def joined(m: Monomial, n: Monomial, sign: int = 1) -> Monomial:
    """m·n, or m/n for the sign −1."""
    powers = dict(m)
    for base, exponent in n:
        powers[base] = powers.get(base, Fraction(0)) + sign * exponent
    return frozenset((base, exponent) for base, exponent in powers.items() if exponent)


def power(a: Poly, exponent: int) -> Poly:
    if exponent > HIGHEST:
        raise NoProof("too long to multiply out")
    result = constant(Fraction(1))
    for _ in range(exponent):
        result = times(result, a)
    return result


def reduced(a: Poly, sums: Mapping[Term, Poly], squares: Squares) -> Poly:
    """Whole powers of sums written out, and squares of the bases in `squares` replaced."""
    result: Poly = {}
    for monomial, coefficient in a.items():
        part = {UNIT: coefficient}
        for base, exponent in monomial:
            whole = int(exponent) if base in sums else 0
            if whole:
                part = times(part, power(sums[base], whole))
            rest = exponent - whole
            if base in squares and rest >= 2 and rest.denominator == 1:
                part = times(part, reduced(power(squares[base], int(rest) // 2), sums, squares))
                rest = Fraction(int(rest) % 2)
            if rest:
                part = times(part, generator(base, rest))
        result = plus(result, part)
    return result if result == a else reduced(result, sums, squares)


def numeric_content(a: Poly) -> Fraction:
    """The greatest rational number that divides every coefficient."""
    return Fraction(gcd(*(c.numerator for c in a.values())), lcm(*(c.denominator for c in a.values())))


def monomial_content(a: Poly) -> Monomial:
    """The monomial that divides every term."""
    first, *others = a
    powers = dict(first)
    for monomial in others:
        other = dict(monomial)
        powers = {base: min(e, other[base]) for base, e in powers.items() if base in other}
    return frozenset(powers.items())


def divided(a: Poly, b: Poly) -> Poly | None:
    """a/b if it is a polynomial, by division term by term in a lexicographic order; None if it is not."""
    order = _order(a, b)
    lead = max(b, key=order)
    quotient: Poly = {}
    rest = a
    for _ in range(MOST_TERMS):
        if not rest:
            return quotient
        top = max(rest, key=order)
        monomial = joined(top, lead, -1)
        if any(exponent < 0 for _, exponent in monomial):
            return None
        term = {monomial: rest[top] / b[lead]}
        quotient = plus(quotient, term)
        rest = plus(rest, scaled(times(term, b), Fraction(-1)))
    return None


def _order(a: Poly, b: Poly) -> Callable[[Monomial], tuple[Fraction, ...]]:
    bases = sorted({base for poly in (a, b) for monomial in poly for base, _ in monomial}, key=repr)

    def key(monomial: Monomial) -> tuple[Fraction, ...]:
        powers = dict(monomial)
        return tuple(powers.get(base, Fraction(0)) for base in bases)

    return key
