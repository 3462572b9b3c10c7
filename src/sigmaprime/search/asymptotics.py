"""Limits along the domain, limits that do not exist, O-terms and vertical asymptotes: each rests on plain limits."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import OO, is_place
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, At, near, value_of
from sigmaprime.search.oscillation import oscillates
from sigmaprime.search.refute_limits import deny_limit
from sigmaprime.search.session import NoProof, Session

SIDES: Final = ("above", "below")
BOUNDS: Final = (1, 2, 10)


def prove_asymptotic(session: Session, goal: Claim) -> Derivation:
    head = goal.says.head if isinstance(goal.says, App) else ""
    gap = NoProof("no rule leads to it")
    for way in WAYS[head]:
        session.tick()
        try:
            return way(session, goal)
        except NoProof as failed:
            gap = failed
    raise gap


def beyond(session: Session, name: str, side: str, goal: Claim, x: Var, place: Term, *facts: Derivation) -> Derivation:
    """A row for a domain that ends at the place, whose other side is outside of it."""
    other = App("from_below" if side == "above" else "from_above", (place,))
    gap = NoProof("nothing is known beyond the place")
    for close in near(At(x, other, goal.given)):
        try:
            holes = {"b": close.end, "a": value_of(facts[0])} if close.end is not None else {}
            return by_rule(session, name, goal, knowing(prove, *facts), **holes)
        except NoProof as failed:
            gap = failed
    raise gap


def _parts(goal: Claim) -> tuple[Var, Term, Term, Term]:
    match goal.says:
        case App("limit_in", (App("fn", (Var() as x, body)), place, value, _)):
            return x, body, place, value
        case App("vertical_asymptote", (App("fn", (Var() as x, body)), _, place)):
            return x, body, place, place
        case App("no_limit", (App("fn", (Var() as x, body)), place)):
            return x, body, place, place
    raise NoProof("not about a limit")


def _tends(x: Var, body: Term, place: Term, value: Term) -> Term:
    return App("tends", (App("fn", (x, body)), place, value))


def _along(session: Session, goal: Claim) -> Derivation:
    return by_rule(session, "limit along the domain", goal, prove)


def _at_an_end(session: Session, goal: Claim) -> Derivation:
    x, body, place, value = _parts(goal)
    gap = NoProof("the domain does not end there")
    for side in SIDES:
        try:
            known = prove(session, Claim(_tends(x, body, App(f"from_{side}", (place,)), value), goal.given))
            name = f"limit from {side}, where the domain ends"
            return beyond(session, name, side, goal, x, place, known)
        except NoProof as failed:
            gap = failed
    raise gap


def _order(goal: Claim) -> tuple[Var, Term, Term]:
    match goal.says:
        case App("order", (App("fn", (Var() as x, u)), App("fn", (_, v)), App("fn", (_, w)), place, _)):
            return x, App("/", (App("-", (u, v)), w)), place
    raise NoProof("not an O-term")


def _order_by_limit(session: Session, goal: Claim) -> Derivation:
    x, quotient, place = _order(goal)
    found = limit(session, quotient, x, place, goal.given)
    return by_rule(session, "order by a limit", goal, knowing(prove, found), a=value_of(found))


def _order_at_an_end(session: Session, goal: Claim) -> Derivation:
    x, quotient, place = _order(goal)
    if is_place(place):
        raise NoProof("there is one side only")
    gap = NoProof("the domain does not end there")
    for side in SIDES:
        try:
            found = limit(session, quotient, x, App(f"from_{side}", (place,)), goal.given)
            name = f"order from {side}, where the domain ends"
            return beyond(session, name, side, goal, x, place, found)
        except NoProof as failed:
            gap = failed
    raise gap


def _order_by_bound(session: Session, goal: Claim) -> Derivation:
    x, _, place = _order(goal)
    for close in near(At(x, place, goal.given)):
        for bound in BOUNDS:
            holes = {"c": Num(Fraction(bound)), **close.holes}
            try:
                return by_rule(session, f"order by a bound, {close.name}", goal, prove, **holes)
            except NoProof:
                continue
    raise NoProof("no bound was found")


def _grows_or_falls(session: Session, goal: Claim) -> Derivation:
    x, body, place, _ = _parts(goal)
    gap = NoProof("no one-sided limit is infinite")
    for side in SIDES:
        try:
            found = limit(session, body, x, App(f"from_{side}", (place,)), goal.given)
            if value_of(found) in INFINITE:
                word = "grows" if value_of(found) is OO else "falls"
                return by_rule(session, f"it {word} from {side}", goal, knowing(prove, found))
        except NoProof as failed:
            gap = failed
    raise gap


def _different_sides(session: Session, goal: Claim) -> Derivation:
    x, body, place, _ = _parts(goal)
    if is_place(place):
        raise NoProof("there is one side only")
    above, below = (limit(session, body, x, App(f"from_{side}", (place,)), goal.given) for side in SIDES)
    a, b = value_of(above), value_of(below)
    denied = deny_limit(session, below, a)
    return by_rule(
        session, "different limits from above and from below", goal, knowing(prove, above, below, denied), a=a, b=b
    )


def _no_limit_from_a_side(session: Session, goal: Claim) -> Derivation:
    x, body, place, _ = _parts(goal)
    if is_place(place):
        raise NoProof("there is one side only")
    gap = NoProof("there is a limit from both sides")
    for side in SIDES:
        try:
            one = Claim(App("no_limit", (App("fn", (x, body)), App(f"from_{side}", (place,)))), goal.given)
            return by_rule(session, f"no limit from {side}, so none", goal, knowing(prove, oscillates(session, one)))
        except NoProof as failed:
            gap = failed
    raise gap


def _oscillates(session: Session, goal: Claim) -> Derivation:
    return oscillates(session, goal)


WAYS: Final[dict[str, tuple[Callable[[Session, Claim], Derivation], ...]]] = {
    "limit_in": (_along, _at_an_end),
    "no_limit": (_different_sides, _no_limit_from_a_side, _oscillates),
    "order": (_order_by_limit, _order_at_an_end, _order_by_bound),
    "vertical_asymptote": (_grows_or_falls,),
}
