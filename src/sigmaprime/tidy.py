"""Arithmetic so small that nobody writes it down: 0 + u, 1·u, u·(−1), −(−u), u/1."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, as_number, number

ZERO: Final = Num(0)
ONE: Final = Num(1)


@lru_cache(maxsize=4096)
def tidied(term: Term) -> Term:
    """`term` without zeros, ones and double signs; what stands under a function's variable is left alone."""
    match term:
        case App("fn", _):
            return term
        case App(head, args):
            return _once(App(head, tuple(map(tidied, args))))
    return term


def _once(term: App) -> Term:
    match term:
        case App("+", (u, v)) if u is ZERO:
            return v
        case App("+" | "-", (u, v)) if v is ZERO:
            return u
        case App("-", (u, v)) if u is ZERO:
            return negative(v)
        case App("+", (u, App("neg", (v,)))):
            return App("-", (u, v))
        case App("-", (u, App("neg", (v,)))):
            return App("+", (u, v))
        case App("neg", (u,)):
            return negative(u)
        case App("*", (u, v)):
            return _product(u, v)
        case App("/", (u, v)):
            return _quotient(u, v)
        case App("^", (u, v)) if v is ONE:
            return u
        case App("^", (u, Num(n))) if u is ZERO and n > 0:
            return u
    return term


def negative(u: Term) -> Term:
    """−u, where −(−v) is v."""
    match u:
        case App("neg", (v,)):
            return v
        case App("/", (App("neg", (v,)), w)):
            return App("/", (v, w))
        case _ if u is ZERO:
            return u
    return App("neg", (u,))


def _product(u: Term, v: Term) -> Term:
    if ZERO in (u, v):
        return ZERO
    if u is ONE:
        return v
    if v is ONE:
        return u
    match u, v:
        case App("neg", (a,)), App("neg", (b,)):
            return _product(a, b)
        case App("neg", (a,)), _:
            return negative(_product(a, v))
        case _, App("neg", (b,)):
            return negative(_product(u, b))
        case _, App("/", (one, b)) if one is ONE:
            return App("/", (u, b))
    return App("*", (u, v))


def _quotient(u: Term, v: Term) -> Term:
    if v is ONE:
        return u
    a, b = as_number(u), as_number(v)
    if a is not None and b is not None and b:
        return number(Fraction(a) / b)
    match u:
        case App("neg", (w,)):
            return negative(_quotient(w, v))
    return App("/", (u, v))
