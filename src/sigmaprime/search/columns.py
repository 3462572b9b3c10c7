"""What may be added up to a polynomial: squares, products of known facts, and multiples of known equations.

Products of linear facts: D. Handelman, Pacific J. Math. 132 (1988) 35–62. Squares of two terms: A. A. Ahmadi and
A. Majumdar, arXiv:1706.02586.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from math import isqrt

from flint import fmpq

from sigmaprime.search.facts import Equal
from sigmaprime.search.positive import Factor
from sigmaprime.search.ring import Exponents, Polynomial, Ring, degree, times

MOST_COLUMNS = 700
MOST_FACTORS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """Facts and equations with the polynomials that they say something about."""

    ring: Ring
    facts: tuple[tuple[Factor, Polynomial], ...]
    equations: tuple[tuple[Equal, Polynomial], ...]


@dataclass(frozen=True, slots=True)
class Multiple:
    """A monomial times the difference of the two sides of an equation, added or taken away."""

    equation: int
    monomial: Exponents
    sign: int


@dataclass(frozen=True, slots=True)
class Column:
    """A product of facts and a square, or a multiple of an equation, as a polynomial and as what it is made of."""

    poly: Polynomial
    strict: bool
    parts: tuple[int, ...] = ()
    square: Polynomial | None = None
    multiple: Multiple | None = None


def columns_for(known: Known, target: Polynomial, most_factors: int) -> list[Column]:
    """All that may be added up, the simplest first, without what cannot be of use; few factors, few columns."""
    highest = degree(target)
    ring = known.ring
    squares = [(s, times(s, s)) for s in _squares(ring, target, highest)]
    columns = [Column({ring.one: fmpq(1)}, True), *(Column(poly, False, square=s) for s, poly in squares)]
    columns += _products(known, highest, most_factors)
    if most_factors == MOST_FACTORS:
        for j, (_, fact) in enumerate(known.facts):
            room = highest - degree(fact)
            fitting = [(s, poly) for s, poly in squares if 0 < 2 * degree(s) <= room]
            columns += [Column(times(fact, poly), False, (j,), s) for s, poly in fitting]
    for k, (_, fact) in enumerate(known.equations):
        for key in _monomials(ring, highest - degree(fact)):
            for sign in (1, -1):
                columns.append(Column(times(fact, {key: fmpq(sign)}), False, multiple=Multiple(k, key, sign)))
    return _useful(columns, target)[:MOST_COLUMNS]


def _products(known: Known, highest: int, most_factors: int) -> Iterator[Column]:
    """The products of facts that are not of too high a degree, those with the fewest factors first."""
    sizes = [degree(poly) for _, poly in known.facts]
    last: list[tuple[tuple[int, ...], Polynomial, bool]] = [
        ((j,), poly, fact.strict) for j, (fact, poly) in enumerate(known.facts) if sizes[j] <= highest
    ]
    for count in range(1, most_factors + 1):
        yield from (Column(poly, strict, parts) for parts, poly, strict in last)
        if count == most_factors:
            return
        last = [
            ((*parts, j), times(poly, known.facts[j][1]), strict and known.facts[j][0].strict)
            for parts, poly, strict in last
            for j in range(parts[-1], len(sizes))
            if sum(sizes[i] for i in parts) + sizes[j] <= highest
        ]


def _monomials(ring: Ring, highest: int) -> list[Exponents]:
    size = len(ring.generators)
    found = []
    for total in range(max(highest, -1) + 1):
        for places in combinations_with_replacement(range(size), total):
            key = [0] * size
            for place in places:
                key[place] += 1
            found.append(tuple(key))
    return found


def _squares(ring: Ring, target: Polynomial, highest: int) -> list[Polynomial]:
    """Monomials up to half the degree, and sums and differences of two of them."""
    outer = tuple(max(key[i] for key in target) for i in range(len(ring.generators)))
    half = [k for k in _monomials(ring, highest // 2) if all(2 * a <= max(b, 2) for a, b in zip(k, outer, strict=True))]
    found: list[Polynomial] = [{key: fmpq(1)} for key in half if any(key)]
    for a, b in combinations(half, 2):
        for c, d in _weights(target, a, b):
            found += [{a: fmpq(c), b: fmpq(-d)}, {a: fmpq(c), b: fmpq(d)}]
    return found


def _weights(target: Polynomial, a: Exponents, b: Exponents) -> Iterator[tuple[int, int]]:
    """1 and 1, and the roots of the coefficients of a² and b² in the polynomial, where they are rational."""
    yield 1, 1
    roots = []
    for key in (a, b):
        c = target.get(tuple(2 * k for k in key), fmpq(0))
        roots.append(_root(c))
    mixed = target.get(tuple(i + j for i, j in zip(a, b, strict=True)))
    for key, turned in ((a, False), (b, True)):
        square = target.get(tuple(2 * k for k in key))
        if square is not None and mixed is not None and abs(mixed) != 2 * square > 0:
            completed = 2 * square / abs(mixed)
            p, q = int(completed.p), int(completed.q)
            yield (q, p) if turned else (p, q)
    if None not in roots and roots[0] != roots[1]:
        ratio = roots[0] / roots[1]  # type: ignore[operator]
        yield ratio.numerator, ratio.denominator


def _root(c: fmpq) -> Fraction | None:
    p, q = int(c.p), int(c.q)
    if p <= 0:
        return None
    a, b = isqrt(p), isqrt(q)
    return Fraction(a, b) if a * a == p and b * b == q else None


def _useful(columns: list[Column], target: Polynomial) -> list[Column]:
    """Without the columns that put in what no other can take away again."""
    while True:
        signs: dict[Exponents, set[bool]] = {key: {c < 0} for key, c in target.items()}
        for column in columns:
            for key, c in column.poly.items():
                signs.setdefault(key, set()).add(c > 0)
        left = [c for c in columns if all(len(signs[key]) == 2 or (key in target and v * target[key] > 0)
                                          for key, v in c.poly.items())]  # fmt: skip
        if len(left) == len(columns):
            return left
        columns = left
