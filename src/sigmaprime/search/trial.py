"""Try equations and conditions at a few points, fast: nothing is proved by it, but most of what is false is seen."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.search.plain import TooLarge
from sigmaprime.search.program import programmed
from sigmaprime.search.samples import Values, points
from sigmaprime.search.session import Session

GENERIC = tuple(Fraction(n) for n in ("3/7", "-23/10", "17/9", "-5/4", "1/20", "29/5", "-1/13", "-8"))
BITS, BITS_OF_NUMBERS = 128, 320
FAILURES = (ArithmeticError, ValueError, TooLarge)


def ball_at(session: Session, term: Term, at: Values) -> arb | None:
    """The value of a term at a point; None where it is not known."""
    match term:
        case Num(value):
            return arb(fmpq(value.numerator, value.denominator))
        case Var(name) if (here := at.get(name)) is not None:
            return arb(fmpq(here.numerator, here.denominator))
    try:
        program = programmed(session, term, tuple(sorted(term.names)))
        if not at.keys() >= term.names:
            return None
        with precision(BITS if program.names else BITS_OF_NUMBERS, 1):
            found = program(tuple(at[name] for name in program.names))
    except FAILURES:
        return None
    return found if found.is_finite() else None


def sign_at(session: Session, term: Term, at: Values) -> int | None:
    """The sign of a term at a point, 0 where it is not told from 0; None where the term has no value."""
    found = ball_at(session, term, at)
    if found is None:
        return None
    return 1 if found > 0 else -1 if found < 0 else 0


def holds_at(session: Session, says: Term, at: Values) -> bool | None:
    """Whether a condition holds at a point; None where that is not known."""
    match says:
        case App("defined", (u,)):
            return True if ball_at(session, u, at) is not None else None
        case App("<" | "<=" | ">" | ">=" | "=" | "!=" as relation, (u, v)):
            a, b = ball_at(session, u, at), ball_at(session, v, at)
            if a is None or b is None:
                return None
            return _compared(a - b, relation)
    return None


def _compared(difference: arb, relation: str) -> bool | None:
    if difference > 0:
        return relation in (">", ">=", "!=")
    if difference < 0:
        return relation in ("<", "<=", "!=")
    return relation in ("<=", ">=", "=") if difference == 0 else None


def candidates(names: frozenset[str], given: tuple[Term, ...]) -> Iterator[Values]:
    """Points of no special position, then those near the bounds of the hypotheses."""
    ordered = sorted(names)
    if len(ordered) <= 1:
        yield from points(names, given, GENERIC)
        return
    for shift in range(len(GENERIC)):
        yield {name: GENERIC[(k * (shift + 1) + shift) % len(GENERIC)] for k, name in enumerate(ordered)}
    for values in product(GENERIC[:6], repeat=len(ordered)):
        yield dict(zip(ordered, values, strict=True))
    yield from points(names, given)
