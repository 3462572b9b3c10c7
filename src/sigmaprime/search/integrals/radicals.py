"""Square roots of quadratic polynomials: the square completed, and trigonometric substitution."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from flint import fmpq_poly

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.integrals.express import NotInTerms, expressed
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.polynomial import as_polynomial, fraction
from sigmaprime.search.integrals.product import (
    HALF,
    ONE,
    Product,
    power,
    product,
    raised,
    summands,
    times,
    total,
    written,
)
from sigmaprime.search.integrals.rational import square_completed
from sigmaprime.search.integrals.simplify import put
from sigmaprime.search.integrals.slopes import slope
from sigmaprime.search.integrals.substitution import Change, changed
from sigmaprime.search.integrals.sums import linear, polynomial_term
from sigmaprime.search.integrals.table import root_of, square_and_constant
from sigmaprime.search.integrals.work import Work, rewritten, solved

TWO: Final = Fraction(2)


def radical(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """A product with one square root of a quadratic polynomial."""
    roots = [(b, e) for b, e in p.factors if e.denominator == 2 and linear(b, x) is None]
    if len(roots) != 1:
        return None
    base, exponent = roots[0]
    rest = Product(ONE, tuple(f for f in p.factors if f[0] is not base))
    square = square_completed(base, x)
    if square is not None:
        return _completed(work, rest, base, exponent, square, x, shown)
    if square_and_constant(base, x) is None or any(as_polynomial(b, x) is None for b, _ in rest.factors):
        return None
    return _substituted(work, rest, base, exponent, x, shown)


def _completed(
    work: Work, rest: Product, base: Term, exponent: Fraction, square: Term, x: Var, shown: Term
) -> Plan | None:
    if exponent == -HALF and len(rest.factors) == 1 and (plan := _linear_above(work, rest, base, x, shown)) is not None:
        return plan
    said = App("=", (base, square))
    if not rest.factors and exponent == -HALF:
        return rewritten(work, (raised(square, exponent),), x, shown, "complete the square", said)
    found = square_and_constant(square, x)
    if found is None:
        return None
    inner = found[1]
    u = work.letter(shown)
    a = as_polynomial(inner, x)
    if a is None:
        return None
    try:
        old = polynomial_term(fmpq_poly([-a[0], 1]), u)
        new = expressed(times(rest, raised(square, exponent)), inner, u, x, old)
    except (NotInTerms, ValueError):
        return None
    plan = changed(work, new, x, written(times(rest, raised(square, exponent))), Change(u, inner, (), Num(1)))
    return None if plan is None else Plan(x, shown, "complete the square", (said,), (), ((Product(ONE), plan),))


def _linear_above(work: Work, rest: Product, base: Term, x: Var, shown: Term) -> Plan | None:
    """(Bx + C)/√q = B/2a·q′/√q + rest/√q."""
    q, top = as_polynomial(base, x), as_polynomial(written(rest), x)
    if q is None or top is None or top.degree() != 1:
        return None
    below = raised(base, -HALF)
    own = q.derivative()
    share = top[1] / own[1]
    left = top - own * share
    first = solved(work, (times(product(polynomial_term(own, x)), below),), x)
    if first is None:
        return None
    plans = [(Product(fraction(share)), first)]
    if left.degree() >= 0:
        others = solved(work, (below,), x)
        if others is None:
            return None
        plans.append((Product(fraction(left[0])), others))
    return Plan(x, shown, "split the numerator", (), (), tuple(plans))


def _substituted(work: Work, rest: Product, base: Term, exponent: Fraction, x: Var, shown: Term) -> Plan | None:
    """x = (a/b)·sin t for √(a² − b²x²), tan t for √(a² + b²x²), sec t for √(b²x² − a²)."""
    found = square_and_constant(base, x)
    if found is None:
        return None
    outer, inner, c = found
    if inner is not x:
        return None
    size, scale = _root(c), _root(outer)
    if size is None or scale is None:
        return None
    wave, other = ("sin", "cos") if outer.number < 0 else ("tan", "sec") if c.number > 0 else ("sec", "tan")
    if outer.number < 0 and c.number < 0:
        return None
    t = work.letter(shown, first="t θ")
    ratio = times(size, power(scale, -ONE))
    old = times(ratio, product(App(wave, (t,))))
    dx = slope(written(old), t)
    root = times(size, product(App(other, (t,))))  # the square root itself, positive
    try:
        new = times(expressed(rest, x, Var("_"), x), Product(ONE))
    except (NotInTerms, ValueError):
        return None
    new = _put(rest, x, written(old))
    new = times(new, power_of(root, exponent * 2), product(dx))
    names = _names(wave, other, x, base, ratio, size)
    back = [(App(head, (t,)), value) for head, value in names.items()]
    arc = written(times(product(x), power(ratio, -ONE)))
    inverse = App("acos", (written(power(product(arc), -ONE)),)) if wave == "sec" else App("a" + wave, (arc,))
    plan = changed(replace(work, letters=work.letters | {t.name}), new, x, shown, Change(t, inverse, tuple(back)))
    if plan is None or plan.rest == ():
        return None
    said = (
        App("=", (x, written(old))),
        App("=", (App("differential", (x,)), App("differential", (t, dx)))),
        App("=", (App("sqrt", (base,)), written(root))),
    )
    return replace(plan, rule="trigonometric substitution", shown=said)


def _root(p: Product) -> Product | None:
    return root_of(times(Product(-ONE), p) if p.number < 0 else p)


def _put(p: Product, x: Var, value: Term) -> Product:
    return product(put(written(p), x, value))


def power_of(p: Product, exponent: Fraction) -> Product:
    return power(p, exponent)


def _names(wave: str, other: str, x: Var, base: Term, ratio: Product, size: Product) -> dict[str, Term]:
    """The functions of t in terms of x, from the triangle."""
    first = times(product(x), power(ratio, -ONE))
    second = times(raised(base, HALF), power(size, -ONE))
    w, o = {wave: first}, {other: second}
    both = {**w, **o}
    match wave:
        case "sin":
            both |= {
                "tan": times(first, power(second, -ONE)),
                "sec": power(second, -ONE),
                "csc": power(first, -ONE),
                "cot": times(second, power(first, -ONE)),
            }
        case "tan":
            both |= {
                "sin": times(first, power(second, -ONE)),
                "cos": power(second, -ONE),
                "cot": power(first, -ONE),
                "csc": times(second, power(first, -ONE)),
            }
        case _:
            both |= {
                "cos": power(first, -ONE),
                "sin": times(second, power(first, -ONE)),
                "cot": power(second, -ONE),
                "csc": times(first, power(second, -ONE)),
            }
    return {head: written(value) for head, value in both.items()}


def conjugate_roots(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """1/(√A ± √B), extended by the other sign."""
    for base, exponent in p.factors:
        terms = summands(base)
        if exponent != -1 or len(terms) != 2 or not any(e == HALF for t in terms for _, e in t.factors):
            continue
        squares = [times(t, t) for t in terms]
        below = total((squares[0], times(Product(-ONE), squares[1])))
        poly = as_polynomial(below, x)
        if poly is None or poly.degree() > 1 or not all(len(t.factors) == 1 for t in terms):
            continue
        factor = total((terms[0], times(Product(-ONE), terms[1])))
        rest = Product(p.number, tuple(f for f in p.factors if f[0] is not base))
        lower = power(product(below), -ONE)
        new = tuple(times(rest, lower, t) for t in summands(factor))
        return rewritten(work, new, x, shown, "extend", factor)
    return None


def root_of_quotient(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """√((1 + x)/(1 − x)) as (1 + x)/√(1 − x²)."""
    match p.factors:
        case ((App("/", (above, below)), e),) if e == HALF:
            a, b = as_polynomial(above, x), as_polynomial(below, x)
            if a is None or b is None or a.degree() > 1 or b.degree() > 1:
                return None
            new = times(product(above), raised(polynomial_term(a * b, x), -HALF))
            return rewritten(work, (new,), x, shown, "rewrite")
    return None
