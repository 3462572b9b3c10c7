"""What a counterexample must be like, in numbers: by how much a relation holds at a point, and which points count.

The slack of u <= v is v - u, and a point where it is certainly negative is a counterexample. Balls say what is
certain; where they do not, the point is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final

from flint import arb

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.term import App, Term, Var, as_number, free
from sigmaprime.search.numbers import rational
from sigmaprime.search.plain import TooLarge, slope
from sigmaprime.search.program import Program, in_primitives, programmed
from sigmaprime.search.session import Session

RELATIONS: Final = frozenset(("<", "<=", ">", ">=", "=", "!="))
MIRROR: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
SMALLEST, LARGEST = 1e-300, 1e300  # of the ends of intervals that are taken notice of
Values = dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class Ends:
    """Between which numbers a variable may lie; None where there is no bound."""

    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """The relation to be broken, as slack, and the conditions that a point must meet."""

    names: tuple[str, ...]
    relation: str
    slack: Program
    steep: Callable[[str], Program | None]
    conditions: tuple[tuple[str, Program], ...]
    ends: Mapping[str, Ends]

    def admits(self, at: Values) -> bool:
        """Whether the point certainly meets the conditions."""
        return self._admitted(tuple(at[name] for name in self.names))

    def broken(self, at: Values) -> tuple[bool, arb]:
        """Whether the point is certainly a counterexample, and the slack there."""
        values = tuple(at[name] for name in self.names)
        slack = self.slack(values)
        return breaks(self.relation, slack) and self._admitted(values), slack

    def _admitted(self, values: tuple[Fraction, ...]) -> bool:
        return all(_holds(relation, program(values)) for relation, program in self.conditions)


def breaks(relation: str, slack: arb) -> bool:
    """Whether a slack denies the relation for certain."""
    if not slack.is_finite():
        return False
    match relation:
        case "=":
            return not slack.contains(0)
        case "!=":
            return bool(slack == 0)
        case "<" | ">":
            return bool(slack <= 0)
    return bool(slack < 0)


def _holds(relation: str, difference: arb) -> bool:
    if not difference.is_finite():
        return False
    match relation:
        case "<":
            return bool(difference < 0)
        case "<=":
            return bool(difference <= 0)
        case ">":
            return bool(difference > 0)
        case ">=":
            return bool(difference >= 0)
        case "=":
            return bool(difference == 0)
        case "!=":
            return not difference.contains(0)
    return True  # defined: it is finite


def aim_at(session: Session, says: Term, given: tuple[Term, ...]) -> Aim | None:
    """The aim for a relation under hypotheses; None where it cannot be computed with."""
    match says:
        case App(relation, (u, v)) if relation in RELATIONS:
            difference = App("-", (v, u)) if relation[0] == "<" else App("-", (u, v))
            if relation == "!=":  # it fails where this is least, namely 0
                difference = App("abs", (difference,))
        case _:
            return None
    names = tuple(sorted(free(says).union(*map(free, given)))) if given else tuple(sorted(free(says)))
    try:
        slack = programmed(session, difference, names)
        conditions = tuple(_condition(session, h, names) for h in given)
    except TooLarge:
        return None
    ends = {name: _ends(session, name, given) for name in names}
    return Aim(names, relation, slack, partial(_steep, session, difference, names), conditions, ends)


def _steep(session: Session, difference: Term, names: tuple[str, ...], name: str) -> Program | None:
    """The slope of the slack in one variable; None where it cannot be computed with."""
    key = (difference, "slope", name, *names)
    if key not in session.programs:
        try:
            rate = slope(in_primitives(session, difference), Var(name))
            session.programs[key] = Program(rate, names)
        except TooLarge:
            session.programs[key] = None
    return session.programs[key]  # type: ignore[return-value]


def _condition(session: Session, hypothesis: Term, names: tuple[str, ...]) -> tuple[str, Program]:
    match hypothesis:
        case App("defined", (u,)):
            return "defined", programmed(session, u, names)
        case App(relation, (u, v)) if relation in RELATIONS:
            return relation, programmed(session, App("-", (u, v)), names)
    raise TooLarge


def _ends(session: Session, name: str, given: tuple[Term, ...]) -> Ends:
    low: Fraction | None = None
    high: Fraction | None = None
    for relation, u, v in filter(None, map(_bound, given)):
        bound = _constant(session, v)
        if bound is None:
            continue
        if u is Var(name):
            if relation[0] == ">":
                low = bound if low is None else max(low, bound)
            else:
                high = bound if high is None else min(high, bound)
        elif isinstance(u, App) and u.head == "abs" and u.args == (Var(name),) and relation[0] == "<":
            low, high = max(-bound, low or -bound), min(bound, high or bound)
    return Ends(low, high)


def _bound(hypothesis: Term) -> tuple[str, Term, Term] | None:
    match hypothesis:
        case App(relation, (u, v)) if relation in MIRROR and not free(v):
            return relation, u, v
        case App(relation, (u, v)) if relation in MIRROR and not free(u):
            return MIRROR[relation], v, u
    return None


def _constant(session: Session, term: Term) -> Fraction | None:
    if (exact := as_number(term)) is not None:
        return exact if not exact or SMALLEST < abs(exact) < LARGEST else None
    try:
        with precision(128, 1):
            ball = programmed(session, term, ())(())
    except TooLarge:
        return None
    if not ball.is_finite() or (ball != 0 and not SMALLEST < float(abs(ball).mid()) < LARGEST):
        return None
    return sum(rational(ball), Fraction(0)) / 2
