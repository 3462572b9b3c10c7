"""Equations between integrals without bounds: the two sides have the same derivative.

∫ u dx is any function with the derivative u, and C is a constant; so the derivative of ∫ u dx + F is u + F′.
"""

from __future__ import annotations

from sigmaprime.kernel.term import App, Num, Term, Var, free, subterms
from sigmaprime.search.session import NoProof
from sigmaprime.tidy import tidied

ZERO = Num(0)


def indefinite(term: Term) -> Var | None:
    """The variable of an integral without bounds in the term; None if there is none."""
    for part in subterms(term):
        match part:
            case App("int", (App("fn", (Var() as x, _)),)):
                return x
    return None


def of_derivatives(relation: App, x: Var) -> App:
    """L′ = R′ for L = R; `NoProof` where an integral is more than a term of a sum."""
    left, right = (tidied(_slope(side, x)) for side in relation.args)
    return App("=", (right, left) if _is_slope(right) and not _is_slope(left) else (left, right))


def _is_slope(term: Term) -> bool:
    return isinstance(term, App) and term.head == "D"


def _slope(term: Term, x: Var) -> Term:
    match term:
        case App("int", (App("fn", (y, body)),)) if y is x:
            return body
        case _ if indefinite(term) is None:
            return App("D", (App("fn", (x, term)), x)) if x.name in free(term) else ZERO
        case App("+" | "-" as head, (u, v)):
            return App(head, (_slope(u, x), _slope(v, x)))
        case App("neg", (u,)):
            return App("neg", (_slope(u, x),))
        case App("*", (c, u)) if x.name not in free(c) and indefinite(c) is None:
            return App("*", (c, _slope(u, x)))
        case App("*" | "/" as head, (u, c)) if x.name not in free(c) and indefinite(c) is None:
            return App(head, (_slope(u, x), c))
    raise NoProof("an integral without bounds stands inside something else")
