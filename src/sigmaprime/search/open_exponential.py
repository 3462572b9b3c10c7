"""Exponentials of sums with logarithms in them, and powers with any exponent: exp(2·ln p + w) = p²·exp(w)."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from sigmaprime.kernel.normal import ONE, Monomial, Quotient
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, as_number, free, number
from sigmaprime.search.algebra import fraction, normal_form, raised, same_form
from sigmaprime.search.chain import sides
from sigmaprime.search.open_fraction import exponential_of_a_fraction
from sigmaprime.search.quotients import written
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, arithmetic_step, back, equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, is_number, settle, sign_of

HALF = Fraction(1, 2)


def exponential(work: Work, node: App) -> Derivation | None:
    (u,) = node.args
    if is_number(u, 0):
        return equal_by("exponential at 0", node, Num(1))
    match u:
        case App("ln", (w,)):
            return _undone(work, w)
        case App("LambertW", (w,)):
            return equal_by("exponential of Lambert's W", node, App("/", (w, u)), u=w)
    form = normal_form(work.session, u)
    if (apart := _lambert_apart(work, node, form)) is not None:
        return apart
    if form.bottom.keys() != {frozenset()}:
        return exponential_of_a_fraction(work, node, form)
    scale = fraction(form.bottom[frozenset()])
    logs: list[tuple[Term, int]] = []
    rest: dict[Monomial, Fraction] = {}
    for monomial, coefficient in form.top.items():
        factor = fraction(coefficient) / scale
        match tuple(monomial):
            case ((App("ln", (w,)), power),) if power == 1:
                whole = floor(factor)
                if whole:
                    logs.append((w, whole))
                if factor != whole:
                    rest[monomial] = factor - whole
            case _:
                rest[monomial] = factor
    halves = [] if work.powers else _halves(rest)
    if not logs and not halves:
        return None
    for w in halves:
        del rest[frozenset(((App("ln", (w,)), Fraction(1)),))]
    return _multiplied(work, node, logs, halves, rest)


def _lambert_apart(work: Work, node: App, form: Quotient) -> Derivation | None:
    """exp(k·W + w) as exp(W)ᵏ·exp(w), where W is a value of Lambert's W."""
    if form.bottom.keys() != {ONE}:
        return None
    for monomial, coefficient in form.top.items():
        factor = fraction(coefficient / form.bottom[ONE])
        match tuple(monomial):
            case ((App("LambertW", _) as w, power),) if power == 1 and factor.denominator == 1:
                alone = App("exp", (w,))
                rest = App("exp", (App("-", (node.args[0], App("*", (number(factor), w)))),))
                part = raised(alone, abs(factor.numerator))
                new = App("*", (rest, part)) if factor > 0 else App("/", (rest, part))
                return calculated(work, node, new)
    return None


def _halves(rest: dict[Monomial, Fraction]) -> list[Term]:
    found = []
    for monomial, factor in rest.items():
        match tuple(monomial):
            case ((App("ln", (w,)), _),) if factor == HALF:
                found.append(w)
    return found


def _multiplied(
    work: Work, node: App, logs: list[tuple[Term, int]], halves: list[Term], rest: dict[Monomial, Fraction]
) -> Derivation:
    """exp(Σ k·ln w + …) as a product of powers of exp(ln w), which are then undone."""
    above = [raised(App("exp", (App("ln", (w,)),)), k) for w, k in logs if k > 0]
    below = [raised(App("exp", (App("ln", (w,)),)), -k) for w, k in logs if k < 0]
    above += [App("exp", (App("/", (App("ln", (w,)), Num(2))),)) for w in halves]
    if rest:
        above.append(App("exp", (_sum(rest),)))
    top, bottom = _product(above), _product(below)
    product = App("/", (top, bottom)) if below else top
    links = [] if product is node else [calculated(work, node, product)]
    here = product
    for at, inner in _places(product, ()):
        fact = _undone(work, inner.args[0].args[0]) if inner.args[0].head == "ln" else _root(work, inner)  # type: ignore[union-attr]
        if fact is None:
            raise NoProof("a logarithm of what is not known to be positive")
        links.append(inside(here, at, fact))
        here = sides(links[-1])[1]
    return joined(links)


def _places(term: Term, at: tuple[int, ...]) -> list[tuple[tuple[int, ...], App]]:
    """Where exp(ln w) and exp(ln(w)/2) stand in a product of powers."""
    match term:
        case App("exp", (App("ln", _) | App("/", (App("ln", _), Num())),)):
            return [(at, term)]
        case App("*" | "/" | "^", args):
            return [found for i, arg in enumerate(args) for found in _places(arg, (*at, i))]
    return []


def _undone(work: Work, w: Term) -> Derivation:
    node = App("exp", (App("ln", (w,)),))
    return equal_by("exponential of a logarithm", node, w, settle(work, App(">", (w, ZERO))), u=w)


def _root(work: Work, node: App) -> Derivation | None:
    match node:
        case App("exp", (App("/", (App("ln", (w,)), _)),)):
            fact = equal_by("square root by exponential", App("sqrt", (w,)), node, u=w)
            return back(fact, settle(work, App("defined", (node,))))
    return None


def _product(factors: list[Term]) -> Term:
    result: Term | None = None
    for factor in factors:
        result = factor if result is None else App("*", (result, factor))
    return result if result is not None else Num(1)


def _sum(rest: dict[Monomial, Fraction]) -> Term:
    from flint import fmpq

    return written({m: fmpq(c.numerator, c.denominator) for m, c in rest.items()})


def power(work: Work, node: App) -> Derivation | None:
    """u^c for an exponent that is no whole number: exp(c·ln u) where u > 0, a square root where it is one."""
    u, c = node.args
    exponent = as_number(c)
    if exponent is not None and exponent.denominator == 1:
        return None
    if is_number(u, 0) and exponent is not None and exponent > 0:
        return _of_zero(node, exponent)
    if exponent is not None and exponent > 0 and isinstance(u, App) and not free(u) and same_form(u, ZERO):
        gone = inside(node, (0,), calculated(work, u, ZERO))
        return joined([gone, _of_zero(App("^", (ZERO, c)), exponent)])
    sign = sign_of(work, u)
    if sign is not None and sign[0] == ">":
        right = App("exp", (App("*", (c, App("ln", (u,)))),))
        return equal_by("general power", node, right, u=u, c=c)
    if exponent == HALF:
        return equal_by("square root as a power", node, App("sqrt", (u,)), u=u)
    return None


def _of_zero(node: App, exponent: Fraction) -> Derivation:
    m, n = Num(exponent.numerator), Num(exponent.denominator)
    moved = inside(node, (1,), arithmetic_step(node.args[1], App("/", (m, n)), ()))
    return joined([moved, equal_by("power of zero", sides(moved)[1], ZERO, m=m, n=n)])
