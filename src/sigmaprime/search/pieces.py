"""An interval in pieces: a bounded part for the boxes, and what is left near its ends, or far out, on its own.

Boxes do not settle a relation where its two sides touch at a point that is not rational, where a function is not
differentiable at an end, or on an unbounded interval. There the interval is cut, and each piece is a case of its own;
the piece at the end is left to monotonicity: f > 0 follows from f(c) >= 0 and the sign of f′ between.
"""

from __future__ import annotations

import math
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import Term, Var, number
from sigmaprime.search.bounds import Bounds, bounds, rational_bound
from sigmaprime.search.boxes import FINER, QUICK, Line, Stuck, by_boxes, variable_of
from sigmaprime.search.equality import by_cases
from sigmaprime.search.numbers import simplest_between
from sigmaprime.search.session import NoProof, Session

DEEPEST = 2
FAR = (Fraction(4), Fraction(32), Fraction(1000))


def by_pieces(session: Session, goal: Claim) -> Derivation:
    """A relation of one variable on a bounded interval; the pieces that boxes leave open are proved by themselves."""
    x = variable_of(goal.says)
    gap: NoProof = NoProof("the boxes do not settle it")
    for effort in (QUICK, *FINER):
        try:
            return by_boxes(session, goal, effort)
        except Stuck as stuck:
            gap = stuck
            if stuck.places:
                return _beside(session, goal, x, stuck)
    raise gap


def _beside(session: Session, goal: Claim, x: Var, stuck: Stuck) -> Derivation:
    """The goal on both sides of a cut."""
    gap: NoProof = stuck
    if session.nesting.count("piece") >= DEEPEST:
        raise gap
    session.nesting.append("piece")
    try:
        for cut in _cuts(stuck.line, stuck.places):
            try:
                return by_cases(session, goal, x, cut)
            except NoProof as failed:
                gap = failed
    finally:
        session.nesting.pop()
    raise gap


def _cuts(line: Line, places: list[tuple[Fraction, Fraction]]) -> list[Term]:
    """Where to cut: beside an open place at an end, or at one inside."""
    (a, b), width = places[0], line.width
    if a == line.left:
        return [
            number(simplest_between(cut, cut + width / (2 * n)))
            for n in (8, 64)
            if (cut := max(b, a + width / n)) < line.right
        ]
    (a, b) = places[-1]
    if b == line.right:
        return [
            number(simplest_between(cut - width / (2 * n), cut))
            for n in (8, 64)
            if (cut := min(a, b - width / n)) > line.left
        ]
    return [number(simplest_between(a, b)) for a, b in places]


def by_tails(session: Session, goal: Claim) -> Derivation:
    """On an unbounded interval: the part far out, by monotonicity, and the rest."""
    x = variable_of(goal.says)
    limits = bounds(session, x, goal.given)
    if limits.low is not None and limits.high is not None:
        raise NoProof("the interval is bounded")
    if session.nesting.count("tail") >= DEEPEST:
        raise NoProof("tails inside tails")
    gap = NoProof("no way of proving it far out was found")
    session.nesting.append("tail")
    try:
        for place in _far(session, x, limits, goal):
            try:
                return by_cases(session, goal, x, number(place))
            except NoProof as failed:
                gap = failed
    finally:
        session.nesting.pop()
    raise gap


def _far(session: Session, x: Var, limits: Bounds, goal: Claim) -> list[Fraction]:
    """Places beyond which a tail may begin, on the side without a bound."""
    if limits.high is None:
        start = Fraction(0) if limits.low is None else rational_bound(session, limits.low, x, goal.given)[0]
        return [Fraction(math.floor(start)) + step for step in FAR]
    end = rational_bound(session, limits.high, x, goal.given)[0]
    return [Fraction(math.ceil(end)) - step for step in FAR]
