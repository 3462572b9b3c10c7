"""Numbers and signs in the sums of a product: what is common above and below is cancelled, a minus goes into a sum."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import gcd

from sigmaprime.kernel.term import Term
from sigmaprime.search.simplify.bases import Bases, named
from sigmaprime.search.simplify.poly import Poly, numeric_content, scaled
from sigmaprime.search.simplify.product import Product, together


def primitive(bases: Bases, factors: Product) -> Product:
    """(3x² − 6y)/(3y² − 6x) with the threes cancelled; nothing where no number is common above and below."""
    contents = {
        base: (numeric_content(bases.sums[base]), exponent)
        for base, exponent in factors.powers.items()
        if base in bases.sums and exponent.denominator == 1
    }
    top = factors.number.numerator * _product(c**e for c, e in _whole(contents, 1))
    bottom = factors.number.denominator * _product(c**-e for c, e in _whole(contents, -1))
    if gcd(top, bottom) == 1 or (top == factors.number.numerator and bottom == factors.number.denominator):
        return factors
    result = Product(Fraction(top, bottom))
    for base, exponent in factors.powers.items():
        content = contents.get(base, (Fraction(1), exponent))[0]
        new = base if content in (0, 1) else _named(bases, scaled(bases.sums[base], 1 / content))
        result = Product(result.number, together(result.powers, {new: exponent}))
    return result


def _whole(contents: Mapping[Term, tuple[Fraction, Fraction]], sign: int) -> list[tuple[int, int]]:
    return [(int(c), int(e)) for c, e in contents.values() if e * sign > 0 and c.denominator == 1]


def _product(values: object) -> int:
    result = 1
    for value in values:  # type: ignore[attr-defined]
        result *= value
    return result


def without_minus(bases: Bases, factors: Product) -> Product:
    """−(x² − 2y) as 2y − x², if there is a difference of two terms above that is not the author's."""
    if factors.number >= 0:
        return factors
    for base, exponent in factors.powers.items():
        poly = bases.sums.get(base)
        if poly is not None and exponent == 1 and len(poly) == 2 and base in bases.new and _is_difference(poly):
            other = _named(bases, scaled(poly, Fraction(-1)))
            powers = {other if b is base else b: e for b, e in factors.powers.items()}
            return Product(-factors.number, powers)
    return factors


def _is_difference(poly: Poly) -> bool:
    return sorted(c > 0 for c in poly.values()) == [False, True]


def _named(bases: Bases, poly: Poly) -> Term:
    term = named(bases, poly, bases.write_sum(poly))
    bases.new.add(term)
    return term
