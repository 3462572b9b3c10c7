"""Inequalities of functions made of pieces: each piece alone, between two neighbouring corners.

0 <= max(0, min(1, x/6 + 1/2)) is 0 <= 0 for x <= -3, 0 <= x/6 + 1/2 up to x = 3, and 0 <= 1 from there on.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.at_corners import at_corners
from sigmaprime.search.bending import corners, is_nested
from sigmaprime.search.bounds import bounds
from sigmaprime.search.equality import by_cases
from sigmaprime.search.optimum import interior_points
from sigmaprime.search.session import NoProof, Session


def by_corners(session: Session, goal: Claim) -> Derivation:
    """A relation of one variable, on both sides of the first corner that lies inside its bounds."""
    match goal.says:
        case App(_, (u, v)) if len(free(goal.says)) == 1:
            x = Var(*free(goal.says))
        case _:
            raise NoProof("not a relation of one variable")
    with suppress(NoProof):
        return at_corners(session, goal)
    difference = App("-", (u, v))
    if not is_nested(session, difference):
        raise NoProof("no absolute value inside another")
    inside = interior_points(session, corners(session, x, difference), _known(session, x, goal))
    if not inside:
        raise NoProof("no corner inside the bounds")
    return by_cases(session, goal, x, inside[0])


def _known(session: Session, x: Var, goal: Claim) -> Term:
    limits = bounds(session, x, goal.given)
    return App("()", (limits.low.end if limits.low else MINUS_OO, limits.high.end if limits.high else OO))
