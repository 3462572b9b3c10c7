"""Limits along the domain, limits that do not exist, O-terms and vertical asymptotes, as far as sequences tell."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from flint import arb

from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var
from tests.rules.series import Undefined, Unknown, constant, points_towards, value_of

Env = Mapping[str, arb]
WINDOW, STEP, TURNS, SWING = 60, 0.7, 6, 0.3
LARGE = 1000
CLOSE = arb("0.02")


def _values(fn: Term, points: list[arb], env: Env) -> list[arb | None]:
    match fn:
        case App("fn", (Var(name), body)):
            found: list[arb | None] = []
            for p in points:
                try:
                    found.append(value_of(body, {**env, name: p}))
                except Undefined:
                    found.append(None)
            return found
    raise Unknown


def _sequences(fn: Term, place: Term, env: Env) -> list[list[arb]]:
    """The values along those sequences towards the place along which the function is defined."""
    base = {n: constant(v) for n, v in env.items()}
    rows = [_values(fn, s, env) for s in points_towards(place, base)]
    return [[v for v in row if v is not None] for row in rows if None not in row[1:]]


def _settles(values: list[arb], value: Term, env: Env) -> bool | None:
    before, last = values[-2:]
    if value is OO or value is MINUS_OO:
        sign = 1 if value is OO else -1
        grows = bool(sign * (last - before) > 1)
        return True if grows and sign * last > 100 else None if grows else False
    gap, previous = (abs(v - value_of(value, env)) for v in (last, before))
    return bool(gap < CLOSE) and (gap.contains(0) or bool(gap < previous))


def limit_in(fn: Term, place: Term, value: Term, env: Env) -> bool | None:
    found = [_settles(values, value, env) for values in _sequences(fn, place, env)]
    return False if not found or False in found else None if None in found else True


def _windows(place: Term, env: Env) -> list[list[list[arb]]]:
    """For each side of the place two windows of points, the second much closer to it."""
    far = [[arb(start) + STEP * k for k in range(WINDOW)] for start in (1000, 10**6)]
    match place:
        case App("oo", ()):
            return [far]
        case App("neg", (App("oo", ()),)):
            return [[[-p for p in window] for window in far]]
        case App("from_above" | "from_below" as side, (a,)):
            sign = 1 if side == "from_above" else -1
            return [[[value_of(a, env) + sign / p for p in window] for window in far]]
    return [[[value_of(place, env) + sign / p for p in window] for window in far] for sign in (1, -1)]


def _swings(values: list[arb | None]) -> bool:
    known = [v for v in values if v is not None]
    steps = [b - a for a, b in pairwise(known)]
    turns = sum(bool(a > 0) != bool(b > 0) for a, b in pairwise(steps))
    return turns >= TURNS and any(bool(abs(b - a) > SWING) for a, b in pairwise(known))


def no_limit(fn: Term, place: Term, env: Env) -> bool | None:
    for side in _windows(place, env):
        if all(_swings(_values(fn, window, env)) for window in side):
            return True
    sequences = _sequences(fn, place, env)
    if not sequences:
        return False
    ends = [_end(values) for values in sequences]
    if None in ends:
        return None
    return len(ends) == 2 and not _same(*ends)  # type: ignore[arg-type]


def _end(values: list[arb]) -> arb | str | None:
    """What a sequence runs to: a number, or oo or -oo; None if that cannot be told."""
    before, last = values[-2:]
    if abs(last) > LARGE and abs(last) > 2 * abs(before):
        return "oo" if last > 0 else "-oo"
    return last if abs(last - before) < CLOSE else None


def _same(a: arb | str, b: arb | str) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return isinstance(a, str) and a == b
    return bool(abs(a - b) < CLOSE)


def order(fn: Term, other: Term, scale: Term, place: Term, env: Env) -> bool | None:
    match fn, other, scale:
        case App("fn", (x, u)), App("fn", (_, v)), App("fn", (_, w)):
            sequences = _sequences(App("fn", (x, App("/", (App("-", (u, v)), w)))), place, env)
            if not sequences:
                return False
            grows = [abs(s[-1]) > LARGE and abs(s[-1]) > 2 * abs(s[-2]) for s in sequences]
            return False if any(grows) else all(abs(s[-1]) < LARGE for s in sequences) or None
    raise Unknown


def vertical_asymptote(fn: Term, place: Term, env: Env) -> bool | None:
    found = [_settles(values, value, env) for values in _sequences(fn, place, env) for value in (OO, MINUS_OO)]
    return True if True in found else None if None in found else False
