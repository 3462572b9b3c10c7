"""Ranges: every value lies in the set, its ends are reached or approached, and between them lies everything.

A union of intervals is the range in parts: each of its intervals is the range of some part of the set.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.optimum import interior_points, slope
from sigmaprime.search.parts import cut, parts_of, samples
from sigmaprime.search.places import where
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros
from sigmaprime.search.written_domain import candidate

RANGES: Final = {
    "()": "open range", "[)": "range with its least value", "(]": "range with its greatest value", "[]": "closed range",
}  # fmt: skip
LISTS: Final = {1: "range with one value", 2: "range with two values", 3: "range with three values"}


def value_range(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("range", (App("fn", (Var() as x, body)), region, image)):
            match image:
                case App(brackets, (low, high)) if brackets in RANGES and is_interval(region):
                    try:
                        return _interval(session, goal, x, body, region, (brackets, low, high))
                    except NoProof:
                        return _from_a_part(session, goal, x, body)
                case App(brackets, _) if brackets in RANGES:
                    return _from_a_part(session, goal, x, body)
                case App("union", (_, _)):
                    return _in_two_parts(session, goal, x, body)
                case App("points", values) if len(values) in LISTS:
                    return _listed(session, goal, x, body, region, values)
    raise NoProof("the range is not a set of which this can be shown")


def _interval(
    session: Session, goal: Claim, x: Var, body: Term, region: Term, image: tuple[str, Term, Term]
) -> Derivation:
    """The rule for this shape of interval; its attained ends are looked for among simple and critical points."""
    brackets, low, high = image
    more = {}
    if brackets[0] == "[":
        more["c"] = where(session, x, body, region, low)
    if brackets[1] == "]":
        more["d" if brackets == "[]" else "c"] = where(session, x, body, region, high)
    return by_rule(session, rule_for(brackets, low, high), goal, prove, **more)


def rule_for(brackets: str, low: Term, high: Term) -> str:
    if low is MINUS_OO and high is OO:
        return "range is everything"
    if high is OO:
        return "range closed and unbounded above" if brackets[0] == "[" else "range open and unbounded above"
    if low is MINUS_OO:
        return "range closed and unbounded below" if brackets[1] == "]" else "range open and unbounded below"
    return RANGES[brackets]


def _from_a_part(session: Session, goal: Claim, x: Var, body: Term) -> Derivation:
    """A part of the set on which the function has every value already."""
    name = "range of a part that has every value"
    function, region, image = goal.says.args  # type: ignore[union-attr]
    for part in _parts(session, x, body, region):
        if not _seems_to_lie_in(session, x, body, part, image):
            continue
        try:
            there = prove(session, Claim(App("range", (function, part, image)), goal.given))
            return by_rule(session, name, goal, knowing(prove, there), A=part)
        except NoProof:
            continue
    raise NoProof("no part of the set is known to have every value")


def _in_two_parts(session: Session, goal: Claim, x: Var, body: Term) -> Derivation:
    image = goal.says.args[2]  # type: ignore[union-attr]
    found = [next(_with_range(session, goal, x, body, half), None) for half in image.args]  # type: ignore[union-attr]
    if found[0] is None or found[1] is None:
        raise NoProof("a part of the range is not known to be the range of a part")
    sets = {hole: fact.claim.says.args[1] for hole, fact in zip("AB", found, strict=True) if fact}  # type: ignore[union-attr]
    return by_rule(session, "range in two parts", goal, knowing(prove, *(f for f in found if f)), **sets)


def _with_range(session: Session, goal: Claim, x: Var, body: Term, image: Term) -> Iterator[Derivation]:
    function, region, _ = goal.says.args  # type: ignore[union-attr]
    for part in _parts(session, x, body, region):
        if not _seems_to_lie_in(session, x, body, part, image):
            continue
        try:
            yield prove(session, Claim(App("range", (function, part, image)), goal.given))
        except NoProof:
            continue


def _seems_to_lie_in(session: Session, x: Var, body: Term, part: Term, image: Term) -> bool:
    """Whether the values at sample points of a part do not contradict that it has this range."""
    low, high = image.args  # type: ignore[union-attr]
    least, most = (None if end in (OO, MINUS_OO) else estimate(session, end) for end in (low, high))
    for point in samples(session, part):
        ball = value(session, body, {x.name: point})
        if ball is not None and ((least is not None and ball < least) or (most is not None and ball > most)):
            return False
    return True


def _listed(session: Session, goal: Claim, x: Var, body: Term, region: Term, values: tuple[Term, ...]) -> Derivation:
    holes = dict(zip(("c", "d", "k"), (where(session, x, body, region, v) for v in values), strict=False))
    return by_rule(session, LISTS[len(values)], goal, prove, **holes)


def _parts(session: Session, x: Var, body: Term, region: Term) -> Iterator[Term]:
    """Parts on which the function may be monotonic, or have one bend."""
    whole = candidate(session, x, body) if isinstance(region, App) and region.head == "domain" else region
    for part in (parts_of(whole) or (whole,)) if whole is not None else ():
        if not is_interval(part):
            continue
        if part is not region:
            yield part
        turning = zeros(session, slope(body, x), x, part)
        inside = [p for p in interior_points(session, turning or [], part) if estimate(session, p) is not None]
        if len(inside) == 1:
            yield from cut(part, inside[0])
