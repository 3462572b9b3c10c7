"""A limit at infinity of what equals something simpler far out: x/(1 + x²) = (1/x)/(1/x² + 1) for x > 1."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, membership
from sigmaprime.kernel.term import App, Term, Var, number
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import Session


def far_out(session: Session, body: Term, better: Term, x: Var, place: Term, found: Derivation) -> Derivation:
    """body → L from `found`: better → L, where the two are equal beyond 1 or −1; `NoProof` if they are not."""
    right = place is OO
    c = number(1 if right else -1)
    region = App("()", (c, OO) if right else (MINUS_OO, c))
    given = (*membership(x, region), *session.known(x))
    between = [
        by_rule(session, "equal, so at most", Claim(App("<=", pair), given), prove)
        for pair in ((better, body), (body, better))
    ]
    value = found.claim.says.args[2]  # type: ignore[union-attr]
    goal = Claim(App("tends", (App("fn", (x, body)), place, value)), session.known(x))
    name = "squeeze, far to the right" if right else "squeeze, far to the left"
    return by_rule(session, name, goal, knowing(prove, found, *between), v=better, w=better, a=value, c=c)
