"""Definite and improper integrals through an antiderivative, which is looked for and then checked like any guess."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, substitute
from sigmaprime.search.chain import equation
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.session import NoProof, Session


def integral(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation:
    """`int(u, x, a, b) = F(b) − F(a)`, for finite or infinite ends."""
    match term:
        case App("int", (App("fn", (Var() as x, body)), low, high)):
            w = antiderivative(body, x)
            if w is None:
                raise NoProof("no antiderivative was found")
            return _by_antiderivative(session, term, x, w, low, high, given)
    raise NoProof("not a definite integral")


def _by_antiderivative(
    session: Session, term: Term, x: Var, w: Term, low: Term, high: Term, given: tuple[Term, ...]
) -> Derivation:
    def end(place: Term) -> Term:
        if place in (OO, MINUS_OO):
            return limit(session, w, x, place).claim.says.args[2]  # type: ignore[union-attr]
        return substitute(w, {x.name: place})

    a, b = end(low), end(high)
    goal = Claim(equation(term, App("-", (b, a))), given)
    name, more = "fundamental theorem of calculus", {"w": w}
    if low is MINUS_OO and high is OO:
        name, more = "integral over the line", {"w": w, "a": a, "b": b}
    elif high is OO:
        name, more = "integral over a half-line", {"w": w, "b": b}
    elif low is MINUS_OO:
        name, more = "integral over a half-line to the left", {"w": w, "a": a}
    return by_rule(session, name, goal, prove, **more)


def antiderivative(body: Term, x: Var) -> Term | None:
    """A function with that derivative, for sums of derivatives, powers and exponentials; None for anything else."""
    match body:
        case _ if x.name not in free(body):
            return App("*", (body, x))
        case App(primed, (t,)) if primed.endswith("'") and t is x:
            return App(primed[:-1], (x,))
        case App("D", (App("fn", (_, inner)), point)) if point is x:
            return inner
        case Var():
            return App("/", (App("^", (x, Num(2))), Num(2)))
        case App("^", (Var() as base, Num(n))) if base is x and n.denominator == 1:
            return App("/", (App("^", (x, Num(n + 1))), Num(n + 1)))
        case App("exp", (u,)) if u is x:
            return body
        case App("exp", (App("neg", (u,)),)) if u is x:
            return App("neg", (body,))
        case App("exp", (App("*", (k, u)),)) if u is x and (rate := as_number(k)):
            return App("/", (body, k)) if rate != Fraction(0) else None
        case App("neg", (u,)):
            inner_term = antiderivative(u, x)
            return None if inner_term is None else App("neg", (inner_term,))
        case App("+" | "-" as sign, (u, v)):
            left, right = antiderivative(u, x), antiderivative(v, x)
            return None if left is None or right is None else App(sign, (left, right))
        case App("*", (c, u)) if x.name not in free(c):
            inner_term = antiderivative(u, x)
            return None if inner_term is None else App("*", (c, inner_term))
    return None
