"""How many real roots a polynomial has in an interval, by Sturm's theorem, and what sign it has there.

Sturm's theorem: for a squarefree p with p(a) and p(b) not 0, the number of roots in (a, b) is the number of sign
changes in the Sturm sequence p, p′, −rem(p, p′), … at a minus that at b (Basu, Pollack, Roy, Algorithms in Real
Algebraic Geometry, Theorem 2.50).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.term import require

HIGHEST_DEGREE = 200


def sturm(p: fmpq_poly) -> list[fmpq_poly]:
    chain = [p, p.derivative()]
    while chain[-1].degree() > 0:
        chain.append(-(chain[-2] % chain[-1]))
    return chain if chain[-1].degree() >= 0 else chain[:-1]


def changes(values: list[fmpq]) -> int:
    signs = [v > 0 for v in values if v != 0]
    return sum(a != b for a, b in pairwise(signs))


def _at(chain: list[fmpq_poly], x: Fraction | None, *, low: bool) -> list[fmpq]:
    if x is not None:
        return [q(fmpq(x.numerator, x.denominator)) for q in chain]
    return [q.leading_coefficient() * ((-1) ** q.degree() if low else 1) for q in chain]


def count_roots(p: fmpq_poly, low: Fraction | None, high: Fraction | None) -> int:
    """The number of distinct real roots of p (not 0) in the open interval (low, high); None is an infinite end."""
    require(0 <= p.degree() <= HIGHEST_DEGREE, "no count of roots for this polynomial")
    p = p // p.gcd(p.derivative()) if p.degree() > 0 else p
    for end in (low, high):  # a root at an end does not count, and Sturm's theorem wants it gone
        if end is not None and p(fmpq(end.numerator, end.denominator)) == 0:
            p = p // fmpq_poly([fmpq(-end.numerator, end.denominator), 1])
    chain = sturm(p)
    return changes(_at(chain, low, low=True)) - changes(_at(chain, high, low=False))


def between(low: Fraction | None, high: Fraction | None) -> Fraction:
    """A rational number in the open interval (low, high)."""
    if low is None:
        return Fraction(0) if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def odd_part(p: fmpq_poly) -> fmpq_poly:
    """The product of the squarefree factors of p with odd multiplicity: it changes sign where p does."""
    _, factors = p.factor_squarefree()
    product = fmpq_poly([1])
    for factor, multiplicity in factors:
        if multiplicity % 2:
            product *= factor
    return product


def holds_between(p: fmpq_poly, relation: str, low: Fraction | None, high: Fraction | None) -> bool:
    """Whether p(t) `relation` 0 for all t in the open interval (low, high), which must not be empty."""
    require(low is None or high is None or low < high, "an empty interval")
    if p.degree() < 0:
        return relation in (">=", "<=", "=")
    if relation == "!=":
        return count_roots(p, low, high) == 0
    middle = between(low, high)
    strict = relation in (">", "<")
    crossing = count_roots(p if strict else odd_part(p), low, high)
    if crossing or relation == "=":
        return False
    # without a sign change every value that is not 0 has the same sign; find one
    value = p(fmpq(middle.numerator, middle.denominator))
    while value == 0:
        middle = between(middle, high)
        value = p(fmpq(middle.numerator, middle.denominator))
    return bool(value > 0) == (relation in (">", ">="))


def holds_at(p: fmpq_poly, relation: str, t: Fraction) -> bool:
    value = p(fmpq(t.numerator, t.denominator))
    above, zero = bool(value > 0), bool(value == 0)
    holding = {">": above, ">=": above or zero, "<": not (above or zero), "<=": not above, "!=": not zero, "=": zero}
    return holding[relation]
