"""Where a claim with derivatives of order n fails: the letters for whole numbers are tried as 1, 2, 0, 3, … first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import factorial

from sigmaprime.kernel.proof import Point
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute
from sigmaprime.search.counterexample import Denied, places_of_failure, refute_at_a_point
from sigmaprime.search.orders.formula import formula_for
from sigmaprime.search.orders.letters import fresh, letters_of, split
from sigmaprime.search.samples import truth
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.show import at_point

TRIED = (1, 2, 0, 3, 4)
MOST_LETTERS = 3
MOST_NESTED = 10
LARGEST = 200


def refute_with_orders(session: Session, statement: Term, says: App, given: tuple[Term, ...]) -> Denied:
    """A counterexample to `all(says, given…)` at whole numbers."""
    letters = sorted(letters_of(App("all", (says, *given))))
    if len(letters) > MOST_LETTERS:
        raise NoProof("too many letters for whole numbers")
    for values in product(TRIED, repeat=len(letters)):
        session.tick()
        chosen: dict[str, Term] = {name: Num(value) for name, value in zip(letters, values, strict=True)}
        there = tuple(plainly(substitute(h, chosen)) for h in given)
        plain = plainly(substitute(says, chosen))
        if not isinstance(plain, App) or None in there or any(truth(session, h, {}) is False for h in there if h):
            continue
        kept = tuple(h for h in there if h is not None and free(h))
        places = _with(chosen, places_of_failure(session, plain, kept))
        try:
            denied = refute_at_a_point(session, statement, says, given, places)
        except NoProof:
            continue
        found = denied.found
        if found is None or not found.points:
            return denied
        point = found.points[0]
        shown = at_point(session, plain, tuple((name, value) for name, value in point if name not in chosen))
        return replace(denied, found=replace(shown, points=(point,)) if shown is not None else found)
    raise NoProof("no counterexample among the whole numbers that were tried")


def _with(chosen: dict[str, Term], places: Iterator[Point]) -> Iterator[Point]:
    for point in places:
        yield (*chosen.items(), *point)


def plainly(term: Term) -> Term | None:
    """`term` with derivatives of a given order and factorials of numbers worked out; None where they are undefined.

    That a number is whole is no condition any more: what is left is true.
    """
    match term:
        case App("whole", (u,)):
            value = _value(u)
            return App("<=", (Num(0), Num(0))) if value is not None and value.denominator == 1 else None
        case App("nth", (App("fn", (Var() as x, body)), order, place)):
            inner, at, times = plainly(body), plainly(place), _value(order)
            if inner is None or at is None or times is None or times.denominator != 1 or not 0 <= times <= LARGEST:
                return None
            if times > MOST_NESTED:
                return _by_formula(x, inner, times, at)
            return _derived(x, inner, int(times), at)
        case App("factorial", (u,)):
            value = _value(u)
            whole = value is not None and value.denominator == 1 and 0 <= value <= LARGEST
            return Num(factorial(int(value))) if value is not None and whole else None
        case App("^", (base, exponent)) if (value := _value(exponent)) is not None and as_number(exponent) is None:
            below = plainly(base)
            return None if below is None else App("^", (below, number(value)))
        case App(head, args):
            parts = [plainly(arg) for arg in args]
            return None if None in parts else App(head, tuple(parts))  # type: ignore[arg-type]
    return term


def _value(term: Term) -> Fraction | None:
    if (known := as_number(term)) is not None:
        return known
    found = split(term)
    return Fraction(found[1]) if found is not None and found[0] is Num(0) else None


def _by_formula(x: Var, body: Term, times: Fraction, place: Term) -> Term | None:
    n = fresh("nkm", body, x)
    try:
        found = formula_for(Session({}), body, x, n)
    except NoProof:
        return None
    return plainly(substitute(found.term, {n.name: number(times), x.name: place})) if times >= found.start else None


def _derived(x: Var, body: Term, times: int, place: Term) -> Term:
    if not times:
        return substitute(body, {x.name: place})
    for _ in range(times - 1):
        body = App("D", (App("fn", (x, body)), x))
    return App("D", (App("fn", (x, body)), place))
