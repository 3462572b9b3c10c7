"""Hunt for a counterexample in several variables: points spread evenly, then downhill one variable at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice, product
from typing import Final

from sigmaprime.kernel.enclosure import precision
from sigmaprime.search.aim import Aim, Ends, Values
from sigmaprime.search.grid import grid
from sigmaprime.search.hunt import BITS, Line, simplest
from sigmaprime.search.session import Session

SPREAD: Final = 240
STARTS: Final = 4
ROUNDS: Final = 3
PRIMES: Final = (2, 3, 5, 7, 11, 13)
AROUND: Final = tuple(Fraction(s, 2**k) for k in (0, 1, 2, 4, 7, 11, 16) for s in (1, -1))


def in_space(session: Session, aim: Aim) -> Iterator[Values]:
    """Points at which the statement fails, with coordinates as simple as they are easily made."""
    return (_simpler(session, aim, at) for at in failing_in_space(session, aim))


def failing_in_space(session: Session, aim: Aim) -> Iterator[Values]:
    """Points at which the statement fails, as they are met."""
    seen: list[tuple[float, int, Values]] = []
    with precision(BITS, 1):
        for index, at in enumerate((*_corners(aim), *islice(_spread(aim), SPREAD))):
            session.tick()
            broken, slack = aim.broken(at)
            if broken:
                yield at
                return
            if slack.is_finite() and aim.admits(at):
                seen.append((float(slack.mid()), index, at))
        for _, _, start in sorted(seen)[:STARTS]:
            if (lowest := _downhill(session, aim, start)) is not None:
                yield lowest


def _corners(aim: Aim) -> Iterator[Values]:
    choices = [_few(aim.ends[name]) for name in aim.names]
    yield from (dict(zip(aim.names, values, strict=True)) for values in islice(product(*choices), SPREAD))


def _few(ends: Ends) -> Sequence[Fraction]:
    """Some simple numbers in an interval."""
    simple = [Fraction(n) for n in ("1", "0", "-1", "2", "1/2", "-2", "3", "10")]
    inside = [p for p in simple if (ends.low is None or p >= ends.low) and (ends.high is None or p <= ends.high)]
    return inside[:5] or grid(ends)[::24]


def _spread(aim: Aim) -> Iterator[Values]:
    """Points that fill the space evenly (van der Corput's sequences), more of them close to the middle."""
    index = 0
    while True:
        index += 1
        yield {
            name: _stretched(aim.ends[name], _digits_reversed(index, base))
            for name, base in zip(aim.names, PRIMES * len(aim.names), strict=False)
        }


@lru_cache(maxsize=4096)
def _digits_reversed(index: int, base: int) -> Fraction:
    result, unit = Fraction(0), Fraction(1, base)
    while index:
        index, digit = divmod(index, base)
        result, unit = result + digit * unit, unit / base
    return result


@lru_cache(maxsize=4096)
def _stretched(ends: Ends, t: Fraction) -> Fraction:
    """A number of (0, 1) as a number of the interval."""
    if ends.low is not None and ends.high is not None:
        return ends.low + (ends.high - ends.low) * t
    away = t / (1 - t) if ends.low is not None or ends.high is not None else (2 * t - 1) / (t * (1 - t)) / 2
    return ends.low + away if ends.low is not None else ends.high - away if ends.high is not None else away


def _downhill(session: Session, aim: Aim, at: Values) -> Values | None:
    """Where the statement fails, reached by changing one variable after another."""
    here, best = dict(at), aim.broken(at)[1]
    for _ in range(ROUNDS):
        for name in aim.names:
            size = max(abs(here[name]), Fraction(1))
            steps = [here[name] + size * step for step in AROUND]
            for x in (*grid(aim.ends[name])[::6], *steps):
                session.tick()
                there = {**here, name: x}
                broken, slack = aim.broken(there)
                if broken:
                    return there
                if slack.is_finite() and slack < best and aim.admits(there):
                    here, best = there, slack
    return None


def _simpler(session: Session, aim: Aim, at: Values) -> Values:
    for name in aim.names:
        places = grid(aim.ends[name])
        at = {**at, name: simplest(session, Line(aim, name, at), at[name], places)}
    return at
