"""One use of l'Hôpital's rule as a textbook writes it: u/v tends to what u′/v′ tends to, the derivatives worked out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, sides
from sigmaprime.search.divisors import condition
from sigmaprime.search.equal_near import Given, carried, follow
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.fractions_written import as_fraction
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import INFINITE, At, tends, value_of
from sigmaprime.search.put_in import is_zero
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.standard_limits import by_standard_limit, factors_of, product_of
from sigmaprime.search.values import settled, size

MOST = 4
SLACK = 8
ONE = Num(1)
SLOW = frozenset(("ln", "atan", "asin", "acos", "erf"))


def by_hopital_step(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """`body` is a quotient of the form 0/0 or with a denominator that grows without bound."""
    if session.nesting.count("hopital") >= MOST:
        raise NoProof("l'Hôpital's rule was used too often")
    match body:
        case App("/", (u, v)) if at.x.name in free(u) and at.x.name in free(v):
            pass
        case _:
            raise NoProof("not a quotient")
    above, below = inner(u), inner(v)
    if is_zero(session, below):
        if not is_zero(session, above):
            raise NoProof("the numerator does not tend to 0")
        name, facts = "l'Hopital's rule", (settled(session, above), settled(session, below))
    elif value_of(below) in INFINITE and value_of(above) in INFINITE:
        name = f"l'Hopital's rule, {_infinite(above)}/{_infinite(below)}"
        facts = (above, below)
    else:
        raise NoProof("neither 0/0 nor infinity over infinity")
    session.nesting.append("hopital")
    try:
        slopes = App("/", tuple(App("D", (App("fn", (at.x, w)), at.x)) for w in (u, v)))

        def worked_out(given: Given) -> Derivation:
            fact = unfolded(session, slopes, given)
            if fact is None:
                raise NoProof("nothing to differentiate")
            return _tidied(session, fact, given)

        def onwards(new: Term) -> Derivation:
            if session.nesting.count("hopital") > 1 and size(new) > size(body) + SLACK:
                raise NoProof("l'Hôpital's rule makes it more complicated")
            return inner(new)

        there = carried(session, slopes, at, worked_out, onwards)
    finally:
        session.nesting.pop()
    value = value_of(there)
    return by_rule(session, name, Claim(tends(body, at, value), at.given), knowing(prove, *facts, there))


def _infinite(found: Derivation) -> str:
    return "oo" if value_of(found) is INFINITE[0] else "-oo"


def _tidied(session: Session, fact: Derivation, given: Given) -> Derivation:
    """The quotient of the derivatives, with what can be cancelled at once."""
    here = sides(fact)[1]
    plain = as_fraction(session, here)
    match here, plain:
        case App("/", (u, v)), _ if size(plain) >= size(here):
            parts = [as_fraction(session, w) for w in (u, v)]
            better = App("/", tuple(p if size(p) < size(w) else w for p, w in zip(parts, (u, v), strict=True)))
            plain = better if size(better) < size(here) else here
    if plain is here:
        return fact
    supposed = (*given, App("defined", (plain,)))
    return chain([fact, arithmetic(session, here, plain, supposed, condition)], supposed)


def as_quotient(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """x·ln x = ln x/(1/x): a product of what tends to 0 and what grows, as a quotient."""
    gap = NoProof("not a product")

    def onwards(u: Term) -> Derivation:
        with suppress(NoProof):
            return by_standard_limit(session, u, at, inner)
        return by_hopital_step(session, u, at, inner)

    for new in _quotients(body, at):
        try:
            return follow(session, body, at, [new], onwards)
        except NoProof as failed:
            gap = failed
    raise gap


def _quotients(body: Term, at: At) -> Iterator[Term]:
    up, down = factors_of(body)
    moving: list[Term] = [f for f in up if at.x.name in free(f)]
    if len(moving) < 1 or (len(moving) < 2 and not down):
        raise NoProof("not a product")
    slow: list[Term] = [f for f in moving if isinstance(f, App) and f.head in SLOW]
    other = [f for f in up if f not in slow]
    if slow and other:
        below = [_reciprocal(f) for f in other]
        yield App("/", (product_of(slow), product_of([*down, *below])))
    for f in moving:
        match f:
            case App("exp", (App("neg", _),)) if down:
                others = product_of([g for g in up if g is not f])
                yield App("/", (App("/", (others, product_of(down))), _reciprocal(f)))
    for f in sorted(moving, key=lambda f: not (isinstance(f, App) and f.head == "exp")):
        rest = [g for g in up if g is not f]
        if rest or down:
            top = product_of(rest)
            bottom = product_of([*down, _reciprocal(f)])
            yield App("/", (top, bottom))


def _reciprocal(f: Term) -> Term:
    match f:
        case App("exp", (App("neg", (u,)),)):
            return App("exp", (u,))
        case App("exp", (u,)):
            return App("exp", (App("neg", (u,)),))
    return App("/", (ONE, f))
