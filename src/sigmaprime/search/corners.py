"""Critical points without a derivative: the row for a list of places with a slope of 0 and places with none."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, number
from sigmaprime.rules.corners import CORNER, LEVEL, MOST, row_name
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def with_corners(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("critical", (App("fn", (Var() as x, body)), region, App("points", points))) if 0 < len(points) <= MOST:
            low, high = ends(region) if is_interval(region) else (MINUS_OO, OO)
            marks = (
                _beside(points[0], -1) if low is MINUS_OO else low,
                *points,
                _beside(points[-1], 1) if high is OO else high,
            )
            kinds: list[str] = []
            facts = []
            for k, point in enumerate(points, 1):
                try:
                    level = App("=", (App("D", (App("fn", (x, body)), point)), Num(0)))
                    facts.append(prove(session, Claim(level, goal.given)))
                    kinds.append(LEVEL)
                except NoProof:
                    facts.append(_no_slope(session, x, body, App("()", (marks[k - 1], marks[k + 1]))))
                    kinds.append(CORNER)
            return by_rule(session, row_name(tuple(kinds)), goal, knowing(prove, *facts), p=marks[0], q=marks[-1])
    raise NoProof("not a short list of critical points")


def _no_slope(session: Session, x: Var, body: Term, around: Term) -> Derivation:
    from sigmaprime.search.refute import refute

    return refute(session, App("differentiable", (App("fn", (x, body)), around))).proof


def _beside(point: Term, step: int) -> Term:
    exact = as_number(point)
    if exact is not None:
        return number(exact + step)
    return App("+" if step > 0 else "-", (point, Num(1)))
