"""Values for the open letters of a rule that denies a property, found by numbers: two points out of order, and so on.

The premises of such a rule say what the values must do. The last of them, denied, is a statement that the values break;
the others are conditions. So the hunt for counterexamples finds them. Where a dip is too small to be seen between the
points of a grid, the slope or the curvature tells where to look for two points close together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.points import DENIAL
from sigmaprime.kernel.rule import Rule, fill_rule
from sigmaprime.kernel.sets import is_interval, membership
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, as_number, free, number
from sigmaprime.search.aim import Aim, aim_at
from sigmaprime.search.descent import in_space
from sigmaprime.search.hunt import BITS, FINE, Line, on_line
from sigmaprime.search.recognise import known_numbers
from sigmaprime.search.session import Session
from sigmaprime.search.sidelong import side_conditions

Choice = tuple[Term, ...]
ZERO: Final = Num(0)
STEPS: Final = tuple(Fraction(1, 2**k) for k in range(1, 40, 2))
# what a property says of the slope, or of the slope of the slope
SLOPES: Final = {"increasing": ">=", "strictly_increasing": ">=", "decreasing": "<=", "strictly_decreasing": "<="}
CURVATURES: Final = {"convex": ">=", "strictly_convex": ">=", "concave": "<=", "strictly_concave": "<="}


@dataclass(frozen=True, slots=True)
class Suspects:
    """The statements each of which is broken by the values that a rule asks for, with their aims."""

    letters: tuple[str, ...]
    wanted: tuple[tuple[App, tuple[Term, ...]], ...]
    aims: tuple[Aim | None, ...]

    def may_do(self, choice: Choice) -> bool:
        """False when numbers show that these values do not do what the rule asks of them."""
        values = [as_number(v) for v in choice]
        if None in values or not self.aims:
            return True
        at = dict(zip(self.letters, values, strict=True))
        with precision(BITS, 1):
            return any(aim is None or _may_break(aim, at) for aim in self.aims)  # type: ignore[arg-type]


def suspects(session: Session, rule: Rule, known: Mapping[str, Term], letters: list[str]) -> Suspects | None:
    """What the rule asks of its open letters, as statements to be broken; None where it asks for other things."""
    names = {letter: Var(f"_{letter}") for letter in letters}
    holes = tuple((hole, names[hole] if hole in names else known[hole]) for hole, _ in rule.holes)
    try:
        premises = fill_rule(rule, holes).premises
    except Wrong:
        return None
    if any(premise.given for premise in premises):
        return None
    *conditions, last = (premise.says for premise in premises if free(premise.says))
    wanted = list(_denied(session, last))
    given = [part for condition in conditions for part in _known_members(condition)]
    if not wanted or any(not isinstance(h, App) or h.head in ("in", "outside", "undefined", "not") for h in given):
        return None
    own = tuple(f"_{letter}" for letter in letters)
    aims = tuple(_only_with(own, aim_at(session, says, tuple(given))) for says in wanted)
    return Suspects(own, tuple((says, tuple(given)) for says in wanted), aims)


def _only_with(names: tuple[str, ...], aim: Aim | None) -> Aim | None:
    """The aim, if these letters are all that it depends on."""
    return aim if aim is not None and set(aim.names) <= set(names) else None


def _known_members(condition: Term) -> tuple[Term, ...]:
    match condition:
        case App("in", (x, region)):
            try:
                return membership(x, region)
            except Wrong:
                return (condition,)
    return (condition,)


def _denied(session: Session, premise: Term) -> Iterator[App]:
    match premise:
        case App(relation, sides) if relation in DENIAL:
            yield App(DENIAL[relation], sides)
        case App("undefined", (u,)):
            yield from side_conditions(session, App("defined", (u,)))
        case App("outside", (u, region)) if is_interval(region):
            yield from (h for h in membership(u, region) if isinstance(h, App))


def _may_break(aim: Aim, at: dict[str, Fraction]) -> bool:
    broken, slack = aim.broken(at)
    return broken or not slack.is_finite() or (bool(slack.contains(0)) and aim.relation in ("<", ">", "!="))


def hunted(session: Session, statement: App, found: Suspects) -> Iterator[Choice]:
    """Values that do what the rule asks, the most promising first."""
    for aim in found.aims:
        if aim is None:
            continue
        if len(found.letters) == 1:
            yield from _single(session, aim, found.letters[0])
        else:
            yield from (tuple(number(at[letter]) for letter in found.letters) for at in in_space(session, aim))
            yield from _close_together(session, statement, aim, found.letters)


def _single(session: Session, aim: Aim, letter: str) -> Iterator[Choice]:
    for spot in on_line(session, Line(aim, letter, {}), aim.ends[letter]):
        if spot.fails:
            yield (number(spot.x),)
        elif aim.relation in ("<", ">", "!="):
            yield from ((exact,) for exact in known_numbers(spot.x))


def _close_together(session: Session, statement: App, aim: Aim, letters: tuple[str, ...]) -> Iterator[Choice]:
    """Two points around a place where the slope or the curvature has the wrong sign, or the slope is too steep."""
    says = _local(statement)
    match statement:
        case App(_, (App("fn", (Var(name), _)), region, *_)) if says is not None:
            try:
                near = aim_at(session, says, membership(Var(name), region))
            except Wrong:
                return
            if near is None:
                return
            for spot in on_line(session, Line(near, name, {}), near.ends[name]):
                if spot.fails and (pair := _pair(session, aim, letters, spot.x)) is not None:
                    yield pair


def _local(statement: App) -> App | None:
    match statement:
        case App(head, (App("fn", (x, body)), _, *slots)):
            slope = App("D", (App("fn", (x, body)), x))
            if head in SLOPES:
                return App(SLOPES[head], (slope, ZERO))
            if head in CURVATURES:
                return App(CURVATURES[head], (App("D", (App("fn", (x, slope)), x)), ZERO))
            if head == "lipschitz":
                return App("<=", (App("abs", (slope,)), slots[0]))
    return None


def _pair(session: Session, aim: Aim, letters: tuple[str, ...], x: Fraction) -> Choice | None:
    with precision(FINE, 1):
        for step in STEPS:
            for low, high in ((x - step, x + step), (x, x + step), (x - step, x)):
                session.tick()
                if aim.broken(dict(zip(letters, (low, high), strict=True)))[0]:
                    return number(low), number(high)
    return None
