"""A bounded factor does not matter beside one that tends to 0."""

from __future__ import annotations

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.cancelled import cancelled, monomial_term, written
from sigmaprime.search.divisors import equal_where_defined
from sigmaprime.search.near import At, apply, near, value_of
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
BOUNDED = frozenset(("sin", "cos", "sign"))


def is_bounded(symbol: object) -> bool:
    return isinstance(symbol, App) and symbol.head in BOUNDED


def by_bounded_factor(session: Session, body: Term, at: At) -> Derivation:
    """u·v → 0, where |u| <= 1 and v → 0: u is the product of the sines and cosines in a product."""
    from sigmaprime.search.limits import limit

    parts = cancelled(session, body)
    if len(parts.top) != 1 or not parts.top:
        raise NoProof("not a product")
    ((monomial, coefficient),) = parts.top.items()
    bounded = frozenset((s, p) for s, p in monomial if is_bounded(s) and p > 0)
    if not bounded:
        raise NoProof("no bounded factor")
    u = monomial_term(bounded)
    rest = written({monomial - bounded: coefficient})
    v = rest if len(parts.bottom) == 1 and frozenset() in parts.bottom else App("/", (rest, written(parts.bottom)))
    small = limit(session, v, at.x, at.place, at.given)
    if value_of(small) is not ZERO:
        raise NoProof("the other factor does not tend to 0")
    product = App("*", (u, v))
    found = apply(session, "bounded times what tends to 0", product, at, ZERO, small, c=Num(1))
    if product is body:
        return found
    gap = NoProof("not that product")
    for close in near(at):
        try:
            fact = equal_where_defined(session, body, product, (*at.given, *close.given))
        except NoProof as failed:
            gap = failed
            continue
        return apply(session, "limit of an equal", body, at, ZERO, found, fact, v=product, a=ZERO)
    raise gap
