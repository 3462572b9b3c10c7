"""Leibniz's rule for p(x)·e^(±x): the sum of p, ±n·p′, n(n−1)/2·p″, …, in falling powers of x."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_poly

from sigmaprime.kernel.term import App, Num, Term, Var, number
from sigmaprime.search.algebra import fraction, normal_form, univariate
from sigmaprime.search.session import NoProof, Session

HIGHEST_DEGREE = 6


def in_powers(u: Term, x: Var, n: Term, sign: int) -> Term:
    """Σ binomial(n, k) (±1)ᵏ p⁽ᵏ⁾(x) for a polynomial p in x alone."""
    rational = univariate(normal_form(Session({}), u))
    if rational is None or rational.generator is not x or rational.bottom.degree() != 0:
        raise NoProof("not a polynomial")
    p = rational.top / rational.bottom[0]
    if p.degree() > HIGHEST_DEGREE:
        raise NoProof("a polynomial of too high a degree")
    terms: list[tuple[Fraction, list[Term]]] = []
    for degree in range(p.degree(), -1, -1):
        terms += _coefficients(p, degree, x, n, sign)
    result: Term | None = None
    for coefficient, product in terms:
        size = Num(abs(coefficient))
        factors = [*([size] if size is not Num(1) or not product else []), *product]
        part = factors[0]
        for factor in factors[1:]:
            part = App("*", (part, factor))
        if result is None:
            result = part if coefficient > 0 else App("neg", (part,))
        else:
            result = App("+" if coefficient > 0 else "-", (result, part))
    return result if result is not None else number(0)


def _coefficients(p: fmpq_poly, degree: int, x: Var, n: Term, sign: int) -> list[tuple[Fraction, list[Term]]]:
    """What stands with x^degree: p_(degree + k)·(degree + k)!/(degree!·k!)·n(n − 1)…(n − k + 1) for each k."""
    found = []
    for k in range(p.degree() - degree + 1):
        value = fraction(p[degree + k]) * sign**k
        for j in range(k):
            value = value * (degree + k - j) / (j + 1)
        if value == 0:
            continue
        factors = [n if j == 0 else App("-", (n, Num(j))) for j in range(k)]
        factors += [x if degree == 1 else App("^", (x, Num(degree)))] if degree else []
        found.append((value, factors))
    return found
