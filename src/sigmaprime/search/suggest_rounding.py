"""What a number really rounds to in floating point: the number of the format whose cell holds all of its enclosure."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.floating import FORMATS, dyadic, exact, rounded
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, free
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.proposal import Proposal
from sigmaprime.search.session import Session

BITS = 512


def rightly_rounded(session: Session, says: App) -> Iterator[Proposal]:
    """`u rounds to v` with the right v, for a number u."""
    u, _, form, mode = says.args
    if free(u) or not isinstance(form, App) or not isinstance(mode, App):
        return
    known, ball = exact(u), value(session, u, None, BITS)
    if ball is None:
        return
    middle, error = (exactly(ball), exactly(ball.rad())) if known is None else (known, 0)
    low, high = (rounded(end, FORMATS[form.head], mode.head) for end in (middle - error, middle + error))
    if low == high:
        infinite = OO if ball > 0 else MINUS_OO
        right: Term = infinite if low is None else dyadic(low)
        yield Proposal((App("rounds", (u, right, form, mode)),))
