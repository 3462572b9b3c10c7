"""Facts about numbers: relations without variables, decided by enclosures of growing precision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import enclose, relation_holds
from sigmaprime.kernel.proof import Claim, Derivation, Enclosure
from sigmaprime.kernel.term import App, Term, Wrong, free, number, subterms
from sigmaprime.search.session import NoProof, Session

PRECISIONS = (64, 256, 1024, 4096)
MOST_BINARY_PLACES = 1 << 16


def by_enclosure(session: Session, goal: Claim) -> Derivation:
    """A relation without variables, by the smallest precision that settles it."""
    if free(goal.says):
        raise NoProof("it has variables")
    for bits in PRECISIONS:
        session.tick()
        try:
            if relation_holds(goal.says, session.rules, bits):
                return Derivation(goal, Enclosure(bits))
        except Wrong as wrong:
            if bits == PRECISIONS[-1]:
                raise NoProof(str(wrong)) from None
    raise NoProof("enclosures do not decide it")


def value(session: Session, term: Term, at: dict[str, Fraction] | None = None, bits: int = 64) -> arb | None:
    """A ball around the value of `term`, or None where it is not known to be defined."""
    point = {name: arb(fmpq(v.numerator, v.denominator)) for name, v in (at or {}).items()}
    try:
        return enclose(term, session.rules, bits, point)
    except Wrong:
        return None


def estimate(session: Session, term: Term, bits: int = 64) -> arb | None:
    """A ball that is good enough to put points in order, also where the kernel has no enclosure; proves nothing."""
    for part in sorted(
        (t for t in subterms(term) if isinstance(t, App) and t.head in ESTIMATED), key=lambda t: len(str(t))
    ):
        inner = estimate(session, part.args[0], bits)
        if inner is None:
            return None
        ball = ESTIMATED[part.head](inner)
        if not ball.is_finite():
            return None
        term = _with(term, part, number(exactly(ball)))
    return value(session, term, None, bits)


def _with(term: Term, part: Term, new: Term) -> Term:
    if term is part:
        return new
    match term:
        case App(head, args):
            return App(head, tuple(_with(arg, part, new) for arg in args))
    return term


ESTIMATED: Final[Mapping[str, Callable[[arb], arb]]] = {
    "LambertW": lambda u: u.lambertw(),
    "cbrt": lambda u: u if u == 0 else u.root(3) if u > 0 else -(-u).root(3),
}


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the smallest denominator in the open interval (low, high), by continued fractions."""
    if low < 0 < high:
        return Fraction(0)
    if high <= 0:
        return -simplest_between(-high, -low)
    whole = low.numerator // low.denominator
    if whole + 1 < high:
        return Fraction(whole + 1)
    rest_low, rest_high = low - whole, high - whole
    if rest_low == 0:
        return whole + Fraction(1, int(1 / rest_high) + 1)
    return whole + 1 / simplest_between(1 / rest_high, 1 / rest_low)


def rational(ball: arb) -> tuple[Fraction, Fraction]:
    """Rational numbers just below and just above a ball."""
    return exactly(ball.lower()), exactly(ball.upper())


def exactly(ball: arb) -> Fraction:
    """The middle of a ball; `NoProof` for what has more digits than anybody could write down, such as exp(exp(99))."""
    mantissa, exponent = ball.mid().man_exp()
    if abs(int(exponent)) > MOST_BINARY_PLACES:
        raise NoProof("a number is too large or too close to 0 to be written down")
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
