"""Whether a limit asks for what lies outside the domain: ln x as x → −1."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, as_number, number, substitute
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, OutOfTime, Session

NEAR: Final = tuple(Fraction(1, 2**k) for k in (7, 13, 20))
FAR: Final = tuple(Fraction(2**k) for k in (7, 13, 20))


def not_defined_near(session: Session, says: Term) -> Term | None:
    """The place of a limit, if the function is undefined at some points on every side that the limit looks from."""
    match says:
        case App("tends", (App("fn", (Var() as x, body)), place, _)):
            sides = _sides(place)
            near = [substitute(body, {x.name: number(point)}) for side in sides for point in side]
            return place if near and all(_is_undefined(session, term) for term in near) else None
    return None


def _sides(place: Term) -> list[list[Fraction]]:
    match place:
        case App("from_above", (p,)) if (a := as_number(p)) is not None:
            return [[a + step for step in NEAR]]
        case App("from_below", (p,)) if (a := as_number(p)) is not None:
            return [[a - step for step in NEAR]]
    if place is OO or place is MINUS_OO:
        return [[step if place is OO else -step for step in FAR]]
    a = as_number(place)
    return [] if a is None else [[a + step for step in NEAR], [a - step for step in NEAR]]


def _is_undefined(session: Session, term: Term) -> bool:
    try:
        prove(session, Claim(App("undefined", (term,))))
    except (NoProof, OutOfTime):
        return False
    return True
