"""Quotients as one writes them: whole coefficients, a minus sign in front, factors in the denominator."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from sigmaprime.kernel.normal import Monomial, Poly
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.algebra import fraction, raised
from sigmaprime.search.cancelled import cancelled, factor, plus
from sigmaprime.search.quotients import back, over, primitive, ring_of, written
from sigmaprime.search.session import Session
from sigmaprime.search.sizes import over as ratio
from sigmaprime.search.spelling import spelled
from sigmaprime.tidy import tidied

ONE: Monomial = frozenset()


def in_powers_of(poly: Poly, x: Var | None) -> Term:
    """The polynomial, the highest powers of x first: x − a."""
    if x is None or _falls(poly, x) or not all(isinstance(s, Var) for m in poly for s, _ in m):
        return written(poly)
    order = sorted(poly, key=lambda m: (-dict(m).get(x, Fraction(0)), -sum((p for _, p in m), Fraction(0)), spelled(m)))
    return divided_by(poly, ONE, tuple(order)) if len({s for m in poly for s, _ in m}) > 1 else written(poly)


def _falls(poly: Poly, x: Var | None) -> bool:
    """Whether the coefficient of the highest power of x is negative, where there are parameters."""
    if x is None or len({s for m in poly for s, _ in m}) < 2:
        return False
    top = max(poly, key=lambda m: (dict(m).get(x, Fraction(0)), spelled(m)))
    return x in dict(top) and bool(poly[top] < 0)


def as_fraction(session: Session, term: Term, x: Var | None = None) -> Term:
    """`term` as one quotient without common factors."""
    parts = cancelled(session, term)
    if not parts.top:
        return Num(0)
    scale = Fraction(lcm(*(int(c.q) for c in parts.top.values())), gcd(*(int(c.p) for c in parts.top.values())))
    lower = lcm(*(int(c.q) for c in parts.bottom.values()))
    top = {m: c * scale.numerator / scale.denominator for m, c in parts.top.items()}
    bottom = {m: c * lower for m, c in parts.bottom.items()}
    number = Fraction(lower) / scale  # term = number·top/bottom
    negative = number < 0
    if len(top) == 1:
        ((monomial, coefficient),) = top.items()
        negative ^= coefficient < 0
        top = {monomial: abs(coefficient)}
    whole = {m: c * abs(number.numerator) for m, c in top.items()} if len(top) == 1 else None
    above = written(whole) if whole is not None else _times(abs(number.numerator), in_powers_of(top, x))
    below = _factored({m: c * number.denominator for m, c in bottom.items()}, x)
    result = above if below is Num(1) else App("/", (above, below))
    if isinstance(above, Num) and isinstance(below, Num):
        result = Num(above.value / below.value)
    return App("neg", (result,)) if negative else result


def joined(session: Session, total: Term, x: Var | None = None) -> Term:
    """A sum of quotients over the least common denominator, with nothing cancelled yet."""
    parts = [(sign, cancelled(session, term)) for sign, term in _addends(total)]
    ring = ring_of(*(poly for _, part in parts for poly in (part.top, part.bottom)))
    packed = [(sign, over(ring, part.top), over(ring, part.bottom)) for sign, part in parts]
    if any(any(shift) for _, *both in packed for _, shift in both):
        return as_fraction(session, total, x)
    below = packed[0][2][0]
    for _, _, (bottom, _) in packed[1:]:
        below = below * bottom / below.gcd(bottom)
    below, _ = primitive(below)
    above = sum((sign * top * (below / bottom) for sign, (top, _), (bottom, _) in packed[1:]),
                packed[0][0] * packed[0][1][0] * (below / packed[0][2][0]))  # fmt: skip
    top = back(ring, above)
    scale = lcm(*(int(c.q) for c in top.values())) if top else 1
    if not top:
        return Num(0)
    number, bases = factors_of_poly(ring, below * scale, x)
    up = in_powers_of({m: c * scale for m, c in top.items()}, x)
    down = product([Num(number), *bases] if number > 0 else [App("neg", (Num(-number),)), *bases])
    return tidied(App("/", (up, down)))


def _addends(term: Term, sign: int = 1) -> Iterator[tuple[int, Term]]:
    match term:
        case App("+" | "-" as head, (u, v)):
            yield from _addends(u, sign)
            yield from _addends(v, sign if head == "+" else -sign)
        case App("neg", (u,)):
            yield from _addends(u, -sign)
        case _:
            yield sign, term


def _times(count: int, term: Term) -> Term:
    return term if count == 1 else App("*", (Num(count), term))


def _factored(poly: Poly, x: Var | None) -> Term:
    if len(poly) == 1:
        return written(poly)
    ring = ring_of(poly)
    whole, shift = over(ring, poly)
    if any(shift):
        return written(poly)
    number, bases = factors_of_poly(ring, whole, x)
    return product([Num(number), *bases] if number > 0 else [App("neg", (Num(-number),)), *bases])


def factors_of_poly(ring: Any, poly: Any, x: Var | None = None) -> tuple[Fraction, list[Term]]:
    """A number and the factors, each with its power."""
    constant, found = poly.factor()
    number = fraction(constant)
    bases: list[Term] = []
    for each, multiplicity in found:
        plain, content = primitive(each)
        number *= content ** int(multiplicity)
        base = back(ring, plain)
        if _falls(base, x):
            base = {m: -c for m, c in base.items()}
            number *= (-1) ** int(multiplicity)
        bases.append(raised(in_powers_of(base, x), int(multiplicity)))
    return number, sorted(bases, key=lambda b: isinstance(b, App) and b.head in ("+", "-"))


def product(factors: list[Term]) -> Term:
    """∏ factors, ones left out."""
    kept = [f for f in factors if f is not Num(1)]
    result: Term = kept[0] if kept else Num(1)
    for each in kept[1:]:
        result = App("*", (result, each))
    return result


def divided_by(poly: Poly, by: Monomial, order: tuple[Monomial, ...] = ()) -> Term:
    """The polynomial divided term by term, in that order or from its highest power on: 3 − 1/x − 2/x²."""
    places = {monomial: index for index, monomial in enumerate(order)}

    def rank(monomial: Monomial) -> tuple[int, bool, Fraction, str]:
        degree = sum((p for _, p in monomial), Fraction(0))
        return places.get(monomial, len(places)), not monomial, -degree, spelled(monomial)

    terms = sorted(poly.items(), key=lambda entry: rank(entry[0]))
    total: Term | None = None
    for monomial, coefficient in terms:
        c = fraction(coefficient)
        part = _ratio(ratio(monomial, by), abs(c))
        total = plus(total, part, c > 0)
    return total if total is not None else Num(0)


def _ratio(monomial: Monomial, scale: Fraction) -> Term:
    """c·∏ sᵖ as a quotient; e^(−2x) where it stands alone."""
    ordered = sorted(monomial, key=repr)
    up = [factor(s, p) for s, p in ordered if p > 0]
    down = [factor(s, -p) for s, p in ordered if p < 0]
    if not up and down and all(isinstance(s, tuple) for s, _ in ordered):
        up, down = [factor(s, p) for s, p in ordered], []
    above = product([Num(scale.numerator), *up])
    below = product([Num(scale.denominator), *down])
    return above if below is Num(1) else App("/", (above, below))
