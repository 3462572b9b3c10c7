"""Convex and concave functions: by the second derivative, by a slope that rises, or put together from convex parts.

x⁴ is strictly convex since its slope 4x³ rises strictly, though 12x² is 0 at 0; |x| and max(x, 1) are convex without
a second derivative.
"""

from __future__ import annotations

from sigmaprime.claims import KINDS
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import ends, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.search.absolute import bends, opened_once
from sigmaprime.search.algebra import fraction, normal_form, univariate
from sigmaprime.search.both_sides import convex_on_both_sides
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.fit import by_rule, first_of
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import value
from sigmaprime.search.optimum import interior_points, slope
from sigmaprime.search.parts import between
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros

OPPOSITE = {"convex": "concave", "concave": "convex"}
RISES = {
    "convex": "rising slope, so convex", "strictly_convex": "strictly rising slope, so strictly convex",
    "concave": "falling slope, so concave", "strictly_concave": "strictly falling slope, so strictly concave",
}  # fmt: skip


def curved(session: Session, goal: Claim) -> Derivation:
    """(Strictly) convex or concave on an interval."""
    match goal.says:
        case App(head, (App("fn", (Var() as x, body)), region)) if is_interval(region):
            if _bent_the_other_way(session, head, x, body, region):
                raise NoProof("three simple points contradict it")
            if _bends_inside(session, x, body, region):
                try:
                    return _of_parts(session, goal, head, x, body)
                except NoProof:
                    return convex_on_both_sides(session, goal, head.replace("_", " "))
            rate = slope(slope(body, x), x)
            flat = interior_points(session, zeros(session, rate, x, region) or [], region)
            if flat and head.startswith("strictly"):
                return _by_slope(session, goal)
            try:
                return first_of(session, KINDS[head].theorems, goal, prove)
            except NoProof:
                return _of_parts(session, goal, head, x, body)
    raise NoProof("not a function on an interval")


def _bends_inside(session: Session, x: Var, body: Term, region: Term) -> bool:
    """Whether a part inside |…|, max or min changes its sign inside the interval, or may."""
    for bend in bends(session, body):
        places = zeros(session, bend, x, region)
        if places is None or interior_points(session, places, region):
            return True
    return False


def _by_slope(session: Session, goal: Claim) -> Derivation:
    """The slope rises or falls in the interior."""
    head, region = goal.says.head, goal.says.args[1]  # type: ignore[union-attr]
    return by_rule(session, RISES[head], goal, prove, T=App("()", ends(region)))


def _of_parts(session: Session, goal: Claim, head: str, x: Var, body: Term) -> Derivation:
    if head not in OPPOSITE:
        raise NoProof("not put together from convex parts")
    other = OPPOSITE[head]
    match body:
        case App("+", _):
            return by_rule(session, f"sum of {head} functions", goal, prove)
        case App("-", _):
            return by_rule(session, f"{head} minus {other}", goal, prove)
        case App("neg", _):
            return by_rule(session, f"negative of a {other} function", goal, prove)
        case App("*", (c, _)) if x.name not in free(c):
            return by_rule(session, f"positive multiple of a {head} function", goal, prove)
        case App("/", (_, c)) if x.name not in free(c):
            return by_rule(session, f"{head} over a positive number", goal, prove)
        case App("max", _) if head == "convex":
            return by_rule(session, "maximum of convex functions", goal, prove)
        case App("min", _) if head == "concave":
            return by_rule(session, "minimum of concave functions", goal, prove)
        case App("abs", _) if head == "convex":
            return by_rule(session, "absolute value of a straight line", goal, prove)
    fact = opened_once(session, body)
    if fact is not None:
        there = Claim(App(head, (App("fn", (x, sides(fact)[1])), goal.says.args[1])), goal.given)  # type: ignore[union-attr]
        return transport(goal.says, (0, 1), fact, prove(session, there), goal.given)
    line = univariate(normal_form(session, body))
    if line is not None and line.bottom.degree() == 0 and line.top.degree() <= 1 and line.generator in (x, Num(0)):
        a, b = (number(fraction(line.top[k] / line.bottom[0])) for k in (1, 0))
        return by_rule(session, f"a straight line is {head}", goal, prove, a=a, b=b)
    raise NoProof("not put together from convex parts")


def _bent_the_other_way(session: Session, head: str, x: Var, body: Term, region: Term) -> bool:
    """Whether a chord between sample points lies on the wrong side of the graph."""
    points = list(between(session, *ends(region)))
    values = [value(session, body, {x.name: p}) for p in points]
    for i in range(len(points) - 2):
        a, m, b = values[i : i + 3]
        if a is None or m is None or b is None:
            continue
        sag = a + b - 2 * m  # the sample points are evenly spaced, but for their rounding
        if points[i] + points[i + 2] == 2 * points[i + 1] and (sag < 0 if head.endswith("convex") else sag > 0):
            return True
    return False
