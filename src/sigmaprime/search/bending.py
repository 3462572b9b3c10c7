"""Where a function made of pieces changes from one to the next: the zeros of what stands under its absolute values.

max(0, min(1, x/6 + 1/2)) has one absolute value inside another. The inner one changes its form where 1 = x/6 + 1/2;
the outer one where 0 is one of the two values that the minimum may have, and is it there.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from flint import arb

from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, free, substitute
from sigmaprime.search.absolute import bends, opened_once
from sigmaprime.search.chain import sides
from sigmaprime.search.numbers import estimate
from sigmaprime.search.session import Session
from sigmaprime.search.solving import zeros

MOST_FORMS: Final = 16
CLOSE: Final = arb("1e-9")


def corners(session: Session, x: Var, body: Term, region: Term = REALS) -> list[Term]:
    """The places of the interval where the function may change its form, as far as they are found, in order."""
    placed: list[tuple[float, Term]] = []
    for bend in bends(session, _without_primes(body)):
        for form in _forms(session, bend):
            for place in zeros(session, form, x, region) or ():
                here, there = estimate(session, place), estimate(session, substitute(bend, {x.name: place}))
                if here is not None and (there is None or bool(abs(there) < CLOSE)):
                    placed.append((float(here.mid()), place))
    placed.sort(key=lambda one: one[0])
    return [place for k, (at, place) in enumerate(placed) if not k or at - placed[k - 1][0] > float(CLOSE)]


def _without_primes(term: Term) -> Term:
    """f for f′: the derivative changes its form where the function does."""
    match term:
        case App(head, args):
            return App(head.rstrip("'"), tuple(map(_without_primes, args)))
    return term


def is_nested(session: Session, body: Term) -> bool:
    """Whether an absolute value stands inside another."""
    return any(bends(session, bend) for bend in bends(session, body))


def _forms(session: Session, term: Term) -> tuple[Term, ...]:
    """What a term may be equal to, with a sign chosen for each absolute value in it."""
    match term:
        case App("abs", (u,)) if free(u):
            return tuple(form for one in _forms(session, u) for form in (one, App("neg", (one,))))[:MOST_FORMS]
        case App("max" | "min", (u, v)) if free(term):
            return (*_forms(session, u), *_forms(session, v))[:MOST_FORMS]
        case App("fn", _) | App("D", _):
            return (term,)
    fact = opened_once(session, term)
    if fact is not None:
        return _forms(session, sides(fact)[1])
    match term:
        case App(head, args):
            parts = [_forms(session, arg) for arg in args]
            return tuple(App(head, chosen) for chosen, _ in zip(product(*parts), range(MOST_FORMS), strict=False))
    return (term,)
