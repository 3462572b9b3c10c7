"""Inequalities by enclosures over boxes: an interval is cut until balls settle every piece."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.cover import MOST_BOXES, holds_on
from sigmaprime.kernel.proof import Claim, Cover, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free
from sigmaprime.search.bounds import Bound, bounds, rational_bound
from sigmaprime.search.equality import by_cases
from sigmaprime.search.session import NoProof, Session

BITS = 64
FEW = 96
SMALLEST = Fraction(1, 2**24)
RELATIONS = frozenset(("<", "<=", ">", ">=", "!="))
FAR = (Fraction(4), Fraction(16))


def by_boxes(session: Session, goal: Claim) -> Derivation:
    """A relation of one variable on a bounded interval, by cutting it into boxes."""
    x = _variable(goal.says)
    limits = bounds(session, x, goal.given)
    if limits.low is None or limits.high is None:
        raise NoProof("the interval is not bounded")
    low, below = _outer(session, limits.low, x, goal)
    high, above = _outer(session, limits.high, x, goal)
    if low >= high:
        raise NoProof("no interval")
    cuts = covered(session, goal.says, x.name, low, high, FEW)
    return Derivation(goal, Cover(x.name, cuts, BITS), (below, above))


def _variable(says: Term) -> Var:
    match says:
        case App(relation, _) if relation in RELATIONS and len(free(says)) == 1:
            return Var(next(iter(free(says))))
    raise NoProof("not a relation of one variable")


def _outer(session: Session, bound: Bound, x: Var, goal: Claim) -> tuple[Fraction, Derivation]:
    return rational_bound(session, bound, x, goal.given)


def covered(
    session: Session, says: Term, variable: str, low: Fraction, high: Fraction, most: int
) -> tuple[Fraction, ...]:
    """The cuts between which every box is settled; `NoProof` when there are too many or one stays open."""
    cuts = [low]
    waiting = [(low, high)]
    tried = 0
    while waiting:
        session.tick()
        a, b = waiting.pop()
        tried += 1
        if tried > 2 * most or len(cuts) > min(most, MOST_BOXES - 1) or b - a < SMALLEST * (high - low):
            raise NoProof("the boxes do not settle it")
        if _settled(session, says, variable, a, b):
            cuts.append(b)
            continue
        middle = (a + b) / 2
        waiting += [(middle, b), (a, middle)]
    return tuple(cuts)


def _settled(session: Session, says: Term, variable: str, a: Fraction, b: Fraction) -> bool:
    try:
        return holds_on(says, variable, a, b, session.rules, BITS)
    except Wrong:
        return False


def by_tails(session: Session, goal: Claim) -> Derivation:
    """On an unbounded interval: a bounded part for the boxes, and the tails, each a case of its own."""
    x = _variable(goal.says)
    limits = bounds(session, x, goal.given)
    if limits.high is None:
        place = max((Fraction(0) if limits.low is None else _round(session, limits.low, x, goal)) + 4, FAR[0])
    elif limits.low is None:
        place = min(_round(session, limits.high, x, goal) - 4, -FAR[0])
    else:
        raise NoProof("the interval is bounded")
    if len(session.nesting) > 1:
        raise NoProof("tails inside tails")
    session.nesting.append("tail")
    try:
        return by_cases(session, goal, x, Num(place) if place >= 0 else App("neg", (Num(-place),)))
    finally:
        session.nesting.pop()


def _round(session: Session, bound: Bound, x: Var, goal: Claim) -> Fraction:
    return Fraction(round(_outer(session, bound, x, goal)[0]))
