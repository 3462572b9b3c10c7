"""Numbers of an interval where a relation may fail: evenly spread, close to each end and to 0, and far out."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from sigmaprime.search.aim import Ends

EVEN: Final = 64
STEPS: Final = tuple(Fraction(k, 4) for k in range(4, 8))  # within an octave
CLOSE: Final = tuple(range(1, 56, 3))  # 2^-k
NEAR: Final = range(-6, 12)  # octaves with all their steps
FURTHER: Final = (*range(12, 64, 2), 80, 100, 128, 150, 200, 256, 400, 512, 800, 1024, 1600, 2048, 4096)


@lru_cache(maxsize=256)
def grid(ends: Ends) -> tuple[Fraction, ...]:
    """The numbers, in ascending order."""
    low, high = ends.low, ends.high
    if low is not None and high is not None:
        found = _between(low, high)
    elif low is not None:
        found = [low, *(low + step for step in _away())]
    elif high is not None:
        found = [high, *(high - step for step in _away())]
    else:
        found = [Fraction(0), *_away(), *(-step for step in _away())]
    if low is not None or high is not None:  # 0 is a place of its own
        steps = [s * Fraction(2) ** -k for k in CLOSE for s in (1, -1)]
        found += [p for p in steps if (low is None or p > low) and (high is None or p < high)]
    return tuple(sorted(set(found)))


def _between(low: Fraction, high: Fraction) -> list[Fraction]:
    width = high - low
    even = [low + width * k / EVEN for k in range(EVEN + 1)]
    close = [width / 2**k for k in CLOSE]
    return [*even, *(low + step for step in close), *(high - step for step in close)]


def _away() -> list[Fraction]:
    close = [Fraction(2) ** -k for k in CLOSE[2:]]
    even = [Fraction(k, 2) for k in range(1, 40)]
    return [
        *close,
        *even,
        *(step * Fraction(2) ** k for k in NEAR for step in STEPS),
        *(Fraction(2**k) for k in FURTHER),
    ]
