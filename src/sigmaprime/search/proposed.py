"""Antiderivatives: a few by heart, most by the methods of textbooks, all others as SymPy proposes them.

Whatever is offered here is differentiated and compared with the integrand.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, paths, replace, subterm, subterms
from sigmaprime.search.clock import now
from sigmaprime.search.interrupting import interrupting
from sigmaprime.search.session import NoProof, OutOfTime, Session

SECONDS: Final = 2.0  # that SymPy has for one integral


def antiderivatives(session: Session, body: Term, x: Var) -> Iterator[Term]:
    """Functions whose derivative may be `body`, the plainest first."""
    if (own := by_heart(body, x)) is not None:
        yield own
    yield from named(session, body, x)
    if (worked := _worked_out(session, body, x)) is not None:
        yield worked
    yield from proposal(session, body, x)


def _worked_out(session: Session, body: Term, x: Var) -> Term | None:
    """What the methods of textbooks come to, of the integrand as it stands or with its definitions put in."""
    from sigmaprime.search.forms import written_out
    from sigmaprime.search.integrals.indefinite import plan_for
    from sigmaprime.search.integrals.plan import antiderivative
    from sigmaprime.search.integrals.product import total
    from sigmaprime.search.integrals.simplify import simplified

    key = App("worked out", (App("fn", (x, body)),))
    if key not in session.forms:
        plan = plan_for(session, body, x)
        if plan is None:
            with suppress(NoProof):
                plan = plan_for(session, simplified(written_out(session, body, ())), x)
        session.forms[key] = None if plan is None else total(antiderivative(plan))
    return session.forms[key]  # type: ignore[return-value]


def proposal(session: Session, body: Term, x: Var) -> Iterator[Term]:
    """What SymPy proposes, as it is and with absolute values in its logarithms."""
    from sigmaprime.search.forms import written_out

    try:
        out = written_out(session, body, ())
    except NoProof:
        out = body
    found = _remembered(session, out, x)
    if found is not None:
        yield found
        if (wider := with_absolute_values(found, x)) is not found:
            yield wider


def named(session: Session, body: Term, x: Var) -> Iterator[Term]:
    """The functions that the integrand itself is made of: s(1 − s) is the derivative of s."""
    heads = {t.head for t in subterms(body) if isinstance(t, App) and t.args == (x,)}
    yield from (App(head, (x,)) for head in sorted(heads) if f"definition of {head}" in session.rules)


def with_absolute_values(term: Term, x: Var) -> Term:
    """ln |u| for ln u."""
    for at in paths(term):
        match subterm(term, at):
            case App("ln", (u,)) if x.name in free(u) and not (isinstance(u, App) and u.head == "abs"):
                return with_absolute_values(replace(term, at, App("ln", (App("abs", (u,)),))), x)
    return term


def _remembered(session: Session, body: Term, x: Var) -> Term | None:
    """SymPy is asked once for each integrand."""
    key = App("proposed", (App("fn", (x, body)),))
    if key not in session.forms:
        try:
            with interrupting(min(session.deadline, now() + SECONDS)):
                session.forms[key] = _from_sympy(body, x)
        except OutOfTime:
            session.tick()
            session.forms[key] = None
    return session.forms[key]  # type: ignore[return-value]


def remember(session: Session, body: Term, x: Var, found: Term) -> None:
    """An antiderivative that was found otherwise is proposed from now on."""
    from sigmaprime.search.forms import written_out

    try:
        out = written_out(session, body, ())
    except NoProof:
        out = body
    session.forms[App("proposed", (App("fn", (x, out)),))] = found


def _from_sympy(body: Term, x: Var) -> Term | None:
    from sigmaprime.search.bridge_out import proposed_antiderivative

    return proposed_antiderivative(body, x)


def by_heart(body: Term, x: Var) -> Term | None:
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
            inner_term = by_heart(u, x)
            return None if inner_term is None else App("neg", (inner_term,))
        case App("+" | "-" as sign, (u, v)):
            left, right = by_heart(u, x), by_heart(v, x)
            return None if left is None or right is None else App(sign, (left, right))
        case App("*", (c, u)) if x.name not in free(c):
            inner_term = by_heart(u, x)
            return None if inner_term is None else App("*", (c, inner_term))
    return None
