"""Polynomials in several generators, such as x, y, exp(x), sqrt(x*y): read from normal forms, written back as terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from flint import fmpq

from sigmaprime.kernel.normal import ONE, Poly, Quotient, Symbol
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import fraction, generator_term, product, raised, symbols
from sigmaprime.search.session import NoProof

Exponents = tuple[int, ...]
Polynomial = dict[Exponents, fmpq]
ZERO = Num(0)


@dataclass(frozen=True, slots=True)
class Ring:
    """Generators with the units in which the powers of their symbols are counted."""

    found: tuple[Symbol, ...]
    units: tuple[Fraction, ...]
    generators: tuple[Term, ...]

    @property
    def one(self) -> Exponents:
        return (0,) * len(self.generators)


def ring_of(forms: Iterable[Quotient]) -> Ring:
    """The ring that has these forms in it."""
    forms = tuple(forms)
    found = tuple(sorted(frozenset[Symbol]().union(*map(symbols, forms)), key=repr))
    units = tuple(_unit(forms, symbol) for symbol in found)
    return Ring(found, units, tuple(map(generator_term, found, units)))


def _unit(forms: tuple[Quotient, ...], symbol: Symbol) -> Fraction:
    if not isinstance(symbol, tuple):
        return Fraction(1)
    powers = [p for form in forms for poly in (form.top, form.bottom) for m in poly if (p := dict(m).get(symbol))]
    unit = Fraction(gcd(*(abs(p.numerator) for p in powers)), lcm(*(p.denominator for p in powers)))
    return unit if max(powers) > 0 else -unit


def polynomial(ring: Ring, poly: Poly) -> Polynomial | None:
    """A part of a normal form in the ring; None where a power in it is not a whole number that is not negative."""
    result: Polynomial = {}
    for monomial, coefficient in poly.items():
        powers = dict(monomial)
        if not powers.keys() <= set(ring.found):
            return None
        key = [powers.get(symbol, Fraction(0)) / unit for symbol, unit in zip(ring.found, ring.units, strict=True)]
        if any(k < 0 or k.denominator != 1 for k in key):
            return None
        result[tuple(map(int, key))] = coefficient
    return result


def whole(ring: Ring, form: Quotient) -> Polynomial | None:
    """A form without a denominator, as a polynomial; None for any other."""
    if form.bottom.keys() != {frozenset()}:
        return None
    found = polynomial(ring, form.top)
    scale = form.bottom[frozenset()]
    return None if found is None else {key: c / scale for key, c in found.items()}


def times(a: Polynomial, b: Polynomial) -> Polynomial:
    result: Polynomial = {}
    for m, c in a.items():
        for n, d in b.items():
            key = tuple(i + j for i, j in zip(m, n, strict=True))
            if value := result.get(key, fmpq(0)) + c * d:
                result[key] = value
            else:
                del result[key]
    return result


def degree(poly: Polynomial) -> int:
    return max((sum(key) for key in poly), default=0)


def monomial_term(ring: Ring, key: Exponents, coefficient: fmpq | int = 1) -> Term:
    """c·m for a coefficient c > 0."""
    powers = [raised(g, k) for g, k in zip(ring.generators, key, strict=True) if k]
    if coefficient != 1 or not powers:
        powers.insert(0, Num(fraction(fmpq(coefficient))))
    return product(powers)


def term_of(ring: Ring, poly: Polynomial) -> Term:
    """A polynomial written out, its positive terms first."""
    ordered = sorted(poly.items(), key=lambda entry: (entry[1] < 0, -sum(entry[0])))
    if not ordered:
        return ZERO
    (key, c), *others = ordered
    result = monomial_term(ring, key, abs(c))
    if c < 0:
        result = App("neg", (result,))
    for key, c in others:
        result = App("+" if c > 0 else "-", (result, monomial_term(ring, key, abs(c))))
    return result


def sum_of_monomials(poly: Poly) -> Term:
    """A part of a normal form written out as a polynomial; `NoProof` where it is none."""
    form = Quotient(poly, {ONE: fmpq(1)}, frozenset(), frozenset())
    ring = ring_of([form])
    found = whole(ring, form)
    if found is None:
        raise NoProof("not a polynomial")
    return term_of(ring, found)
