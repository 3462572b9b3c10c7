"""What `derive lim(…)` works out: a limit by a named method, along the domain where that ends, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import is_place
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.asymptotics import beyond
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.near import INFINITE, At, tends, value_of
from sigmaprime.search.oscillation import oscillates
from sigmaprime.search.refute_limits import deny_limit
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked_limits import worked_limit

SIDES: Final = ("above", "below")
# the routes that have a name, and the methods behind them
NAMED: Final = {
    "continuity": "continuity", "factoring": "factoring", "conjugate": "conjugate", "fractions": "fractions",
    "dividing": "dividing", "standard": "standard", "rearranging": "to-standard", "squeeze": "squeeze",
    "hopital": "hopital", "power": "power", "substitution": "substitution", "definition": "definition",
    "dominant": "largest",
}  # fmt: skip
ROUTES: Final = ("direct", *NAMED, "sides")


def limit_parts(start: Term) -> tuple[Var, Term, Term] | None:
    """The variable, the function and the place of a limit."""
    match start:
        case App("lim", (App("fn", (Var() as x, body)), place)):
            return x, body, place
    return None


def limit_by(session: Session, start: Term, route: str) -> Derivation:
    """The limit by that route, or that there is none; `NoProof` if the route does not lead there."""
    parts = limit_parts(start)
    if parts is None:
        raise NoProof("not a limit")
    x, body, place = parts
    relevant = _relevant(session, free(body) | free(place), x)
    session, at = replace(session, assumed=relevant), At(x, place, relevant)
    if route == "direct":
        return _direct(session, body, at)
    if route == "sides":
        return _by_sides(session, body, at)
    return worked_limit(session, body, at, NAMED[route])


def _relevant(session: Session, names: frozenset[str], x: Var) -> tuple[Term, ...]:
    """What is assumed of the parameters in question, and of those that these assumptions mention."""
    known = [h for h in session.assumed if x.name not in free(h)]
    for _ in known:
        names = names.union(*(free(h) for h in known if free(h) & names))
    return tuple(h for h in known if free(h) & names)


def _direct(session: Session, body: Term, at: At) -> Derivation:
    gap = NoProof("no method leads to it")
    for way in (worked_limit, along_the_domain, no_limit):
        try:
            return way(session, body, at)
        except NoProof as failed:
            gap = gap if way is not worked_limit else failed
    raise gap


def _one_sided(session: Session, body: Term, at: At) -> Iterator[tuple[str, Derivation]]:
    if is_place(at.place):
        return
    for side in SIDES:
        with suppress(NoProof):
            yield side, worked_limit(session, body, At(at.x, App(f"from_{side}", (at.place,)), at.given))


def _by_sides(session: Session, body: Term, at: At) -> Derivation:
    found = dict(_one_sided(session, body, at))
    if len(found) < len(SIDES):
        raise NoProof("there are no limits from both sides")
    above, below = (found[side] for side in SIDES)
    if value_of(above) is value_of(below):
        goal = Claim(tends(body, at, value_of(above)), at.given)
        return by_rule(session, "two-sided limit", goal, knowing(prove, above, below))
    return _different(session, body, at, above, below)


def _different(session: Session, body: Term, at: At, above: Derivation, below: Derivation) -> Derivation:
    goal = Claim(App("no_limit", (App("fn", (at.x, body)), at.place)), at.given)
    denied = deny_limit(session, below, value_of(above))
    holes = {"a": value_of(above), "b": value_of(below)}
    name = "different limits from above and from below"
    return by_rule(session, name, goal, knowing(prove, above, below, denied), **holes)


def along_the_domain(session: Session, body: Term, at: At) -> Derivation:
    """The limit from the one side on which the function is defined."""
    function = App("fn", (at.x, body))
    gap = NoProof("the domain does not end there")
    for side, known in _one_sided(session, body, at):
        goal = Claim(App("limit_in", (function, at.place, value_of(known), App("domain", (function,)))), at.given)
        try:
            return beyond(session, f"limit from {side}, where the domain ends", side, goal, at.x, at.place, known)
        except NoProof as failed:
            gap = failed
    raise gap


def no_limit(session: Session, body: Term, at: At) -> Derivation:
    """That there is no limit: different ones from the two sides, or an oscillation."""
    found = dict(_one_sided(session, body, at))
    if len(found) == len(SIDES) and value_of(found["above"]) is not value_of(found["below"]):
        return _different(session, body, at, found["above"], found["below"])
    goal = Claim(App("no_limit", (App("fn", (at.x, body)), at.place)), at.given)
    if is_place(at.place):
        return oscillates(session, goal)
    gap = NoProof("there is a limit from both sides")
    for side in SIDES:
        one = Claim(App("no_limit", (App("fn", (at.x, body)), App(f"from_{side}", (at.place,)))), at.given)
        try:
            return by_rule(session, f"no limit from {side}, so none", goal, knowing(prove, oscillates(session, one)))
        except NoProof as failed:
            gap = failed
    raise gap


def ending_in(session: Session, found: Derivation, target: Term) -> Derivation:
    """The same limit with its value in the form that was asked for."""
    says = found.claim.says
    if not isinstance(says, App) or says.head == "no_limit":
        raise NoProof("there is no limit")
    value = value_of(found)
    if value is target:
        return found
    if value in INFINITE or target in INFINITE:
        raise NoProof("it tends to something else")
    same = prove(session, Claim(App("=", (target, value)), found.claim.given))
    function, place, _, *rest = says.args
    return transport(App(says.head, (function, place, target, *rest)), (2,), same, found, found.claim.given)
