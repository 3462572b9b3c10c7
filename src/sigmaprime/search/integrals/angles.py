"""Products and quotients of sines and cosines, by the formulas for sums and halves of angles."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.integrals.plan import Plan, replaced
from sigmaprime.search.integrals.polynomial import as_polynomial
from sigmaprime.search.integrals.product import (
    HALF,
    ONE,
    Product,
    nodes,
    product,
    raised,
    scaled,
    summands,
    times,
    total,
    written,
)
from sigmaprime.search.integrals.rational import as_quotient
from sigmaprime.search.integrals.substitution import Change, changed
from sigmaprime.search.integrals.sums import expanded, linear
from sigmaprime.search.integrals.work import Work, rewritten

CIRCULAR: Final = frozenset("sin cos tan cot sec csc".split())
TWO: Final = Fraction(2)


def products(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """sin(au)·cos(bu) as a sum."""
    match p.factors:
        case ((App(f, (u,)), m), (App(g, (v,)), n)) if m == n == 1 and {f, g} <= {"sin", "cos"} and u is not v:
            pass
        case _:
            return None
    if linear(u, x) is None or linear(v, x) is None:
        return None
    if (f, g) == ("cos", "sin"):
        f, u, g, v = g, v, f, u
    less, more = total((*summands(u), *_minus(v))), total((*summands(u), *summands(v)))
    head = "cos" if f == g else "sin"
    second = App("-" if f == g == "sin" else "+", (_even(head, less), _even(head, more)))
    value = App("/", (second, Num(2)))
    return rewritten(
        work,
        tuple(times(Product(HALF), q) for q in summands(_simple(second))),
        x,
        shown,
        "product to sum",
        App("=", (shown, _simple_quotient(value))),
    )


def _minus(v: Term) -> tuple[Product, ...]:
    return tuple(times(Product(-ONE), q) for q in summands(v))


def _even(head: str, u: Term) -> Term:
    """cos(−u) as cos u, sin(−u) as −sin u."""
    p = product(u)
    if len(summands(u)) == 1 and p.number < 0:
        flipped = App(head, (written(Product(-p.number, p.factors)),))
        return flipped if head == "cos" else App("neg", (flipped,))
    return App(head, (u,))


def _simple(term: Term) -> Term:
    return total(summands(term))


def _simple_quotient(value: Term) -> Term:
    match value:
        case App("/", (top, bottom)):
            return App("/", (_simple(top), bottom))
    return value


def conjugates(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """1/(1 ± sin u) and 1/(1 ± cos u), extended by the other sign."""
    for base, exponent in p.factors:
        terms = summands(base)
        if exponent != -1 or len(terms) != 2 or terms[0] != Product(ONE) or abs(terms[1].number) != 1:
            continue
        match terms[1].factors:
            case ((App("sin" | "cos" as head, (u,)), e),) if e == 1 and linear(u, x) is not None:
                other = App("cos" if head == "sin" else "sin", (u,))
                factor = total((terms[0], times(Product(-ONE), terms[1])))
                rest = Product(p.number, tuple(f for f in p.factors if f[0] is not base))
                new = expanded(times(rest, product(factor), raised(other, -TWO)), x)
                if new is not None:
                    return rewritten(work, new, x, shown, "extend", factor)
    return None


def half_angle_tangent(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """A rational function of sin x and cos x, by t = tan(x/2)."""
    t = work.letter(shown, first="t")
    square = App("^", (t, Num(2)))
    below = App("+", (Num(1), square))
    sine = App("/", (App("*", (Num(2), t)), below))
    cosine = App("/", (App("-", (Num(1), square)), below))
    angles = {n.args[0] for b, _ in p.factors for n in nodes(b) if isinstance(n, App) and n.head in CIRCULAR}
    if len(angles) != 1:
        return None
    (u,) = angles
    a = linear(u, x)
    if a is None or a[0].factors or a[1]:
        return None
    new: Term = written(p)
    for head, value in (
        ("sin", sine), ("cos", cosine), ("tan", App("/", (sine, cosine))), ("sec", App("/", (Num(1), cosine))),
        ("csc", App("/", (Num(1), sine))), ("cot", App("/", (cosine, sine))),
    ):  # fmt: skip
        new = replaced(new, App(head, (u,)), value)
    if x.name in free(new):
        return None
    outer = Product(2 / a[0].number)
    quotient = as_quotient(App("/", (new, below)), t)
    if quotient is None:
        return None
    inner = App("tan", (scaled(u, HALF),))
    plan = changed(work, times(outer, quotient), x, shown, Change(t, inner))
    if plan is None:
        return None
    said = (
        App("=", (t, inner)), App("=", (App("sin", (u,)), sine)), App("=", (App("cos", (u,)), cosine)),
        App("=", (App("differential", (x,)), App("differential", (t, written(times(outer, raised(below, -ONE))))))),
    )  # fmt: skip
    return replace(plan, rule="half-angle substitution", shown=said)


def squares(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """sin², cos² or tan² beside a polynomial, written without squares before it is multiplied out."""
    for base, exponent in p.factors:
        match base:
            case App("sin" | "cos" | "tan" | "cot" as head, (u,)) if exponent == 2 and len(p.factors) > 1:
                value = _without_square(head, u)
                rest = Product(ONE, tuple(f for f in p.factors if f[0] is not base))
                new = expanded(times(rest, product(value)), x)
                if new is None or any(as_polynomial(b, x) is None for b, _ in rest.factors):
                    return None
                return rewritten(work, new, x, shown, "identity", App("=", (App("^", (base, Num(2))), value)))
    return None


def _without_square(head: str, u: Term) -> Term:
    if head in ("tan", "cot"):
        return App("-", (App("^", (App("sec" if head == "tan" else "csc", (u,)), Num(2))), Num(1)))
    double = App("cos", (scaled(u, TWO),))
    return App("/", (App("-" if head == "sin" else "+", (Num(1), double)), Num(2)))


def double_angles(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """sin 2u beside functions of u as 2·sin u·cos u; x·sin u·cos u as x·sin(2u)/2."""
    angles = {n.args[0] for b, _ in p.factors for n in nodes(b) if isinstance(n, App) and n.head in ("sin", "cos")}
    for base, exponent in p.factors:
        match base:
            case App("sin", (v,)) if exponent == 1 and (half := scaled(v, HALF)) in angles:
                value = App("*", (App("*", (Num(2), App("sin", (half,)))), App("cos", (half,))))
                rest = Product(p.number, tuple(f for f in p.factors if f[0] is not base))
                return rewritten(
                    work, (times(rest, product(value)),), x, shown, "double angle", App("=", (base, value))
                )
    exponents = dict(p.factors)
    for u in angles:
        sine, cosine = App("sin", (u,)), App("cos", (u,))
        rest = Product(p.number, tuple(f for f in p.factors if f[0] not in (sine, cosine)))
        if exponents.get(sine) == exponents.get(cosine) == 1 and rest.factors:
            double = App("sin", (scaled(u, TWO),))
            said = App("=", (App("*", (sine, cosine)), App("/", (double, Num(2)))))
            if all(as_polynomial(b, x) is not None for b, _ in rest.factors):
                return rewritten(work, (times(rest, Product(HALF), product(double)),), x, shown, "double angle", said)
    return None
