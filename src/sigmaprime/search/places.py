"""Where a function takes a value: at simple points of the set, at its ends, at critical points, or by solving."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute
from sigmaprime.search.bending import corners
from sigmaprime.search.cells import ends_of
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate
from sigmaprime.search.optimum import slope
from sigmaprime.search.parametric_zeros import proposed_zeros
from sigmaprime.search.samples import SIMPLEST
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros

PI = App("pi", ())
WINDOW = App("[]", (App("neg", (App("*", (Num(2), PI)),)), App("*", (Num(2), PI))))
MOST = 6


def where(session: Session, x: Var, body: Term, region: Term, value: Term) -> Term:
    """A point of the set where the function takes the value."""
    target = estimate(session, value)
    for point in candidates(session, x, body, region, value):
        there = estimate(session, substitute(body, {x.name: point}))
        if target is not None and there is not None and not (there - target).contains(0):
            continue
        try:
            prove(session, Claim(App("in", (point, region)), session.assumed))
            prove(session, Claim(App("=", (substitute(body, {x.name: point}), value)), session.assumed))
        except NoProof:
            continue
        return point
    raise NoProof("the value is not known to be attained")


def candidates(session: Session, x: Var, body: Term, region: Term, value: Term | None = None) -> Iterator[Term]:
    """Points of the set where something may happen, each once."""
    seen: set[Term] = set()
    for point in _candidates(session, x, body, region, value):
        if point not in seen:
            seen.add(point)
            yield point


def _candidates(session: Session, x: Var, body: Term, region: Term, value: Term | None) -> Iterator[Term]:
    yield from simple_points(session, region)
    yield from turning_points(session, x, body, region)
    yield from corners(session, x, body, region)
    if value is not None:
        yield from zeros(session, App("-", (body, value)), x, region) or ()


def turning_points(session: Session, x: Var, body: Term, region: Term) -> list[Term]:
    """The zeros of the slope, of infinitely many those near 0; with parameters, where they may be."""
    rate = slope(body, x)
    if free(body) - {x.name}:
        return list(proposed_zeros(session, rate, x))
    found = zeros(session, rate, x, region)
    if found is None:
        found = zeros(session, rate, x, WINDOW) or []
        found.sort(key=lambda p: abs(float(ball.mid())) if (ball := estimate(session, p)) is not None else 0.0)
    return found


def simple_points(session: Session, region: Term) -> list[Term]:
    """Simple points of a set, its own ends included where they belong to it."""
    found: list[Term] = []
    inside = _inside(region) if is_interval(region) else []
    for point in (*ends_of(region), *map(number, SIMPLEST), *inside):
        try:
            prove(session, Claim(App("in", (point, region)), session.assumed))
        except NoProof:
            continue
        if point not in found:
            found.append(point)
        if len(found) == MOST:
            break
    return found


def _inside(region: Term) -> list[Term]:
    low, high = (None if end in (OO, MINUS_OO) else as_number(end) for end in ends(region))
    if low is not None and high is not None:
        return [number(low + (high - low) * k / 4) for k in (2, 1, 3)]
    if low is not None:
        return [number(low + k) for k in (1, 2)]
    return [number(high - k) for k in (1, 2)] if high is not None else []
