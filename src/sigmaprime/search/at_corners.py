"""What is said of the derivative of a function made of pieces: below a corner, at it and above it.

(x·|x|)′ = 2·|x| is (−x²)′ = −2x below 0 and (x²)′ = 2x above it, and at 0 both pieces have the slope 0. No rule of
differentiation reaches the corner itself, so the corner is a case of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.bending import corners
from sigmaprime.search.bounds import Bounds, bounds
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate
from sigmaprime.search.session import NoProof, Session

# which hypothesis contradicts a case, and by which row
EXCLUDED: Final = {
    "<": (">=", "contradiction"), ">": ("<=", "contradiction, above"), "=": ("!=", "contradiction, equal"),
}  # fmt: skip


def at_corners(session: Session, goal: Claim) -> Derivation:
    """The goal below, at and above the first corner that its hypotheses leave possible."""
    for x, body in dict.fromkeys(_differentiated(goal.says)):
        limits = bounds(session, x, goal.given)
        for corner in corners(session, x, body):
            if _is_possible(session, corner, limits):
                return by_rule(session, "less, equal or greater", goal, _case, P=goal.says, u=x, v=corner)
    raise NoProof("no corner among the points in question")


def _differentiated(term: Term) -> Iterator[tuple[Var, Term]]:
    """The variables and the functions of the derivatives in a term."""
    match term:
        case App("D", (App("fn", (Var() as x, body)), point)) if point is x:
            yield x, body
        case App(head, (Var() as x,)) if head.endswith("'"):
            yield x, App(head.rstrip("'"), (x,))
        case App(_, args):
            for arg in args:
                yield from _differentiated(arg)


def _is_possible(session: Session, corner: Term, limits: Bounds) -> bool:
    here = estimate(session, corner)
    for limit, sign in ((limits.low, 1), (limits.high, -1)):
        if limit is None or here is None:
            continue
        there = estimate(session, limit.end)
        if there is None or bool(sign * (here - there) < 0) or (limit.strict and (here - there).contains(0)):
            return False
    return here is not None


def _case(session: Session, goal: Claim) -> Derivation:
    """One of the three cases; beyond the bounds of the variable there is nothing to prove."""
    excluded = _excluded(session, goal)
    return prove(session, goal) if excluded is None else excluded


def _excluded(session: Session, goal: Claim) -> Derivation | None:
    match goal.given:
        case (App(relation, (Var() as x, corner)), *others) if (
            relation in EXCLUDED and App((against := EXCLUDED[relation])[0], (x, corner)) in others
        ):
            return by_rule(session, against[1], goal, prove, P=goal.says, u=x, v=corner)
    return None
