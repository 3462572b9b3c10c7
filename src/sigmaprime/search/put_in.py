"""A limit by the limit laws alone, its value left as it comes: x² + 1 → 2² + 1 as x → 2, 3 − 1/x → 3 − 0 as x → oo.

That is what a reader wants to see: the value put in for the variable, then the number that it comes to.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import CONSTANT, FINITE, NUMBERS, Inner, law_for_one, law_for_two, variable
from sigmaprime.search.near import INFINITE, At, tends, value_of
from sigmaprime.search.numbers import value as enclosed
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.values import settled

OO = INFINITE[0]
ZERO = Num(0)


def nothing_inside(_: Term) -> Derivation:
    raise NoProof("the limit laws alone do not give it")


def put_in(session: Session, body: Term, at: At, inner: Inner = nothing_inside) -> Derivation:
    """The limit of `body` by the laws; what they do not reach is left to `inner`."""
    try:
        return by_law(session, body, at, inner)
    except NoProof:
        if not isinstance(body, App):
            raise
        return inner(body)


def by_law(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """The limit by the law for the outermost operation."""
    if at.x.name not in free(body):
        return _first(session, CONSTANT, body, at, body)
    match body:
        case Var():
            return variable(session, at)
        case App("^", (u, Num(n))) if n.denominator == 1 and n > 0:
            there = put_in(session, u, at, inner)
            if value_of(there) in INFINITE:
                return law_for_one(session, body, at, there)
            value = App("^", (value_of(there), body.args[1]))
            return _plain(session, "limit of a power", body, at, value, there)
        case App("^", (u, v)):
            return _real_power(session, body, at, put_in(session, u, at, inner), put_in(session, v, at, inner))
        case App("+" | "-" | "*" | "/", (u, v)):
            return _two(session, body, at, put_in(session, u, at, inner), put_in(session, v, at, inner))
        case App(head, (u,)) if head in FINITE or f"limit under {head}" in session.rules:
            return _one(session, body, at, put_in(session, u, at, inner))
    raise NoProof("no limit law applies")


def _first(session: Session, names: tuple[str, ...], body: Term, at: At, value: Term) -> Derivation:
    gap = NoProof("no limit law applies")
    for name in names:
        try:
            return _plain(session, name, body, at, value)
        except NoProof as failed:
            gap = failed
    raise gap


def _plain(session: Session, name: str, body: Term, at: At, value: Term, *parts: Derivation) -> Derivation:
    goal = Claim(tends(body, at, value), at.given)
    holes = dict(zip(("a", "b"), map(value_of, parts), strict=False))
    wanted = {hole: term for hole, term in holes.items() if hole in dict(session.rules[name].holes)}
    return by_rule(session, name, goal, knowing(prove, *parts), **wanted)


def is_zero(session: Session, found: Derivation) -> bool:
    """Whether the limit is 0, however it is written."""
    value = value_of(found)
    if value in INFINITE:
        return False
    if not free(value):
        ball = enclosed(session, value)
        if ball is not None and not ball.contains(0):
            return False
    return value_of(settled(session, found)) is ZERO


def _one(session: Session, body: App, at: At, there: Derivation) -> Derivation:
    a = value_of(there)
    if a in INFINITE or (body.head in ("ln", "sqrt", "cbrt", "sign") and is_zero(session, there)):
        return law_for_one(session, body, at, settled(session, there))
    return _plain(session, FINITE.get(body.head, f"limit under {body.head}"), body, at, App(body.head, (a,)), there)


def _two(session: Session, body: App, at: At, first: Derivation, second: Derivation) -> Derivation:
    a, b = value_of(first), value_of(second)
    if a in INFINITE or b in INFINITE or (body.head == "/" and is_zero(session, second)):
        return law_for_two(session, body, at, settled(session, first), settled(session, second))
    return _plain(session, NUMBERS[body.head], body, at, App(body.head, (a, b)), first, second)


def _real_power(session: Session, body: App, at: At, base: Derivation, exponent: Derivation) -> Derivation:
    """u^v by continuity where u tends to a positive number; and what grows to a positive power."""
    a, b = value_of(base), value_of(exponent)
    if b in INFINITE:
        return _exponential(session, body, at, exponent)
    if a is OO:
        for name, value in (("real power of what grows", OO), ("negative power of what grows", ZERO)):
            with suppress(NoProof):
                goal = Claim(tends(body, at, value), at.given)
                return by_rule(session, name, goal, knowing(prove, base, exponent), b=b)
    if a in INFINITE:
        raise NoProof("no limit law applies")
    return _plain(session, "limit of a real power", body, at, App("^", (a, b)), base, exponent)


def _exponential(session: Session, body: App, at: At, exponent: Derivation) -> Derivation:
    """2^u, (1/2)^u where u grows or falls without bound."""
    word = "grows" if value_of(exponent) is OO else "falls"
    for size, value in (("above 1", OO if word == "grows" else ZERO), ("below 1", ZERO if word == "grows" else OO)):
        with suppress(NoProof):
            goal = Claim(tends(body, at, value), at.given)
            return by_rule(session, f"power of a number {size} that {word}", goal, knowing(prove, exponent))
    raise NoProof("a power whose exponent is infinite")
