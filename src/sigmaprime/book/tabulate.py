"""The values of a table: each is computed with error bounds, rounded, and then proved like any other decimal."""

from __future__ import annotations

from fractions import Fraction
from math import floor, log10
from typing import Final

from flint import arb

from sigmaprime.book.drawing import label, settled
from sigmaprime.book.entry import Value
from sigmaprime.kernel.enclosure import enclose
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, number, substitute
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood, Statement, Table
from sigmaprime.verbs import decide, rules_in
from sigmaprime.verdict import Proved, Undecided

PRECISIONS: Final = (128, 512, 2048)  # bits
SMALL: Final = 5  # zeros after the point from which on a power of ten is written


def tabulated(table: Table, scope: Scope, seconds: float) -> tuple[tuple[Value, ...], ...] | Undecided:
    """A row for each place; `NotUnderstood` where a function has no value there."""
    rows: list[tuple[Value, ...]] = []
    for place in table.places:
        row: list[Value] = []
        for function in table.functions:
            found = _value(table, function, place, scope, seconds)
            if isinstance(found, Undecided):
                return found
            row.append(found)
        rows.append(tuple(row))
    return tuple(rows)


def _value(table: Table, function: Term, place: Term, scope: Scope, seconds: float) -> Value | Undecided:
    term = _at(settled(function, scope, table.setting), settled(place, scope, table.setting))
    says, shown = _rounded(table, term, scope)
    verdict = decide(Statement(says, (), None, "proved", table.text, table.place), scope, seconds)
    if isinstance(verdict, Proved):
        return Value(shown, verdict.fact)
    tried = verdict.tried if isinstance(verdict, Undecided) else ()
    return Undecided(says, f"the digits of {label(term)} are not proved", tried)


def _at(function: Term, place: Term) -> Term:
    match function:
        case App("fn", (Var(name), body)):
            return substitute(body, {name: place})
    raise Wrong("not a function of one variable")


def _rounded(table: Table, term: Term, scope: Scope) -> tuple[Term, Term]:
    """What is claimed of the value, and how it is shown."""
    ball = _ball(term, scope)
    if ball.is_zero():
        return App("=", (term, Num(0))), Num(0)
    middle = _exactly(ball.mid())
    places = table.digits if table.decimals else max(table.digits - 1 - _size(middle), 0)
    nearest = _nearest(middle, places)
    if not table.decimals and places and _size(nearest) > _size(middle):  # 9.9996 is 10.00
        places -= 1
    shown = App("digits", (number(nearest), Num(places)))
    return App("~=", (term, shown)), _written(nearest, places, table)


def _nearest(value: Fraction, places: int) -> Fraction:
    return Fraction(round(value * 10**places), 10**places)


def _size(value: Fraction) -> int:
    """The power of ten of the first digit."""
    size = floor(log10(abs(value.numerator)) - log10(value.denominator))
    while abs(value) >= Fraction(10) ** (size + 1):
        size += 1
    while abs(value) < Fraction(10) ** size:
        size -= 1
    return size


def _written(value: Fraction, places: int, table: Table) -> Term:
    """0.00041 as it is, 0.0000041 with a power of ten."""
    if table.decimals or places - table.digits < SMALL:
        return App("digits", (number(value), Num(places)))
    power = places - table.digits + 1
    mantissa = App("digits", (Num(abs(value) * 10**power), Num(table.digits - 1)))
    product = App("*", (mantissa, App("^", (Num(10), App("neg", (Num(power),))))))
    return App("neg", (product,)) if value < 0 else product


def _ball(term: Term, scope: Scope) -> arb:
    found = None
    for bits in PRECISIONS:
        try:
            found = enclose(term, rules_in(scope), bits)
        except Wrong as wrong:
            raise NotUnderstood(f"{label(term)} has no value that can be computed: {wrong}") from wrong
        if found.is_zero() or found.rel_accuracy_bits() > bits // 2:
            return found
    raise NotUnderstood(f"{label(term)} is too close to 0 to be computed")


def _exactly(middle: arb) -> Fraction:
    mantissa, exponent = middle.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
