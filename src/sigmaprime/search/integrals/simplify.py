"""Terms with their numbers, powers and like terms gathered; and what is the same but for the order."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, substitute
from sigmaprime.search.integrals.positive import is_positive
from sigmaprime.search.integrals.product import (
    HALF,
    ONE,
    Product,
    collected,
    power,
    product,
    raised,
    square_root_of,
    summands,
    times,
    total,
    written,
)


def simplified(term: Term) -> Term:
    """The term with its numbers, powers and like terms gathered, at every level."""
    match term:
        case Num() | Var():
            return term
        case App("fn", _):
            return term
        case App("+" | "-" | "neg", _):
            return total(map(_inside, summands(term)))
        case App("*" | "/" | "^" | "sqrt", args):
            if product(term).factors == ((term, ONE),):  # x^x, 1/0: nothing to be gathered
                return App(term.head, tuple(map(simplified, args)))
            return written(_inside(product(term)))
        case App("abs", (u,)):
            inner = simplified(u)
            return inner if is_positive(inner) else App("abs", (inner,))
        case App("exp", (App("ln", (u,)),)):
            return simplified(u)
        case App("ln", (u,)):
            match simplified(u):
                case App("exp", (v,)):
                    return v
                case inner:
                    return App("ln", (inner,))
        case App(head, args):
            return App(head, tuple(map(simplified, args)))
    assert_never(term)


def _inside(p: Product) -> Product:
    done = [Product(p.number)]
    for base, exponent in p.factors:
        inner = simplified(base)
        done.append(power(product(inner), exponent) if exponent.denominator == 1 else _rooted(inner, exponent))
    return times(*done)


def _rooted(base: Term, exponent: Fraction) -> Product:
    value = as_number(base)
    if value is not None and value > 0 and exponent == HALF:
        return square_root_of(Num(value))
    if value is not None and value > 0 and exponent == -HALF:
        return square_root_of(Num(1 / value))
    if value is not None and value > 0 and exponent.denominator == 2:
        whole = exponent.numerator // 2
        return times(Product(value**whole), _rooted(base, HALF))
    return raised(base, exponent)


def put(term: Term, x: Var, value: Term) -> Term:
    return simplified(substitute(term, {x.name: value}))


def spelling(term: Term) -> object:
    """What is the same for terms that differ in the order of sums and products alone."""
    parts = collected(map(_inside, summands(term)))
    if len(parts) > 1:
        return frozenset((p.number, _spelt(p)) for p in parts)
    return (parts[0].number, _spelt(parts[0])) if parts else 0


def _spelt(p: Product) -> object:
    return frozenset((_base_spelling(b), e) for b, e in p.factors)


def _base_spelling(base: Term) -> object:
    match base:
        case Num() | Var():
            return base
        case App("+" | "-" | "*" | "/" | "^" | "neg" | "sqrt", _):
            own = summands(base)
            return spelling(base) if len(own) > 1 else base
        case App("fn" | "int", _):
            return base
        case App(head, args):
            return (head, *map(spelling, args))
    assert_never(base)
