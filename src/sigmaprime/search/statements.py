"""Statements for all values, for some value, and two at once."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation, Every, Witness
from sigmaprime.kernel.term import App, Term, free, number, substitute
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.samples import points
from sigmaprime.search.session import NoProof, Session


def prove_all(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("all", (says, *given)):
            return Derivation(goal, Every(), (_under(session, says, tuple(given)),))
    raise NoProof("not a statement for all values")


def _under(session: Session, says: Term, given: tuple[Term, ...]) -> Derivation:
    """Without the hypotheses that things are defined, if it can be: that is the plainer claim."""
    plain = tuple(h for h in given if not (isinstance(h, App) and h.head == "defined"))
    if plain != given:
        try:
            return prove(session, Claim(says, plain))
        except NoProof:
            pass
    return prove(session, Claim(says, given))


def prove_both(session: Session, goal: Claim) -> Derivation:
    return by_rule(session, "both", goal, prove)


def prove_some(session: Session, goal: Claim) -> Derivation:
    """A simple point at which every condition holds."""
    match goal.says:
        case App("some", conditions):
            names = frozenset[str]().union(*map(free, conditions))
            for values in points(names, conditions):
                point: dict[str, Term] = {name: number(v) for name, v in values.items()}
                try:
                    parts = tuple(_at(session, Claim(substitute(c, point))) for c in conditions)
                except NoProof:
                    continue
                return Derivation(goal, Witness(tuple(point.items())), parts)
    raise NoProof("no point was found")


def _at(session: Session, goal: Claim) -> Derivation:
    try:
        return by_enclosure(session, goal)
    except NoProof:
        return prove(session, goal)
