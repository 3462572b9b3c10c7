"""Limits as they are got by one mistake: l'Hôpital's rule where it does not apply, or with the quotient rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.formal import derivative, opened
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.tidy import tidied


def wrong_limits(session: Session, x: Var, body: Term, place: Term, value: Term) -> Iterator[Slipped]:
    """Slips that may have led to the limit `value`."""
    match body:
        case App("/", (u, v)):
            with suppress(NoProof):
                du, dv = (derivative(session, opened(session, part), x) for part in (u, v))
                yield _tends("hopital-not-applicable", (u, v), x, App("/", (du, dv)), place, value)
                top = App("-", (App("*", (du, v)), App("*", (u, dv))))
                whole = App("/", (top, App("^", (v, Num(2)))))
                yield _tends("hopital-by-quotient-rule", (u, v), x, whole, place, value)
            yield _tends("upside-down", (body,), x, App("/", (v, u)), place, value)


def _tends(name: str, terms: tuple[Term, ...], x: Var, wrong: Term, place: Term, value: Term) -> Slipped:
    return Slipped(name, terms, App("tends", (App("fn", (x, tidied(wrong))), place, value)))
