"""Bounds of an absolute value: |u| <= |w| because u² <= w², and |u| <= v because -v <= u <= v."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, as_number, free
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

SQUARES = {"<=": "absolute values, by their squares, at most", "<": "absolute values, by their squares, less"}
BETWEEN = {"<=": "absolute value at most", "<": "absolute value less than"}


def by_absolute_value(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("<" | "<=" as relation, (App("abs", (u,)), v)) if free(u):
            with suppress(NoProof):
                return _by_squares(session, goal, relation, v)
            return by_rule(session, BETWEEN[relation], goal, prove)
    raise NoProof("not a bound of an absolute value")


def _by_squares(session: Session, goal: Claim, relation: str, v: Term) -> Derivation:
    """Against |w|, or against c·|w| written as |c·w|."""
    if isinstance(v, App) and v.head == "abs":
        return by_rule(session, SQUARES[relation], goal, prove)
    match v:
        case App("*", (c, App("abs", (w,)))) if (as_number(c) or 0) > 0 and free(w):
            together = App("abs", (App("*", (c, w)),))
            same = prove(session, Claim(App("=", (v, together)), goal.given))
            closer = Claim(App(relation, (goal.says.args[0], together)), goal.given)  # type: ignore[union-attr]
            there = by_rule(session, SQUARES[relation], closer, prove)
            return transport(goal.says, (1,), same, there, goal.given)
    raise NoProof("not against an absolute value")
