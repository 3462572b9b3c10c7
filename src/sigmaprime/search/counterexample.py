"""A point where a relation fails: false there, or undefined; found by numbers, then proved.

The simplest points come first, then those that a hunt brings in, then exact numbers close to which the two sides
nearly agree: sin(x) < 1 fails at π/2, and at no rational number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from sigmaprime.kernel.enclosure import precision, relation_holds
from sigmaprime.kernel.points import DENIAL
from sigmaprime.kernel.proof import Claim, Counterexample, Derivation, Enclosure, Point
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, Wrong, as_number, free, number, substitute
from sigmaprime.search.aim import Aim, aim_at
from sigmaprime.search.descent import in_space
from sigmaprime.search.goals import prove
from sigmaprime.search.hunt import BITS, Line, on_line
from sigmaprime.search.numbers import by_enclosure, value
from sigmaprime.search.recognise import known_numbers
from sigmaprime.search.samples import SIMPLEST, points, truth
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.show import at_point
from sigmaprime.search.sidelong import side_conditions
from sigmaprime.verdict import Found

FAR = tuple(
    Fraction(n) for n in ("5", "-5", "20", "-20", "1/3", "-1/3", "1/100", "-1/100", "50", "-50", "100", "-100", "700")
)
FINE = (256, 1024)  # bits for two numbers that differ very little
MOST_VARIABLES = 4


@dataclass(frozen=True, slots=True)
class Denied:
    """A proof of `not(statement)`, the part of the statement that fails, and what to show of it."""

    proof: Derivation
    part: Term
    found: Found | None


def refute_at_a_point(
    session: Session, statement: Term, says: App, given: tuple[Term, ...], places: Iterable[Point] | None = None
) -> Denied:
    """A counterexample to `all(says, given…)`, among `places` if they are known."""
    for point in places_of_failure(session, says, given) if places is None else places:
        session.tick()
        new = dict(point)
        try:
            parts = [_defined(session, v) for v in new.values() if as_number(v) is None]
            failing = _failing(session, says, new)
            if failing is None:
                continue
            parts += [_hypothesis(session, substitute(h, new)) for h in given]
        except NoProof:
            continue
        proof = Derivation(Claim(App("not", (statement,)), ()), Counterexample(point), (*parts, failing))
        return Denied(proof, says, at_point(session, says, point))
    raise NoProof("no counterexample among the points that were tried")


def places_of_failure(session: Session, says: App, given: tuple[Term, ...]) -> Iterator[Point]:
    """Points that may refute the statement, the simplest first."""
    names = free(says).union(*map(free, given)) if given else free(says)
    aim = aim_at(session, says, given)
    for at in points(names, given, (*SIMPLEST, *FAR)):
        if aim is None or not names or _may_fail(aim, at):
            yield _exactly(at)
    if not names:
        return
    if aim is not None:
        yield from _hunted(session, aim)
        yield from (((name, end),) for name in names if len(names) == 1 for end in _own_ends(name, given))
    yield from _undefined_places(session, says, given)
    yield from _critical(session, says, names)


def _exactly(at: dict[str, Fraction]) -> Point:
    return tuple((name, number(v)) for name, v in at.items())


def _may_fail(aim: Aim, at: dict[str, Fraction]) -> bool:
    """Whether a simple point is worth a proof: it is one where the relation does not certainly hold."""
    with precision(BITS, 1):
        broken, slack = aim.broken(at)
        if broken or not slack.is_finite():
            return True
        strict = aim.relation in ("<", ">", "!=")
        return strict and bool(slack.contains(0)) and aim.admits(at)


def _hunted(session: Session, aim: Aim) -> Iterator[Point]:
    if len(aim.names) == 1:
        (name,) = aim.names
        for spot in on_line(session, Line(aim, name, {}), aim.ends[name]):
            if spot.fails:
                yield ((name, number(spot.x)),)
            elif aim.relation in ("<", ">", "!="):
                yield from (((name, exact),) for exact in known_numbers(spot.x))
    elif len(aim.names) <= MOST_VARIABLES:
        yield from map(_exactly, in_space(session, aim))


def _own_ends(name: str, given: tuple[Term, ...]) -> Iterator[Term]:
    """The ends of a closed interval that are no rational numbers."""
    for hypothesis in given:
        match hypothesis:
            case App("<=" | ">=", (Var(v), end)) if v == name and not free(end) and as_number(end) is None:
                yield end


def _undefined_places(session: Session, says: App, given: tuple[Term, ...]) -> Iterator[Point]:
    """Where a part of the relation may be undefined: a divisor is 0, the argument of a logarithm negative."""
    for condition in side_conditions(session, says):
        aim = aim_at(session, condition, given)
        if aim is not None and aim.names:
            yield from _hunted(session, aim)


def _critical(session: Session, says: App, names: frozenset[str]) -> Iterator[Point]:
    """Exact critical points of the difference of the two sides, for an inequality of one variable."""
    from sigmaprime.search.places import turning_points

    if len(names) == 1 and says.head in ("<", "<=", ">", ">="):
        (name,) = names
        for place in turning_points(session, Var(name), App("-", says.args), REALS):
            yield ((name, place),)


def _failing(session: Session, says: App, new: dict[str, Term]) -> Derivation | None:
    """Why the relation fails at a point: it is false there, or a side of it is undefined."""
    there = tuple(substitute(side, new) for side in says.args)
    if says.head == "defined":
        return _undefined(session, there[0])
    denied = Claim(App(DENIAL[says.head], there), ())
    with suppress(Wrong):
        if relation_holds(denied.says, session.rules, BITS):
            return Derivation(denied, Enclosure(BITS))
    known = App(says.head, there)
    holds = next((seen for bits in (BITS, *FINE) if (seen := truth(session, known, {}, bits)) is not None), None)
    if holds is True:
        return None
    try:
        return prove(session, denied)
    except NoProof:
        if holds is False:
            return None
    if says.head != "=":
        return next((found for side in there if (found := _undefined(session, side)) is not None), None)
    left = _undefined(session, there[0])
    if left is None:
        return None
    try:
        return prove(session, Claim(App("and", (left.claim.says, App("defined", (there[1],)))), ()))
    except NoProof:
        return None


def _defined(session: Session, u: Term) -> Derivation:
    return prove(session, Claim(App("defined", (u,)), ()))


def _hypothesis(session: Session, says: Term) -> Derivation:
    try:
        return by_enclosure(session, Claim(says, ()))
    except NoProof:
        return prove(session, Claim(says, ()))


def _undefined(session: Session, u: Term) -> Derivation | None:
    if value(session, u) is not None:
        return None
    try:
        return prove(session, Claim(App("undefined", (u,)), ()))
    except NoProof:
        return None
