"""Zeros of a factor with parameters: linear or quadratic in x, or linear in one exponential or logarithm of x.

Numbers tell which way a square root or a logarithm goes, for a sample of the parameters; the list that comes out is
proved for all of them.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq

from sigmaprime.kernel.normal import Monomial, Poly, Quotient, Symbol
from sigmaprime.kernel.term import App, Num, Term, free, number
from sigmaprime.search.algebra import generator_term, normal_form
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.studies.desk import Desk, here
from sigmaprime.studies.polynomials import written
from sigmaprime.studies.written import simple

ONE: Monomial = frozenset()


def roots(desk: Desk, base: Term) -> list[Term] | None:
    """The zeros, not yet in order; None if they are not found."""
    try:
        top = normal_form(desk.session, base).top
        symbol = _only(desk, top)
    except (NoProof, OutOfTime):
        return None
    if symbol is None:
        return None
    unit = _unit(top, symbol)
    coefficients = by_power(top, symbol, unit)
    if coefficients is None:
        return None
    solved = _solved(desk, coefficients)
    if solved is None:
        return None
    found = [_undone(desk, symbol, unit, value) for value in solved]
    return None if None in found else [one for one in found if one is not None and one is not NOWHERE]


NOWHERE = App("nowhere", ())


def _only(desk: Desk, top: Poly) -> Symbol | None:
    """The one symbol in which x occurs."""
    found = {s for m in top for s, _ in m if desk.x.name in free(generator_term(s, Fraction(1)))}
    return next(iter(found)) if len(found) == 1 else None


def _unit(top: Poly, symbol: Symbol) -> Fraction:
    if not isinstance(symbol, tuple):
        return Fraction(1)
    powers = [p for m in top if (p := dict(m).get(symbol))]
    size = min(map(abs, powers))
    return size if max(powers) > 0 else -size


def by_power(top: Poly, symbol: Symbol, unit: Fraction = Fraction(1)) -> list[Poly] | None:
    """The coefficients of a polynomial in one symbol, the constant first."""
    powers = [dict(m).get(symbol, Fraction(0)) / unit for m in top]
    lowest = min(Fraction(0), *powers)
    if any((p - lowest).denominator != 1 for p in powers):
        return None
    coefficients: list[Poly] = [{} for _ in range(int(max(powers) - lowest) + 1)]
    for monomial, c in top.items():
        rest = dict(monomial)
        power = rest.pop(symbol, Fraction(0)) / unit - lowest
        coefficients[int(power)][frozenset(rest.items())] = c
    return coefficients


def _solved(desk: Desk, coefficients: list[Poly]) -> list[Term] | None:
    """The values of the symbol for which the polynomial is 0."""
    terms = [written(c, desk.x) if c else Num(0) for c in coefficients]
    match terms:
        case [c, b]:
            return [_over(desk, _negative(c), b)]
        case [c, b, a]:
            if b is Num(0):
                square = _over(desk, _negative(c), a)
                size = here(desk, square)
                if size is None or size < 0:
                    return [] if size is not None else None
                root = simple(desk, App("sqrt", (square,)))
                return [_negative(root), root]
            inside = simple(desk, App("-", (App("^", (b, Num(2))), _times(number(4), _times(a, c)))))
            size = here(desk, inside)
            if size is None:
                return None
            below = _times(number(2), a)
            if size == 0:
                return [_over(desk, _negative(b), below)]
            root = App("sqrt", (inside,))
            return [] if size < 0 else [_over(desk, App(sign, (_negative(b), root)), below) for sign in "-+"]
    return None


def _times(a: Term, b: Term) -> Term:
    return b if a is Num(1) else a if b is Num(1) else App("*", (a, b))


def _negative(term: Term) -> Term:
    return term.args[0] if isinstance(term, App) and term.head == "neg" else App("neg", (term,))


def _over(desk: Desk, above: Term, below: Term) -> Term:
    return simple(desk, App("/", (above, below)))


def _undone(desk: Desk, symbol: Symbol, unit: Fraction, value: Term) -> Term | None:
    """The x for which the symbol, to the power `unit`, has that value; `NOWHERE` if there is none."""
    if symbol is desk.x:
        return value
    size = here(desk, value)
    match symbol:
        case ("exp", monomial) if size is not None:
            if size <= 0:
                return NOWHERE
            rate = dict(monomial)
            if rate.pop(desk.x, None) != 1 or any(desk.x.name in free(generator_term(s, Fraction(1))) for s in rate):
                return None
            inner = written({frozenset(rate.items()): fmpq(1)}, desk.x)
            return simple(desk, App("/", (logarithm(desk, value), _times(number(unit), inner))))
        case App("ln", (inner,)) if inner is desk.x and unit == 1:
            return App("exp", (value,))
    return None


def logarithm(desk: Desk, value: Term) -> Term:
    """ln of a product of numbers, parameters and exponentials, taken apart: ln(b·exp(k·m)) = ln b + k·m."""
    form: Quotient = normal_form(desk.session, value)
    if len(form.top) != 1 or len(form.bottom) != 1:
        return App("ln", (value,))
    (above, c), (below, d) = next(iter(form.top.items())), next(iter(form.bottom.items()))
    powers = dict(above)
    for symbol, power in below:
        powers[symbol] = powers.get(symbol, Fraction(0)) - power
    exponent: Term = Num(0)
    rest: Poly = {}
    inside: dict[Symbol, Fraction] = {}
    for symbol, power in powers.items():
        if isinstance(symbol, tuple):
            part = generator_term(symbol, power)
            exponent = App("+", (exponent, part.args[0]))  # type: ignore[union-attr]
        elif power:
            inside[symbol] = power
    scale = c / d
    if scale == 1 and not inside:
        return simple(desk, exponent)
    plus = {s: p for s, p in inside.items() if p > 0}
    minus = {s: -p for s, p in inside.items() if p < 0}
    rest[frozenset(plus.items())] = scale
    whole = written(rest, desk.x)
    if minus:
        whole = App("/", (whole, written({frozenset(minus.items()): fmpq(1)}, desk.x)))
    log = App("ln", (simple(desk, whole),))
    return log if exponent is Num(0) else App("+", (simple(desk, exponent), log))
