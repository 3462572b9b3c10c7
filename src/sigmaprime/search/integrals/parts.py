"""Integration by parts: ∫ u·v′ dx = u·v − ∫ u′·v dx."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.polynomial import as_polynomial
from sigmaprime.search.integrals.product import (
    ONE,
    Product,
    collected,
    distributed,
    power,
    product,
    summands,
    times,
    total,
    written,
)
from sigmaprime.search.integrals.slopes import Unknown, slopes
from sigmaprime.search.integrals.sums import expanded, linear, one_product
from sigmaprime.search.integrals.table import standard
from sigmaprime.search.integrals.work import Work, solved

FIRST: Final = frozenset("ln atan asin acos acot asinh acosh atanh asec log2 log10".split())
WAVES: Final = frozenset("sin cos".split())
LATER: Final = frozenset("exp sin cos sinh cosh".split())
MINUS: Final = Product(-ONE)


def parts(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """The logarithm or inverse function is differentiated, else the polynomial; e^x·sin x goes round in a circle."""
    if (circle := _circle(p, x, shown)) is not None:
        return circle
    for u, rest in _choices(p, x):
        plan = by_parts(work, x, shown, u, rest)
        if plan is not None:
            return plan
    return None


def by_parts(work: Work, x: Var, shown: Term, u: Product, rest: Product) -> Plan | None:
    found = _integrated(rest, x)
    if found is None:
        return None
    try:
        slope = slopes(written(u), x)
    except Unknown:
        return None
    v = total(found)
    done = (times(u, product(v)),) if len(summands(v)) == 1 else (times(u, Product(ONE, ((v, ONE),))),)
    left = collected(times(s, q) for s in one_product(slope, x) for q in summands(v))
    plan = solved(work, left, x)
    if plan is None:
        return None
    said = said_of(x, written(u), total(slope), written(rest), v)
    return Plan(x, shown, "parts", said, done, _with_sign(plan, MINUS))


def _with_sign(plan: Plan, sign: Product) -> tuple[tuple[Product, Plan], ...]:
    """The rest of a sum without a further bracket."""
    if plan.rule in ("linearity", "constant factor"):
        return tuple((times(sign, c), part) for c, part in plan.rest)
    return ((sign, plan),)


def said_of(x: Var, u: Term, slope: Term, rest: Term, v: Term) -> tuple[Term, ...]:
    """u, v′, u′ and v, by letters that are not taken."""
    f, g = (Var("f"), Var("g")) if x.name in ("u", "v") else (Var("u"), Var("v"))
    return (
        App("=", (f, u)), App("=", (App("differential", (g,)), App("differential", (x, rest)))),
        App("=", (App("differential", (f,)), App("differential", (x, slope)))), App("=", (g, v)),
    )  # fmt: skip


def _integrated(p: Product, x: Var) -> tuple[Product, ...] | None:
    """v from v′, at sight, or by a short substitution."""
    if (found := standard(p, x)) is not None:
        return found.value
    terms = expanded(p, x)
    if terms is not None:
        values = [(t.parts(x)[0], standard(t.parts(x)[1], x)) for t in terms]
        if all(s is not None for _, s in values):
            return collected(q for c, s in values if s is not None for q in distributed(c, s.value))
    return _of_a_power(p, x)


def _of_a_power(p: Product, x: Var) -> tuple[Product, ...] | None:
    """c·g^(n + 1)/(n + 1) from c·g^n·g′, where g is a sum: −1/(1 + e^x) from e^x/(1 + e^x)^2."""
    for base, n in p.factors:
        if isinstance(base, App) and base.head in ("+", "-") and n != -1:
            with suppress(Unknown):
                slope = collected(slopes(base, x))
                ratio = times(_without(p, base), power(slope[0], -ONE)) if len(slope) == 1 else p
                if not ratio.parts(x)[1].factors:
                    return (times(ratio, Product(1 / (n + 1), ((base, n + 1),))),)
    return None


def _choices(p: Product, x: Var) -> Iterator[tuple[Product, Product]]:
    """(u, v′), the likeliest first."""
    for base, exponent in p.factors:
        if isinstance(base, App) and base.head in FIRST and exponent.denominator == 1 and exponent > 0:
            yield _split(p, base)
    for base, _ in p.factors:
        if isinstance(base, App) and base.head in LATER and linear(base.args[0], x) is not None:
            polynomial = _without(p, base)
            if all(as_polynomial(b, x) is not None and e > 0 and e.denominator == 1 for b, e in polynomial.factors):
                yield polynomial, Product(ONE, tuple(f for f in p.factors if f[0] is base))
    polynomials = tuple(
        f for f in p.factors if as_polynomial(f[0], x) is not None and f[1] > 0 and f[1].denominator == 1
    )
    others = tuple(f for f in p.factors if f not in polynomials)
    if polynomials and others:
        yield Product(ONE, polynomials), Product(ONE, others)
    for base, exponent in p.factors:
        if exponent < -1 or (isinstance(base, App) and base.head in ("sec", "csc") and exponent == 2):
            whole = Product(ONE, ((base, exponent),))
            rest = _without(p, base)
            if rest.factors:
                yield rest, whole


def _split(p: Product, base: Term) -> tuple[Product, Product]:
    return Product(ONE, tuple(f for f in p.factors if f[0] is base)), _without(p, base)


def _without(p: Product, base: Term) -> Product:
    return Product(p.number, tuple(f for f in p.factors if f[0] is not base))


def _circle(p: Product, x: Var, shown: Term) -> Plan | None:
    """∫ e^(ax)·sin(bx) dx: twice by parts gives the integral back, and it is solved for."""
    match p.factors:
        case ((App("exp", (v,)) as growth, m), (App(wave, (w,)) as second, n)) if m == n == 1 and wave in WAVES:
            pass
        case ((App(wave, (w,)) as second, n), (App("exp", (v,)) as growth, m)) if m == n == 1 and wave in WAVES:
            pass
        case _:
            return None
    a, b = linear(v, x), linear(w, x)
    if a is None or b is None or a[0].factors or b[0].factors:
        return None
    e, other = product(growth), product(App("cos" if wave == "sin" else "sin", (w,)))
    rate, turn = a[0].number, b[0].number * (1 if wave == "sin" else -1)
    v1 = times(Product(1 / rate), e)
    u1, u2 = product(second), times(Product(turn), other)
    first = times(u1, v1)
    factor = Product(-turn / rate)  # ∫ = u1·v1 − (turn/rate) ∫ e·other
    inner_done = times(other, v1)
    inner_slope = times(Product(-turn), u1)
    again = Product(turn / rate)  # ∫ e·other = other·v1 + (turn/rate) ∫ e·second
    inner = Plan(
        x, written(times(e, other)), "turn",
        said_of(x, written(other), written(inner_slope), written(e), written(v1)), (inner_done,), again=again.number,
    )  # fmt: skip
    said = said_of(x, written(u1), written(u2), written(e), written(v1))
    return Plan(x, shown, "circle", said, (first,), ((factor, inner),), again=factor.number * again.number)


def exponential_and_slope(_work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """∫ e^x·(f + f′) dx = e^x·f."""
    match p.factors:
        case ((App("exp", (v,)) as growth, m), (base, n)) | ((base, n), (App("exp", (v,)) as growth, m)) if m == n == 1:
            terms = summands(base)
            for index, f in enumerate(terms) if v is x and len(terms) > 1 else ():
                with suppress(Unknown):
                    rest = collected((*terms[:index], *terms[index + 1 :]))
                    if set(slopes(written(f), x)) == set(rest):
                        done = times(product(growth), f)
                        slope = App("=", (App("differential", (written(f),)), App("differential", (x, total(rest)))))
                        return Plan(x, shown, "of a sum with its derivative", (slope,), (done,))
    return None
