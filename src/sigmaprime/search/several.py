"""Derivatives of functions of several variables: all partial derivatives, and the slope of a curve F(x, y) = 0."""

from __future__ import annotations

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, paths, subterm
from sigmaprime.read.implicit import IMPLICIT, SECOND
from sigmaprime.search.chain import sides
from sigmaprime.search.conditions import conditions, solved
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked import worked

PARTIAL, HESSIAN = "partial", "hessian"
__all__ = (
    "HESSIAN", "IMPLICIT", "PARTIAL", "SECOND", "partial_derivatives", "second_derivatives", "slope_holds_where",
    "variables_of",
)  # fmt: skip


def variables_of(body: Term) -> tuple[Var, ...]:
    """The variables in the order in which they occur."""
    found = (subterm(body, at) for at in paths(body))
    return tuple(dict.fromkeys(t for t in found if isinstance(t, Var)))


def partial_derivatives(body: Term) -> tuple[Term, ...]:
    return tuple(App("D", (App("fn", (x, body)), x)) for x in variables_of(body))


def second_derivatives(body: Term) -> tuple[Term, ...]:
    """Every second partial derivative once: that of x and y is that of y and x."""
    slopes = partial_derivatives(body)
    letters = variables_of(body)
    return tuple(App("D", (App("fn", (y, slope)), y)) for k, slope in enumerate(slopes) for y in letters[k:])


def slope_holds_where(session: Session, start: Term) -> tuple[Term, ...]:
    """Where F has the derivatives that its rules need, and F_y is not 0."""
    match start:
        case App("neg", (App("/", (_, App("D", (App("fn", (_, whole)), _)) as below)),)):
            needed = conditions(session, whole, by_heart=True)
            return (*needed, *_nonzero(session, below, needed))
        case App("neg", (App("/", (_, App("^", (App("D", (App("fn", (_, whole)), _)) as below, Num())))),)):
            needed = conditions(session, whole, by_heart=True)
            return (*needed, *_nonzero(session, below, needed))
    raise NoProof("not the slope of a curve")


def _nonzero(session: Session, below: Term, given: tuple[Term, ...]) -> tuple[Term, ...]:
    links: list[Derivation] = worked(session, below, (*session.assumed, *given))
    end = sides(links[-1])[1] if links else below
    return solved(session, App("!=", (end, Num(0))))
