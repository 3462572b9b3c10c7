"""Quotients of polynomials in several generators: greatest common divisors, factors, and one agreed way to write them.

A symbol exp(m) of the kernel's normal form may have fractional and negative powers; over a ring its least power is the
generator, and a polynomial is multiplied by a power of it so that all exponents become whole numbers from 0 on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from sigmaprime.kernel.normal import Monomial, Poly, Quotient, Symbol, normal
from sigmaprime.kernel.term import App, Num, Term, Wrong, number
from sigmaprime.search.algebra import fraction, raised, scaled
from sigmaprime.search.session import NoProof
from sigmaprime.search.spelling import ordered, spelled, spelling

UNIT: Monomial = frozenset()
ONE, ZERO = Num(1), Num(0)
HIGHEST = 600
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Ring:
    """Polynomials over the rationals in the least powers of these symbols."""

    symbols: tuple[Symbol, ...]
    units: tuple[Fraction, ...]
    context: Any


@dataclass(frozen=True, slots=True)
class Factored:
    """constant·∏ base^power; a base is a polynomial, primitive and with a positive leading coefficient."""

    constant: Fraction
    factors: tuple[tuple[Term, Fraction], ...]


def ring_of(*polys: Poly) -> Ring:
    powers: dict[Symbol, list[Fraction]] = {}
    for poly in polys:
        if len(poly) > LONGEST:
            raise NoProof("an expression is too large")
        for monomial in poly:
            for symbol, power in monomial:
                powers.setdefault(symbol, []).append(power)
    symbols = tuple(sorted(powers, key=spelling))
    units = tuple(_unit(powers[s]) if isinstance(s, tuple) else Fraction(1) for s in symbols)
    return Ring(symbols, units, fmpq_mpoly_ctx.get(tuple(f"t{k}" for k in range(len(symbols))), Ordering.deglex))


def _unit(powers: Iterable[Fraction]) -> Fraction:
    known = list(powers)
    return Fraction(gcd(*(p.numerator for p in known)), lcm(*(p.denominator for p in known)))


def over(ring: Ring, poly: Poly) -> tuple[fmpq_mpoly, tuple[int, ...]]:
    """The polynomial times a product of generators, and the exponents of that product, which may be negative."""
    rows = []
    for monomial, coefficient in poly.items():
        powers = dict(monomial)
        exponents = [
            int(powers.get(s, 0) / u) if s in powers else 0 for s, u in zip(ring.symbols, ring.units, strict=True)
        ]
        rows.append((exponents, coefficient))
    low = [min((row[0][k] for row in rows), default=0) for k in range(len(ring.symbols))]
    low = [v if isinstance(s, tuple) else 0 for v, s in zip(low, ring.symbols, strict=True)]
    if any(max(row[0], default=0) > HIGHEST for row in rows):
        raise NoProof("a degree is too high")
    shifted = {tuple(a - b for a, b in zip(exponents, low, strict=True)): c for exponents, c in rows}
    return ring.context.from_dict(shifted), tuple(low)


def back(ring: Ring, poly: fmpq_mpoly, shift: tuple[int, ...] | None = None) -> Poly:
    found: Poly = {}
    for exponents, coefficient in poly.to_dict().items():
        monomial = frozenset(
            (s, u * (int(k) + d))
            for s, u, k, d in zip(ring.symbols, ring.units, exponents, shift or (0,) * len(exponents), strict=True)
            if int(k) + d
        )
        found[monomial] = coefficient
    return found


def primitive(poly: fmpq_mpoly) -> tuple[fmpq_mpoly, Fraction]:
    """The polynomial over its content: whole coefficients without a common divisor, the leading one positive."""
    coefficients = [fraction(c) for c in poly.coeffs()]
    content = Fraction(gcd(*(c.numerator for c in coefficients)), lcm(*(c.denominator for c in coefficients)))
    if coefficients[0] < 0:
        content = -content
    return (poly if content == 1 else poly / fmpq(content.numerator, content.denominator)), content


def reduced(form: Quotient) -> tuple[Poly, Poly]:
    """The quotient in lowest terms, its bottom primitive and without exponentials as factors."""
    if not form.top:
        return {}, {UNIT: fmpq(1)}
    if len(form.bottom) == 1:
        ((monomial, coefficient),) = form.bottom.items()
        if not monomial:
            return ({m: c / coefficient for m, c in form.top.items()}, {UNIT: fmpq(1)})
    ring = ring_of(form.top, form.bottom)
    top, above = over(ring, form.top)
    bottom, below = over(ring, form.bottom)
    common = top.gcd(bottom)
    if not common.is_constant():
        top, bottom = top / common, bottom / common
    bottom, content = primitive(bottom)
    top = top / fmpq(content.numerator, content.denominator)
    lowest = [
        int(min(e[k] for e in bottom.monoms())) if isinstance(s, tuple) else 0 for k, s in enumerate(ring.symbols)
    ]
    shift = tuple(a - b - c for a, b, c in zip(above, below, lowest, strict=True))
    return back(ring, top, shift), back(ring, bottom, tuple(-k for k in lowest))


@lru_cache(maxsize=2048)
def factors_of(term: Term) -> Factored:
    """What `term` is a product of."""
    return factored(_form(term))


@lru_cache(maxsize=2048)
def canonical_of(term: Term) -> Term:
    """The agreed way of writing `term`."""
    return canonical(_form(term))


def _form(term: Term) -> Quotient:
    try:
        return normal(term)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None


def factored(form: Quotient) -> Factored:
    """The quotient as a product of powers of irreducible polynomials and of exponentials; `NoProof` for 0."""
    if not form.top:
        raise NoProof("zero has no factors")
    ring = ring_of(form.top, form.bottom)
    constant = Fraction(1)
    powers: dict[Term, Fraction] = {}
    for poly, sign in ((form.top, 1), (form.bottom, -1)):
        if poly.keys() == {UNIT}:
            constant *= fraction(poly[UNIT]) ** sign
            continue
        whole, shift = over(ring, poly)
        outside, found = whole.factor()
        constant *= fraction(outside) ** sign
        for factor, multiplicity in found:
            plain, content = primitive(factor)
            constant *= content ** (sign * int(multiplicity))
            base, unit = _base(ring, plain)
            powers[base] = powers.get(base, Fraction(0)) + sign * int(multiplicity) * unit
        for symbol, unit, k in zip(ring.symbols, ring.units, shift, strict=True):
            if k:
                base = exponential_base(symbol)
                powers[base] = powers.get(base, Fraction(0)) + sign * k * unit
    return Factored(constant, tuple((base, power) for base, power in powers.items() if power))


def _base(ring: Ring, plain: fmpq_mpoly) -> tuple[Term, Fraction]:
    """A factor as a term; a generator by itself is a power of its symbol."""
    if len(plain) == 1:
        (exponents,) = plain.monoms()
        (k,) = (i for i, e in enumerate(exponents) if e)
        if isinstance(ring.symbols[k], tuple):
            return exponential_base(ring.symbols[k]), ring.units[k] * int(exponents[k])
    return written(back(ring, plain)), Fraction(1)


def exponential_base(symbol: Symbol) -> Term:
    match symbol:
        case (_, monomial):
            return App("exp", (product_of(monomial, Fraction(1)),))
    raise TypeError(symbol)


def canonical(form: Quotient) -> Term:
    """The agreed way of writing a quotient."""
    top, bottom = reduced(form)
    above = written(top)
    if bottom.keys() == {UNIT}:
        return above
    return App("/", (above, written(bottom)))


def written(poly: Poly) -> Term:
    """A polynomial, the highest powers first, a positive term in front where there is one: x² − 1, 1 − x."""
    if not poly:
        return ZERO
    terms = [*poly.items()]
    if len(terms) > 1:
        terms.sort(key=lambda entry: _rank(entry[0]))
    if terms[0][1] < 0:
        first = next((i for i, (_, c) in enumerate(terms) if c > 0), 0)
        terms.insert(0, terms.pop(first))
    total: Term | None = None
    for monomial, coefficient in terms:
        size = product_of(monomial, fraction(abs(coefficient)))
        if total is None:
            total = size if coefficient > 0 else App("neg", (size,))
        else:
            total = App("+" if coefficient > 0 else "-", (total, size))
    return total if total is not None else ZERO


def _rank(monomial: Monomial) -> tuple[bool, Fraction | int, str]:
    return not monomial, -sum(power for _, power in monomial), spelled(monomial)


@lru_cache(maxsize=4096)
def product_of(monomial: Monomial, factor: Fraction) -> Term:
    """factor·∏ symbol^power; the exponentials in it become one."""
    result: Term | None = None
    exponents: list[tuple[Monomial, Fraction]] = []
    for symbol, power in ordered(monomial):
        match symbol:
            case (_, inner):
                exponents.append((inner, power))
                continue
        base = raised(symbol, int(power)) if power > 0 else App("^", (symbol, number(power)))
        result = base if result is None else App("*", (result, base))
    if exponents:
        inner_form = {m: fmpq(p.numerator, p.denominator) for m, p in exponents}
        exponential = App("exp", (written(inner_form),))
        result = exponential if result is None else App("*", (result, exponential))
    return scaled(result if result is not None else ONE, factor)
