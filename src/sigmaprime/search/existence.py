"""Extreme values, bounds and what is not attained: a place or a value is found, then a rule applies."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, free, number, substitute
from sigmaprime.search.approaching import limits_and_values
from sigmaprime.search.chain import sides
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.identity import simplified
from sigmaprime.search.numbers import estimate, exactly, value
from sigmaprime.search.optimum import limits_at_ends, outer_bounds, slope
from sigmaprime.search.parts import parts_of, samples
from sigmaprime.search.places import turning_points, where
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros
from sigmaprime.search.work import work_on


def _function(goal: Claim) -> tuple[Var, Term, Term]:
    match goal.says:
        case App(_, (App("fn", (Var() as x, body)), region, *_)):
            return x, body, region
    raise NoProof("not about a function")


def extreme_value(session: Session, goal: Claim) -> Derivation:
    x, body, region = _function(goal)
    wanted = goal.says.args[2]  # type: ignore[union-attr]
    name = "largest value" if goal.says.head == "largest" else "smallest value"  # type: ignore[union-attr]
    return by_rule(session, name, goal, prove, a=where(session, x, body, region, wanted))


def bounded(session: Session, goal: Claim) -> Derivation:
    """By its extreme values, on two parts, or by a bound that the values at some points suggest."""
    x, body, region = _function(goal)
    if free(body) - {x.name}:
        return _bounded_by_limits(session, goal, x, body, region)
    if is_interval(region):
        try:
            low, high = outer_bounds(session, x, body, region)
            return by_rule(session, "bounded", goal, prove, a=low, b=high)
        except NoProof:
            pass
    sets = parts_of(region)
    if len(sets) > 1:
        first, rest = sets[0], sets[1] if len(sets) == 2 else App("union", sets[1:])
        there = [prove(session, Claim(App("bounded", (goal.says.args[0], one)), goal.given)) for one in (first, rest)]  # type: ignore[union-attr]
        return by_rule(session, "bounded on two parts", goal, knowing(prove, *there), T=first, R=rest)
    for size in _sizes(session, x, body, region):
        try:
            return by_rule(session, "bounded", goal, prove, a=number(-size), b=number(size))
        except NoProof:
            continue
    raise NoProof("no bounds are known")


def _bounded_by_limits(session: Session, goal: Claim, x: Var, body: Term, region: Term) -> Derivation:
    """With parameters: between the limits at the two ends, or values where it may turn."""
    turns = [_simple(session, substitute(body, {x.name: place})) for place in turning_points(session, x, body, region)]
    for low, high in permutations((*limits_at_ends(session, x, body, region), Num(0), *turns), 2):
        try:
            return by_rule(session, "bounded", goal, prove, a=low, b=high)
        except NoProof:
            continue
    raise NoProof("no bounds are known")


def _simple(session: Session, term: Term) -> Term:
    fact = simplified(work_on(session, session.assumed), term)
    return term if fact is None else sides(fact)[1]


def _sizes(session: Session, x: Var, body: Term, region: Term) -> Iterator[Fraction]:
    """Simple numbers that the values at sample points do not exceed."""
    points = samples(session, region) or samples(session, App("()", (MINUS_OO, OO)))
    balls = [ball for p in points if (ball := value(session, body, {x.name: p})) is not None]
    if balls:
        most = max(float(abs(ball).mid()) for ball in balls)
        yield from (Fraction(size) for size in (1, 2, 10, 100) if size >= most)


def not_attained(session: Session, goal: Claim) -> Derivation:
    x, body, region = _function(goal)
    above = goal.says.head == "no_maximum"  # type: ignore[union-attr]
    names = ("supremum not attained", "unbounded above, so no maximum") if above else (
        "infimum not attained", "unbounded below, so no minimum")  # fmt: skip
    for reached in dict.fromkeys(limits_and_values(session, x, body, region)):
        infinite = reached in (OO, MINUS_OO)
        try:
            if infinite and (reached is OO) == above:
                return by_rule(session, names[1], goal, prove)
            if not infinite:
                return by_rule(session, names[0], goal, prove, V=reached)
        except NoProof:
            continue
    raise NoProof("an extremum is not excluded")


def local(session: Session, goal: Claim) -> Derivation:
    """The value at the place, and an open interval around it, up to the neighbouring critical points."""
    x, body, _ = _function(goal)
    place = goal.says.args[3]  # type: ignore[union-attr]
    low, high = around(session, x, body, place)
    name = goal.says.head.replace("_", " ")  # type: ignore[union-attr]
    return by_rule(session, name, goal, prove, p=low, q=high)


def around(session: Session, x: Var, body: Term, place: Term) -> tuple[Term, Term]:
    """Rational numbers on both sides of a place, nearer than the next critical point."""
    middle = estimate(session, place)
    if middle is None or estimate(session, substitute(body, {x.name: place})) is None:
        raise NoProof("no value at the place")
    centre = exactly(middle).limit_denominator(64)
    near = App("()", (number(centre - 2), number(centre + 2)))
    critical = [ball for p in zeros(session, slope(body, x), x, near) or [] if (ball := estimate(session, p))]
    gaps = [abs(float(ball.mid()) - float(middle.mid())) for ball in critical]
    width = Fraction(min([g for g in gaps if g > 1e-6], default=1.0) / 2).limit_denominator(16) or Fraction(1, 16)
    return number(centre - width), number(centre + width)
