"""A point of a set: a simple one, an end, the middle."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval
from sigmaprime.kernel.term import App, Num, Term, free, number
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.samples import SIMPLEST
from sigmaprime.search.session import NoProof, Session

FEW = 4  # of the simple points, where others are at hand


def prove_inhabited(session: Session, goal: Claim) -> Derivation:
    (region,) = goal.says.args  # type: ignore[union-attr]
    for point in dict.fromkeys(_points(session, region)):
        try:
            return by_rule(session, "a set with a member", goal, prove, v=point)
        except NoProof:
            continue
    raise NoProof("no point of the set was found")


def _points(session: Session, region: Term) -> Iterator[Term]:
    match region:
        case App(brackets, (low, high)) if is_interval(region):
            yield from (end for end, bracket in zip((low, high), brackets, strict=True) if bracket in "[]")
            yield from map(number, SIMPLEST[:FEW])
            yield from _inside(session, low, high)
        case _:
            yield from map(number, SIMPLEST)


def _inside(session: Session, low: Term, high: Term) -> Iterator[Term]:
    if low is MINUS_OO or high is OO:
        yield App("-", (high, Num(1))) if low is MINUS_OO else App("+", (low, Num(1)))
        return
    left, right = (value(session, end) if not free(end) else None for end in (low, high))
    if left is not None and right is not None:
        yield number(exactly((left + right) / 2).limit_denominator(1000))
    elif low is Num(0):
        yield App("/", (high, Num(2)))
    else:
        yield App("/", (App("+", (low, high)), Num(2)))
