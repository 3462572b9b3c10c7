"""What denies a limit: another limit, another one from one side, or that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_place
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.line import language
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, At, near, value_of
from sigmaprime.search.session import NoProof, Session

SIDES: Final = ("above", "below")
Told = tuple[Derivation, str]  # a proof, and what it says about the function
BOUNDS: Final = (1, 2, 10)


def deny_limit(session: Session, found: Derivation, claimed: Term) -> Derivation:
    """`not(tends(u, x, p, claimed))` from the limit that u has."""
    function, place, reached = found.claim.says.args  # type: ignore[union-attr]
    goal = Claim(App("not", (App("tends", (function, place, claimed)),)), found.claim.given)
    if reached is OO:
        names = ("grows, so does not fall",) if claimed is MINUS_OO else ("unbounded, so no limit",)
    elif reached is MINUS_OO:
        names = ("falls, so does not grow",) if claimed is OO else ("unbounded below, so no limit",)
    elif claimed is OO:
        names = ("finite limit, so not infinite",)
    else:
        names = ("finite limit, so not minus infinite",) if claimed is MINUS_OO else ("another limit",)
    if claimed is reached:
        raise NoProof("the limit is as claimed")
    holes = {"another limit": {"b": reached}, "finite limit, so not infinite": {"a": reached},
             "finite limit, so not minus infinite": {"a": reached}}  # fmt: skip
    return by_rule(session, names[0], goal, knowing(prove, found), **holes.get(names[0], {}))


def plain_limit(says: Term) -> Term:
    """A limit along the domain, as the author says it."""
    match says:
        case App("limit_in", (function, place, value, _)):
            return App("tends", (function, place, value))
    return says


def deny(session: Session, goal: Claim) -> Told:
    """A proof of `not(P)`, where P is about limits."""
    match goal.says:
        case App("not", (App("tends", (App("fn", (Var() as x, body)), place, value)),)):
            return _not_the_limit(session, goal, x, body, place, value)
        case App("not", (App("limit_in", (App("fn", (Var() as x, body)), place, value, _)),)):
            return _not_along_the_domain(session, goal, x, body, place, value)
        case App("not", (App("no_limit", (App("fn", (Var() as x, body)) as function, place)),)):
            return _it_has_one(session, goal, x, body, place, function)
        case App("not", (App("order", (App("fn", (Var() as x, u)), App("fn", (_, v)), App("fn", (_, w)), place, _)),)):
            return _not_of_that_order(session, goal, x, App("/", (App("-", (u, v)), w)), place)
        case App("not", (App("vertical_asymptote", (App("fn", (Var() as x, body)), _, place)),)):
            return _no_vertical_asymptote(session, goal, x, body, place)
        case App("not", (App("asymptote", (App("fn", (x, u)), _, App("fn", (_, w)), place)),)):
            difference = App("fn", (x, App("-", (u, w))))
            inner, why = deny(session, Claim(App("not", (App("tends", (difference, place, Num(0))),)), goal.given))
            return by_rule(session, "not an asymptote", goal, knowing(prove, inner)), f"the difference: {why}"
    raise NoProof("not about limits")


def _none(session: Session, x: Var, body: Term, place: Term, given: tuple[Term, ...]) -> Derivation:
    return prove(session, Claim(App("no_limit", (App("fn", (x, body)), place)), given))


def _not_the_limit(session: Session, goal: Claim, x: Var, body: Term, place: Term, value: Term) -> Told:
    try:
        found = limit(session, body, x, place, goal.given)
    except NoProof:
        known = _none(session, x, body, place, goal.given)
        name = "no limit, so it does not tend"
        return by_rule(session, name, goal, knowing(prove, known)), "it has no limit"
    return deny_limit(session, found, value), f"it tends to {language(value_of(found))}"


def _from_sides(
    session: Session, x: Var, body: Term, place: Term, given: tuple[Term, ...]
) -> Iterator[tuple[str, Derivation]]:
    for side in SIDES:
        try:
            yield side, limit(session, body, x, App(f"from_{side}", (place,)), given)
        except NoProof:
            continue


def _not_along_the_domain(session: Session, goal: Claim, x: Var, body: Term, place: Term, value: Term) -> Told:
    if is_place(place):
        raise NoProof("a place that is no number")
    for side, found in _from_sides(session, x, body, place, goal.given):
        try:
            denied = deny_limit(session, found, value)
            proof = by_rule(
                session, f"another limit from {side}", goal, knowing(prove, found, denied), b=value_of(found)
            )
        except NoProof:
            continue
        return proof, f"from {side}, it tends to {language(value_of(found))}"
    known = _none(session, x, body, place, goal.given)
    return by_rule(session, "no limit, so not that one", goal, knowing(prove, known)), "it has no limit there"


def _it_has_one(session: Session, goal: Claim, x: Var, body: Term, place: Term, function: Term) -> Told:
    values = []
    try:
        values.append(value_of(limit(session, body, x, place, goal.given)))
    except NoProof:
        values += [value_of(found) for _, found in _from_sides(session, x, body, place, goal.given)]
    for value in dict.fromkeys(values):
        says = App("limit_in", (function, place, value, App("domain", (function,))))
        try:
            known = prove(session, Claim(says, goal.given))
        except NoProof:
            continue
        proof = by_rule(session, "it has a limit", goal, knowing(prove, known), a=value)
        return proof, f"it tends to {language(value)}"
    raise NoProof("no limit was found")


def _not_of_that_order(session: Session, goal: Claim, x: Var, quotient: Term, place: Term) -> Told:
    ways = [("", limit(session, quotient, x, place, goal.given))] if is_place(place) else []
    if not is_place(place):
        ways = [(f" from {side}", found) for side, found in _from_sides(session, x, quotient, place, goal.given)]
    for name, found in ways:
        if value_of(found) in INFINITE:
            word = "grows" if value_of(found) is OO else "falls"
            proof = by_rule(session, f"a quotient that {word}{name}", goal, knowing(prove, found))
            return proof, "the quotient of the remainder and the order is unbounded"
    raise NoProof("the quotient was not found to be unbounded")


def _no_vertical_asymptote(session: Session, goal: Claim, x: Var, body: Term, place: Term) -> Told:
    from sigmaprime.search.asymptotics import beyond

    found = dict(_from_sides(session, x, body, place, goal.given))
    if any(value_of(each) in INFINITE for each in found.values()):
        raise NoProof("it has one")
    why = "it stays finite near there"
    if len(found) == 2:
        a, b = (value_of(found[side]) for side in SIDES)
        name = "finite limits from both sides"
        return by_rule(session, name, goal, knowing(prove, *found.values()), a=a, b=b), why
    for side, known in found.items():
        try:
            return beyond(session, f"finite from {side}, where the domain ends", side, goal, x, place, known), why
        except NoProof:
            continue
    for bound in BOUNDS:
        try:
            return by_rule(session, "bounded, so no vertical asymptote", goal, prove, c=Num(bound)), why
        except NoProof:
            continue
    for low, high in zip(
        near(At(x, App("from_below", (place,)))), near(At(x, App("from_above", (place,)))), strict=True
    ):
        if low.end is None or high.end is None:
            break
        try:
            return by_rule(
                session, "not defined near", goal, prove, a=low.end, b=high.end
            ), "it is not defined near there"
        except NoProof:
            continue
    raise NoProof("it was not found to stay finite")
