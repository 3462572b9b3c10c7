"""Properties that say that something exists: a bound, a place where a value is attained, a list of points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import permutations
from typing import Final

from sigmaprime.kernel.pieces import pieces
from sigmaprime.kernel.proof import Claim, Derivation, Pieces
from sigmaprime.kernel.sets import ends, is_interval, left_end, right_end
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number, substitute
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.samples import SIMPLEST
from sigmaprime.search.session import NoProof, Session

RANGES: Final = {
    "()": "open range", "[)": "range with its least value", "(]": "range with its greatest value", "[]": "closed range",
}  # fmt: skip


def _function(goal: Claim) -> tuple[Var, Term, Term]:
    match goal.says:
        case App(_, (App("fn", (Var() as x, body)), region, *_)):
            return x, body, region
    raise NoProof("not about a function")


def approaches(session: Session, goal: Claim) -> Derivation:
    """A value is attained at a simple point, or is the limit at an end."""
    x, body, region = _function(goal)
    value = goal.says.args[2]  # type: ignore[union-attr]
    if not is_interval(region):
        raise NoProof("not on an interval")
    two = _two_points(session, region)
    for name, place in (
        ("approached at the left end", left_end(region)),
        ("approached at the right end", right_end(region)),
    ):
        wanted = Claim(App("tends", (App("fn", (x, body)), place, value)), goal.given)
        try:
            prove(session, wanted)
            return by_rule(session, name, goal, prove, a=two[0], c=two[1])
        except NoProof:
            continue
    for point in _candidates(session, x, body, region):
        try:
            return by_rule(session, "attained", goal, prove, a=point)
        except NoProof:
            continue
    raise NoProof("the value is not known to be approached")


def _two_points(session: Session, region: Term) -> tuple[Term, Term]:
    found = _places(session, region)[:2]
    if len(found) < 2:
        raise NoProof("no two points of the set are known")
    first, second = found
    try:
        prove(session, Claim(App("<", (first, second)), session.assumed))
    except NoProof:
        return second, first
    return first, second


def _candidates(session: Session, x: Var, body: Term, region: Term) -> list[Term]:
    """Where a value may be attained: simple points, then the critical points of the function."""
    from sigmaprime.search.optimum import interior_critical_points

    return [*_places(session, region), *interior_critical_points(session, x, body, region)]


def _places(session: Session, region: Term) -> list[Term]:
    """Simple points of an interval, its own ends included where they belong to it."""
    found: list[Term] = []
    if not is_interval(region):
        return found
    for point in (*ends(region), *map(number, SIMPLEST), *_inside(region)):
        try:
            prove(session, Claim(App("in", (point, region)), session.assumed))
        except NoProof:
            continue
        if point not in found:
            found.append(point)
        if len(found) == 6:
            break
    return found


def _inside(region: Term) -> list[Term]:
    from sigmaprime.kernel.term import as_number

    low, high = (as_number(end) for end in ends(region))
    if low is not None and high is not None:
        return [number(low + (high - low) * k / 4) for k in (2, 1, 3)]
    if low is not None:
        return [number(low + k) for k in (1, 2)]
    return [number(high - k) for k in (1, 2)] if high is not None else []


def value_range(session: Session, goal: Claim) -> Derivation:
    """The rule for this shape of interval; its attained ends are looked for among simple points."""
    x, body, region = _function(goal)
    match goal.says.args[2]:  # type: ignore[union-attr]
        case App(brackets, (low, high)) if brackets in RANGES:
            name = _range_rule(brackets, low, high)
            more = {}
            if brackets[0] == "[":
                more["c"] = _where(session, x, body, region, low)
            if brackets[1] == "]":
                more["d" if brackets == "[]" else "c"] = _where(session, x, body, region, high)
            return by_rule(session, name, goal, prove, **more)
    raise NoProof("the range is not an interval")


def _range_rule(brackets: str, low: Term, high: Term) -> str:
    from sigmaprime.kernel.sets import MINUS_OO, OO

    if low is MINUS_OO and high is OO:
        return "range is everything"
    if high is OO:
        return "range closed and unbounded above" if brackets[0] == "[" else "range open and unbounded above"
    if low is MINUS_OO:
        return "range closed and unbounded below" if brackets[1] == "]" else "range open and unbounded below"
    return RANGES[brackets]


def _where(session: Session, x: Var, body: Term, region: Term, value: Term) -> Term:
    """A simple point of the set where the function takes the value."""
    for point in _candidates(session, x, body, region):
        try:
            prove(session, Claim(App("=", (substitute(body, {x.name: point}), value)), session.assumed))
        except NoProof:
            continue
        return point
    raise NoProof("the value is not known to be attained")


def extreme_value(session: Session, goal: Claim) -> Derivation:
    x, body, region = _function(goal)
    value = goal.says.args[2]  # type: ignore[union-attr]
    name = "largest value" if goal.says.head == "largest" else "smallest value"  # type: ignore[union-attr]
    if not is_interval(region):
        raise NoProof("not on an interval")
    return by_rule(session, name, goal, prove, a=_where(session, x, body, region, value))


def bounded(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.optimum import outer_bounds

    x, body, region = _function(goal)
    if free(body) - {x.name}:
        return _bounded_by_limits(session, goal, x, body, region)
    low, high = outer_bounds(session, x, body, region)
    return by_rule(session, "bounded", goal, prove, a=low, b=high)


def _bounded_by_limits(session: Session, goal: Claim, x: Var, body: Term, region: Term) -> Derivation:
    """With parameters: between the limits at the two ends."""
    from sigmaprime.search.optimum import limits_at_ends

    for low, high in permutations((*limits_at_ends(session, x, body, region), Num(0)), 2):
        try:
            return by_rule(session, "bounded", goal, prove, a=low, b=high)
        except NoProof:
            continue
    raise NoProof("no bounds are known")


def not_attained(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.optimum import limits_at_ends

    x, body, region = _function(goal)
    above = goal.says.head == "no_maximum"  # type: ignore[union-attr]
    names = ("supremum not attained", "unbounded above, so no maximum") if above else (
        "infimum not attained", "unbounded below, so no minimum")  # fmt: skip
    for value in limits_at_ends(session, x, body, region):
        for name in names:
            try:
                return (
                    by_rule(session, name, goal, prove, V=value)
                    if "V" in dict(session.rules[name].holes)
                    else by_rule(session, name, goal, prove)
                )
            except NoProof:
                continue
    raise NoProof("an extremum is not excluded")


def local(session: Session, goal: Claim) -> Derivation:
    """The value at the place, and an open interval around it, up to the neighbouring critical points."""
    from sigmaprime.search.numbers import value as ball_of
    from sigmaprime.search.optimum import slope
    from sigmaprime.search.solving import zeros

    x, body, _ = _function(goal)
    place = goal.says.args[3]  # type: ignore[union-attr]
    middle = ball_of(session, place)
    if middle is None:
        raise NoProof("no place")
    centre = Fraction(float(middle.mid())).limit_denominator(64)
    critical = [ball for p in zeros(session, slope(body, x), x) or [] if (ball := ball_of(session, p)) is not None]
    gaps = [abs(float(ball.mid()) - float(middle.mid())) for ball in critical]
    width = Fraction(min([g for g in gaps if g > 1e-6], default=1.0) / 2).limit_denominator(16) or Fraction(1, 16)
    name = goal.says.head.replace("_", " ")  # type: ignore[union-attr]
    return by_rule(session, name, goal, prove, p=number(centre - width), q=number(centre + width))


def point_list(session: Session, goal: Claim) -> Derivation:
    """Every piece between neighbouring points gets its claim."""
    points = goal.says.args[2].args  # type: ignore[union-attr]
    count = len(points) + 1
    match goal.says:
        case App("inflections", _):
            ways = [
                tuple(("strictly_convex", "strictly_concave")[(k + first) % 2] for k in range(count))
                for first in (0, 1)
            ]
        case _:
            ways = [("nonzero",) * k for k in range(count, max(0, count - 3), -1)]
    for heads in ways:
        try:
            needed = pieces(goal.says, heads)
            parts = tuple(prove(session, Claim(says, goal.given)) for says in needed)
        except (Wrong, NoProof):
            continue
        return Derivation(goal, Pieces(heads), parts)
    raise NoProof("the list of points is not known to be complete")


def _monotone(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.monotone import monotone

    return monotone(session, goal)


WAYS: Final[Mapping[str, Callable[[Session, Claim], Derivation]]] = {
    **dict.fromkeys(("increasing", "strictly_increasing", "decreasing", "strictly_decreasing"), _monotone),
    "approaches": approaches,
    "range": value_range,
    "largest": extreme_value,
    "smallest": extreme_value,
    "bounded": bounded,
    "no_maximum": not_attained,
    "no_minimum": not_attained,
    "local_maximum": local,
    "local_minimum": local,
    "inflections": point_list,
    "zeros": point_list,
    "critical": point_list,
}
