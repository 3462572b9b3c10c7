"""Integrals as they are got by one mistake: a factor lost, a product of integrals, the bounds exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute, subterms
from sigmaprime.search.agreeing import agree
from sigmaprime.search.formal import derivative, opened
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.search.sums_and_factors import summands, total
from sigmaprime.search.up_to_constants import indefinite, of_derivatives
from sigmaprime.tidy import negative, tidied

ONE = Num(1)
MULTIPLES = tuple(Fraction(n, d) for d in (1, 2, 3, 4, 5, 6) for n in (2, 3, 4, 5, 6, 1, 7, 8, 9, 10) if n != d)


def wrong_integrals(session: Session, left: Term, right: Term) -> Iterator[Slipped]:
    """Slips in an equation with integrals without bounds."""
    x = indefinite(left)
    if x is None:
        return
    match left:
        case App("int", (App("fn", (_, u)),)) if indefinite(right) is None:
            with suppress(NoProof):
                yield from _of_one(session, u, right, x)
    with suppress(NoProof):
        yield from _signs(session, left, right, x)


def _of_one(session: Session, u: Term, found: Term, x: Var) -> Iterator[Slipped]:
    slope = derivative(session, opened(session, found), x)
    written = App("D", (App("fn", (x, found)), x))
    if agree(session, derivative(session, opened(session, u), x), _without_constants(found, x)):
        says = App("=", (App("D", (App("fn", (x, u)), x)), _without_constants(found, x)))
        yield Slipped("differentiated-instead", (u,), says)
    if agree(session, slope, negative(u)):
        yield Slipped("sign-of-integral", (u,), App("=", (written, negative(u))))
    for c in MULTIPLES:
        for signed in (c, -c):
            multiple = tidied(App("*", (number(signed), u)))
            if agree(session, slope, multiple):
                yield Slipped("constant-factor-of-integral", (number(signed),), App("=", (written, multiple)))
    for inner in sorted((t for t in subterms(u) if isinstance(t, App) and x.name in free(t)), key=repr):
        with suppress(NoProof):
            rate = derivative(session, opened(session, inner), x)
            if x.name in free(rate) and agree(session, slope, App("*", (u, rate))):
                multiple = App("*", (u, rate))
                yield Slipped("inner-derivative-of-integral", (inner, rate), App("=", (written, multiple)))
    yield from _products(session, u, found, x)


def _products(session: Session, u: Term, found: Term, x: Var) -> Iterator[Slipped]:
    """∫ u·v as ∫ u · ∫ v, and ∫ u/v as ∫ u / ∫ v."""
    match u:
        case App("*" | "/" as head, (a, b)):
            with suppress(NoProof):
                product = App(head, (_antiderivative(a, x), _antiderivative(b, x)))
                if agree(session, product, _without_constants(found, x)):
                    yield Slipped(
                        "product-of-integrals" if head == "*" else "quotient-of-integrals", (a, b),
                        App("=", (product, _without_constants(found, x))),
                    )  # fmt: skip


def _without_constants(found: Term, x: Var) -> Term:
    return total([(s, t) for s, t in summands(found) if x.name in free(t)])


def _antiderivative(u: Term, x: Var) -> Term:
    """Of the plainest functions; `NoProof` for any other."""
    match u:
        case _ if x.name not in free(u):
            return App("*", (u, x))
        case Var():
            return App("/", (App("^", (x, Num(2))), Num(2)))
        case App("^", (base, n)) if base is x and (k := as_number(n)) is not None and k != -1:
            return App("/", (App("^", (x, number(k + 1))), number(k + 1)))
        case App("/", (c, v)) if v is x and x.name not in free(c):
            return tidied(App("*", (c, App("ln", (App("abs", (x,)),)))))
        case App("exp", (v,)) if v is x:
            return u
        case App("sin", (v,)) if v is x:
            return App("neg", (App("cos", (x,)),))
        case App("cos", (v,)) if v is x:
            return App("sin", (x,))
        case App("*", (c, v)) if x.name not in free(c):
            return App("*", (c, _antiderivative(v, x)))
        case App("+" | "-" as head, (v, w)):
            return App(head, (_antiderivative(v, x), _antiderivative(w, x)))
    raise NoProof("not one of the plainest functions")


def _undivided(u: Term, x: Var) -> Term:
    """xⁿ⁺¹ for xⁿ."""
    match u:
        case Var():
            return App("^", (x, Num(2)))
        case App("^", (base, n)) if base is x and (k := as_number(n)) is not None:
            return App("^", (x, number(k + 1)))
        case App("*", (c, v)) if x.name not in free(c):
            return App("*", (c, _undivided(v, x)))
    raise NoProof("not a power")


def _signs(session: Session, left: Term, right: Term, x: Var) -> Iterator[Slipped]:
    """One term of the right side has the wrong sign, as in integration by parts."""
    parts = summands(right)
    for index, (sign, term) in enumerate(parts):
        if x.name in free(term) or indefinite(term) is not None:
            turned = total([*parts[:index], (-sign, term), *parts[index + 1 :]])
            says = of_derivatives(App("=", (left, turned)), x)
            if agree(session, *says.args):
                yield Slipped("sign-of-term", (term,), says)


def definite(session: Session, left: App, right: Term) -> Iterator[Slipped]:
    """Slips in the value of an integral with bounds."""
    match left:
        case App("int", (App("fn", (Var() as x, u)), low, high)):
            yield Slipped("bounds-exchanged", (low, high), App("=", (negative(left), right)))
            with suppress(NoProof):
                found = _antiderivative(u, x)
                top, bottom = (substitute(found, {x.name: end}) for end in (high, low))
                for name, wrong in (
                    ("lower-bound-lost", top), ("bounds-added", App("+", (top, bottom))),
                    ("upper-bound-lost", bottom),
                ):  # fmt: skip
                    if agree(session, wrong, right):
                        yield Slipped(name, (found, low, high), App("=", (wrong, right)))
            with suppress(NoProof):
                top, bottom = (substitute(_undivided(u, x), {x.name: end}) for end in (high, low))
                if agree(session, App("-", (top, bottom)), right):
                    yield Slipped("power-not-divided", (u,), App("=", (App("-", (top, bottom)), right)))
            top, bottom = (substitute(u, {x.name: end}) for end in (high, low))
            if agree(session, App("-", (top, bottom)), right):
                yield Slipped("integrand-at-bounds", (u,), App("=", (App("-", (top, bottom)), right)))
