"""A formula for the derivatives of all orders of a function, where one is known: untrusted, induction proves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import factorial

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.sets import MINUS_OO, OO, REALS
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, substitute
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session
from sigmaprime.tidy import tidied

ONE, ZERO = Num(1), Num(0)
HIGHEST_DEGREE = 6


@dataclass(frozen=True, slots=True)
class Formula:
    """`term` is the derivative of order n, from the order `start` on, on the open set `region`."""

    term: Term
    start: int = 0
    region: Term = REALS


def formula_for(session: Session, body: Term, x: Var, n: Term) -> Formula:
    """The formula for the derivative of order n of `body` by x; `NoProof` where none is known."""
    found = _formula(session, body, x, n)
    return replace(found, term=tidied(found.term))


def _formula(session: Session, body: Term, x: Var, n: Term) -> Formula:
    match body:
        case App("neg", (u,)):
            inner = _formula(session, u, x, n)
            return replace(inner, term=App("neg", (inner.term,)))
        case App("+" | "-" as sign, (u, v)) if x.name in free(u) and x.name in free(v):
            return _joined(sign, _formula(session, u, x, n), _formula(session, v, x, n))
        case App("+", (u, v)) | App("-", (u, v)) if x.name not in free(v) and not _is_linear(body, x):
            return _from(_formula(session, u, x, n), 1)
        case App("+" | "-" as sign, (u, v)) if x.name not in free(u) and not _is_linear(body, x):
            inner = _from(_formula(session, v, x, n), 1)
            return inner if sign == "+" else replace(inner, term=App("neg", (inner.term,)))
        case App("*", (c, u)) if x.name not in free(c):
            inner = _formula(session, u, x, n)
            return replace(inner, term=App("*", (c, inner.term)))
        case App("*", (u, c)) if x.name not in free(c):
            inner = _formula(session, u, x, n)
            return replace(inner, term=App("*", (c, inner.term)))
        case App("/", (u, c)) if x.name not in free(c):
            inner = _formula(session, u, x, n)
            return replace(inner, term=App("/", (inner.term, c)))
        case App("*", (u, App("exp", (v,)))) | App("*", (App("exp", (v,)), u)):
            return _polynomial_times_exponential(u, v, x, n)
        case App("/", (c, v)) if x.name not in free(c):
            return _reciprocal(c, v, x, n)
        case App("^", (u, App("neg", (Num(p),)))) if p.denominator == 1:
            return _reciprocal(ONE, App("^", (u, Num(p))), x, n)
        case App("^", (u, c)) if x.name not in free(c):
            return _power(session, u, c, x, n)
        case App("^", (b, u)) if x.name not in free(b):
            return Formula(_times((_power_of(App("*", (_slope(u, x), App("ln", (b,)))), n), body)))
        case App(head, (u,)):
            return _of_table(session, head, u, x, n, body)
    raise NoProof("no formula for its derivatives of all orders is known")


def _of_table(session: Session, head: str, u: Term, x: Var, n: Term, body: Term) -> Formula:
    a = _slope(u, x)
    match head:
        case "exp":
            return Formula(_times((_power_of(a, n), body)))
        case "sin" | "cos":
            angle = App("+", (u, App("/", (App("*", (n, App("pi", ()))), Num(2)))))
            return Formula(_times((_power_of(a, n), App(head, (angle,)))))
        case "ln":
            before = App("-", (n, ONE))
            top = _times((_power_of(App("neg", (ONE,)), before), App("factorial", (before,)), _power_of(a, n)))
            return Formula(App("/", (top, App("^", (u, n)))), 1, _where_positive(session, u, a, x))
        case "sqrt":
            return _real_power(session, u, Num(ONE.value / 2), x, n)
    raise NoProof("no formula for its derivatives of all orders is known")


def _reciprocal(c: Term, v: Term, x: Var, n: Term) -> Formula:
    """c/(a + b·x)^p: (−1)ⁿ (n + p − 1)!/(p − 1)! c bⁿ/(a + b·x)^(n + p)."""
    base, p = v, 1
    match v:
        case App("^", (u, Num(k))) if k.denominator == 1 and k > 0:
            base, p = u, int(k)
    slope = _slope(base, x)
    growing = App("factorial", (n if p == 1 else App("+", (n, Num(p - 1))),))
    sign = _power_of(App("neg", (ONE,)), n)
    top = _times((c, sign, growing, _power_of(slope, n)))
    below: Term = App("^", (base, App("+", (n, Num(p)))))
    constant = factorial(p - 1)
    return Formula(App("/", (top, below if constant == 1 else App("*", (Num(constant), below)))))


def _power(session: Session, u: Term, c: Term, x: Var, n: Term) -> Formula:
    """u^c for a whole c >= n, or for a positive u."""
    whole = any(isinstance(h, App) and h.head == "whole" and h.args[0] is c for h in session.assumed)
    known = as_number(c)
    if whole or (known is not None and known.denominator == 1):
        slope = _slope(u, x)
        less = App("-", (c, n))
        falling = App("/", (App("factorial", (c,)), App("factorial", (less,))))
        return Formula(_times((falling, _power_of(slope, n), App("^", (u, less)))))
    return _real_power(session, u, c, x, n)


def _real_power(session: Session, u: Term, c: Term, x: Var, n: Term) -> Formula:
    a = _slope(u, x)
    i = Var("i") if "i" not in free(u) | free(c) | free(n) | {x.name} else Var("j")
    product = App("prod", (App("fn", (i, App("-", (c, i)))), ZERO, App("-", (n, ONE))))
    power = App("^", (u, App("-", (c, n))))
    return Formula(_times((product, _power_of(a, n), power)), 1, _where_positive(session, u, a, x))


def _polynomial_times_exponential(u: Term, v: Term, x: Var, n: Term) -> Formula:
    """p(x)·e^(±x + b): (p ± n·p′ + n(n−1)/2·p″ ± …)·(±1)ⁿ·e^(±x + b)."""
    from sigmaprime.search.orders.polynomials import in_powers

    a = _slope(v, x)
    sign = {ONE: 1, App("neg", (ONE,)): -1}.get(a)
    if sign is None:
        raise NoProof("only e^x and e^(−x) are multiplied by a polynomial")
    total = in_powers(u, x, n, sign)
    return Formula(_times((_power_of(a, n), total, App("exp", (v,)))))


def _where_positive(session: Session, u: Term, a: Term, x: Var) -> Term:
    """The half-line on which a·x + b is positive."""
    bound = tidied(App("/", (App("neg", (substitute(u, {x.name: ZERO}),)), a)))
    bound = _plain_number(bound)
    for relation in (">", "<"):
        try:
            prove(session, Claim(App(relation, (a, ZERO)), session.assumed))
        except NoProof:
            continue
        return App("()", (bound, OO)) if relation == ">" else App("()", (MINUS_OO, bound))
    raise NoProof("the sign of its slope is not known")


def _plain_number(term: Term) -> Term:
    from sigmaprime.search.values import cancelled_number

    return (
        term
        if free(term) or any(isinstance(t, App) and t.head not in ("neg", "/", "*", "+", "-") for t in (term,))
        else cancelled_number(term)
    )


def _slope(u: Term, x: Var) -> Term:
    """a for a·x + b, as it is written; `NoProof` for anything else."""
    match u:
        case Var() if u is x:
            return ONE
        case _ if x.name not in free(u):
            return ZERO
        case App("neg", (v,)):
            return tidied(App("neg", (_slope(v, x),)))
        case App("+" | "-" as sign, (v, w)):
            return _plain_slope(tidied(App(sign, (_slope(v, x), _slope(w, x)))))
        case App("*", (c, v)) if x.name not in free(c):
            return _plain_slope(tidied(App("*", (c, _slope(v, x)))))
        case App("*", (v, c)) if x.name not in free(c):
            return _plain_slope(tidied(App("*", (c, _slope(v, x)))))
        case App("/", (v, c)) if x.name not in free(c):
            return _plain_slope(tidied(App("/", (_slope(v, x), c))))
    raise NoProof("its argument is not linear")


def _plain_slope(a: Term) -> Term:
    from sigmaprime.search.values import cancelled_number

    return a if free(a) or isinstance(a, Num) or not _is_rational(a) else cancelled_number(a)


def _is_rational(a: Term) -> bool:
    match a:
        case Num():
            return True
        case App("neg" | "+" | "-" | "*" | "/", args):
            return all(map(_is_rational, args))
    return False


def _is_linear(u: Term, x: Var) -> bool:
    try:
        _slope(u, x)
    except NoProof:
        return False
    return True


def _power_of(a: Term, n: Term) -> Term:
    return ONE if a is ONE else App("^", (a, n))


def _times(factors: tuple[Term, ...]) -> Term:
    kept = [factor for factor in factors if factor is not ONE] or [ONE]
    product = kept[0]
    for factor in kept[1:]:
        product = App("*", (product, factor))
    return product


def _joined(sign: str, first: Formula, second: Formula) -> Formula:
    regions = {first.region, second.region} - {REALS}
    if len(regions) > 1:
        raise NoProof("they hold on different sets")
    term = App(sign, (first.term, second.term))
    return Formula(term, max(first.start, second.start), next(iter(regions), REALS))


def _from(found: Formula, start: int) -> Formula:
    return replace(found, start=max(found.start, start))
