"""Numbers with a name in a small interval: multiples of π and e, logarithms, roots, critical points, fractions."""

from __future__ import annotations

import math
from fractions import Fraction

from sigmaprime.kernel.term import App, Num, Term, Var, number
from sigmaprime.search.algebra import scaled
from sigmaprime.search.numbers import simplest_between, value
from sigmaprime.search.optimum import interior_critical_points
from sigmaprime.search.session import Session

UNITS = (
    (math.pi, App("pi", ())), (math.e, App("exp", (Num(1),))), (1 / math.e, App("exp", (number(-1),))),
    *((math.exp(q), App("exp", (number(Fraction(q)),))) for q in (0.5, -0.5, 2, -2)),
    *((math.log(n), App("ln", (Num(n),))) for n in (2, 3, 5)),
    *((math.sqrt(n), App("sqrt", (Num(n),))) for n in (2, 3, 5)),
)  # fmt: skip
LARGEST = 12
LARGEST_DENOMINATOR = 64


def touching_points(session: Session, says: Term, x: Var, a: Fraction, b: Fraction) -> list[Term]:
    """Numbers between a and b that have a name: multiples of π, of e, logarithms, roots, critical points, fractions."""
    u, v = says.args  # type: ignore[union-attr]
    between = (number(a - (b - a)), number(b + (b - a)))
    found = [*_named(a, b), *interior_critical_points(session, x, App("-", (u, v)), App("()", between))]
    return [
        c
        for c in dict.fromkeys(found)
        if (ball := value(session, c)) is not None and bool(ball >= float(a)) and bool(ball <= float(b))
    ]


def _named(a: Fraction, b: Fraction) -> list[Term]:
    low, high = float(a), float(b)
    found: list[Term] = []
    for unit, term in UNITS:
        for d in range(1, LARGEST + 1):
            n = round((low + high) / 2 / unit * d)
            if n and abs(n) <= LARGEST and low <= n * unit / d <= high:
                found.append(scaled(term, Fraction(n, d)))
                break
    simple = simplest_between(a, b)
    return [*found, number(simple)] if simple.denominator <= LARGEST_DENOMINATOR else found
