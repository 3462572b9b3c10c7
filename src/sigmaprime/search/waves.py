"""Polynomials in the sine and the cosine of one angle, read off a normal form, and written in fewer ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb

from sigmaprime.kernel.normal import Monomial, Poly, Quotient
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.algebra import fraction, scaled, sum_of
from sigmaprime.search.session import NoProof

ZERO = Num(0)
Parts = tuple[tuple[Monomial, Fraction], ...]
Bivariate = dict[tuple[int, int], Fraction]


@dataclass(frozen=True, slots=True)
class Waves:
    """Σ c·sin(t)^i·cos(t)^j, each c a sum of rational multiples of products without t."""

    angle: Term
    terms: Mapping[tuple[int, int], Parts]

    def coefficient(self, i: int, j: int) -> Term:
        return sum_of(self.terms.get((i, j), ()))

    @property
    def surds(self) -> Parts:
        """What is not rational in the constant term."""
        return tuple(part for part in self.terms.get((0, 0), ()) if part[0])

    @property
    def is_linear(self) -> bool:
        return all(i + j <= 1 for i, j in self.terms)


def waves(form: Quotient) -> Waves | None:
    """The polynomial in one sine and cosine; None for anything else."""
    if form.bottom.keys() != {frozenset()}:
        return None
    return read(form.top, fraction(form.bottom[frozenset()]))


def read(top: Poly, scale: Fraction) -> Waves | None:
    angles: set[Term] = set()
    found: dict[tuple[int, int], list[tuple[Monomial, Fraction]]] = {}
    for monomial, coefficient in top.items():
        powers = {"sin": 0, "cos": 0}
        rest = []
        for symbol, power in monomial:
            match symbol:
                case App("sin" | "cos" as head, (t,)) if free(t):
                    angles.add(t)
                    powers[head] = int(power)
                case _:
                    rest.append((symbol, power))
        found.setdefault((powers["sin"], powers["cos"]), []).append((frozenset(rest), fraction(coefficient) / scale))
    if len(angles) != 1:
        return None
    (angle,) = angles
    return Waves(angle, {key: tuple(parts) for key, parts in found.items()})


def polynomial(found: Waves) -> Bivariate:
    """The polynomial, if its coefficients are rational, but for the constant term, of which the surds are left out."""
    result = {}
    for key, parts in found.terms.items():
        if key != (0, 0) and any(monomial for monomial, _ in parts):
            raise NoProof("a coefficient is not rational")
        result[key] = sum((c for monomial, c in parts if not monomial), Fraction(0))
    return {key: c for key, c in result.items() if c}


def in_one(poly: Bivariate, own: int) -> Bivariate | None:
    """With the even powers of the other one written as powers of 1 − own²; None if it has odd ones."""
    result: Bivariate = {}
    for key, c in poly.items():
        if key[1 - own] % 2:
            return None
        half = key[1 - own] // 2
        for m in range(half + 1):
            power = key[own] + 2 * m
            new = (0, power) if own else (power, 0)
            result[new] = result.get(new, Fraction(0)) + c * comb(half, m) * (-1) ** m
    return {key: c for key, c in result.items() if c}


def doubled_angle(poly: Bivariate) -> Bivariate:
    """In S = sin(2t) and C = cos(2t)."""
    half = Fraction(1, 2)
    sine = {(0, 0): half, (0, 1): -half}
    cosine = {(0, 0): half, (0, 1): half}
    total: Bivariate = {}
    for (i, j), c in poly.items():
        factors = [sine] * (i // 2) + [cosine] * (j // 2) + [{(1, 0): half}] * (i % 2)
        one: Bivariate = {(0, 0): c}
        for factor in factors:
            one = multiplied(one, factor)
        for key, size in one.items():
            total[key] = total.get(key, Fraction(0)) + size
    return {key: c for key, c in total.items() if c}


def multiplied(p: Bivariate, q: Bivariate) -> Bivariate:
    result: Bivariate = {}
    for (i, j), c in p.items():
        for (k, m), d in q.items():
            result[(i + k, j + m)] = result.get((i + k, j + m), Fraction(0)) + c * d
    return {key: c for key, c in result.items() if c}


def as_term(angle: Term, poly: Bivariate) -> Term:
    """The polynomial as one would write it, highest powers first."""
    sine, cosine = App("sin", (angle,)), App("cos", (angle,))
    total: Term | None = None
    for (i, j), c in sorted(poly.items(), reverse=True):
        factors = [t if n == 1 else App("^", (t, Num(n))) for t, n in ((sine, i), (cosine, j)) if n]
        size = Num(abs(c)) if not factors else scaled(_product(factors), abs(c))
        signed = size if c > 0 else App("neg", (size,))
        total = signed if total is None else App("+" if c > 0 else "-", (total, size))
    return ZERO if total is None else total


def _product(factors: Sequence[Term]) -> Term:
    first, *others = factors
    for other in others:
        first = App("*", (first, other))
    return first
