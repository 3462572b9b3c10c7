"""Polynomials in one variable with rational coefficients, read from terms and written as terms."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import gcd

from flint import fmpq, fmpq_poly, fmpz_poly

from sigmaprime.kernel.term import App, Num, Term, Var

HIGHEST = 40


@lru_cache(maxsize=4096)
def as_polynomial(term: Term, x: Var) -> fmpq_poly | None:
    """The coefficients of the term as a polynomial in x; None if it is none, or of too high a degree."""
    found = _read(term, x)
    return found if found is not None and found.degree() <= HIGHEST else None


def _read(term: Term, x: Var) -> fmpq_poly | None:
    match term:
        case Num(value):
            return fmpq_poly([fmpq(value.numerator, value.denominator)])
        case Var():
            return fmpq_poly([0, 1]) if term is x else None
        case App("neg", (u,)):
            inner = _read(u, x)
            return None if inner is None else -inner
        case App("+" | "-" | "*" as head, (u, v)):
            a, b = _read(u, x), _read(v, x)
            if a is None or b is None or a.degree() + b.degree() > HIGHEST:
                return None
            return a + b if head == "+" else a - b if head == "-" else a * b
        case App("/", (u, Num(value))) if value:
            a = _read(u, x)
            return None if a is None else a * fmpq(value.denominator, value.numerator)
        case App("^", (u, Num(n))) if n.denominator == 1:
            a = _read(u, x)
            return None if a is None or a.degree() * n > HIGHEST or n > HIGHEST else a ** int(n)
    return None


def fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def rational(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def primitive(p: fmpq_poly) -> tuple[Fraction, fmpq_poly]:
    """The content, with the sign of the leading coefficient, and the polynomial with whole coprime coefficients."""
    whole = [int(c) for c in p.numer().coeffs()]
    lead = Fraction(gcd(*whole), int(p.denom())) * (1 if p[p.degree()] > 0 else -1)
    return lead, p / rational(lead)


def factored(p: fmpq_poly) -> tuple[Fraction, list[tuple[fmpq_poly, int]]]:
    """A number and irreducible factors with their multiplicities, those of low degree first."""
    content, parts = fmpz_poly([int((p * p.denom())[k].p) for k in range(p.degree() + 1)]).factor()
    lead = Fraction(int(content), int(p.denom()))
    done = [(fmpq_poly([int(c) for c in q.coeffs()]), int(m)) for q, m in parts]
    return lead, sorted(done, key=lambda f: (f[0].degree(), f[1], [fraction(f[0][k]) for k in range(f[0].degree())]))


def composed(p: fmpq_poly, g: fmpq_poly) -> fmpq_poly | None:
    """h with p = h(g); None if there is none."""
    if g.degree() < 1:
        return None
    coefficients = []
    while p.degree() >= 0:
        p, rest = divmod(p, g)
        if rest.degree() > 0:
            return None
        coefficients.append(rest[0])
    return fmpq_poly(coefficients)
