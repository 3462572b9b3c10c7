"""How large the generators of a function are close to a place: a guess by numbers, to say what to try first."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from sigmaprime.kernel.normal import Monomial, Poly, Symbol
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.algebra import generator_term
from sigmaprime.search.cancelled import cancelled
from sigmaprime.search.near import At
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.samples import points
from sigmaprime.search.session import NoProof, Session

FAR = Fraction(10**40)
BITS = 512


def term_of(symbol: Symbol) -> Term:
    return generator_term(symbol, Fraction(1))


def _point(session: Session, at: At, names: frozenset[str]) -> dict[str, Fraction]:
    """A point close to the place, with values for the parameters that their hypotheses admit."""
    parameters = names - {at.x.name}
    found = next(iter(points(parameters, at.given)), {}) if parameters else {}
    return {**dict.fromkeys(parameters, Fraction(1)), **found, at.x.name: _beside(session, at, found)}


def _beside(session: Session, at: At, found: dict[str, Fraction]) -> Fraction:
    if at.place is OO or at.place is MINUS_OO:
        return FAR if at.place is OO else -FAR
    match at.place:
        case App("from_above" | "from_below" as head, (p,)):
            step = 1 / FAR if head == "from_above" else -1 / FAR
        case p:
            step = 1 / FAR
    ball = value(session, p, found, BITS)
    if ball is None:
        raise NoProof("the place has no value")
    return exactly(ball) + step


def logarithm(session: Session, symbol: Symbol, at: At) -> float:
    """Roughly ln |symbol| close to the place."""
    term = term_of(symbol)
    names = free(term) | {at.x.name}
    point = _point(session, at, names)
    match term:
        case App("exp", (u,)):
            ball = value(session, u, point, BITS)
        case _:
            inner = value(session, term, point, BITS)
            ball = None if inner is None or inner.contains(0) else abs(inner).log()
    return 0.0 if ball is None else _float(ball)


def _float(ball: arb) -> float:
    try:
        return float(ball.mid())
    except (OverflowError, ValueError):
        return 1e300 if ball > 0 else -1e300


def dominant(session: Session, poly: Poly, at: At) -> Monomial:
    """The term of a polynomial that seems to be the largest close to the place."""
    sizes = {symbol: logarithm(session, symbol, at) for monomial in poly for symbol, _ in monomial}
    return max(poly, key=lambda m: (sum(float(p) * sizes[s] for s, p in m), repr(sorted(m, key=repr))))


def over(monomial: Monomial, other: Monomial) -> Monomial:
    """The quotient of two products of powers."""
    powers = dict(monomial)
    for symbol, power in other:
        powers[symbol] = powers.get(symbol, Fraction(0)) - power
    return frozenset((s, p) for s, p in powers.items() if p)


def is_constant(symbol: Symbol, x: Var) -> bool:
    return x.name not in free(term_of(symbol))


def has_large_parts(session: Session, body: Term, at: At) -> bool:
    """Whether a generator of the function seems to grow without bound at the place: a logarithm, a reciprocal."""
    try:
        parts = cancelled(session, body)
    except NoProof:
        return False
    found = {symbol for poly in (parts.top, parts.bottom) for monomial in poly for symbol, _ in monomial}
    sizes = [(symbol, logarithm(session, symbol, at)) for symbol in found]
    return any(large > 3 or (large < -3 and isinstance(symbol, tuple)) for symbol, large in sizes)
