"""Lipschitz with a constant: by a bound of the slope, and at a corner on both sides of it."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import is_interval
from sigmaprime.kernel.term import App, Var
from sigmaprime.search.absolute import bends, without
from sigmaprime.search.bending import corners
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.optimum import interior_points
from sigmaprime.search.parts import cut
from sigmaprime.search.session import NoProof, Session


def lipschitz(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("lipschitz", (App("fn", (Var() as x, body)), region, _)) if is_interval(region):
            bending = bends(session, body)
            inside = interior_points(session, corners(session, x, body, region), region)
            if inside:
                left, right = cut(region, inside[0])
                holes = {"T": left, "R": right, "a": inside[0]}
                return by_rule(session, "Lipschitz on both sides of a point", goal, prove, **holes)
            return without(session, goal, _by_slope) if bending else _by_slope(session, goal)
    raise NoProof("not a function on an interval")


def _by_slope(session: Session, goal: Claim) -> Derivation:
    return by_rule(session, "slope bounded", goal, prove)
