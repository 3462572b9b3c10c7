"""A curve as points: close together where it is steep, broken off where it jumps, carried on to the ends of its domain.

Every height comes from a ball of the kernel that contains the true value, so a curve is not drawn where a function
is not known to be defined. A break is a point that is not a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf, isnan, nan
from typing import TypeAlias

from flint import arb

from sigmaprime.kernel.enclosure import enclose
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var, Wrong

Point: TypeAlias = tuple[float, float]
Height: TypeAlias = Callable[[float], float]

PRECISIONS = (80, 320, 1280)  # bits: more where so few leave the value open
SAMPLES = 321
STEEP = 0.05  # of the height of the picture: two neighbours further apart get another point between them
HALVINGS = 14  # after so many of which neighbours that are still far apart are the two sides of a jump
MOST_BETWEEN = 4000


def value(term: Term, rules: Mapping[str, Rule], at: Mapping[str, arb] | None = None) -> float:
    """The middle of a small ball round the value; not a number where the term is not known to be defined."""
    for bits in PRECISIONS:
        try:
            ball = enclose(term, rules, bits, at)
        except Wrong:
            return nan
        if float(ball.rad()) <= 1e-9 * (1 + abs(float(ball.mid()))):
            return float(ball.mid())
    return nan


def height(function: Term, rules: Mapping[str, Rule]) -> Height:
    """The values of `fn(x, u)`."""
    match function:
        case App("fn", (Var(name), body)):
            return lambda x: value(body, rules, {name: arb(x)})
    raise Wrong("only a function of one variable can be drawn")


def samples(f: Height, low: float, high: float, breaks: Sequence[float] = ()) -> list[Point]:
    """Points of the graph from `low` to `high`, evenly; at the `breaks` it is broken off."""
    xs = sorted([*(low + (high - low) * step / (SAMPLES - 1) for step in range(SAMPLES)), *breaks])
    return [(x, nan if x in breaks else f(x)) for x in xs]


def refined(f: Height, points: Sequence[Point]) -> list[Point]:
    """The points, and more of them where the graph is steep, jumps or ends."""
    seen = span([y for _, y in points if not isnan(y)])
    left = [MOST_BETWEEN]
    drawn = list(points[:1])
    for before, after in pairwise(points):
        drawn += _between(f, before, after, seen, HALVINGS, left)
        drawn.append(after)
    return drawn


def span(heights: Sequence[float]) -> tuple[float, float]:
    """The heights that a picture shows: a pole would press everything else flat, so its neighbourhood is cut off."""
    ordered = sorted(heights)
    if not ordered:
        return 0.0, 1.0
    cut = len(ordered) // 50
    inner_low, inner_high = ordered[cut], ordered[-1 - cut]
    room = (inner_high - inner_low) or 1.0
    return max(ordered[0], inner_low - 2 * room), min(ordered[-1], inner_high + 2 * room)


def _between(
    f: Height, before: Point, after: Point, seen: tuple[float, float], halvings: int, left: list[int]
) -> Iterator[Point]:
    """The points that are wanted between two neighbours; `left` says how many more may be computed."""
    (x, y), (z, w) = before, after
    if isnan(y) and isnan(w):
        return
    if isnan(y) or isnan(w):
        yield from _to_the_edge(f, before, after, halvings)
        return
    bottom, top = seen
    if abs(w - y) <= STEEP * ((top - bottom) or inf) or min(y, w) > top or max(y, w) < bottom:
        return
    middle = (x + z) / 2
    if halvings == 0 or left[0] == 0:
        yield (middle, nan)
        return
    left[0] -= 1
    point = (middle, f(middle))
    yield from _between(f, before, point, seen, halvings - 1, left)
    yield point
    yield from _between(f, point, after, seen, halvings - 1, left)


def _to_the_edge(f: Height, before: Point, after: Point, halvings: int) -> Iterator[Point]:
    """The point nearest to the end of the domain that lies between the two."""
    inside, outside = (after, before) if isnan(before[1]) else (before, after)
    found = inside
    for _ in range(halvings):
        middle = (inside[0] + outside[0]) / 2
        point = (middle, f(middle))
        if isnan(point[1]):
            outside = point
        else:
            inside = found = point
    if found not in (before, after):
        yield found
