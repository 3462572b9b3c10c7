"""The terms of a sum multiplied out: factors without the index, each times a product of factors with it."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from sigmaprime.kernel.normal import ONE, Monomial, Poly, Quotient, Symbol
from sigmaprime.kernel.term import App, Num, Term, free, number
from sigmaprime.notation.line import language
from sigmaprime.search.algebra import normal_form
from sigmaprime.search.quotients import reduced
from sigmaprime.search.session import NoProof, Session

UNIT, NOTHING = Num(1), Num(0)
Piece: TypeAlias = tuple[Term, Term]  # a factor without the index, and a product of factors with it


def pieces_of(session: Session, term: App) -> list[Piece] | None:
    """The terms of a sum as Σ factor·product; None where the normal form of its terms is of no use."""
    x, body = term.args[0].args  # type: ignore[union-attr]
    name = x.name  # type: ignore[union-attr]
    try:
        form = normal_form(session, body)
        if any(name in free(factor) for monomial in form.bottom for factor in _factors(monomial)):
            top, bottom = reduced(form)
            form = Quotient(top, bottom, form.divisors, form.atoms)
    except NoProof:
        return None
    below: list[Term] = []
    inner: list[Term] = []
    if len(form.bottom) == 1:
        ((monomial, scale),) = form.bottom.items()
        for factor in _factors(monomial):
            (inner if name in free(factor) else below).append(factor)
        if scale != 1:
            below.insert(0, number(Fraction(int(scale.p), int(scale.q))))
    else:
        whole = _polynomial(form.bottom)
        (inner if name in free(whole) else below).append(whole)
    found: dict[Term, list[Term]] = {}
    for monomial, coefficient in sorted(form.top.items(), key=lambda item: _spelled(item[0])):
        with_index: list[Term] = []
        without: list[Term] = []
        for factor in _factors(monomial):
            (with_index if name in free(factor) else without).append(factor)
        with_index.sort(key=lambda factor: (not _is_delta(factor, x), language(factor)))
        value = Fraction(int(coefficient.p), int(coefficient.q))
        key = _over(product_of(with_index), inner)
        found.setdefault(key, []).append(_scaled(value, without))
    ordered = sorted(found.items(), key=lambda entry: language(entry[0]))
    return [(_over(_sum_of(factors), below), product) for product, factors in ordered]


def _is_delta(factor: Term, x: Term) -> bool:
    return isinstance(factor, App) and factor.head == "delta" and factor.args[0] is x


def _spelled(monomial: Monomial) -> str:
    return language(product_of(_factors(monomial)))


def _factors(monomial: Monomial) -> list[Term]:
    made = [_power(symbol, power) for symbol, power in monomial]
    return sorted(made, key=language)


def _power(symbol: Symbol, power: Fraction) -> Term:
    if isinstance(symbol, tuple):
        inner = product_of(_factors(symbol[1])) if symbol[1] != ONE else UNIT
        match power:
            case Fraction(numerator=1, denominator=1):
                return App("exp", (inner,))
            case Fraction(numerator=-1, denominator=1):
                return App("exp", (App("neg", (inner,)),))
        return App("exp", (App("*", (number(power), inner)),))
    return symbol if power == 1 else App("^", (symbol, number(power)))


def product_of(factors: list[Term]) -> Term:
    if not factors:
        return UNIT
    if len(factors) > 1 and isinstance(factors[0], App) and factors[0].head == "delta":
        return App("*", (factors[0], product_of(factors[1:])))
    result = factors[0]
    for factor in factors[1:]:
        result = App("*", (result, factor))
    return result


def _scaled(value: Fraction, factors: list[Term]) -> Term:
    if value == 1 or (value == -1 and factors):
        whole = product_of(factors)
        return whole if value == 1 else App("neg", (whole,))
    return product_of([number(value), *factors])


def _over(above: Term, below: list[Term]) -> Term:
    return App("/", (above, product_of(below))) if below else above


def _sum_of(terms: list[Term]) -> Term:
    result = terms[0]
    for term in terms[1:]:
        result = App("+", (result, term))
    return result


def _polynomial(poly: Poly) -> Term:
    items = sorted(poly.items(), key=lambda item: _spelled(item[0]))
    return _sum_of([_scaled(Fraction(int(c.p), int(c.q)), _factors(m)) for m, c in items])


def _times(piece: Piece) -> Term:
    factor, product = piece
    return product if factor is UNIT else factor if product is UNIT else App("*", (factor, product))


def added(pieces: list[Piece]) -> Term:
    return _sum_of([_times(piece) for piece in pieces]) if pieces else NOTHING
