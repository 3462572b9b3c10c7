"""Powers with fractional exponents as powers of one root: x^(1/3) + (x − 1)·x^(−2/3)/3 is x^(1/3)·(4x − 1)/(3x).

With q a common denominator of the exponents of u, u^r is u^⌊r⌋·(u^(1/q))^k, where 0 <= k < q. Afterwards whole powers
of u and powers of its root are one power again.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor, lcm

from flint import fmpq

from sigmaprime.kernel.normal import Poly, multiply, normal, power
from sigmaprime.kernel.term import App, Num, Term, Var, as_number

ONE = frozenset[tuple[Term, Fraction]]()


def exponent_of(symbol: object) -> tuple[Term, Fraction] | None:
    """The base and the exponent of a power with a fractional number as its exponent."""
    match symbol:
        case App("^", (u, v)) if (e := as_number(v)) is not None and e.denominator != 1:
            return u, e
    return None


def with_one_root(top: Poly, bottom: Poly) -> tuple[Poly, Poly, dict[Term, int]]:
    """The two polynomials with one root for each base, and the whole powers of bases by which they were multiplied."""
    found: dict[Term, int] = {}
    for poly in (top, bottom):
        for monomial in poly:
            for symbol, _ in monomial:
                if (known := exponent_of(symbol)) is not None and _is_plain(known[0]):
                    found[known[0]] = lcm(found.get(known[0], 1), known[1].denominator)
    outside: dict[Term, int] = {}
    for u, q in found.items():
        low, high = _lowest(top, u), _lowest(bottom, u)
        top, bottom = _rooted(top, u, q, low), _rooted(bottom, u, q, high)
        outside[u] = low - high
    return top, bottom, outside


def _is_plain(u: Term) -> bool:
    return isinstance(u, Var) or normal(u).bottom.keys() == {ONE}


def _split(monomial: frozenset[tuple[Term, Fraction]], u: Term) -> tuple[Fraction, dict[Term, Fraction]]:
    """The exponent of u in a monomial, and what else is in it."""
    total, rest = Fraction(0), {}
    for symbol, count in monomial:
        known = exponent_of(symbol)
        if known is not None and known[0] is u:
            total += known[1] * count
        else:
            rest[symbol] = count
    return total, rest


def _lowest(poly: Poly, u: Term) -> int:
    return min(floor(_split(monomial, u)[0]) for monomial in poly)  # type: ignore[arg-type]


def _rooted(poly: Poly, u: Term, q: int, low: int) -> Poly:
    root = App("^", (u, Num(Fraction(1, q))))
    inner = normal(u)
    total: Poly = {}
    for monomial, coefficient in poly.items():
        exponent, rest = _split(monomial, u)  # type: ignore[arg-type]
        whole = floor(exponent)
        if exponent != whole:
            rest[root] = (exponent - whole) * q
        part: Poly = {frozenset(rest.items()): coefficient / inner.bottom[ONE] ** (whole - low)}
        for m, c in multiply(part, power(inner.top, whole - low)).items():
            total[m] = total.get(m, fmpq(0)) + c
    return {m: c for m, c in total.items() if c}


def put_together(counts: dict[Term, int]) -> dict[Term, int]:
    """Powers of a base and of its root as one power: u^(2/3) above or below, where it is not a whole one."""
    exponents: dict[Term, Fraction] = {}
    for base, count in counts.items():
        known = exponent_of(base)
        u, e = known if known is not None and _is_plain(known[0]) else (base, Fraction(1))
        exponents[u] = exponents.get(u, Fraction(0)) + e * count
    result: dict[Term, int] = {}
    for u, total in exponents.items():
        if total.denominator == 1:
            result[u] = int(total)
        else:
            result[App("^", (u, Num(abs(total))))] = 1 if total > 0 else -1
    return {base: count for base, count in result.items() if count}
