"""Definite and improper integrals through an antiderivative, which is looked for and then checked like any guess."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, membership
from sigmaprime.kernel.term import App, Term, Var, as_number, number, substitute
from sigmaprime.search.chain import chain, equation, sides
from sigmaprime.search.clock import now
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.joins import places, zeros_of_denominators
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, value_of
from sigmaprime.search.proposed import antiderivatives
from sigmaprime.search.session import NoProof, OutOfTime, Session

FOR_A_DENIAL: Final = 0.2  # seconds
MIDDLE: Final = number(1)


def integral(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation:
    """`int(u, x, a, b) = …`, for finite or infinite ends."""
    match term:
        case App("int", (App("fn", (Var() as x, body)), low, high)):
            gap = NoProof("no antiderivative was found")
            broken = any(True for _ in inner_places(session, x, body, low, high))
            ways = (_through_antiderivative, _from_right_to_left, _as_an_equal, _in_two_parts)
            for way in reversed(ways) if broken else ways:
                session.tick()
                try:
                    return way(session, term, x, body, low, high, given)
                except NoProof as failed:
                    gap = failed
            raise gap
    raise NoProof("not a definite integral")


def _through_antiderivative(
    session: Session, term: Term, x: Var, body: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    gap = NoProof("no antiderivative was found")
    improper = {low, high} & set(zeros_of_denominators(session, x, body))
    for w in antiderivatives(session, body, x):
        for way in (_between_limits,) if improper else (_between_values, _between_limits):
            try:
                return way(session, term, x, w, low, high, given)
            except NoProof as failed:
                gap = failed
    raise gap


def _between_values(
    session: Session, term: Term, x: Var, w: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    def end(place: Term) -> Term:
        if place in INFINITE:
            return value_of(limit(session, w, x, place, given))
        return substitute(w, {x.name: place})

    a, b = end(low), end(high)
    goal = Claim(equation(term, App("-", (b, a))), given)
    name, more = "fundamental theorem of calculus", {"w": w}
    if low is MINUS_OO and high is OO:
        name, more = "integral over the line", {"w": w, "a": a, "b": b}
    elif high is OO:
        name, more = "integral over a half-line", {"w": w, "b": b}
    elif low is MINUS_OO:
        name, more = "integral over a half-line to the left", {"w": w, "a": a}
    return by_rule(session, name, goal, prove, **more)


def _between_limits(
    session: Session, term: Term, x: Var, w: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    """Improper at a finite end: from the limit of the antiderivative there."""
    if low in INFINITE:
        raise NoProof("not from a finite end on")
    below = limit(session, w, x, App("from_above", (low,)), given)
    above = limit(session, w, x, high if high is OO else App("from_below", (high,)), given)
    c, d = value_of(below), value_of(above)
    if {c, d} & set(INFINITE):
        raise NoProof("it diverges")
    name = "integral from a limit on" if high is OO else "integral between two limits"
    goal = Claim(equation(term, App("-", (d, c))), given)
    return by_rule(session, name, goal, knowing(prove, below, above), w=w, c=c, d=d)


def _from_right_to_left(
    session: Session, term: Term, x: Var, body: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    a, b = as_number(low), as_number(high)
    if a is None or b is None or not b < a:
        raise NoProof("its ends are in order")
    turned = App("neg", (App("int", (App("fn", (x, body)), high, low)),))
    return by_rule(session, "integral from right to left", Claim(equation(term, turned), given), prove)


def _as_an_equal(
    session: Session, term: Term, x: Var, body: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    """|u| as u or −u, where its sign does not change between the ends."""
    if low in INFINITE and high in INFINITE:
        raise NoProof("on one side of a place only")
    name = "integral of an equal"
    if high is OO:
        name = f"{name}, far to the right"
    elif low is MINUS_OO:
        name = f"{name}, far to the left"
    fact = unfolded(session, body, (*given, *membership(x, App("()", (low, high)))))
    if fact is None:
        raise NoProof("nothing to write out between the ends")
    other = App("int", (App("fn", (x, sides(fact)[1])), low, high))
    step = by_rule(session, name, Claim(equation(term, other), given), knowing(prove, fact))
    return chain([step, integral(session, other, given)], given)


def _in_two_parts(
    session: Session, term: Term, x: Var, body: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    """Two integrals, where the integrand has a join between the ends."""
    function = App("fn", (x, body))
    for c in inner_places(session, x, body, low, high):
        parts = [App("int", (function, *ends)) for ends in ((low, c), (c, high))]
        goal = Claim(equation(term, App("+", tuple(parts))), given)
        try:
            for part in parts:
                integral(session, part, given)
            name = "integral over the line in two parts" if low is MINUS_OO and high is OO else "integral in two parts"
            return by_rule(session, name, goal, prove)
        except NoProof:
            continue
    raise NoProof("no join between the ends")


def inner_places(session: Session, x: Var, body: Term, low: Term, high: Term) -> Iterator[Term]:
    """Where a function has joins or poles strictly between two numbers."""
    a, b = as_number(low), as_number(high)
    for c in (*places(session, x, body), *zeros_of_denominators(session, x, body)):
        exact = as_number(c)
        inside = exact is not None and (a is None or a < exact) and (b is None or exact < b)
        if inside:
            yield c


def undefined_integral(session: Session, goal: Claim) -> Derivation:
    """`undefined(int(u, x, a, b))`: an antiderivative has no finite limit at an end, or a part diverges."""
    match goal.says:
        case App("undefined", (App("int", (App("fn", (Var() as x, body)) as function, low, high)),)):
            pass
        case _:
            raise NoProof("not an integral")
    if session.deadline - now() < FOR_A_DENIAL:
        raise OutOfTime  # SymPy may have to be asked, and would only be interrupted
    gap = NoProof("it was not found to diverge")
    for name, place in _improper_ends(low, high):
        for w in antiderivatives(session, body, x):
            try:
                return _at_an_end(session, goal, name, x, w, place)
            except NoProof as failed:
                gap = failed
    for name, c, part in _parts(session, x, body, function, low, high):
        try:
            there = undefined_integral(session, Claim(App("undefined", (part,)), goal.given))
            return by_rule(session, name, goal, knowing(prove, there), c=c)
        except NoProof as failed:
            gap = failed
    raise gap


def _at_an_end(session: Session, goal: Claim, name: str, x: Var, w: Term, place: Term) -> Derivation:
    try:
        found = limit(session, w, x, place, goal.given)
    except NoProof:
        none = prove(session, Claim(App("no_limit", (App("fn", (x, w)), place)), goal.given))
        return by_rule(session, f"the antiderivative has no limit {name}", goal, knowing(prove, none), w=w)
    if value_of(found) not in INFINITE:
        raise NoProof("it converges at that end")
    word = "grows" if value_of(found) is OO else "falls"
    return by_rule(session, f"the antiderivative {word} {name}", goal, knowing(prove, found), w=w)


def _improper_ends(low: Term, high: Term) -> Iterator[tuple[str, Term]]:
    if high is OO and low not in INFINITE:
        yield "far to the right", OO
    elif low is MINUS_OO and high not in INFINITE:
        yield "far to the left", MINUS_OO
    elif low not in INFINITE and high not in INFINITE:
        yield "at its lower end", App("from_above", (low,))
        yield "at its upper end", App("from_below", (high,))


def _parts(
    session: Session, x: Var, body: Term, function: Term, low: Term, high: Term
) -> Iterator[tuple[str, Term, Term]]:
    places = [*inner_places(session, x, body, low, high)]
    if low is MINUS_OO and high is OO:
        places.append(MIDDLE)
    for c in places:
        first, last = (App("int", (function, *ends)) for ends in ((low, c), (c, high)))
        if low is MINUS_OO and high is OO:
            yield "the right half diverges", c, last
            yield "the left half diverges", c, first
        elif high is OO:
            yield "the part to the right diverges", c, last
            yield "a part at the start diverges", c, first
        elif low is MINUS_OO:
            yield "the part to the left diverges", c, first
        else:
            yield "a first part diverges", c, first
            yield "a last part diverges", c, last
