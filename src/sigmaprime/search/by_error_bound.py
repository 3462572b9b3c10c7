"""Bounds of an error that hold with room to spare: the boxes settle the middle, and far out both sides keep apart.

How far x·Φ(x) is from x·σ(1.702x) is such an error. Nothing touches, so nothing has to be found out about the slope:
the line is cut where the tails begin, and the part in between is covered by boxes.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from flint import arb

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, subterms
from sigmaprime.search.boxes import variable_of
from sigmaprime.search.forms import written_out
from sigmaprime.search.numbers import value
from sigmaprime.search.pieces import by_tails
from sigmaprime.search.samples import admitted
from sigmaprime.search.session import NoProof, Session

PLACES: Final = tuple(Fraction(n) for n in (0, 1, -1, 2, -2, 3, -3, 5, -5, 12, -12))
ROOM: Final = arb("1e-6")
MOST: Final = arb(1)
FEWEST: Final = 3


def by_error_bound(session: Session, goal: Claim) -> Derivation:
    """A bound of a difference with an error function in it, on an unbounded interval."""
    match goal.says:
        case App("<" | "<=", (u, v)) | App(">" | ">=", (v, u)):
            x = variable_of(goal.says)
        case _:
            raise NoProof("not a bound")
    if isinstance(u, App) and u.head == "abs":
        raise NoProof("the size of an error is bounded from both sides, each by itself")
    if not _has_error_function(session, u, v):
        raise NoProof("no error function in it")
    places = [place for place in PLACES if admitted(session, goal.given, {x.name: place})]
    if len(places) < FEWEST:
        raise NoProof("the interval is all tail")
    for place in places:
        here = value(session, App("-", (v, u)), {x.name: place})
        if here is None or not bool(here > ROOM) or not bool(here < MOST):
            raise NoProof("there is no room, or it is no error")
    return by_tails(session, goal)


def _has_error_function(session: Session, *sides: Term) -> bool:
    return any(
        isinstance(part, App) and part.head == "erf"
        for side in sides
        for part in subterms(written_out(session, side, ()))
    )
