"""Properties on both sides of a corner: continuous derivatives of pieces, and pieces that are convex where they meet.

The slope of x/(1 + |x|) is 1/(1 − x)² up to 0 and 1/(1 + x)² from there on; both have the value 1 at 0. And max(x, −x)
is convex because the slope does not fall from the left of 0 to its right.
"""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import is_interval, membership
from sigmaprime.kernel.term import App, Term, Var, Wrong
from sigmaprime.search.bending import corners
from sigmaprime.search.chain import equation, sides, transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.meeting import meeting, value_of_slope
from sigmaprime.search.optimum import interior_points
from sigmaprime.search.parts import cut
from sigmaprime.search.pieced import piece
from sigmaprime.search.session import NoProof, Session


def continuous_on_both_sides(session: Session, goal: Claim) -> Derivation:
    """Where the derivative of a function made of pieces is that of a piece, it is continuous as that one is."""
    x, body, region = _function(goal)
    inside = interior_points(session, corners(session, x, body), region)
    if inside:
        left, right = cut(region, inside[0])
        return by_rule(session, "continuous on both sides of a point", goal, prove, T=left, R=right, c=inside[0])
    try:
        known = membership(x, region)
    except Wrong:
        raise NoProof("not on a set") from None
    part = piece(session, x, body, known)
    if part is body:
        raise NoProof("the function has one piece only")
    fact = prove(session, Claim(equation(body, part), known))
    there = Claim(App("continuous", (App("fn", (x, part)), region)), goal.given)
    return transport(goal.says, (0, 1), fact, prove(session, there), goal.given)


def convex_on_both_sides(session: Session, goal: Claim, word: str) -> Derivation:
    """Convex (or concave) up to the first corner and from there on, with slopes in the right order."""
    x, body, region = _function(goal)
    inside = interior_points(session, corners(session, x, body), region)
    if not inside:
        raise NoProof("no corner inside the interval")
    c = inside[0]
    left, right = cut(region, c)
    here = meeting(session, x, body, c)
    facts = [value_of_slope(session, x, part, c) for part in (here.v, here.w)]
    relation = "<=" if word.endswith("convex") else ">="
    (one, low), (other, high) = (sides(fact) for fact in facts)
    order = prove(session, Claim(App(relation, (low, high)), goal.given))
    order = transport(App(relation, (low, other)), (1,), facts[1], order, goal.given)
    order = transport(App(relation, (one, other)), (0,), facts[0], order, goal.given)
    return by_rule(
        session, f"{word} on both sides of a point", goal, knowing(prove, order),
        T=left, R=right, c=c, v=here.v, w=here.w, p=here.p, q=here.q,
    )  # fmt: skip


def _function(goal: Claim) -> tuple[Var, Term, Term]:
    match goal.says:
        case App(_, (App("fn", (Var() as x, body)), region)) if is_interval(region):
            return x, body, region
    raise NoProof("not a function on an interval")
