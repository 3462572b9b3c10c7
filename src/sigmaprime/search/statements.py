"""Statements for all values, for some value, and two at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from sigmaprime.kernel.proof import Claim, Derivation, Every, Instance, Witness
from sigmaprime.kernel.term import App, Term, Var, as_number, free, number, substitute
from sigmaprime.search.equality import equation_under
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.natural import natural_conditions
from sigmaprime.search.numbers import by_enclosure, exactly, simplest_between, value
from sigmaprime.search.samples import Values, points
from sigmaprime.search.session import Differs, NoProof, Session
from sigmaprime.search.work import settle, work_on
from sigmaprime.statement import RELATIONS


def prove_all(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("all", (says, *given)):
            return Derivation(goal, Every(), (_under(session, says, tuple(given)),))
    raise NoProof("not a statement for all values")


def _under(session: Session, says: Term, given: tuple[Term, ...]) -> Derivation:
    """Without the hypotheses that things are defined, if it can be: that is the plainer claim."""
    if not isinstance(says, App) or says.head not in RELATIONS:
        session = replace(session, assumed=given)
    plain = tuple(h for h in given if not (isinstance(h, App) and h.head == "defined"))
    if plain != given:
        try:
            if isinstance(says, App) and says.head == "=":
                return equation_under(session, says, plain, given)
            return _where_defined(session, says, plain, given)
        except Differs:
            raise
        except NoProof:
            pass
    try:
        return prove(session, Claim(says, given))
    except NoProof:
        if not isinstance(says, App) or says.head != "defined":
            raise
        return settle(work_on(session, given), says)


def _where_defined(session: Session, says: Term, plain: tuple[Term, ...], given: tuple[Term, ...]) -> Derivation:
    """A claim about the points where its members are defined, from the conditions for that: ln x is for x > 0."""
    conditions = natural_conditions(replace(session, assumed=plain), says.args) if isinstance(says, App) else None
    if not conditions:
        return prove(session, Claim(says, plain))
    general = prove(session, Claim(says, (*plain, *conditions)))
    (x, *_) = sorted(free(says))
    holds = (prove(session, Claim(condition, given)) for condition in general.claim.given)
    parts = (general, prove(session, Claim(App("defined", (Var(x),)))), *holds)
    return Derivation(Claim(says, given), Instance(x, Var(x)), parts)


def prove_both(session: Session, goal: Claim) -> Derivation:
    return by_rule(session, "both", goal, prove)


def prove_some(session: Session, goal: Claim) -> Derivation:
    """A simple point at which every condition holds."""
    match goal.says:
        case App("some", conditions):
            names = frozenset[str]().union(*map(free, conditions))
            for values in (*_between(session, names, tuple(conditions)), *points(names, tuple(conditions))):
                point: dict[str, Term] = {name: number(v) for name, v in values.items()}
                try:
                    parts = tuple(_at(session, Claim(substitute(c, point))) for c in conditions)
                except NoProof:
                    continue
                return Derivation(goal, Witness(tuple(point.items())), parts)
    raise NoProof("no point was found")


def _between(session: Session, names: frozenset[str], conditions: tuple[Term, ...]) -> list[Values]:
    """A point between bounds, or beyond one of them, if they are no simple numbers."""
    if len(names) != 1:
        return []
    bounds = [side for c in conditions if isinstance(c, App) for side in c.args if not free(side)]
    balls = [ball for bound in bounds if as_number(bound) is None and (ball := value(session, bound)) is not None]
    places = [exactly(ball) for ball in balls]
    places += [known for bound in bounds if places and (known := as_number(bound)) is not None]
    (name,) = names
    inside = [simplest_between(min(a, b), max(a, b)) for a, b in combinations(places, 2) if a != b]
    return [{name: p} for p in (*inside, *(q for a in places for q in (2 * a, a / 2)))]


def _at(session: Session, goal: Claim) -> Derivation:
    try:
        return by_enclosure(session, goal)
    except NoProof:
        return prove(session, goal)
