"""A quotient of polynomials in several generators, with everything cancelled that can be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from sigmaprime.kernel.normal import Monomial, Poly, Symbol
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import fraction, generator_term, normal_form, raised, sum_of, symbols
from sigmaprime.search.session import NoProof, Session

MOST_SYMBOLS, MOST_TERMS, HIGHEST = 8, 400, 200


@dataclass(frozen=True, slots=True)
class Fractional:
    """top/bottom without a common factor."""

    top: Poly
    bottom: Poly

    @property
    def term(self) -> Term:
        up = written(self.top)
        return up if self.bottom == {frozenset(): fmpq(1)} else App("/", (up, written(self.bottom)))


def cancelled(session: Session, term: Term) -> Fractional:
    """The normal form of `term` without the common factors of its top and bottom; `NoProof` if it is too large."""
    form = normal_form(session, term)
    generators = sorted(symbols(form), key=repr)
    if not form.top:
        return Fractional({}, {frozenset(): fmpq(1)})
    if not generators:
        return Fractional({frozenset(): form.top[frozenset()] / form.bottom[frozenset()]}, {frozenset(): fmpq(1)})
    if len(generators) > MOST_SYMBOLS or len(form.top) + len(form.bottom) > MOST_TERMS:
        raise NoProof("too large to cancel")
    units = [_unit(symbol, form.top, form.bottom) for symbol in generators]
    lowest = [
        min(dict(m).get(symbol, Fraction(0)) for poly in (form.top, form.bottom) for m in poly) for symbol in generators
    ]
    context = fmpq_mpoly_ctx.get([f"g{i}" for i in range(len(generators))], Ordering.lex)
    up, down = (_packed(poly, generators, units, lowest, context) for poly in (form.top, form.bottom))
    common = up.gcd(down)
    up, down = up / common, down / common
    lead = down.leading_coefficient()
    return Fractional(_unpacked(up / lead, generators, units), _unpacked(down / lead, generators, units))


def _unit(symbol: Symbol, *polys: Poly) -> Fraction:
    powers = [p for poly in polys for m in poly if (p := dict(m).get(symbol))]
    unit = Fraction(gcd(*(abs(p.numerator) for p in powers)), lcm(*(p.denominator for p in powers)))
    return unit if isinstance(symbol, tuple) else Fraction(1)


def _packed(
    poly: Poly, generators: list[Symbol], units: list[Fraction], lowest: list[Fraction], context: fmpq_mpoly_ctx
) -> fmpq_mpoly:
    terms = {}
    for monomial, coefficient in poly.items():
        powers = dict(monomial)
        exponents = tuple(
            int((powers.get(g, Fraction(0)) - low) / unit)
            for g, unit, low in zip(generators, units, lowest, strict=True)
        )
        if max(exponents) > HIGHEST:
            raise NoProof("powers too high to cancel")
        terms[exponents] = coefficient
    return context.from_dict(terms)


def _unpacked(poly: fmpq_mpoly, generators: list[Symbol], units: list[Fraction]) -> Poly:
    return {
        frozenset((g, e * unit) for g, e, unit in zip(generators, map(int, exponents), units, strict=True) if e): c
        for exponents, c in poly.to_dict().items()
    }


def written(poly: Poly) -> Term:
    """The polynomial as a sum of its terms."""
    return sum_of(tuple((monomial, fraction(c)) for monomial, c in poly.items()))


def monomial_term(monomial: Monomial, *, scale: Fraction = Fraction(1)) -> Term:
    """A product of powers of generators, as a quotient where powers are negative."""
    up = [factor(s, p) for s, p in sorted(monomial, key=repr) if p > 0]
    down = [factor(s, -p) for s, p in sorted(monomial, key=repr) if p < 0]
    top = _product(up)
    if scale != 1:
        top = App("*", (Num(scale), top)) if up else Num(scale)
    return App("/", (top, _product(down))) if down else top


def plus(total: Term | None, part: Term, positive: bool) -> Term:
    """A sum with one more term, or its first."""
    if total is None:
        return part if positive else App("neg", (part,))
    return App("+" if positive else "-", (total, part))


def factor(symbol: Symbol, power: Fraction) -> Term:
    """A power of one generator."""
    return generator_term(symbol, power) if isinstance(symbol, tuple) else raised(symbol, int(power))


def _product(factors: list[Term]) -> Term:
    result: Term = Num(1)
    for index, each in enumerate(factors):
        result = each if not index else App("*", (result, each))
    return result
