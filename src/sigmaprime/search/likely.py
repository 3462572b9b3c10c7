"""Is a relation of one variable likely? It is tried at points all over its interval; what fails is not proved."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Var, free, substitute, subterms
from sigmaprime.notation.line import language
from sigmaprime.search.algebra import scaled
from sigmaprime.search.at_sight import is_known
from sigmaprime.search.bound import Bound, is_bound
from sigmaprime.search.bounds import Bounds, bounds
from sigmaprime.search.numbers import rational, simplest_between, value
from sigmaprime.search.plain import TooLarge
from sigmaprime.search.program import programmed
from sigmaprime.search.samples import admitted, plausible
from sigmaprime.search.session import NoProof, Session

Evaluate: TypeAlias = Callable[[Any, int], "arb | None"]
PARTS = 8
NEAR_THE_ENDS = (Fraction(1, 1000), Fraction(999, 1000))
STEPS = tuple(Fraction(n) for n in ("1/100", "1/2", "1", "2", "5", "20", "300", "5000"))
FINE = 320
HALVINGS = 24
LEAST_POINTS = 5
STEEP = 4
GOLDEN_STEPS = 90
HALFWAY, STILL_FAR = 40, 1e-5  # where there is contact, the two sides have come so close by then
NOTHING = 1e-30
PI = App("pi", ())
TURNING = frozenset(("sin", "cos", "tan"))
CLOSE = 1e-9
NEAR = 5  # far out, what differs may differ by less than any number of digits shows
STRICT = frozenset(("<", ">", "!="))
SIGNS = {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0), "!=": (1, -1)}


def require_plausible(session: Session, goal: Claim) -> None:
    """`NoProof` if a point contradicts a relation; what is seen to hold is not tried."""
    if is_known(session, goal.says):
        return
    names = free(goal.says)
    if len(names) == 1 and all(free(h) <= names for h in goal.given):
        require_likely(session, goal, Var(*names))
    elif not plausible(session, goal.says, goal.given):
        raise NoProof("a simple point contradicts it")


def require_likely(session: Session, goal: Claim, x: Var) -> None:
    """`NoProof` if the relation fails at one of the points that are tried, or if `<` is an equality there."""
    relation, (u, v) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    difference = App("-", (u, v))
    others = tuple(h for h in goal.given if not is_bound(h, x) or (isinstance(h, App) and h.head == "!="))
    limits = bounds(session, x, goal.given)
    for bound in (limits.low, limits.high):
        if bound is not None and not bound.strict and not others and relation in STRICT:
            ball = value(session, substitute(difference, {x.name: bound.end}), None, FINE)
            if ball is not None and bool(ball.contains(0)):
                raise NoProof(f"at {x.name} = {language(bound.end)} there may be equality")
    if (
        relation in STRICT
        and not others
        and any(isinstance(t, App) and t.head in TURNING for t in subterms(difference))
    ):
        _require_no_contact(session, difference, x, limits)
    at, fast = _evaluator(session, difference, x)
    signs: list[tuple[Fraction, int]] = []
    for place in _places(session, limits):
        if admitted(session, others, {x.name: place}):
            sign = _sign(at, place)
            if sign is not None and sign not in SIGNS[relation] and (sign or abs(place) <= NEAR):
                raise NoProof(f"it fails at {x.name} = {place}")
            signs += [(place, sign)] if sign else []
    if relation in STRICT and not others and fast:
        _require_apart(at, sorted(place for place, _ in signs), x)
    if relation == "!=" and not others:
        signs.sort()
        for (a, before), (b, after) in pairwise(signs):
            if before != after and _crosses(at, a, b, after):
                raise NoProof(f"it seems to fail between {x.name} = {a} and {b}")


def _require_apart(at: Evaluate, places: list[Fraction], x: Var) -> None:
    """`NoProof` if the two sides seem to touch between the points: the difference is followed down to its smallest."""
    sizes = [(abs(ball), place) for place in places if (ball := at(place, 64)) is not None]
    sizes = [(size, place) for size, place in sizes if float(size.mid()) > NOTHING]  # far out it may just fade away
    if len(sizes) < LEAST_POINTS:
        return
    lowest = min(range(len(sizes)), key=lambda k: float(sizes[k][0].mid()))
    if not 0 < lowest < len(sizes) - 1 or sizes[lowest][0] * STEEP > max(float(size.mid()) for size, _ in sizes):
        return
    a, b = sizes[lowest - 1][1], sizes[lowest + 1][1]
    low, high = arb(fmpq(a.numerator, a.denominator)), arb(fmpq(b.numerator, b.denominator))
    start = float(sizes[lowest][0].mid())
    with precision(FINE, 1):
        golden = ((arb(5).sqrt() - 1) / 2).mid()
        left, right = (high - (high - low) * golden).mid(), (low + (high - low) * golden).mid()
        first, second = _size(at, left), _size(at, right)
        for step in range(GOLDEN_STEPS):
            if first is None or second is None or (step == HALFWAY and min(first, second) > start * STILL_FAR):
                return
            if first < second:
                high, right, second = right, left, first
                left = (high - (high - low) * golden).mid()
                first = _size(at, left)
            else:
                low, left, first = left, right, second
                right = (low + (high - low) * golden).mid()
                second = _size(at, right)
            if first is not None and second is not None and min(first, second) < NOTHING:
                raise NoProof(f"near {x.name} = {float(low.mid()):.6g} there may be equality")


def _size(at: Evaluate, point: arb) -> arb | None:
    ball = at(point, FINE)
    return None if ball is None else abs(ball).mid()


def _evaluator(session: Session, difference: Term, x: Var) -> tuple[Evaluate, bool]:
    """The value of the difference at a point with so many bits, None where it has none; and whether that is quick."""
    try:
        program = programmed(session, difference, (x.name,))
    except TooLarge:
        return (lambda place, bits: value(session, difference, {x.name: place}, bits)), False

    known: Any = session.programs.setdefault((difference, "values", x.name), {})

    def computed(place: Fraction | arb, bits: int) -> arb | None:
        with precision(bits, 1):
            ball = program((place,))
        return ball if ball.is_finite() else None

    def at(place: Fraction | arb, bits: int) -> arb | None:
        if not isinstance(place, Fraction):
            return computed(place, bits)
        if (place, bits) not in known:
            known[place, bits] = computed(place, bits)
        found: arb | None = known[place, bits]
        return found

    return at, True


def _require_no_contact(session: Session, difference: Term, x: Var, limits: Bounds) -> None:
    """`NoProof` if at a multiple of π/2 inside there may be equality."""
    low, high = (None if bound is None else _rational(session, bound) for bound in (limits.low, limits.high))
    for k in (1, -1, 2, -2, 3, -3, 4, -4):
        place = k * math.pi / 2
        if (low is None or low < place - CLOSE) and (high is None or place + CLOSE < high):
            ball = value(session, substitute(difference, {x.name: scaled(PI, Fraction(k, 2))}), None, FINE)
            if ball is not None and bool(ball.contains(0)):
                raise NoProof(f"at {x.name} = {k}π/2 there may be equality")


def _sign(at: Evaluate, place: Fraction) -> int | None:
    """The sign at a point; 0 where many digits do not tell it from 0, and None where it has no value."""
    for bits in (64, FINE):
        ball = at(place, bits)
        if ball is None:
            return None
        if not ball.contains(0):
            return 1 if ball > 0 else -1
    return 0


def _crosses(at: Evaluate, a: Fraction, b: Fraction, after: int) -> bool:
    """Whether the sign changes at a zero and not at a pole: the values become small."""
    size = at(b, 64)
    for _ in range(HALVINGS):
        middle = (a + b) / 2
        sign = _sign(at, middle)
        if not sign:
            return sign == 0
        a, b = (a, middle) if sign == after else (middle, b)
    last = at(b, 64)
    return last is not None and size is not None and bool(abs(last) < abs(size) / 1000)


def _places(session: Session, limits: Bounds) -> Iterator[Fraction]:
    low, high = (None if bound is None else _rational(session, bound) for bound in (limits.low, limits.high))
    if low is not None and high is not None:
        if low >= high:
            return
        width = high - low
        yield from (simplest_between(low + width * k / PARTS, low + width * (k + 2) / PARTS) for k in range(PARTS - 1))
        yield from (low + width * part for part in NEAR_THE_ENDS)
    elif low is not None:
        yield from (low + step for step in STEPS)
    elif high is not None:
        yield from (high - step for step in STEPS)
    else:
        yield Fraction(0)
        yield from (sign * step for step in STEPS for sign in (1, -1))


def _rational(session: Session, bound: Bound) -> Fraction:
    ball = value(session, bound.end)
    if ball is None:
        raise NoProof("a bound without a value")
    return rational(ball)[0] if bound.relation[0] == "<" else rational(ball)[1]
