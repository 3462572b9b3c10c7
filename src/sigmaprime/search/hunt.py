"""Hunt for a counterexample by numbers: try a grid, go downhill from its lowest points, then take the simplest number.

Nothing is proved here. What comes out are points at which the statement certainly seems to fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import precision
from sigmaprime.search.aim import Aim, Ends, Values
from sigmaprime.search.grid import grid
from sigmaprime.search.numbers import simplest_between
from sigmaprime.search.session import Session

BITS: Final = 64
FINE: Final = 256
DOWNHILL: Final = 120  # steps; each halves the interval
LOOKS: Final = frozenset((1, 3, 6, 10, 16, 24, 40, 64))  # the steps at which it is asked whether all this is in vain
NOTHING: Final = 2.0**-100  # what the slack is at a number close to one where it is 0
HALVINGS: Final = 60
LOWEST: Final = 6  # how many of the lowest places are looked into


@dataclass(frozen=True, slots=True)
class Line:
    """One variable of a point moves, the others stay."""

    aim: Aim
    name: str
    at: Values

    def broken(self, x: Fraction) -> tuple[bool, arb]:
        return self.aim.broken({**self.at, self.name: x})

    def rises(self, x: Fraction) -> int:
        """The sign of the slope of the slack; 0 where it is not known."""
        program = self.aim.steep(self.name)
        if program is None:
            return 0
        slope = program(tuple(x if name == self.name else self.at[name] for name in self.aim.names))
        return 1 if slope > 0 else -1 if slope < 0 else 0

    def holds_between(self, a: Fraction, c: Fraction) -> bool:
        """Whether a ball around all numbers from a to c shows that the slack is positive at each of them."""
        if self.aim.relation == "=":
            return False
        ends = (arb(fmpq(p.numerator, p.denominator)) for p in (a, c))
        span = next(ends).union(next(ends))
        slack = self.aim.slack(tuple(span if name == self.name else self.at[name] for name in self.aim.names))
        return bool(slack.is_finite()) and bool(slack > 0)


@dataclass(frozen=True, slots=True)
class Seen:
    x: Fraction
    slack: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A number at which the statement fails; or one close to which it may, as equality holds at some number there."""

    x: Fraction
    fails: bool


def on_line(session: Session, line: Line, ends: Ends) -> Iterator[Spot]:
    """Where the statement fails along a line, or comes so close to it that an exact number is to be tried."""
    places = grid(ends)
    found: list[Seen] = []
    with precision(BITS, 1):
        for x in places:
            session.tick()
            broken, slack = line.broken(x)
            if broken:
                yield Spot(simplest(session, line, x, places), fails=True)
                return
            found.append(Seen(x, _size(slack)))
    near: list[Spot] = []
    for before, here, after in _valleys(found):
        with precision(FINE, 1):
            lowest = _downhill(session, line, before, here, after)
            if lowest is not None and lowest.fails:
                yield Spot(simplest(session, line, lowest.x, [before, after]), fails=True)
            elif lowest is not None:
                near.append(lowest)
    yield from sorted(near, key=lambda spot: (abs(spot.x), spot.x < 0))


def _size(slack: arb) -> float:
    return float(slack.mid()) if slack.is_finite() else float("inf")


def _valleys(found: list[Seen]) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Neighbours between which the slack has a least value, the most promising first."""
    valleys = []
    for index, here in enumerate(found):
        left = found[max(index - 1, 0)]
        right = found[min(index + 1, len(found) - 1)]
        if here.slack < float("inf") and here.slack <= left.slack and here.slack <= right.slack:
            depth = max(abs(left.slack - here.slack), abs(right.slack - here.slack))
            valleys.append((here.slack / (depth or 1e-300), left.x, here.x, right.x))
    lowest = sorted(valleys)
    close = sorted((v for v in lowest[LOWEST:] if v[0] < 1), key=lambda v: abs(v[2]))
    return [valley[1:] for valley in (*lowest[:LOWEST], *close[:LOWEST])]


def _downhill(session: Session, line: Line, a: Fraction, b: Fraction, c: Fraction) -> Spot | None:
    """The lowest point near b, between a and c, if the statement fails there or nearly does."""
    for step in range(DOWNHILL):
        session.tick()
        broken, slack = line.broken(b)
        if broken:
            return Spot(b, fails=True)
        if step in LOOKS and line.holds_between(a, c):
            return None
        rises = line.rises(b)
        if rises == 0:
            return Spot(b, fails=False) if _is_nothing(slack) else _ternary(session, line, a, c)
        if rises > 0:
            c = b
        else:
            a = b
        b = (a + c) / 2
    return Spot(b, fails=False) if _is_nothing(slack) else None


def _is_nothing(slack: arb) -> bool:
    return bool(slack.is_finite()) and bool(slack.abs_upper() < NOTHING)


def _ternary(session: Session, line: Line, a: Fraction, c: Fraction) -> Spot | None:
    """The same where the slope is not known."""
    for step in range(DOWNHILL):
        session.tick()
        if step in LOOKS and line.holds_between(a, c):
            return None
        left, right = (_short((2 * a + c) / 3, c - a), _short((a + 2 * c) / 3, c - a))
        (broken, low), (also, high) = line.broken(left), line.broken(right)
        if broken or also:
            return Spot(left if broken else right, fails=True)
        if not (low.is_finite() and high.is_finite()) or low.overlaps(high):
            return Spot((a + c) / 2, fails=False) if _is_nothing(low) else None
        a, c = (a, right) if low < high else (left, c)
    return Spot((a + c) / 2, fails=False) if _is_nothing(low) else None


def _short(p: Fraction, width: Fraction) -> Fraction:
    """p with no more digits than its place needs."""
    return p.limit_denominator(max(1, int(64 / width))) if width else p


def simplest(session: Session, line: Line, x: Fraction, places: Sequence[Fraction]) -> Fraction:
    """The simplest number around x at which the statement fails."""
    low = _reach(session, line, x, [p for p in reversed(places) if p < x])
    high = _reach(session, line, x, [p for p in places if p > x])
    if not low < high:
        return x
    for candidate in _candidates(low, high):
        if line.broken(candidate)[0]:
            return candidate
    return x


def _candidates(low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """A power of ten far out, else the fraction with the smallest denominator, also well inside."""
    if low > 1000 or high < -1000:
        ten, size = Fraction(10 ** len(str(int(min(abs(low), abs(high)))))), max(abs(low), abs(high))
        if ten < size:
            yield ten if low > 0 else -ten
    yield simplest_between(low, high)
    quarter = (high - low) / 4
    yield simplest_between(low + quarter, high - quarter)


def _reach(session: Session, line: Line, x: Fraction, outwards: list[Fraction]) -> Fraction:
    """How far from x the statement fails without a break, as far as the places tell; a point where it does."""
    inside = x
    for outside in outwards:
        session.tick()
        if not line.broken(outside)[0]:
            return _edge(line, x, inside, outside)
        inside = outside
    return inside


def _edge(line: Line, x: Fraction, inside: Fraction, outside: Fraction) -> Fraction:
    """The last number before `outside`, roughly, at which the statement fails."""
    for _ in range(HALVINGS):
        if inside != x and abs(outside - inside) < abs(inside - x) / 4:
            break
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if line.broken(middle)[0] else (inside, middle)
    return inside
