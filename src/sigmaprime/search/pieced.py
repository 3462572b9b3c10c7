"""What a function made of pieces is on one side of a corner: |u| is u or −u there, once the sign of u is known."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Num, Term, Var, free, replace
from sigmaprime.search.divisors import briefly
from sigmaprime.search.forms import nodes, written_out
from sigmaprime.search.session import NoProof, Session

ZERO: Final = Num(0)


def piece(session: Session, x: Var, body: Term, side: tuple[Term, ...]) -> Term:
    """What the function is on one side; of a derivative, the derivative of that."""
    match body:
        case App("D", (App("fn", (y, inner)), point)) if point is x and y is x:
            return App("D", (App("fn", (x, piece(session, x, inner, side))), x))
        case App(head, (point,)) if head.endswith("'") and point is x:
            inner = piece(session, x, App(head[:-1], (x,)), side)
            return App("D", (App("fn", (x, inner)), x))
    return on_a_side(session, written_out(session, body, ()), x, side)


def on_a_side(session: Session, body: Term, x: Var, side: tuple[Term, ...]) -> Term:
    """`body` with |u| as u or −u, the innermost first, where the bounds of x tell the sign of u."""
    for path, node in sorted(nodes(body), key=lambda part: -len(part[0])):
        match node:
            case App("abs", (u,)) if x.name in free(u):
                for relation, new in ((">=", u), ("<=", App("neg", (u,)))):
                    try:
                        briefly(session, Claim(App(relation, (u, ZERO)), side))
                    except NoProof:
                        continue
                    return on_a_side(session, replace(body, path, new), x, side)
    return body
