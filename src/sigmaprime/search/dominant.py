"""Limits by dominant terms: (eˣ + x²)/(eˣ − x) = (1 + x²/eˣ)/(1 − x/eˣ), and x²/eˣ = exp(2·ln x − x).

A product of powers whose factors pull in different directions is the exponential of the sum of their logarithms; in
that sum again a term dominates; and in the end ln y/y → 0 settles which.
"""

from __future__ import annotations

from collections.abc import Callable

from sigmaprime.kernel.normal import Monomial, Poly, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, subterm
from sigmaprime.search.algebra import arithmetic, fraction, scaled
from sigmaprime.search.cancelled import Fractional, cancelled, monomial_term, plus, written
from sigmaprime.search.chain import chain, equation, link, sides, turned
from sigmaprime.search.divisors import briefly, equal_where_defined
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import Inner, by_laws
from sigmaprime.search.near import INFINITE, At, apply, body_of, near, tends, value_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sizes import dominant, has_large_parts, is_constant, over, term_of

ONE: Monomial = frozenset()
ZERO = Num(0)


def by_dominant_terms(session: Session, body: Term, at: At) -> Derivation:
    parts = cancelled(session, body)
    if len(parts.top) == 1 and len(parts.bottom) == 1:
        return _product(session, body, at, parts)
    if not parts.top:
        raise NoProof("it is 0")
    if at.place not in INFINITE and not has_large_parts(session, body, at):
        raise NoProof("nothing is large there")
    plain = parts.term
    found = _quotient(session, plain, at, parts)
    return _near(session, body, at, found, lambda given: equal_where_defined(session, body, plain, given))


def _inner(session: Session, at: At) -> Inner:
    from sigmaprime.search.limits import limit

    return lambda u: limit(session, u, at.x, at.place, at.given)


def _quotient(session: Session, body: Term, at: At, parts: Fractional) -> Derivation:
    """top/bottom = (top/m)/(bottom/n)·(m/n), where m and n are their dominant terms."""
    inner = _inner(session, at)
    m, n = (dominant(session, poly, at) for poly in (parts.top, parts.bottom))
    if m == ONE and n == ONE:
        raise NoProof("no term dominates")
    up, down = (divided(poly, by) for poly, by in ((parts.top, m), (parts.bottom, n)))
    if n == ONE and len(parts.bottom) == 1:
        new: Term = App("*", (up, monomial_term(m)))
        found = by_laws(session, new, at, inner)
        return _near(session, body, at, found, lambda given: equal_where_defined(session, body, new, given))
    quotient = App("/", (up, down))
    whole = App("*", (quotient, monomial_term(over(m, n))))
    tops = by_laws(session, quotient, at, inner)
    if value_of(tops) is ZERO:
        raise NoProof("the dominant terms cancel")
    found = by_laws(session, whole, at, lambda u: tops if u is quotient else inner(u))
    return _near(session, body, at, found, lambda given: _in_parts(session, parts, m, n, whole, given))


def _in_parts(
    session: Session, parts: Fractional, m: Monomial, n: Monomial, whole: Term, given: tuple[Term, ...]
) -> Derivation:
    """top/bottom = (top/m)/(bottom/n)·(m/n) = what that comes to."""
    top, bottom, w, h = written(parts.top), written(parts.bottom), monomial_term(m), monomial_term(n)
    plain = App("/", (top, bottom))
    split = App("*", (App("/", (App("/", (top, w)), App("/", (bottom, h)))), App("/", (w, h))))
    links = [by_rule(session, "parts of a quotient", Claim(equation(plain, split), given), prove)]
    here: Term = split
    for at, wanted in (
        ((0, 0), subterm(whole, (0, 0))),
        ((0, 1), subterm(whole, (0, 1))),
        ((1,), subterm(whole, (1,))),
    ):
        old = subterm(here, at)
        if old is not wanted:
            links.append(link(here, at, arithmetic(session, old, wanted, given, briefly), given))
            here = sides(links[-1])[1]
    return chain(links, given)


def divided(poly: Poly, by: Monomial) -> Term:
    """The polynomial divided by a product of powers, term by term, its largest term first."""
    terms = sorted(poly.items(), key=lambda entry: (over(entry[0], by) != ONE, repr(sorted(entry[0], key=repr))))
    total: Term | None = None
    for monomial, coefficient in terms:
        c = fraction(coefficient)
        part = monomial_term(over(monomial, by), scale=abs(c))
        total = plus(total, part, c > 0)
    return total if total is not None else ZERO


