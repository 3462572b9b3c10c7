"""The normal form of arithmetic: a quotient of polynomials in the subterms that arithmetic cannot open.

exp is opened: with Q the rationals, exp(c·m) for a rational c and a monomial m is the power c of a symbol for exp(m),
so that exp(u + v) = exp(u)·exp(v) and exp(−u) = 1/exp(u) come out by adding exponents. Square roots of rational
numbers are opened into roots of primes, whose squares are numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from flint import fmpq, fmpz

from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, require

LARGEST_POWER = 512
MOST_TERMS = 4096
LARGEST_RADICAND = 10**15
MOST_BITS = 4096
REMEMBERED = 4096

Symbol: TypeAlias = "Term | tuple[str, Monomial]"
Monomial: TypeAlias = frozenset[tuple[Symbol, Fraction]]
Poly: TypeAlias = dict[Monomial, fmpq]
ONE: Monomial = frozenset()


@dataclass(frozen=True, slots=True)
class Quotient:
    """top/bottom, where every one of `divisors` must not be 0 and every one of `atoms` must be defined."""

    top: Poly
    bottom: Poly
    divisors: frozenset[Term]
    atoms: frozenset[Term]


def constant(value: Fraction) -> Poly:
    require(max(value.numerator.bit_length(), value.denominator.bit_length()) <= MOST_BITS, "a number is too long")
    return {ONE: fmpq(value.numerator, value.denominator)} if value else {}


def add(a: Poly, b: Poly) -> Poly:
    total = dict(a)
    for monomial, coefficient in b.items():
        if value := total.get(monomial, fmpq(0)) + coefficient:
            total[monomial] = value
        else:
            del total[monomial]
    return total


def multiply(a: Poly, b: Poly) -> Poly:
    if b is _UNIT and len(a) <= MOST_TERMS:
        return a
    require(len(a) * len(b) <= 16 * MOST_TERMS, "an expression is too large to expand")
    product: Poly = {}
    for m, c in a.items():
        for n, d in b.items():
            monomial, factor = _join(m, n)
            value = c * d if factor is None else c * d * factor
            known = product.get(monomial)
            if total := value if known is None else known + value:
                product[monomial] = total
            else:
                del product[monomial]
    require(len(product) <= MOST_TERMS, "an expression is too large to expand")
    return product


def _join(m: Monomial, n: Monomial) -> tuple[Monomial, fmpq | None]:
    """The product of two monomials, and the number that squares of square roots leave; None for 1."""
    powers = dict(m)
    if powers.keys().isdisjoint(dict(n)):
        return m | n, None
    factor = None
    for symbol, power in n:
        known = powers.get(symbol)
        total = power if known is None else known + power
        if known is not None and total >= 2 and isinstance(symbol, App) and symbol.head == "sqrt":
            (radicand,) = symbol.args
            if isinstance(radicand, Num):
                square = fmpq(radicand.value.numerator, radicand.value.denominator)
                factor, total = square if factor is None else factor * square, total - 2
        if total:
            powers[symbol] = total
        else:
            del powers[symbol]
    return frozenset(powers.items()), factor


def power(base: Poly, exponent: int) -> Poly:
    require(exponent <= LARGEST_POWER, "a power is too large to expand")
    result, square = {ONE: fmpq(1)}, base
    while exponent:
        if exponent & 1:
            result = multiply(result, square)
        exponent >>= 1
        if exponent:
            square = multiply(square, square)
    require(all(max(c.p.bit_length(), c.q.bit_length()) <= MOST_BITS for c in result.values()), "a number is too long")
    return result


@lru_cache(maxsize=REMEMBERED)
def normal(term: Term) -> Quotient:
    """The normal form of `term`; `Wrong` if it is too large or divides by the number 0."""
    match term:
        case Num(value):
            return Quotient(constant(value), _UNIT, _NONE, _NONE)
        case Var():
            return _atom(term)
        case App("neg", (u,)):
            a = normal(u)
            return Quotient({m: -c for m, c in a.top.items()}, a.bottom, a.divisors, a.atoms)
        case App("-", (u, v)):
            return normal(App("+", (u, App("neg", (v,)))))
        case App("+", (u, v)):
            a, b = normal(u), normal(v)
            if a.bottom == b.bottom:
                return _over(add(a.top, b.top), a.bottom, a, b)
            top = add(multiply(a.top, b.bottom), multiply(b.top, a.bottom))
            return _over(top, multiply(a.bottom, b.bottom), a, b)
        case App("*", (u, v)):
            a, b = normal(u), normal(v)
            return _over(multiply(a.top, b.top), multiply(a.bottom, b.bottom), a, b)
        case App("/", (u, v)):
            a, b = normal(u), normal(v)
            require(bool(b.top), "division by zero")
            return _over(multiply(a.top, b.bottom), multiply(a.bottom, b.top), a, b, _nonzero(v, b))
        case App("^", (u, Num(value))) if value.denominator == 1:
            a = normal(u)
            return _over(power(a.top, int(value)), power(a.bottom, int(value)), a, a)
        case App("^", (u, App("neg", (Num(value),)))) if value.denominator == 1 and value:
            a = normal(u)
            require(bool(a.top), "division by zero")
            return _over(power(a.bottom, int(value)), power(a.top, int(value)), a, a, _nonzero(u, a))
        case App("exp", (u,)):
            return _exponential(normal(u), term)
        case App("sqrt", (Num(value),)) if value.numerator * value.denominator <= LARGEST_RADICAND:
            return Quotient(square_root(value), _UNIT, _NONE, _NONE)
    return _atom(term)


def _atom(term: Term) -> Quotient:
    opaque = _NONE if isinstance(term, Var) else frozenset((term,))
    return Quotient({frozenset(((term, _ONE),)): fmpq(1)}, _UNIT, _NONE, opaque)


def _over(top: Poly, bottom: Poly, a: Quotient, b: Quotient, divisors: frozenset[Term] = frozenset()) -> Quotient:
    return Quotient(top, bottom, a.divisors | b.divisors | divisors, a.atoms | b.atoms)


def _nonzero(term: Term, form: Quotient) -> frozenset[Term]:
    """The condition that `term` is not 0, unless its form is a number times exponentials over such a product."""
    plain = all(len(p) == 1 and all(isinstance(s, tuple) for s, _ in next(iter(p))) for p in (form.top, form.bottom))
    return _NONE if plain else frozenset((term,))


def _exponential(argument: Quotient, term: Term) -> Quotient:
    if argument.bottom.keys() != {ONE}:
        return _atom(term)
    scale = argument.bottom[ONE]
    powers = frozenset(
        (("exp", monomial), Fraction(int((c / scale).p), int((c / scale).q))) for monomial, c in argument.top.items()
    )
    return Quotient({powers: fmpq(1)}, _UNIT, argument.divisors, argument.atoms)


def square_root(value: Fraction) -> Poly:
    result = constant(Fraction(1, value.denominator))
    if not value:
        return {}
    for prime, exponent in fmpz(value.numerator * value.denominator).factor():
        result = multiply(result, constant(Fraction(int(prime) ** (exponent // 2))))
        if exponent % 2:
            result = multiply(result, {frozenset(((App("sqrt", (Num(int(prime)),)), _ONE),)): fmpq(1)})
    return result


def single(term: Term) -> tuple[Symbol, Fraction]:
    """The symbol and the power that `term` is in the normal form; `Wrong` if it is not a single symbol."""
    form = normal(term)
    if form.bottom == _UNIT and len(form.top) == 1:
        ((monomial, coefficient),) = form.top.items()
        if coefficient == 1 and len(monomial) == 1:
            ((symbol, exponent),) = monomial
            return symbol, exponent
    raise Wrong("a generator must be a single symbol")


@lru_cache(maxsize=REMEMBERED)
def equal(left: Term, right: Term) -> bool:
    """Whether two terms have the same normal form, wherever both have a value."""
    a, b = normal(left), normal(right)
    return multiply(a.top, b.bottom) == multiply(b.top, a.bottom)


_ONE = Fraction(1)
_UNIT: Poly = {ONE: fmpq(1)}
_NONE: frozenset[Term] = frozenset()
