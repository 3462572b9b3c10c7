"""Limits as they are got by one mistake: l'Hôpital's rule where it does not apply, or with the quotient rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.sets import is_place
from sigmaprime.kernel.term import App, Num, Term, Var, substitute
from sigmaprime.search.agreeing import agree
from sigmaprime.search.formal import derivative, opened
from sigmaprime.search.numbers import estimate
from sigmaprime.search.numbers import value as numerically
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.search.wrong_algebra import wrong_forms
from sigmaprime.tidy import tidied

ZERO, ONE = Num(0), Num(1)
LIKELY = frozenset(("factor-lost", "factor-taken-out"))
POSSIBLE = frozenset(("term-lost", "sign-lost", "root-of-sum"))
NEAR, FAR, CLOSE = Fraction(1, 10**5), Fraction(10**6), 1e-3


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
    yield from _rewritten(session, x, body, place, value, LIKELY)
    match body:
        case App("/", (u, v)) if value in (ZERO, ONE):
            yield from _nothing_over_nothing(session, x, u, v, place)
    yield from _rewritten(session, x, body, place, value, POSSIBLE)


def _rewritten(
    session: Session, x: Var, body: Term, place: Term, value: Term, names: frozenset[str]
) -> Iterator[Slipped]:
    """The limit of what a mistake makes of the function."""
    for name, terms, wrong in wrong_forms(body):
        session.tick()
        if name in names and _comes_close(session, x, wrong, place, value):
            yield _tends(name, terms, x, wrong, place, value)


def _nothing_over_nothing(session: Session, x: Var, u: Term, v: Term, place: Term) -> Iterator[Slipped]:
    """0/0 is not 0, and not 1 either."""
    if is_place(place):
        return
    there = tuple(substitute(side, {x.name: place}) for side in (u, v))
    if all(agree(session, side, ZERO) for side in there):
        first, second = (App("=", (side, ZERO)) for side in there)
        yield Slipped("nothing-over-nothing", (u, v), App("and", (first, second)))


def _comes_close(session: Session, x: Var, wrong: Term, place: Term, value: Term) -> bool:
    """Whether the value is near the limit at a point near the place."""
    target, where = estimate(session, value), _near(session, place)
    if target is None or where is None:
        return False
    try:
        ball = numerically(session, opened(session, wrong), {x.name: where})
    except NoProof:
        return False
    return ball is not None and abs(float(ball.mid()) - float(target.mid())) < CLOSE


def _near(session: Session, place: Term) -> Fraction | None:
    match place:
        case App("oo", ()):
            return FAR
        case App("neg", (App("oo", ()),)):
            return -FAR
        case App("from_above" | "from_below" as side, (at,)):
            middle = _near(session, at)
            return None if middle is None else middle if side == "from_above" else middle - 2 * NEAR
    ball = estimate(session, place)
    return None if ball is None else Fraction(float(ball.mid())) + NEAR


def _tends(name: str, terms: tuple[Term, ...], x: Var, wrong: Term, place: Term, value: Term) -> Slipped:
    return Slipped(name, terms, App("tends", (App("fn", (x, tidied(wrong))), place, value)))
