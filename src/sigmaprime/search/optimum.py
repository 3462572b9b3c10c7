"""Zeros, critical points, extreme values and limits at the ends: candidates, to be proved by others."""

from __future__ import annotations

from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval, left_end, right_end
from sigmaprime.kernel.term import App, Term, Var, Wrong, substitute
from sigmaprime.search.bounds import closed_form
from sigmaprime.search.chain import sides
from sigmaprime.search.limits import limit
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros


def slope(body: Term, x: Var) -> Term:
    return App("D", (App("fn", (x, body)), x))


def limits_at_ends(session: Session, x: Var, body: Term, region: Term) -> list[Term]:
    """The limits at the two ends of an interval, as far as they are found."""
    found = []
    if is_interval(region):
        for place in (left_end(region), right_end(region)):
            try:
                found.append(limit(session, body, x, place).claim.says.args[2])  # type: ignore[union-attr]
            except NoProof:
                continue
    return found


def interior_critical_points(session: Session, x: Var, body: Term, region: Term) -> list[Term]:
    return interior_points(session, zeros(session, slope(body, x), x, region) or [], region)


def interior_points(session: Session, points: list[Term], region: Term) -> list[Term]:
    """Those of the points that seem to lie in the interior of an interval."""
    try:
        low, high = ends(region)
    except Wrong:
        return []
    return [p for p in points if _between(session, low, p, high)]


def _between(session: Session, low: Term, p: Term, high: Term) -> bool:
    point = estimate(session, p)
    left, right = (None if end in (OO, MINUS_OO) else estimate(session, end) for end in (low, high))
    return point is not None and (left is None or bool(point > left)) and (right is None or bool(point < right))


def exact_value(session: Session, x: Var, body: Term, at: Term) -> Term:
    """The value of the function at a point, simplified where it is a quadratic number."""
    there = substitute(body, {x.name: at})
    try:
        simple = closed_form(session, there)
    except NoProof:
        simple = None
    return there if simple is None else sides(simple)[1]


def extreme(session: Session, x: Var, body: Term, region: Term, *, largest: bool) -> tuple[Term, Term | None] | None:
    """The supremum (or infimum) as a term and a place where it is attained (None if it is only approached)."""
    if not is_interval(region):
        return None
    candidates: list[tuple[float, Term, Term | None]] = []
    places = interior_critical_points(session, x, body, region)
    low, high = ends(region)
    head = region.head if isinstance(region, App) else "()"
    places += [low] if head[0] == "[" else []
    places += [high] if head[1] == "]" else []
    for place in places:
        there = exact_value(session, x, body, place)
        if (ball := value(session, there)) is not None:
            candidates.append((float(ball.mid()), there, place))
    for limit_value in limits_at_ends(session, x, body, region):
        if limit_value in (OO, MINUS_OO):
            candidates.append((float("inf") if limit_value is OO else float("-inf"), limit_value, None))
        elif (ball := value(session, limit_value)) is not None:
            candidates.append((float(ball.mid()), limit_value, None))
    if not candidates:
        return None
    best = (max if largest else min)(candidates, key=lambda c: (c[0], (c[2] is not None) == largest))
    return best[1], best[2]


def outer_bounds(session: Session, x: Var, body: Term, region: Term) -> tuple[Term, Term]:
    """Numbers that bound the function on an interval, as tight as they are known."""
    found = [extreme(session, x, body, region, largest=side) for side in (False, True)]
    if found[0] is None or found[1] is None or found[0][0] is MINUS_OO or found[1][0] is OO:
        raise NoProof("no bounds are known")
    return found[0][0], found[1][0]
