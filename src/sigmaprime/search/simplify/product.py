"""A product of powers with a number in front, and how a textbook writes it: 2x²·e^(−x²)/(x² + 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.kernel.term import number as number_term
from sigmaprime.search.algebra import product, scaled
from sigmaprime.tidy import negative

HALF = Fraction(1, 2)
NO_POWERS: Mapping[Term, Fraction] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Product:
    """number · ∏ base^exponent; the bases in the order in which they came."""

    number: Fraction
    powers: Mapping[Term, Fraction] = field(default_factory=dict)

    def times(self, other: Product) -> Product:
        return Product(self.number * other.number, together(self.powers, other.powers))

    def to(self, exponent: int) -> Product:
        powers = {base: e * exponent for base, e in self.powers.items()} if exponent else {}
        return Product(self.number**exponent, powers)


def together(a: Mapping[Term, Fraction], b: Mapping[Term, Fraction]) -> Mapping[Term, Fraction]:
    powers = dict(a)
    for base, exponent in b.items():
        powers[base] = powers.get(base, Fraction(0)) + exponent
    return {base: exponent for base, exponent in powers.items() if exponent}


def written(factors: Product, roots: Mapping[Term, str], last: frozenset[Term] = frozenset()) -> Term:
    """The product as one would write it; `roots` says how the roots of a base are written, `last` what comes last."""
    number = factors.number
    if not number:
        return Num(0)
    if not factors.powers:
        return number_term(number)
    powers = _whole_exponents(factors.powers)
    above = [(b, e) for b, e in powers if e > 0 or _stays_above(b, roots)]
    below = [(b, -e) for b, e in powers if e < 0 and not _stays_above(b, roots)]
    top = [*_number(abs(number.numerator)), *(_power(b, e, roots) for b, e in _ordered(above, last))]
    bottom = [*_number(number.denominator), *(_power(b, e, roots) for b, e in _ordered(below, last))]
    result = App("/", (product(top), product(bottom))) if bottom else product(top)
    return negative(result) if number < 0 else result


def _number(value: int) -> list[Term]:
    return [] if value == 1 else [Num(value)]


def _whole_exponents(powers: Mapping[Term, Fraction]) -> list[tuple[Term, Fraction]]:
    """x^n·x^(−1) as x^(n − 1)."""
    result: dict[Term, Fraction] = {}
    bases = dict(powers)
    for base, exponent in powers.items():
        match base:
            case App("^", (u, v)) if (
                exponent == 1 and u in bases and bases[u].denominator == 1 and not free(u) & free(v)
            ):
                shift = bases.pop(u)
                result.pop(u, None)
                more = App("+" if shift > 0 else "-", (v, Num(abs(shift))))
                result[App("^", (u, more))] = Fraction(1)
            case _ if base in bases:
                result[base] = exponent
    return list(result.items())


def _may_join(u: Term, v: Term, bases: Mapping[Term, Fraction]) -> bool:
    return u in bases and bases[u].denominator == 1 and not free(u) & free(v)


def _stays_above(base: Term, roots: Mapping[Term, str]) -> bool:
    return isinstance(base, App) and base.head == "exp" and roots.get(base) == "above"


def _ordered(powers: list[tuple[Term, Fraction]], last: frozenset[Term]) -> list[tuple[Term, Fraction]]:
    """Constants, then variables, then what is made of them; new sums last."""
    return sorted(powers, key=lambda power: _rank(power[0], last))


def _rank(base: Term, last: frozenset[Term]) -> int:
    if base in last:
        return 4
    if not free(base):
        return 3 if isinstance(base, App) and base.head == "ln" else 0
    return 1 if isinstance(base, Var) else 2


def _power(base: Term, exponent: Fraction, roots: Mapping[Term, str]) -> Term:
    match base:
        case App("exp", (u,)):
            return App("exp", (scaled(u, exponent),))
    if exponent == 1:
        return base
    style = roots.get(base, "sqrt")
    if style == "cbrt" and exponent.denominator == 3:
        root = App("cbrt", (base,))
        return root if exponent.numerator == 1 else App("^", (root, Num(exponent.numerator)))
    if exponent == HALF and style == "sqrt":
        return App("sqrt", (base,))
    match base:
        case App("^", (u, v)) if exponent.denominator == 1:
            return App("^", (u, App("*", (Num(exponent), v))))
    return App("^", (base, Num(exponent)))
