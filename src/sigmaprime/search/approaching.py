"""Values that a function takes or comes close to: attained at a point, or the limit at an end of a part of the set."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval, left_end, right_end
from sigmaprime.kernel.term import App, Term, Var, substitute
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.formal import opened
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.numbers import estimate
from sigmaprime.search.parts import cut, parts_of
from sigmaprime.search.places import WINDOW, candidates, simple_points, turning_points
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros
from sigmaprime.search.written_domain import candidate


def approaches(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("approaches", (App("fn", (Var() as x, body)) as function, region, value)):
            if is_interval(region):
                return _on_interval(session, goal, x, body, region, value)
            for part in parts(session, x, body, region):
                try:
                    there = prove(session, Claim(App("approaches", (function, part, value)), goal.given))
                    return by_rule(session, "approached in a part", goal, knowing(prove, there), A=part)
                except NoProof:
                    continue
            return _attained(session, goal, x, body, region, value)
    raise NoProof("the value is not known to be approached")


def _on_interval(session: Session, goal: Claim, x: Var, body: Term, region: Term, value: Term) -> Derivation:
    for name, place in (
        ("approached at the left end", left_end(region)),
        ("approached at the right end", right_end(region)),
    ):
        wanted = Claim(App("tends", (App("fn", (x, body)), place, value)), goal.given)
        try:
            prove(session, wanted)
            first, second = _two_points(session, region)
            return by_rule(session, name, goal, prove, a=first, c=second)
        except NoProof:
            continue
    return _attained(session, goal, x, body, region, value)


def _attained(session: Session, goal: Claim, x: Var, body: Term, region: Term, value: Term) -> Derivation:
    if value in (OO, MINUS_OO):
        raise NoProof("infinity is not attained")
    target = estimate(session, value)
    for point in candidates(session, x, body, region, value):
        there = estimate(session, substitute(body, {x.name: point}))
        if there is not None and target is not None and not (there - target).contains(0):
            continue
        try:
            return by_rule(session, "attained", goal, prove, a=point)
        except NoProof:
            continue
    raise NoProof("the value is not known to be approached")


def _two_points(session: Session, region: Term) -> tuple[Term, Term]:
    found = simple_points(session, region)[:2]
    if len(found) < 2:
        raise NoProof("no two points of the set are known")
    first, second = found
    try:
        prove(session, Claim(App("<", (first, second)), session.assumed))
    except NoProof:
        return second, first
    return first, second


def parts(session: Session, x: Var, body: Term, region: Term) -> Iterator[Term]:
    """Intervals in a set: those of a union, or between the points where the function is not defined."""
    if isinstance(region, App) and region.head == "domain":
        whole = candidate(session, x, body)
        if whole is not None:
            yield from (part for part in parts_of(whole) or (whole,) if is_interval(part))
            return
        marks = poles(session, x, body)
        yield from (App("()", pair) for pair in pairwise(marks))
        return
    for part in parts_of(region) or (region,):
        if is_interval(part):
            yield part


def poles(session: Session, x: Var, body: Term) -> list[Term]:
    """Near 0, the zeros of what the function divides by, or takes the logarithm of, in order."""
    found: list[Term] = []
    waiting = [opened(session, body)]
    while waiting:
        match waiting.pop():
            case App("/", (u, v)):
                found += zeros(session, v, x, WINDOW) or []
                waiting += [u, v]
            case App("ln", (u,)):
                found += zeros(session, u, x, WINDOW) or []
                waiting.append(u)
            case App(_, args):
                waiting += args
    placed = {p: float(ball.mid()) for p in found if (ball := estimate(session, p)) is not None}
    return sorted(placed, key=lambda p: placed[p])


def halves(session: Session, x: Var, body: Term, part: Term) -> Iterator[Term]:
    """An interval, and its two halves at a turning point if it has one."""
    yield part
    inside = turning_points(session, x, body, part)
    if len(inside) == 1:
        yield from cut(part, inside[0])


def limits_and_values(session: Session, x: Var, body: Term, region: Term) -> Iterator[Term]:
    """The limits at the ends of the parts of a set, as far as they are found."""
    for part in parts(session, x, body, region):
        for place in (left_end(part), right_end(part)):
            try:
                yield limit(session, body, x, place).claim.says.args[2]  # type: ignore[union-attr]
            except NoProof:
                continue
