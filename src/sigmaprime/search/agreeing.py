"""Whether two terms seem to be equal: they are, at a few points where nothing special happens."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.term import Term, free
from sigmaprime.search.formal import opened
from sigmaprime.search.numbers import value
from sigmaprime.search.session import NoProof, Session

PLACES = tuple(Fraction(n, 97) for n in (61, 149, 333, 23, -47, -211, 703))
ENOUGH = 3
STRIDE = 31  # so that several variables have different values


def agree(session: Session, left: Term, right: Term) -> bool:
    """Whether the two sides agree wherever both have values, and do so at some points."""
    try:
        left, right = opened(session, left), opened(session, right)
    except NoProof:
        return False
    names = sorted(free(left) | free(right))
    seen = 0
    for place in PLACES if names else PLACES[:1]:
        at = {name: place + Fraction(k * STRIDE, 89) for k, name in enumerate(names)}
        a, b = value(session, left, at), value(session, right, at)
        if a is None or b is None:
            continue
        if not (a - b).contains(0):
            return False
        seen += 1
        if seen == ENOUGH:
            return True
    return seen > 1 or (seen == 1 and not names)
