"""Where a polynomial in the sine and the cosine of one angle t is 0, t linear in x: candidates, to be proved by others.

A·sin(t) + B·cos(t) = 0 where tan(t) = −B/A. What can be written in the sine or the cosine alone is solved for it; what
has even degrees only is written in the double angle.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, isfinite, pi

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.normal import ONE, Poly
from sigmaprime.kernel.sets import ends, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.algebra import fraction, normal_form, scaled, univariate
from sigmaprime.search.numbers import value
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.undoing import MOST_PERIODS, PI, Unsolved, solved, tidy, turned
from sigmaprime.search.waves import Bivariate, Waves, doubled_angle, in_one, polynomial, read

SPECIAL = tuple(Fraction(n, 12) for n in (-4, -3, -2, 2, 3, 4))
CLOSE = 1e-14


def wave_zeros(session: Session, top: Poly, x: Var, region: Term) -> Iterator[Term]:
    found = read(top, Fraction(1))
    if found is None:
        raise Unsolved("not a polynomial in a sine and a cosine")
    if found.terms.keys() == {(1, 0), (0, 1)}:
        yield from balanced(session, found, x, region)
        return
    try:
        yield from _reduced(session, found.angle, polynomial(found), x, region)
    except NoProof as gap:
        raise Unsolved(str(gap)) from None


def _reduced(session: Session, angle: Term, poly: Bivariate, x: Var, region: Term) -> Iterator[Term]:
    from sigmaprime.search.solving import roots

    for own, head in ((1, "cos"), (0, "sin")):
        alone = in_one(poly, own)
        if alone:  # an empty polynomial is 0 everywhere: it has no list of zeros
            highest = max(key[own] for key in alone)
            dense = [alone.get((0, k) if own else (k, 0), Fraction(0)) for k in range(highest + 1)]
            for root in roots(fmpq_poly([fmpq(c.numerator, c.denominator) for c in dense])):
                yield from solved(session, App(head, (angle,)), x, root, region)
            return
    if any((i + j) % 2 for i, j in poly):
        raise Unsolved("degrees of both kinds")
    doubled, double = doubled_angle(poly), App("*", (Num(2), angle))
    if doubled.keys() == {(1, 0), (0, 1)}:
        parts = {key: ((ONE, c),) for key, c in doubled.items()}
        yield from balanced(session, Waves(double, parts), x, region)
    elif all(i + j <= 1 for i, j in doubled):
        raise Unsolved("an angle that is not written down")
    else:
        yield from _reduced(session, double, doubled, x, region)


def balanced(session: Session, found: Waves, x: Var, region: Term) -> Iterator[Term]:
    """The zeros of A·sin(t) + B·cos(t), where t is linear in x: tan(t) = −B/A, in a bounded interval."""
    sine, cosine = found.coefficient(1, 0), found.coefficient(0, 1)
    line = univariate(normal_form(session, found.angle))
    if free(sine) | free(cosine) or line is None or line.generator is not x or line.top.degree() != 1:
        raise Unsolved("not a linear argument")
    if line.bottom.degree() or not is_interval(region):
        raise Unsolved("infinitely many solutions")
    bounds = [value(session, end) for end in ends(region)]
    first, size = _first(session, App("/", (App("neg", (cosine,)), sine)))
    if bounds[0] is None or bounds[1] is None:
        raise Unsolved("infinitely many solutions")
    rate, shift = fraction(line.top[1] / line.bottom[0]), fraction(line.top[0] / line.bottom[0])
    start, step = (size - float(shift)) / float(rate), pi / abs(float(rate))
    low, high = (float(b.mid()) for b in bounds if b is not None)
    if not isfinite(start) or (high - low) / step > 2 * MOST_PERIODS:
        raise Unsolved("too many solutions")
    for k in range(ceil((low - start) / step - 1e-9), floor((high - start) / step + 1e-9) + 1):
        yield tidy(_after(first, k if rate > 0 else -k, rate), -shift / rate)


def _first(session: Session, ratio: Term) -> tuple[Term | Fraction, float]:
    """atan(ratio), as a multiple of π if it is one of the usual ones; and its size."""
    term = App("atan", (_simple(ratio),))
    ball = value(session, term, None, 128)
    if ball is None:
        raise Unsolved("no value")
    size = float(ball.mid())
    for multiple in SPECIAL:
        if abs(size - float(multiple) * pi) < CLOSE:
            return multiple, size
    return term, size


def _simple(ratio: Term) -> Term:
    from sigmaprime.search.bounds import quadratic_number

    simple = quadratic_number(ratio)
    return ratio if simple is None else simple


def _after(first: Term | Fraction, k: int, rate: Fraction) -> Term:
    """(first + k·π)/rate."""
    if isinstance(first, Fraction):
        multiple = (first + k) / rate
        return scaled(PI, multiple) if multiple else Num(0)
    match first:
        case App("atan", (App("neg", (size,)),)):
            part = scaled(App("atan", (size,)), -1 / rate)
        case _:
            part = scaled(first, 1 / rate)
    return turned(part, Fraction(k) / rate)
