"""Derivatives as they are got by one mistake: a rule of differentiation gone wrong at one place, or at every place.

Each rule is a function of the derivatives of the parts, so that a mistake inside and a mistake outside are made the
same way. What comes out is not the derivative of anything: it is compared with what somebody wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute
from sigmaprime.search.formal import derivative, opened
from sigmaprime.search.session import NoProof, Session
from sigmaprime.tidy import negative, tidied

Slope = Callable[[Term], Term]
Mistake = tuple[str, tuple[Term, ...], Term]
ZERO, ONE, TWO, HALF = Num(0), Num(1), Num(2), Num(Fraction(1, 2))
EVERYWHERE = (
    "inner-derivative", "product-of-derivatives", "quotient-of-derivatives", "exponent-kept", "constant-kept",
    "sign-of-derivative", "power-rule-on-exponential",
)  # fmt: skip


def wrong_derivatives(session: Session, u: Term, x: Var) -> Iterator[Mistake]:
    """The name of a mistake, what it is about, and the derivative of u that it leads to: one mistake before several."""

    def right(v: Term) -> Term:
        return _right(session, v, x, right)

    yield from _once(session, u, x, right)
    for name in EVERYWHERE:
        terms: list[tuple[Term, ...]] = []

        def wrong(v: Term, name: str = name, terms: list[tuple[Term, ...]] = terms) -> Term:
            for known, about, slope in _own(session, v, x, wrong):
                if known == name:
                    terms.append(about)
                    return slope
            return _right(session, v, x, wrong)

        slope = wrong(u)
        if len(terms) > 1:
            yield name, terms[-1], slope


def _once(session: Session, u: Term, x: Var, right: Slope) -> Iterator[Mistake]:
    """The mistake is made here, or in one part."""
    yield from _own(session, u, x, right)
    if not isinstance(u, App) or u.head == "fn":
        return
    for part in dict.fromkeys(u.args):
        if x.name in free(part) or u.head in ("+", "-"):
            for name, about, slope in _once(session, part, x, right):
                with suppress(NoProof):
                    new = _right(session, u, x, lambda v, part=part, slope=slope: slope if v is part else right(v))  # type: ignore[misc]
                    yield name, about, new


def _right(session: Session, u: Term, x: Var, d: Slope) -> Term:
    """The derivative of u from those of its parts."""
    if x.name not in free(u):
        return ZERO
    match u:
        case Var():
            return ONE
        case App("neg", (v,)):
            return negative(d(v))
        case App("+" | "-" as head, (v, w)):
            return tidied(App(head, (d(v), d(w))))
        case App("*", (v, w)):
            return _sum(_times(d(v), w), _times(v, d(w)))
        case App("/", (v, w)) if x.name not in free(w):
            return _over(d(v), w)
        case App("/", (v, w)):
            return _over(_minus(_times(d(v), w), _times(v, d(w))), App("^", (w, TWO)))
        case App("^", (v, n)) if x.name not in free(n):
            return _times(_times(n, _power(v, _less(n))), d(v))
        case App("^", (c, v)) if x.name not in free(c):
            return _times(_times(u, App("ln", (c,))), d(v))
        case App("^", (v, w)):
            return _times(u, _sum(_times(d(w), App("ln", (v,))), _over(_times(w, d(v)), v)))
        case App(head, (v,)):
            return _times(_outer(session, head, v), d(v))
    raise NoProof("no formula for its derivative")


def _own(session: Session, u: Term, x: Var, d: Slope) -> Iterator[Mistake]:
    """What may go wrong at the outermost operation of u."""
    if x.name not in free(u):
        match u:
            case App("^", (v, n)):
                yield "constant-kept", (u,), _times(n, _power(v, _less(n)))
        return
    match u:
        case App("neg", (v,)):
            yield "minus-sign-lost", (u,), d(v)
        case App("+" | "-" as head, (v, w)):
            for part in (v, w):
                if x.name not in free(part) and part is not ZERO:
                    yield "constant-kept", (part,), tidied(App(head, tuple(p if p is part else d(p) for p in (v, w))))
                elif x.name in free(part):
                    new = tuple(p if p is part else d(p) for p in (v, w))
                    yield "term-not-differentiated", (part,), tidied(App(head, new))
            if x.name in free(w):
                yield "minus-sign-lost", (w,), tidied(App("+" if head == "-" else "-", (d(v), d(w))))
        case App("*", (v, w)) if x.name in free(v) and x.name in free(w):
            yield "product-of-derivatives", (v, w), _times(d(v), d(w))
            yield "product-rule-sign", (v, w), _minus(_times(d(v), w), _times(v, d(w)))
            yield "product-rule-sign", (v, w), _minus(_times(v, d(w)), _times(d(v), w))
            yield "product-rule-half", (v, w), _times(d(v), w)
            yield "product-rule-half", (v, w), _times(v, d(w))
        case App("*", (c, v)) if x.name not in free(c):
            yield "constant-factor-lost", (c,), d(v)
        case App("*", (v, c)) if x.name not in free(c):
            yield "constant-factor-lost", (c,), d(v)
        case App("/", (v, w)) if x.name not in free(w):
            yield "constant-factor-lost", (_over(ONE, w),), d(v)
        case App("/", (v, w)):
            yield from _quotient(u, v, w, x, d)
        case App("^", (v, n)) if x.name not in free(n):
            yield from _powers(v, n, d)
        case App("exp", (v,)):
            yield from _exponentials(u, v, ONE, d)
        case App("^", (c, v)) if x.name not in free(c):
            yield from _exponentials(u, v, App("ln", (c,)), d)
            yield "logarithm-of-base-lost", (c,), _times(u, d(v))
        case App("^", (v, w)):
            yield "power-rule-on-variable-exponent", (u,), _times(_times(w, _power(v, _less(w))), d(v))
            yield "exponential-rule-on-variable-base", (u,), _times(_times(u, App("ln", (v,))), d(w))
        case App(head, (v,)):
            with suppress(NoProof):
                yield from _of_function(session, head, v, x, d)


def _quotient(u: Term, v: Term, w: Term, x: Var, d: Slope) -> Iterator[Mistake]:
    square = App("^", (w, TWO))
    first, second = _times(d(v), w), _times(v, d(w))
    if x.name in free(v):
        yield "quotient-of-derivatives", (v, w), _over(d(v), d(w))
    else:
        yield "quotient-of-derivatives", (v, w), _over(v, d(w))
        if d(w) is not ONE:
            yield "inner-derivative", (d(w), w), negative(_over(v, square))
        match w:
            case App("^", (base, n)) if as_number(n) is not None:
                yield "exponent-raised", (u,), negative(_over(_times(_times(v, n), d(base)), _power(base, _less(n))))
            case Var():
                yield "exponent-raised", (u,), negative(v)
    yield "quotient-rule-swapped", (v, w), _over(_minus(second, first), square)
    yield "quotient-rule-sum", (v, w), _over(_sum(first, second), square)
    yield "quotient-rule-denominator", (v, w), _over(_minus(first, second), w)
    yield "quotient-rule-denominator", (v, w), _minus(first, second)


def _powers(v: Term, n: Term, d: Slope) -> Iterator[Mistake]:
    slope = d(v)
    u = App("^", (v, n))
    if slope is not ONE:
        yield "inner-derivative", (slope, v), _times(n, _power(v, _less(n)))
        yield "power-of-derivative", (v,), _times(n, _power(slope, _less(n)))
        yield "power-of-derivative", (v,), _power(slope, n)
    yield "exponent-kept", (u,), _times(_times(n, u), slope)
    yield "exponent-not-in-front", (n, u), _times(_power(v, _less(n)), slope)
    yield "exponent-raised", (u,), _times(_times(n, _power(v, _more(n))), slope)
    yield "integrated-instead", (u,), _over(_power(v, _more(n)), _more(n))


def _exponentials(u: Term, v: Term, log: Term, d: Slope) -> Iterator[Mistake]:
    slope = d(v)
    base = u.args[0] if isinstance(u, App) and u.head == "^" else None
    lowered = _power(base, _less(v)) if base is not None else App("exp", (_less(v),))
    if slope is not ONE:
        yield "inner-derivative", (slope, v), _times(u, log)
        inside = App("exp", (slope,)) if base is None else _power(base, slope)
        yield "derivative-inside", (slope, u), _times(inside, log)
    yield "power-rule-on-exponential", (u,), _times(v, lowered)
    yield "power-rule-on-exponential", (u,), _times(_times(v, lowered), slope)
    yield "power-rule-on-exponential", (u,), _times(v, u)


def _of_function(session: Session, head: str, v: Term, x: Var, d: Slope) -> Iterator[Mistake]:
    slope, outer = d(v), _outer(session, head, v)
    if slope is not ONE:
        yield "inner-derivative", (slope, v), outer
        yield "derivative-inside", (slope, App(head, (v,))), _outer(session, head, slope)
        yield "derivative-inside", (slope, App(head, (v,))), App(head, (slope,))
    yield "sign-of-derivative", (App(head, (x,)), _outer(session, head, x)), _times(negative(outer), slope)
    if head == "sqrt":
        yield "constant-factor-lost", (HALF,), _over(slope, App("sqrt", (v,)))
    if head == "ln" and slope is not ONE:
        yield "numerator-lost", (v,), _over(ONE, slope)


def _outer(session: Session, head: str, v: Term) -> Term:
    """f′(v) for a function f that is built in."""
    if head not in FUNCTIONS:
        raise NoProof("no formula for its derivative")
    letter = Var("u")
    if head == "sqrt":
        return App("/", (ONE, App("*", (TWO, App("sqrt", (v,))))))
    slope = derivative(session, opened(session, App(head, (letter,))), letter)
    return substitute(slope, {letter.name: v})


def _times(a: Term, b: Term) -> Term:
    return tidied(App("*", (a, b)))


def _over(a: Term, b: Term) -> Term:
    return tidied(App("/", (a, b)))


def _sum(a: Term, b: Term) -> Term:
    return tidied(App("+", (a, b)))


def _minus(a: Term, b: Term) -> Term:
    return tidied(App("-", (a, b)))


def _power(a: Term, n: Term) -> Term:
    if n is ZERO:
        return ONE
    return a if n is ONE else App("^", (a, n))


def _less(n: Term) -> Term:
    value = as_number(n)
    return App("-", (n, ONE)) if value is None else number(value - 1)


def _more(n: Term) -> Term:
    value = as_number(n)
    return App("+", (n, ONE)) if value is None else number(value + 1)
