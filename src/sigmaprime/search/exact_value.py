"""The simplest name of a number: 1/6 for 1/(√(0² + 9) + 3), √2/2 for cos(π/4); guessed from its digits, then proved."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from flint import arb, fmpq

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, number
from sigmaprime.search.algebra import scaled
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.session import NoProof, Session

BITS: Final = 160
LARGEST: Final = 2000  # of the denominator of a rational factor
LARGEST_FACTOR: Final = arb(10**7)
CLOSE: Final = arb(1) / arb(10) ** 12
NOTHING: Final = CLOSE / 2
PI, ONE = App("pi", ()), Num(1)


def _root(n: int) -> Term:
    return App("sqrt", (Num(n),))


def _log(n: int) -> Term:
    return App("ln", (Num(n),))


NAMED: Final = (
    ONE, _root(2), _root(3), PI, App("exp", (ONE,)), _root(5), _root(6), _root(7), _root(10), _log(2), _log(3), _log(5),
    _log(10), App("^", (PI, Num(2))), App("sqrt", (PI,)), App("/", (ONE, PI)), App("*", (_root(2), PI)),
    App("*", (_root(3), PI)), App("/", (ONE, _log(2))), App("/", (ONE, _log(3))),
)  # fmt: skip
EXPONENTS: Final = tuple(Fraction(n, d) for d in (1, 2, 3) for n in range(-6, 7) if n and (d == 1 or n % d))


def exact_value(session: Session, term: Term) -> Derivation | None:
    """`term = simple` for a number; None where no shorter name was found."""
    if free(term) or isinstance(term, Num):
        return None
    ball = value(session, term, None, BITS) or estimate(session, term)
    if ball is None:
        return None
    for simple in _names(session, ball):
        if simple is term:
            return None
        try:
            return prove(session, Claim(App("=", (term, simple))))
        except NoProof:
            continue
    return None


def _names(session: Session, ball: arb) -> Iterator[Term]:
    for unit in NAMED:
        size = value(session, unit, None, BITS)
        ratio = None if size is None else _rational(ball / size)
        if ratio is not None and (ratio or unit is ONE):
            yield number(ratio) if unit is ONE else scaled(unit, ratio)
    if ball > 0:
        ratio = _rational(ball.log())
        if ratio in EXPONENTS:
            yield App("exp", (number(ratio),))


def _rational(ball: arb) -> Fraction | None:
    """The simplest rational number in the ball, if it is simple."""
    mid = ball.mid()
    if not abs(mid) < LARGEST_FACTOR:  # as a fraction, exp(exp(exp(3))) would have more digits than there is room for
        return None
    guess = Fraction(0)
    if abs(mid) >= NOTHING:
        exact = mid.fmpq()
        guess = Fraction(int(exact.p), int(exact.q)).limit_denominator(LARGEST)
    off = abs(ball - arb(fmpq(guess.numerator, guess.denominator)))
    return guess if off < CLOSE else None
