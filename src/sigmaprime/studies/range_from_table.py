"""The range read off the table of variations: on an interval by its bounds, on a union part by part."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation, Given
from sigmaprime.kernel.sets import is_interval, membership
from sigmaprime.kernel.term import App, Term
from sigmaprime.rules.cases import COUNTS, LONGEST
from sigmaprime.search.fit import Prove, by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.image import RANGES, rule_for
from sigmaprime.search.parts import parts_of
from sigmaprime.search.regions import member
from sigmaprime.search.session import NoProof, Session
from sigmaprime.studies.by_table import Table, Tables, from_table, on_the_interval

PARTS = "STRKAB"  # the letters of the rule for a member of a union


def range_from_table(tables: Tables) -> Prove:
    """The way to the set of all values, which is an interval or two of them."""
    region = tables.region
    known = tuple(zip(parts_of(region) or (region,), tables.parts, strict=True))

    def whole(session: Session, goal: Claim) -> Derivation:
        function, _, image = goal.says.args  # type: ignore[union-attr]
        if len(known) == 1:
            return _of_one(session, goal, tables.parts[0])
        there = [
            _of_some(session, Claim(App("range", (function, region, one)), goal.given), known)
            for one in (parts_of(image) or (image,))
        ]
        parts = [one.claim.says.args[1] for one in there]  # type: ignore[union-attr]
        within = knowing(_within(region, known), *there)
        if is_interval(image):
            return by_rule(session, "range of a part that has every value", goal, within, A=parts[0])
        if len(parts) != 2:
            raise NoProof("a range in more than two parts")
        return by_rule(session, "range in two parts", goal, within, A=parts[0], B=parts[1])

    return lambda session, goal: on_the_interval(session, goal, region, whole)


def _of_some(session: Session, goal: Claim, known: tuple[tuple[Term, Table], ...]) -> Derivation:
    """A part of the set on which the function has exactly these values."""
    function, _, image = goal.says.args  # type: ignore[union-attr]
    for part, table in known:
        try:
            return _of_one(session, Claim(App("range", (function, part, image)), goal.given), table)
        except NoProof:
            continue
    raise NoProof("no part has these values")


def _of_one(session: Session, goal: Claim, table: Table) -> Derivation:
    """The rule for this shape of interval, with the places where its ends are attained, which are known here."""
    match goal.says:
        case App(_, (_, _, App(brackets, (low, high)))) if brackets in RANGES:
            at_ends = [end for stretch in table.stretches for end in stretch.on.args]  # type: ignore[union-attr]
            places = {table.values[end]: end for end in reversed(at_ends) if end in table.values}
            holes = {"c": places[low]} if brackets[0] == "[" and low in places else {}
            if brackets[1] == "]" and high in places:
                holes["d" if brackets == "[]" else "c"] = places[high]
            return by_rule(session, rule_for(brackets, low, high), goal, from_table(table), **holes)
    raise NoProof("not an interval")


def _within(region: Term, known: tuple[tuple[Term, Table], ...]) -> Prove:
    """A prover that shows of every value on a union that it lies in the range, part by part."""

    def prover(session: Session, goal: Claim) -> Derivation:
        x, value = known[0][1].x, known[0][1].value
        chosen = App("in", (x, region))
        match goal.says:
            case App("in", (u, _)) if u is value and chosen in goal.given and len(known) <= LONGEST:
                holes = dict(zip(PARTS, (part for part, _ in known), strict=False))
                name = f"in one of {COUNTS[len(known)]} sets"
                return by_rule(session, name, goal, case, P=goal.says, u=x, **holes)
        return prove(session, goal)

    def case(session: Session, goal: Claim) -> Derivation:
        x = known[0][1].x
        match goal.says:
            case App("in", (u, _)) if u is x:
                return Derivation(goal, Given(goal.given.index(goal.says)))
        given = tuple(h for h in goal.given if h is not App("in", (x, region)))
        for part, table in known:
            if set(membership(x, part)) <= set(given):
                return member(session, Claim(goal.says, given), from_table(table))
        raise NoProof("a part without a table")

    return prover
