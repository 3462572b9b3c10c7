"""Substitution: ∫ h(g(x))·g′(x) dx = ∫ h(u) du with u = g(x)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.integrals.express import NotInTerms, expressed
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.polynomial import as_polynomial
from sigmaprime.search.integrals.product import (
    ONE,
    Product,
    nodes,
    power,
    product,
    raised,
    summands,
    times,
    total,
    written,
)
from sigmaprime.search.integrals.slopes import Unknown, over, slopes
from sigmaprime.search.integrals.sums import as_polynomials, expanded, linear, without_fractions
from sigmaprime.search.integrals.table import standard
from sigmaprime.search.integrals.work import Work, solved

MOST: Final = 14  # inner functions that are tried
MOST_POWER: Final = 6
RECIPROCAL: Final = (("sec", "cos"), ("csc", "sin"), ("sech", "cosh"), ("csch", "sinh"))


def substitution(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """With an inner function whose derivative is a factor."""
    for inner in _inner_functions(p, x):
        found = substituted(work, p, x, shown, inner)
        if found is not None:
            return found
    return None


def substituted(work: Work, p: Product, x: Var, shown: Term, inner: Term, old: Term | None = None) -> Plan | None:
    """With u = `inner`; `old` is x in terms of the letter `_u`, where it may be used."""
    u = work.letter(shown)
    try:
        slope = slopes(inner, x)
        divisor = _as_product(slope, x)
        if divisor is None:
            return None
        new = expressed(as_polynomials(reduced(over(as_polynomials(p, x), divisor)), x), inner, u, x, old_in(old, u))
        new = without_fractions(new, u)
    except (NotInTerms, Unknown, ValueError, ZeroDivisionError):
        return None
    if x.name in free(written(new)):
        return None
    if _is_rational(product(shown), x) and not _is_shorter(new, u):
        return None
    return changed(work, new, x, shown, Change(u, inner, (), total(slope)))


def reduced(p: Product) -> Product:
    """sec²·cos² as 1, where both occur."""
    names = {App(one, (u,)): App(other, (u,)) for one, other in RECIPROCAL for u in _angles(p)}
    exponents = dict(p.factors)
    both = {a for a, b in names.items() if a in exponents and b in exponents}
    return times(Product(p.number), *(Product(ONE, ((names[b], -e) if b in both else (b, e),)) for b, e in p.factors))


def _angles(p: Product) -> set[Term]:
    return {b.args[0] for b, _ in p.factors if isinstance(b, App) and len(b.args) == 1}


def old_in(old: Term | None, u: Var) -> Term | None:

    return None if old is None else substitute(old, {"_u": u})


def _as_product(slope: tuple[Product, ...], x: Var) -> Product | None:
    """The derivative as one product, which can be divided by."""
    if not slope:
        return None
    if len(slope) == 1:
        return as_polynomials(slope[0], x)
    whole = total(slope)
    if as_polynomial(whole, x) is not None:
        return as_polynomials(product(whole), x)
    return Product(ONE, ((whole, ONE),))


@dataclass(frozen=True, slots=True)
class Change:
    """u = inner(x); `back` is what else is put in place of terms in u, `slope` the derivative where it is shown."""

    u: Var
    inner: Term
    back: tuple[tuple[Term, Term], ...] = ()
    slope: Term | None = None


def changed(work: Work, new: Product, x: Var, shown: Term, change: Change) -> Plan | None:
    """∫ … dx as ∫ new du."""
    u, inner, slope = change.u, change.inner, change.slope
    fixed, moving = new.parts(u)
    multiplied = expanded(moving, u)
    plan = solved(work, multiplied, u) if multiplied and _all_powers(multiplied, u) else None
    if plan is not None and plan.integrand is not written(moving):
        plan = Plan(u, written(moving), "expand", (), (), ((Product(ONE), plan),))
    plan = plan or solved(work, (moving,), u)
    if plan is None:
        return None
    said = [App("=", (u, inner))]
    if slope is not None:
        said.append(App("=", (App("differential", (u,)), App("differential", (x, slope)))))
    return Plan(x, shown, "substitution", tuple(said), (), ((fixed, plan),), inner, change.back)


def _is_rational(p: Product, x: Var) -> bool:
    return all(as_polynomial(b, x) is not None and e.denominator == 1 for b, e in p.factors) and any(
        e < 0 for _, e in p.factors
    )


def _is_shorter(new: Product, u: Var) -> bool:
    """Whether it is worth it for a quotient of polynomials, which may be divided and split instead."""
    moving = new.parts(u)[1]
    return standard(moving, u) is not None or (bool(expanded(moving, u)) and _is_deep(moving))


def _is_deep(p: Product) -> bool:
    """A power of the new letter below, so that a division is no shorter."""
    return all(e > 0 or (isinstance(b, Var) and e < -1) for b, e in p.factors)


def _all_powers(terms: tuple[Product, ...], u: Var) -> bool:
    return all(base is u for t in terms for base, _ in t.parts(u)[1].factors)


def _inner_functions(p: Product, x: Var) -> list[Term]:
    """Arguments and bases first, then functions that are factors, then powers of x."""
    found: dict[Term, None] = {}
    for inner in (*_arguments(p), *_functions(p), *_powers(p, x)):
        if inner is not x and x.name in free(inner) and linear(inner, x) is None:
            found[inner] = None
    return list(found)[:MOST]


def _arguments(p: Product) -> Iterator[Term]:
    for base, exponent in p.factors:
        if exponent != 1 and not isinstance(base, Var):
            yield base
        for node in nodes(base):
            match node:
                case App("+" | "-" | "*" | "/" | "neg" | "fn", _):
                    continue
                case App("^" | "sqrt", (u, *_)):
                    yield u
                case App(_, (u,)):
                    yield u


def _functions(p: Product) -> Iterator[Term]:
    for base, _ in p.factors:
        if isinstance(base, App) and len(summands(base)) > 1:
            yield base
        for node in nodes(base):
            match node:
                case App("+" | "-" | "*" | "/" | "^" | "neg" | "fn" | "sqrt", _):
                    continue
                case App(_, (_,)):
                    yield node


def _powers(p: Product, x: Var) -> Iterator[Term]:
    exponent = dict(p.factors).get(x, Fraction(0))
    for k in range(2, MOST_POWER + 1):
        if exponent == k - 1 or (exponent > 0 and (exponent + 1) % k == 0):
            yield App("^", (x, Num(k)))


def rationalised(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """With u for a root of a·x + b, or for ln x, and x in terms of u."""
    u = Var("_u")
    for inner, old in _invertible(p, x, u):
        found = substituted(work, p, x, shown, inner, old)
        if found is not None:
            return found
    return None


def _invertible(p: Product, x: Var, u: Var) -> Iterator[tuple[Term, Term]]:
    roots: dict[Term, set[int]] = {}
    seen = [(b, e) for b, e in p.factors]
    for base, _ in p.factors:
        for node in nodes(base):
            match node:
                case App("cbrt", (v,)) if (found := linear(v, x)) is not None:
                    yield node, _solved_for(found, power(product(u), Fraction(3)))
                case App("ln", (v,)) if v is x:
                    yield node, App("exp", (u,))
                case App("sqrt" | "^", _):
                    seen += product(node).factors
    for base, exponent in seen:
        if exponent.denominator != 1 and linear(base, x) is not None:
            roots.setdefault(base, set()).add(exponent.denominator)
    for base, degrees in roots.items():
        n = 1
        for d in degrees:
            n = n * d // _gcd(n, d)
        found = linear(base, x)
        if found is not None and n <= 12:
            yield written(raised(base, Fraction(1, n))), _solved_for(found, power(product(u), Fraction(n)))


def _gcd(a: int, b: int) -> int:
    return a if not b else _gcd(b, a % b)


def _solved_for(found: tuple[Product, tuple[Product, ...]], value: Product) -> Term:
    """x from a·x + b = value"""
    a, b = found
    inverse = Product(1 / a.number, tuple((f, -e) for f, e in a.factors))
    return total(times(inverse, q) for q in (value, *(times(Product(-ONE), t) for t in b)))


def algebraic(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """With u for a root, where there are roots and the four operations alone."""
    plain = frozenset("+ - * / ^ neg sqrt cbrt".split())
    heads = {node.head for base, _ in p.factors for node in nodes(base) if isinstance(node, App)}
    return rationalised(work, p, x, shown) if heads <= plain else None
