"""Squeeze: a factor with values between −1 and 1 cannot keep a product from 0: −x² <= x²·sin(1/x) <= x²."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import transport
from sigmaprime.search.divisors import briefly
from sigmaprime.search.equal_near import Given
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.fractions_written import as_fraction
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import INFINITE, At, near, tends, value_of
from sigmaprime.search.put_in import is_zero, put_in
from sigmaprime.search.quotients import canonical
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.standard_limits import factors_of, product_of

ONE, ZERO = Num(1), Num(0)
BOUNDED: Final = frozenset(("sin", "cos"))
RISING: Final = {"exp": (App("exp", (App("neg", (ONE,)),)), App("exp", (ONE,)))}


def squeezed(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """low <= body <= high close to the place, where low and high tend to the same."""
    u, v = _parts(body, at)
    if _settles(session, u, at):
        raise NoProof("the bounded factor has a limit")
    if not is_zero(session, inner(v)):
        raise NoProof("the other factor does not tend to 0")
    gap = NoProof("no bounds were found")
    for close in near(at):
        given = (*at.given, *close.given)
        for sure in (True, False):
            try:
                bounds = _bounds(session, body, u, v, given, sure)
                limits = inner(bounds[0]), inner(bounds[1])
            except NoProof as failed:
                gap = failed
                continue
            if all(is_zero(session, found) for found in limits):
                return _between(session, body, at, close.name, close.holes, bounds, limits)
    raise gap


def _settles(session: Session, u: Term, at: At) -> bool:
    try:
        put_in(session, u, at)
    except NoProof:
        return False
    return True


def _between(
    session: Session, body: Term, at: At, name: str, ends: dict[str, Term],
    bounds: tuple[Term, Term, Derivation, Derivation], limits: tuple[Derivation, Derivation],
) -> Derivation:  # fmt: skip
    from sigmaprime.search.values import settled

    low, high, below, above = bounds
    first, second = (settled(session, found) for found in limits)
    goal = Claim(tends(body, at, value_of(first)), at.given)
    holes = {"v": low, "w": high, **(ends if at.place not in INFINITE else {"c": ends["b"]})}
    return by_rule(session, f"squeeze, {name}", goal, knowing(prove, first, second, below, above), **holes)


def _parts(body: Term, at: At) -> tuple[Term, Term]:
    """The bounded factors, and the others."""
    up, down = factors_of(body)
    bounded = [f for f in up if _is_bounded(f) and at.x.name in free(f)]
    others = [f for f in up if f not in bounded]
    if not bounded:
        raise NoProof("no bounded factor")
    top = product_of(others)
    return product_of(bounded), top if not down else App("/", (top, product_of(down)))


def _is_bounded(factor: Term) -> bool:
    match factor:
        case App(head, _) if head in BOUNDED:
            return True
        case App("exp", (App(head, _),)) if head in BOUNDED:
            return True
        case App("+" | "-", _):
            return any(isinstance(t, App) and t.head in BOUNDED for t in subterms(factor))
    return False


def range_of(session: Session, u: Term, given: Given) -> tuple[Term, Term, Derivation, Derivation]:
    """Numbers c <= u <= d, and why."""
    for c, d in _guesses(u):
        with suppress(NoProof):
            low = briefly(session, Claim(App("<=", (c, u)), given))
            return c, d, low, briefly(session, Claim(App("<=", (u, d)), given))
    raise NoProof("no bounds of the factor were found")


def _guesses(u: Term) -> list[tuple[Term, Term]]:
    minus = App("neg", (ONE,))
    match u:
        case App("^", (_, Num(n))) if n.denominator == 1 and n % 2 == 0:
            return [(ZERO, ONE)]
        case App("exp", _):
            return [RISING["exp"]]
        case App("+" | "-", (a, b)):
            first = [(a, a)] if not free(a) else _guesses(a)
            second = [(b, b)] if not free(b) else _guesses(b)
            if not first or not second:
                return []
            (p, q), (r, s) = first[0], second[0]
            if isinstance(u, App) and u.head == "-":
                r, s = s, r
            ends = (App(u.head, (p, r)), App(u.head, (q, s)))
            return [(canonical_number(ends[0]), canonical_number(ends[1]))]
        case App("*", (a, b)) if isinstance(a, Num) and (inner := _guesses(b)):
            p, q = inner[0]
            return [(canonical_number(App("*", (a, p))), canonical_number(App("*", (a, q))))]
    return [(minus, ONE)]


def canonical_number(term: Term) -> Term:
    from sigmaprime.kernel.normal import normal

    return canonical(normal(term))


def _bounds(
    session: Session, body: Term, u: Term, v: Term, given: Given, sure: bool
) -> tuple[Term, Term, Derivation, Derivation]:
    """Bounds of u·v: with v itself where it is not negative, else with its absolute value."""
    if not sure:
        return _by_size(session, body, u, v, given)
    c, d, below, above = range_of(session, u, given)
    positive = briefly(session, Claim(App(">=", (v, ZERO)), given))
    low, high = (as_fraction(session, App("*", (end, v))) for end in (c, d))
    first = _scaled(session, body, low, App("-", (u, c)), v, (below, positive))
    second = _scaled(session, high, body, App("-", (d, u)), v, (above, positive))
    return low, high, first, second


def _by_size(session: Session, body: Term, u: Term, v: Term, given: Given) -> tuple[Term, Term, Derivation, Derivation]:
    """−|v| <= u·v <= |v| from |u| <= 1."""
    product, size = App("*", (u, v)), App("abs", (v,))
    minus = App("neg", (size,))

    def claim(relation: str, left: Term, right: Term) -> Claim:
        return Claim(App(relation, (left, right)), given)

    small = briefly(session, claim("<=", App("abs", (u,)), ONE))
    known = by_rule(
        session, "factor of size at most 1", claim("<=", App("abs", (product,)), size), knowing(prove, small)
    )
    high = by_rule(session, "at most an absolute value", claim("<=", product, size), knowing(prove, known))
    low = by_rule(session, "at least minus an absolute value", claim(">=", product, minus), knowing(prove, known))
    turned = by_rule(session, "at most, turned round", claim("<=", minus, product), knowing(prove, low))
    if product is body:
        return minus, size, turned, high
    same = arithmetic(session, body, product, given, briefly)
    above = transport(App("<=", (body, size)), (0,), same, high, given)
    return minus, size, transport(App("<=", (minus, body)), (1,), same, turned, given), above


def _scaled(
    session: Session, large: Term, small: Term, gap: App, v: Term, facts: tuple[Derivation, Derivation]
) -> Derivation:
    """small <= large, since large − small = v·gap, where v >= 0 and the gap is that of a bound."""
    fact, positive = facts
    given = fact.claim.given
    wide = by_rule(session, "nonnegative difference", Claim(App(">=", (gap, ZERO)), given), knowing(prove, fact))
    product, difference = App("*", (v, gap)), App("-", (large, small))
    goal = Claim(App(">=", (product, ZERO)), given)
    sign = by_rule(session, "product of nonnegatives", goal, knowing(prove, positive, wide))
    same = arithmetic(session, difference, product, given, briefly)
    there = transport(App(">=", (difference, ZERO)), (0,), same, sign, given)
    return by_rule(session, "at most, by a difference", Claim(App("<=", (small, large)), given), knowing(prove, there))
