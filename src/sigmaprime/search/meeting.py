"""The derivative where two functions meet: that of both, if they have the same; none, if they meet at an angle.

x/(1 + |x|) is x/(1 − x) up to 0 and x/(1 + x) from there on, and both have the slope 1 at 0. |x| has the slope −1 on
the left of 0 and 1 on its right, so it has no derivative there. On each side the function must be the other one only
near the place: between its neighbours among the corners.
"""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, REALS
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.bending import corners, is_nested
from sigmaprime.search.bounds import closed_form
from sigmaprime.search.chain import chain, equation, link, sides
from sigmaprime.search.derivative import in_general, instance
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.optimum import interior_points
from sigmaprime.search.pieced import piece
from sigmaprime.search.session import NoProof, Session


@dataclass(frozen=True, slots=True)
class Meeting:
    """Up to c, from p on, the function is v; from c on, up to q, it is w."""

    v: Term
    w: Term
    p: Term
    q: Term


def meeting(session: Session, x: Var, body: Term, c: Term) -> Meeting:
    """What meets at c: two functions at a corner; of a function with pieces inside pieces, what it is around c."""
    found = corners(session, x, body, REALS)
    if c not in found and not (found and is_nested(session, body)):
        raise NoProof("the function does not change its form there")
    below, above = (interior_points(session, found, App("()", ends)) for ends in ((MINUS_OO, c), (c, OO)))
    p = below[-1] if below else App("-", (c, Num(1)))
    q = above[0] if above else App("+", (c, Num(1)))
    v = piece(session, x, body, (App(">", (x, p)), App("<=", (x, c))))
    w = piece(session, x, body, (App(">=", (x, c)), App("<", (x, q))))
    return Meeting(v, w, p, q)


def derivative_there(
    session: Session, node: Term, x: Var, body: Term, c: Term, given: tuple[Term, ...], keep: frozenset[str]
) -> Derivation:
    """The derivative at the number c, where two functions meet; elsewhere by the rules of differentiation."""
    try:
        here = meeting(session, x, body, c)
    except NoProof:
        return _by_the_rules(session, x, body, c, given, keep)
    left, right = (value_of_slope(session, x, piece, c) for piece in (here.v, here.w))
    b = sides(left)[1]
    if b is not sides(right)[1]:
        raise NoProof("the function has different slopes on the two sides")
    return by_rule(
        session, "derivative where two functions meet", Claim(equation(node, b), given), knowing(prove, left, right),
        v=here.v, w=here.w, p=here.p, q=here.q,
    )  # fmt: skip


def _by_the_rules(
    session: Session, x: Var, body: Term, c: Term, given: tuple[Term, ...], keep: frozenset[str]
) -> Derivation:
    """In general, and c put in; or under conditions that hold at c."""
    try:
        return instance(session, in_general(session, x, body, given, keep), x, c, given, prove)
    except NoProof:
        slope = App("D", (App("fn", (x, body)), x))
        general = unfolded(session, slope, (App("=", (x, c)),), keep)
        if general is None:
            raise
        return instance(session, general, x, c, given, prove)


def at_an_angle(session: Session, goal: Claim) -> Derivation:
    """`undefined(D[fn(x, u), c])`: the slopes on the two sides are different numbers."""
    match goal.says:
        case App("undefined", (App("D", (App("fn", (Var() as x, body)), c)),)) if c is not x:
            here = meeting(session, x, body, c)
            left, right = (value_of_slope(session, x, piece, c) for piece in (here.v, here.w))
            return by_rule(
                session, "two functions meet at an angle", goal, knowing(prove, left, right),
                v=here.v, w=here.w, p=here.p, q=here.q, a=sides(left)[1], b=sides(right)[1],
            )  # fmt: skip
    raise NoProof("not a derivative at a point")


def value_of_slope(session: Session, x: Var, body: Term, c: Term) -> Derivation:
    """`D[fn(x, u), c] = a number`, as simple as it can be written."""
    slope = App("D", (App("fn", (x, body)), c))
    try:
        out = unfolded(session, slope, ())
        links = [] if out is None else [out]
        here = slope if out is None else sides(out)[1]
        if (simple := closed_form(session, here)) is not None:
            links.append(link(here, (), simple, ()))
    except NoProof:
        raise NoProof("a slope that is not known") from None
    if not links:
        raise NoProof("a slope that is not known")
    return chain(links, ())
