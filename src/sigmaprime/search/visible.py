"""Signs that are seen at once: of exponentials, of sums, products and quotients of what is positive."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation, Enclosure
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, law
from sigmaprime.search.work import Work, settle

PAIRS = {"+": "sum of positives", "*": "product of positives", "/": "quotient of positives"}


def positive(work: Work, u: Term) -> Derivation | None:
    """`u > 0` where it is seen; None where it is not."""
    says = App(">", (u, ZERO))
    if (way := work.facts.get(says)) is not None:
        return way()
    match u:
        case Num(value) if value > 0:
            return Derivation(Claim(says), Enclosure(64))
        case App("pi"):
            return Derivation(Claim(says), Enclosure(64))
        case App("exp", (v,)):
            return _of_exponential(work, says, v)
        case App("+" | "*" | "/" as head, (v, w)):
            return _of_pair(work, says, head, v, w)
        case App("^", (v, Num(n) as exponent)) if n.denominator == 1 and n > 0 and (first := positive(work, v)):
            return law("power of a positive", says, first, u=v, n=exponent)
        case App("sqrt", (v,)) if (first := positive(work, v)):
            return law("square root is positive", says, first, u=v)
    return None


def _of_exponential(work: Work, says: Term, v: Term) -> Derivation | None:
    try:
        return law("exponential is positive", says, settle(work, App("defined", (v,))), u=v)
    except NoProof:
        return None


def _of_pair(work: Work, says: Term, head: str, v: Term, w: Term) -> Derivation | None:
    first, second = positive(work, v), positive(work, w)
    if first is not None and second is not None:
        return law(PAIRS[head], says, first, second, u=v, v=w)
    if head != "+":
        return None
    if first is not None and (other := not_negative(work, w)) is not None:
        return law("positive plus nonnegative", says, first, other, u=v, v=w)
    if second is not None and (other := not_negative(work, v)) is not None:
        return law("nonnegative plus positive", says, other, second, u=v, v=w)
    return None


def not_negative(work: Work, u: Term) -> Derivation | None:
    """`u >= 0` where it is seen of a square, a root or an absolute value."""
    says = App(">=", (u, ZERO))
    if (way := work.facts.get(says)) is not None:
        return way()
    try:
        match u:
            case App("^", (v, Num(n))) if n == 2:
                return law("square is not negative", says, settle(work, App("defined", (v,))), u=v)
            case App("abs", (v,)):
                return law("absolute value is not negative", says, settle(work, App("defined", (v,))), u=v)
    except NoProof:
        return None
    return None