def _near(
    session: Session, body: Term, at: At, found: Derivation, equal: Callable[[tuple[Term, ...]], Derivation]
) -> Derivation:
    """The limit of `body` from that of what `equal` proves it to be, close to the place."""
    new = body_of(found)
    if new is body:
        return found
    gap = NoProof("nothing is known close to the place")
    for close in near(at):
        try:
            fact = equal((*at.given, *close.given))
        except NoProof as failed:
            gap = failed
            continue
        value = value_of(found)
        return apply(session, "limit of an equal", body, at, value, found, fact, v=new, a=value)
    raise gap


def _product(session: Session, body: Term, at: At, parts: Fractional) -> Derivation:
    """A product of powers: the factors with finite limits, times the exponential of the sum of the other logarithms."""
    inner = _inner(session, at)
    ((up, c),), ((down, d),) = parts.top.items(), parts.bottom.items()
    monomial, scale = over(up, down), fraction(c / d)
    moving = frozenset((s, p) for s, p in monomial if not is_constant(s, at.x) and _moves(s, inner))
    still = frozenset(monomial - moving)
    if still or scale != 1:
        if not moving:
            raise NoProof("nothing moves")
        number = monomial_term(still, scale=abs(scale))
        new: Term = App("*", (number if scale > 0 else App("neg", (number,)), monomial_term(moving)))
        if new is body:
            raise NoProof("round in circles")
        found = by_laws(session, new, at, inner)
        return _near(session, body, at, found, lambda given: equal_where_defined(session, body, new, given))
    if (slow := _slow(session, moving, at, inner)) is not None:
        new = body_of(slow)
        return _near(session, body, at, slow, lambda given: equal_where_defined(session, body, new, given))
    if len(moving) < 2:
        raise NoProof("a single factor")
    if any(not isinstance(s, tuple) and value_of(inner(term_of(s))) is ZERO for s, _ in moving):
        raise NoProof("a factor that tends to 0 and is no exponential")
    total: Term | None = None
    for symbol, power in sorted(moving, key=repr):
        part = scaled(_logarithm(symbol), abs(power))
        total = plus(total, part, power > 0)
    if total is None:
        raise NoProof("nothing moves")
    whole = App("exp", (total,))
    found = by_laws(session, whole, at, inner)
    plain = monomial_term(moving)
    there = _near(session, plain, at, found, lambda given: _as_exponential(session, moving, whole, given))
    return _near(session, body, at, there, lambda given: equal_where_defined(session, body, plain, given))


def _moves(symbol: Symbol, inner: Inner) -> bool:
    value = value_of(inner(term_of(symbol)))
    if value is INFINITE[1]:
        raise NoProof("a factor that falls has no logarithm")
    return value in INFINITE or value is ZERO


def _slow(session: Session, moving: Monomial, at: At, inner: Inner) -> Derivation | None:
    """ln(u)/u, the one product whose limit is known."""
    match sorted(moving, key=lambda sp: sp[1]):
        case [(u, down), (App("ln", (v,)) as log, up)] if down == -1 and up == 1 and term_of(u) is v:
            grows = inner(v)
            goal = Claim(tends(App("/", (log, v)), at, ZERO), at.given)
            return by_rule(session, "a logarithm grows more slowly", goal, knowing(prove, grows))
    return None


def _logarithm(symbol: Symbol) -> Term:
    match term_of(symbol):
        case App("exp", (u,)):
            return u
        case App("sqrt", (u,)):
            return App("/", (App("ln", (u,)), Num(2)))
        case other:
            return App("ln", (other,))


def _factors(whole: Term, wanted: Term, here: Path = ()) -> list[Path]:
    """Where `wanted` stands as a factor."""
    if whole is wanted:
        return [here]
    if not isinstance(whole, App) or whole.head not in ("*", "/", "^", "neg"):
        return []
    return [path for index, arg in enumerate(whole.args) for path in _factors(arg, wanted, (*here, index))]


def _as_exponential(session: Session, moving: Monomial, whole: Term, given: tuple[Term, ...]) -> Derivation:
    """Π sᵖ = Π exp(ln s)ᵖ = exp(Σ p·ln s)."""
    here = monomial_term(moving)
    links: list[Derivation] = []
    for symbol, _ in moving:
        term = term_of(symbol)
        if isinstance(term, App) and term.head == "exp":
            continue
        new = App("exp", (_logarithm(symbol),))
        if isinstance(term, App) and term.head == "sqrt":
            fact = by_rule(session, "square root as an exponential", Claim(equation(term, new), given), prove)
        else:
            back = by_rule(session, "exponential of a logarithm", Claim(equation(new, term), given), prove)
            fact = turned(back, prove(session, Claim(App("defined", (term,)), given)))
        for at in _factors(here, term):
            links.append(link(here, at, fact, given))
            here = sides(links[-1])[1]
    if here is not whole:
        links.append(arithmetic(session, here, whole, given, briefly))
    return chain(links, given)
