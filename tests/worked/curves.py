"""What is said of a graph, tried in numbers: zeros, extrema, curvature, limits and range, with no code of the package.

Every list is tried for being complete as well: between the places that it names nothing changes, as far as a few
hundred points tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath as mp

from tests.worked.independent import Worth
from tests.worked.numerical import Undefined, real

POINTS = 24
TINY = mp.mpf("1e-9")
Interval = tuple[mp.mpf, mp.mpf, str]


class Curve:
    """A function with its parameters set, the places of a study as numbers."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.worth = Worth()
        self.tree = self.worth.tree(entry["function"])
        self.given = {name: Fraction(value) for name, value in entry.get("given", {}).items()}

    def at(self, x: mp.mpf) -> mp.mpf:
        return real(self.worth(self.tree, {**self.given, "x": x}))

    def number(self, text: str) -> mp.mpf:
        text = text.strip()
        if text in ("oo", "-oo"):
            return mp.inf if text == "oo" else -mp.inf
        return real(self.worth(self.worth.tree(text.removeprefix("≈")), self.given))

    def tolerance(self, text: str) -> mp.mpf:
        return mp.mpf("2e-6") if text.startswith("≈") else TINY

    def slope(self, x: mp.mpf, order: int = 1) -> mp.mpf:
        with mp.workdps(60):
            return mp.diff(self.at, x, order, h=mp.mpf("1e-18"))

    def tends(self, place: str, value: str) -> bool:
        """Whether the values come closer and closer to the limit, at ten times the nearness from step to step."""
        side = place[-1] if place[-1] in "+-" else ""
        at, goal = self.number(place.removesuffix(side).strip("()") if side else place), self.number(value)
        sign = -1 if side == "-" else 1
        steps = [mp.mpf(10) ** k for k in range(1, 4 if mp.isinf(at) else 7)]
        near = [self.at(mp.sign(at) * h if mp.isinf(at) else at + sign / h) for h in steps]
        if mp.isinf(goal):
            sizes = [mp.sign(goal) * y for y in near]
            return all(b > a for a, b in pairwise(sizes)) and sizes[-1] > 5
        gaps = [abs(y - goal) for y in near]
        return all(b <= a for a, b in pairwise(gaps)) and gaps[-1] < mp.mpf("0.01")

    def intervals(self, text: str) -> list[Interval]:
        return [self.interval(part) for part in text.split(" u ")]

    def interval(self, text: str) -> Interval:
        inside, depth = text[1:-1], 0
        for index, mark in enumerate(inside):
            depth += (mark in "([") - (mark in ")]")
            if mark == "," and depth == 0:
                return self.number(inside[:index]), self.number(inside[index + 1 :]), text[0] + text[-1]
        raise ValueError(text)


def inner(interval: Interval, count: int = POINTS) -> Iterator[mp.mpf]:
    """Points inside an interval; where it has no end they go far out."""
    low, high, _ = interval
    for k in range(1, count):
        t = mp.mpf(k) / count
        if mp.isinf(low) and mp.isinf(high):
            yield mp.sinh((2 * t - 1) * 4)
        elif mp.isinf(high):
            yield low + mp.sinh(t * 4)
        elif mp.isinf(low):
            yield high - mp.sinh((1 - t) * 4)
        else:
            yield low + t * (high - low)


def defined(curve: Curve, interval: Interval) -> bool:
    try:
        return all(mp.isfinite(curve.at(x)) for x in inner(interval))
    except Undefined:
        return False


def rising(curve: Curve, interval: Interval) -> int:
    """1 if the values rise from point to point, -1 if they fall, 0 if they do neither."""
    values = [curve.at(x) for x in inner(interval)]
    steps = {int(mp.sign(b - a)) for a, b in pairwise(values) if abs(b - a) > mp.mpf("1e-25")}
    return steps.pop() if len(steps) == 1 else 0


def bending(curve: Curve, interval: Interval) -> int:
    """1 if all chords lie above the graph, -1 if all lie below, 0 otherwise."""
    points = list(inner(interval))
    sides = set()
    for a, b in pairwise(points):
        sag = (curve.at(a) + curve.at(b)) / 2 - curve.at((a + b) / 2)
        if abs(sag) > mp.mpf("1e-25") * (1 + abs(curve.at(a))):
            sides.add(int(mp.sign(sag)))
    return sides.pop() if len(sides) == 1 else 0


def covered(whole: list[Interval], parts: list[Interval]) -> bool:
    """Whether the intervals leave nothing of the set out, but for single points."""
    for low, high, _ in whole:
        inside = sorted((p for p in parts if p[0] >= low - TINY and p[1] <= high + TINY), key=lambda p: p[0])
        marks = [low, *(end for p in inside for end in p[:2]), high]
        if not inside or any(not near(a, b) for a, b in zip(marks[::2], marks[1::2], strict=True)):
            return False
    return True


def near(a: mp.mpf, b: mp.mpf, room: float = 3e-6) -> bool:
    return a == b or (mp.isfinite(a) and mp.isfinite(b) and abs(a - b) <= room * (1 + abs(a)))
