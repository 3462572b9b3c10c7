"""Derivatives in the form in which they are put into integrals: a sum of products; nothing is proved here."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.integrals.product import (
    HALF,
    ONE,
    Product,
    collected,
    distributed,
    product,
    raised,
    summands,
    times,
    total,
)

T: Final = Var("t")
_TWO: Final = Num(2)


def _over(top: Term, bottom: Term) -> Term:
    return App("/", (top, bottom))


def _square(u: Term) -> Term:
    return App("^", (u, _TWO))


def _plus(u: Term, v: Term) -> Term:
    return App("+", (u, v))


def _minus(u: Term, v: Term) -> Term:
    return App("-", (u, v))


def _of(head: str) -> Term:
    return App(head, (T,))


_ONE: Final = Num(1)
# the derivative of each function at t
OUTER: Final = {
    "exp": _of("exp"),
    "ln": _over(_ONE, T),
    "sin": _of("cos"),
    "cos": App("neg", (_of("sin"),)),
    "tan": _square(_of("sec")),
    "cot": App("neg", (_square(_of("csc")),)),
    "sec": App("*", (_of("sec"), _of("tan"))),
    "csc": App("neg", (App("*", (_of("csc"), _of("cot"))),)),
    "sinh": _of("cosh"),
    "cosh": _of("sinh"),
    "tanh": _square(_of("sech")),
    "coth": App("neg", (_square(_of("csch")),)),
    "sech": App("neg", (App("*", (_of("sech"), _of("tanh"))),)),
    "asin": _over(_ONE, App("sqrt", (_minus(_ONE, _square(T)),))),
    "acos": App("neg", (_over(_ONE, App("sqrt", (_minus(_ONE, _square(T)),))),)),
    "atan": _over(_ONE, _plus(_square(T), _ONE)),
    "acot": App("neg", (_over(_ONE, _plus(_square(T), _ONE)),)),
    "asinh": _over(_ONE, App("sqrt", (_plus(_square(T), _ONE),))),
    "acosh": _over(_ONE, App("sqrt", (_minus(_square(T), _ONE),))),
    "atanh": _over(_ONE, _minus(_ONE, _square(T))),
    "cbrt": _over(_ONE, App("*", (Num(3), _square(App("cbrt", (T,)))))),
}


class Unknown(Exception):
    """No derivative is known here."""


def slope(term: Term, x: Var) -> Term:
    return total(slopes(term, x))


def slopes(term: Term, x: Var) -> tuple[Product, ...]:
    """The derivative as a sum."""
    return collected(q for p in summands(term) for q in _of_product(p, x))


def _of_product(p: Product, x: Var) -> list[Product]:
    done: list[Product] = []
    for base, exponent in p.factors:
        if x.name in free(base):
            outer = times(Product(exponent), raised(base, exponent - 1)) if exponent != 1 else Product(ONE)
            rest = Product(p.number, tuple(f for f in p.factors if f[0] is not base))
            done += distributed(times(rest, outer), _of_base(base, x))
    return done


def _of_base(base: Term, x: Var) -> tuple[Product, ...]:
    match base:
        case Var():
            return (Product(ONE),)
        case App("+" | "-" | "neg" | "*" | "/", _):
            if len(summands(base)) == 1 and product(base).factors == ((base, ONE),):
                raise Unknown
            return slopes(base, x)
        case App("^", (c, v)) if x.name not in free(c):
            return distributed(times(product(base), product(App("ln", (c,)))), slopes(v, x))
        case App("sqrt", (u,)):
            return distributed(times(Product(HALF), raised(u, -HALF)), slopes(u, x))
        case App(head, (u,)) if head in OUTER:
            return distributed(product(substitute(OUTER[head], {"t": u})), slopes(u, x))
    raise Unknown


def differs_by_number(one: Term, other: Term) -> Fraction | None:
    """c with one = c·other, seen by comparing products."""
    p, q = product(one), product(other)
    return p.number / q.number if q.number and dict(p.factors) == dict(q.factors) else None


def over(p: Product, q: Product) -> Product:
    """p/q"""
    return times(p, *(raised(b, -e) for b, e in q.factors), Product(1 / q.number))
