"""Zeros found by numbers: recognised where they are well-known numbers, else shut in between two rational ones.

Between the two the expression has opposite signs at the ends and is strictly monotonic, so it has exactly one zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from math import sinh

from sigmaprime.kernel.sets import ends
from sigmaprime.kernel.term import App, Num, Term, Var, number, substitute
from sigmaprime.search.recognise import known_numbers
from sigmaprime.studies.desk import Desk, ask, height, here
from sigmaprime.studies.found import Nearly
from sigmaprime.studies.line import pieces

STEPS = 240
REACH = 9.0  # sinh(9) is about 4000
PLACES = 6
MOST = 6
BISECTIONS = 80
TINY = 1e-30
ZERO = Num(0)


def by_numbers(desk: Desk, base: Term, region: Term) -> tuple[Term, ...] | None:
    """The places where the expression changes its sign; None if they are many, or cannot be shut in."""
    found: list[Term] = []
    for part in pieces(region):
        for low, high in _changes(desk, base, part):
            place = _known(desk, base, low, high) or _shut_in(desk, base, low)
            if place is None or len(found) == MOST:
                return None
            found.append(place)
    return tuple(found)


def _grid(desk: Desk, part: Term) -> Iterator[Fraction]:
    """Points of an interval, closer together near 0 and near its ends."""
    low, high = (here(desk, end) for end in ends(part))
    if low is None or high is None:
        return
    for k in range(-STEPS, STEPS + 1):
        t = k / STEPS
        if low == float("-inf") and high == float("inf"):
            at = sinh(REACH * t)
        elif high == float("inf"):
            at = low + sinh(REACH * (t + 1) / 2)
        elif low == float("-inf"):
            at = high - sinh(REACH * (1 - t) / 2)
        else:
            at = low + (high - low) * (t + 1) / 2
        yield Fraction(at).limit_denominator(10**9)


def _changes(desk: Desk, base: Term, part: Term) -> Iterator[tuple[Fraction, Fraction]]:
    """Pairs of points between which the sign changes, or the same point twice where the value is 0 there."""
    last: tuple[Fraction, float] | None = None
    for at in _grid(desk, part):
        size = height(desk, base, at)
        if size is None:
            continue  # not defined, or too small to be told from 0
        if size == 0:
            yield at, at
            last = None
        elif abs(size) < TINY:
            continue  # far out, where nothing is to be seen any more
        else:
            if last is not None and (last[1] < 0) != (size < 0):
                yield _closer(desk, base, last, at)
            last = at, size


def _closer(desk: Desk, base: Term, first: tuple[Fraction, float], high: Fraction) -> tuple[Fraction, Fraction]:
    low, sign = first[0], first[1] < 0
    for _ in range(BISECTIONS):
        middle = Fraction(float((low + high) / 2))
        if middle in (low, high):
            break
        size = height(desk, base, middle)
        if size is None or size == 0:
            return middle, middle
        low, high = (middle, high) if (size < 0) == sign else (low, middle)
    return low, high


def _known(desk: Desk, base: Term, low: Fraction, high: Fraction) -> Term | None:
    """A well-known number that is proved to be a zero."""
    for place in known_numbers((low + high) / 2):
        if ask(desk, App("=", (substitute(base, {desk.x.name: place}), ZERO))).proved:
            return place
    return None


def _shut_in(desk: Desk, base: Term, near: Fraction) -> Term | None:
    """A name for the zero between two neighbouring decimals."""
    below = Fraction(Decimal(float(near)).quantize(Decimal(1).scaleb(-PLACES), rounding=ROUND_FLOOR))
    above = below + Fraction(1, 10**PLACES)
    low, high = number(below), number(above)
    for known, place in desk.nearly.items():
        if place.low is low and place.of is base:
            return known
    left, right = height(desk, base, below), height(desk, base, above)
    if left is None or right is None or (left < 0) == (right < 0):
        return None
    ends_ = tuple(
        ask(desk, App("<" if size < 0 else ">", (substitute(base, {desk.x.name: end}), ZERO)))
        for end, size in ((low, left), (high, right))
    )
    word = "strictly_increasing" if left < 0 else "strictly_decreasing"
    steady = ask(desk, App(word, (App("fn", (desk.x, base)), App("[]", (low, high)))))
    if not all(one.proved for one in (*ends_, steady)):
        return None
    name = Var(f"{desk.x.name}_{len(desk.nearly) + 1}")
    desk.nearly[name] = Nearly(name, low, high, base, (*ends_, steady))
    desk.sample[name.name] = (below + above) / 2
    return name
