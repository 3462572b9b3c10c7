"""Where the derivative of a proposed antiderivative is not the integrand, and by what they differ."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Var, number
from sigmaprime.notation.line import language
from sigmaprime.search.goals import prove
from sigmaprime.search.integrals.where import conditions_on
from sigmaprime.search.refute import refute
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.statement import closed_term

FACTORS = tuple(Fraction(a, b) * s for s in (1, -1) for a in range(1, 7) for b in range(1, 7) if a != b or s < 0)


def difference(session: Session, target: Term, body: Term, x: Var) -> str | None:
    """A sentence with a point at which they differ; None if none was found."""
    slope = App("D", (App("fn", (x, target)), x))
    with suppress(NoProof, OutOfTime):
        denied = refute(session, closed_term(App("=", (slope, body)), (), session.assumed))
        found = denied.found
        if found is None or len(found.values) != 2:
            return f"{language(target)} is no antiderivative of {language(body)}"
        at = ", ".join(f"{n} = {language(v)}" for n, v in found.points[0])
        there = f"at {at} its derivative is {found.values[0]} and the integrand is {found.values[1]}"
        by = _factor(session, slope, body, target, x)
        more = f" (a factor {language(number(by))} too much)" if by is not None else ""
        return f"{language(target)} is no antiderivative of {language(body)}: {there}{more}"
    return None


def _factor(session: Session, slope: Term, body: Term, target: Term, x: Var) -> Fraction | None:
    """c with slope = c·body"""
    given = (*session.assumed, *conditions_on(session, (target, body), x))
    for c in FACTORS:
        with suppress(NoProof):
            prove(session, Claim(App("=", (slope, App("*", (number(c), body)))), given))
            return c
    return None
