"""Bounds of a function read off its table of variations.

The line is cut where the function turns. On each stretch it is monotonic, so that a value or a limit at one of its ends
is a bound: on [a, b] a rising function is at least f(a) and at most f(b).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from sigmaprime.kernel.proof import Cases, Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, ends, left_end, right_end
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.fit import Prove, by_rule, first_of, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.properties import natural_domain
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import widened

# By the relation and the end that decides: the rules for a value there, the rule for a limit there.
RULES: Mapping[tuple[str, str], tuple[tuple[str, ...], str]] = {
    (">=", "first, rising"): (("not below an earlier value",), "not below where it comes from"),
    (">", "first, rising"): (("still above an earlier value", "above an earlier value"), "above where it comes from"),
    (">=", "last, falling"): (("not below a later value",), "not below where it goes"),
    (">", "last, falling"): (("still above a later value", "above a later value"), "above where it goes"),
    ("<=", "last, rising"): (("not above a later value",), "not above where it goes"),
    ("<", "last, rising"): (("still below a later value", "below a later value"), "below where it goes"),
    ("<=", "first, falling"): (("not above an earlier value",), "not above where it comes from"),
    ("<", "first, falling"): (("still below an earlier value", "below an earlier value"), "below where it comes from"),
}
EQUAL = {">=": "equal, so at least", "<=": "equal, so at most"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval on which the function is strictly monotonic."""

    on: Term
    rising: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The stretches of f(x) on an interval, from left to right; its values and limits at their ends."""

    x: Var
    value: Term
    stretches: tuple[Stretch, ...]
    values: Mapping[Term, Term]
    limits: Mapping[Term, Term]

    @property
    def function(self) -> App:
        return App("fn", (self.x, self.value))


@dataclass(frozen=True, slots=True)
class Tables:
    """A set, and the tables of those of its intervals on which there is one."""

    region: Term
    parts: tuple[Table, ...]


def from_table(table: Table) -> Prove:
    """A prover that reads bounds of the function off the table, and asks for everything else."""

    def prover(session: Session, goal: Claim) -> Derivation:
        match goal.says:
            case App("<" | "<=" | ">" | ">=", (u, v)) if u is table.value and table.x.name not in free(v):
                with suppress(NoProof):
                    return _bounded(session, goal, table, table.stretches)
        return prove(session, goal)

    return prover


def on_the_interval(session: Session, goal: Claim, region: Term, way: Prove) -> Derivation:
    """A property on the natural domain, from the same on the interval that it is."""
    head, (function, where, *rest) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    if where is region:
        return way(session, goal)
    if not isinstance(where, App) or where.head != "domain":
        raise NoProof("a set of another kind")
    fact = natural_domain(session, where, goal.given)
    if sides(fact)[1] is not region:
        raise NoProof("the domain is another set")
    there = Claim(App(head, (function, region, *rest)), goal.given)
    return transport(goal.says, (1,), fact, way(session, there), goal.given)


def around(tables: Tables, place: Term) -> tuple[Table, Term, Term]:
    """The stretches that meet at a place, and the ends of an open interval around it in which there are no others."""
    beside, table = next(
        ((some, table) for table in tables.parts if (some := tuple(s for s in table.stretches if place in ends(s.on)))),
        ((), None),
    )
    if table is None:
        raise NoProof("no stretch ends there")
    low, high = ends(beside[0].on)[0], ends(beside[-1].on)[1]
    low = App("-", (place, Num(1))) if low in (MINUS_OO, place) else low
    high = App("+", (place, Num(1))) if high in (OO, place) else high
    return replace(table, stretches=beside), low, high


def _bounded(session: Session, goal: Claim, table: Table, stretches: tuple[Stretch, ...]) -> Derivation:
    if len(stretches) == 1:
        plain = tuple(h for h in goal.given if isinstance(h, App) and h.head not in ("defined", "in"))
        return widened(_on_one(session, Claim(goal.says, plain), table, stretches[0]), goal)
    half = len(stretches) // 2
    cut = ends(stretches[half].on)[0]
    parts = [prove(session, Claim(App("defined", (side,)), goal.given)) for side in (table.x, cut)]
    for relation, some in (("<=", stretches[:half]), (">=", stretches[half:])):
        there = Claim(goal.says, (*goal.given, App(relation, (table.x, cut))))
        parts.append(_bounded(session, there, table, some))
    return Derivation(goal, Cases(table.x, cut), tuple(parts))


def _on_one(session: Session, goal: Claim, table: Table, stretch: Stretch) -> Derivation:
    relation, bound = goal.says.head, goal.says.args[1]  # type: ignore[union-attr]
    first = (relation[0] == ">") == stretch.rising
    of_value, of_limit = RULES[relation, f"{'first' if first else 'last'}, {'rising' if stretch.rising else 'falling'}"]
    low, high = ends(stretch.on)
    end, bracket = (low, stretch.on.head[0]) if first else (high, stretch.on.head[1])  # type: ignore[union-attr]
    holes: dict[str, Term] = {"k": table.function, "u": table.x, "S": stretch.on}
    if bracket in "[]":
        return first_of(session, of_value, goal, _value_there(table, end, bound), **holes, a=end)
    place = left_end(stretch.on) if first else right_end(stretch.on)
    reached = table.limits.get(place)
    if reached is None or reached in (OO, MINUS_OO):
        raise NoProof("no finite limit at that end")
    return by_rule(session, of_limit, goal, prove, **holes, a=reached, w=_nearer(table.x, end, first))


def _value_there(table: Table, end: Term, bound: Term) -> Prove:
    """A prover that compares the value at the end of a stretch with a bound: it is the bound, or its equal."""
    there = substitute(table.value, {table.x.name: end})

    def prover(session: Session, goal: Claim) -> Derivation:
        match goal.says:
            case App(relation, (u, v)) if u is there and v is bound and end in table.values:
                known = table.values[end]
                fact = prove(session, Claim(App("=", (there, known)), goal.given))
                if known is bound and relation in EQUAL:
                    return by_rule(session, EQUAL[relation], goal, knowing(prove, fact))
                compared = prove(session, Claim(App(relation, (known, bound)), goal.given))
                return transport(goal.says, (0,), fact, compared, goal.given)
        return prove(session, goal)

    return prover


def _nearer(x: Term, end: Term, first: bool) -> Term:
    """A value between x and the end."""
    if end in (OO, MINUS_OO):
        return App("-" if first else "+", (x, Num(1)))
    return App("/", (App("+", (x, end)), Num(2)))
