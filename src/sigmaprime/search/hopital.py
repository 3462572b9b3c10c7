"""L'Hôpital's rule: u/v tends to what u′/v′ tends to, where u and v tend to 0, or v to infinity."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.normal import Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.cancelled import Fractional, cancelled, monomial_term, written
from sigmaprime.search.chain import sides
from sigmaprime.search.divisors import equal_where_defined
from sigmaprime.search.dominant import divided
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.near import INFINITE, At, apply, near, tends, value_of
from sigmaprime.search.rearranged import rearranged
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sizes import dominant, is_constant, over, term_of
from sigmaprime.search.values import size
from sigmaprime.tidy import negative

MOST: Final = 6
LARGEST: Final = 60
SLACK: Final = 6
ZERO, ONE = Num(0), Num(1)


def by_hopital(session: Session, body: Term, at: At) -> Derivation:
    if session.nesting.count("hopital") >= MOST:
        raise NoProof("l'Hôpital's rule was used too often")
    parts = cancelled(session, body)
    if len(parts.top) + len(parts.bottom) > LARGEST:
        raise NoProof("too large for l'Hôpital's rule")
    gap = NoProof("l'Hôpital's rule does not apply")
    session.nesting.append("hopital")
    try:
        for u, v in dict.fromkeys((*_own(body), *_pairs(session, parts, at))):
            try:
                return _differentiated(session, body, u, v, at)
            except NoProof as failed:
                gap = failed
    finally:
        session.nesting.pop()
    raise gap


def _own(body: Term) -> tuple[tuple[Term, Term], ...]:
    """The quotient that is written, or a sum times an exponential as the sum over the opposite exponential."""
    match body:
        case App("/", (u, v)):
            return ((u, v),)
        case App("*", (App("+" | "-") as u, App("exp", (v,)))) | App("*", (App("exp", (v,)), App("+" | "-") as u)):
            return ((u, App("exp", (negative(v),))),)
    return ()


def _pairs(session: Session, parts: Fractional, at: At) -> Iterator[tuple[Term, Term]]:
    """The quotients that the function can be written as."""
    top, bottom = written(parts.top), written(parts.bottom)
    if len(parts.top) == 1 and len(parts.bottom) == 1:
        with suppress(NoProof):
            yield from _products(session, parts, at)
    elif at.place in INFINITE and len(parts.top) > 1:
        m = dominant(session, parts.top, at)
        if m:
            yield divided(parts.top, m), divided(parts.bottom, m)
    yield top, bottom


def _products(session: Session, parts: Fractional, at: At) -> Iterator[tuple[Term, Term]]:
    """A product of what tends to 0 and what tends to infinity, as a quotient."""
    from sigmaprime.search.limits import limit

    ((up, c),), ((down, d),) = parts.top.items(), parts.bottom.items()
    monomial = over(up, down)
    small: set[tuple[Symbol, Fraction]] = set()
    large: set[tuple[Symbol, Fraction]] = set()
    other: set[tuple[Symbol, Fraction]] = set()
    for symbol, power in monomial:
        value = (
            ONE if is_constant(symbol, at.x) else value_of(limit(session, term_of(symbol), at.x, at.place, at.given))
        )
        group = (
            other if value not in INFINITE and value is not ZERO else small if (value is ZERO) == (power > 0) else large
        )
        group.add((symbol, power))
    if not small or not large:
        raise NoProof("not an indeterminate product")
    scale = written({frozenset(other): c / d}) if other or c != d else None

    def times(term: Term) -> Term:
        return term if scale is None else App("*", (scale, term))

    yield times(monomial_term(frozenset(small))), monomial_term(over(frozenset(), frozenset(large)))
    yield times(monomial_term(frozenset(large))), monomial_term(over(frozenset(), frozenset(small)))


def _of_the_slopes(session: Session, slopes: Term, at: At, before: int) -> Derivation:
    """The limit of u′/v′, worked out close to the place, if that is no more complicated than u/v was."""
    from sigmaprime.search.limits import equal_near, limit

    gap = NoProof("nothing is known close to the place")
    for close in near(at):
        try:
            fact = rearranged(session, slopes, at, (*at.given, *close.given))
        except NoProof as failed:
            gap = failed
            continue
        better = sides(fact)[1]
        if session.nesting.count("hopital") > 1 and size(better) > before + SLACK:
            raise NoProof("l'Hôpital's rule makes it more complicated")
        return equal_near(session, slopes, at, limit(session, better, at.x, at.place, at.given), fact)
    raise gap


def _differentiated(session: Session, body: Term, u: Term, v: Term, at: At) -> Derivation:
    from sigmaprime.search.limits import limit

    def towards(term: Term) -> Derivation:
        return limit(session, term, at.x, at.place, at.given)

    below = towards(v)
    facts = [below]
    if value_of(below) is ZERO:
        above = towards(u)
        if value_of(above) is not ZERO:
            raise NoProof("the numerator does not tend to 0")
        name, facts = "l'Hopital's rule", [above, below]
    elif value_of(below) in INFINITE:
        name = f"l'Hopital's rule, over what {'grows' if value_of(below) is INFINITE[0] else 'falls'}"
    else:
        raise NoProof("the denominator tends to a number")
    slopes = App("/", tuple(App("D", (App("fn", (at.x, w)), at.x)) for w in (u, v)))
    there = _of_the_slopes(session, slopes, at, size(body))
    value = value_of(there)
    quotient = App("/", (u, v))
    found = by_rule(session, name, Claim(tends(quotient, at, value), at.given), knowing(prove, *facts, there))
    if quotient is body:
        return found
    gap = NoProof("nothing is known close to the place")
    for close in near(at):
        try:
            fact = equal_where_defined(session, body, quotient, (*at.given, *close.given))
        except NoProof as failed:
            gap = failed
            continue
        return apply(session, "limit of an equal", body, at, value, found, fact, v=quotient, a=value)
    raise gap
