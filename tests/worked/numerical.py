"""Derivatives, integrals and limits of a function that gives numbers, by numbers alone."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import mpmath as mp

DECADES = (15, 21, 30, 42, 60)
Number = Fraction | mp.mpf


class Undefined(Exception):
    """No real number there."""


def real(value: object) -> mp.mpf:
    """A number as a float of arbitrary precision; `Undefined` for everything that is not a real number."""
    if isinstance(value, Fraction):
        return mp.mpf(value.numerator) / value.denominator
    if isinstance(value, mp.mpc):
        if value.imag != 0:
            raise Undefined
        value = value.real
    if not mp.isfinite(value):
        raise Undefined
    return mp.mpf(value)


def derivative(f: Callable[[Number], Number], at: Number, order: int = 1) -> mp.mpf:
    """The derivative of that order, if the slopes from both sides agree."""
    with mp.extradps(20):
        place = real(at)
        found = mp.diff(lambda t: real(f(t)), place, order)
        if order == 1:
            h = mp.mpf(10) ** -12
            slopes = [(real(f(place + d)) - real(f(place))) / d for d in (h, -h)]
            if abs(slopes[0] - slopes[1]) > mp.mpf(10) ** -6 * (1 + abs(found)):
                raise Undefined
    return +found


def integral(f: Callable[[Number], Number], low: Number, high: Number) -> mp.mpf:
    """By tanh-sinh quadrature, over pieces, so that a kink or a pole at -1, 0 or 1 does no harm."""
    low, high = (end if isinstance(end, mp.mpf) else real(end) for end in (low, high))
    inner = [mp.mpf(cut) for cut in (-1, 0, 1) if low < cut < high]
    found, error = mp.quad(lambda t: real(f(t)), [low, *inner, high], error=True, maxdegree=10)
    if error > mp.mpf(10) ** -8 * (1 + abs(found)):
        raise Undefined
    return real(found)


def limit(f: Callable[[Number], Number], place: Number, side: str = "") -> mp.mpf:
    """The limit, which may be infinite; `Undefined` if there is none or the two sides differ."""
    ways = [s for s in (1, -1) if side != ("-" if s > 0 else "+")]
    if isinstance(place, mp.mpf) and mp.isinf(place):
        ways = [mp.sign(place)]
        found = [_along(lambda h: f(ways[0] / h))]
    else:
        found = [_along(lambda h, s=s: f(real(place) + s * h)) for s in ways]
    found = [one for one in found if one is not None]
    if not found or any(a != b and (mp.isinf(a) or not mp.almosteq(a, b, 1e-4, 1e-4)) for a, b in pairwise(found)):
        raise Undefined
    return found[0]


def _along(f: Callable[[mp.mpf], Number]) -> mp.mpf | None:
    """The limit for h → 0+: by values at h = 10^-k, extrapolated in 1/k where they creep like a logarithm."""
    values = []
    with mp.workdps(250):
        for k in DECADES:
            try:
                values.append(real(f(mp.mpf(10) ** -k * mp.mpf("1.2345678"))))
            except Undefined:
                return None
        last = values[-1]
        steps = [abs(b - a) for a, b in pairwise(values)]
        if steps[-1] < mp.mpf(10) ** -9 * (1 + abs(last)) and abs(last) < mp.mpf(10) ** 9:
            return +last
        if abs(values[0]) > 2 and all(abs(b) > 1.05 * abs(a) for a, b in pairwise(values)):
            return mp.sign(last) * mp.inf
        if all(b < a for a, b in pairwise(steps)):
            return _extrapolated([(mp.mpf(1) / k, value) for k, value in zip(DECADES, values, strict=True)])
    raise Undefined


def _extrapolated(points: list[tuple[mp.mpf, mp.mpf]]) -> mp.mpf:
    """The value at 0 of the polynomial through the points, by Neville's scheme."""
    column = [value for _, value in points]
    for width in range(1, len(points)):
        column = [
            (points[i][0] * column[i + 1] - points[i + width][0] * column[i]) / (points[i][0] - points[i + width][0])
            for i in range(len(column) - 1)
        ]
    return column[0]
