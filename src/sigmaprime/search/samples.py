"""Try a claim at a few points: enough to see that most false ones are false, and where."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, islice, product

from flint import arb, fmpq

from sigmaprime.kernel.term import App, Term, Var, as_number, free, substitute
from sigmaprime.search.at_vectors import is_false_somewhere
from sigmaprime.search.indexed import has_index
from sigmaprime.search.numbers import value
from sigmaprime.search.session import Session

SIMPLEST = tuple(
    Fraction(n) for n in ("0", "1", "-1", "1/2", "-1/2", "2", "-2", "3", "-3", "1/10", "-1/10", "10", "-10")
)
FEW = SIMPLEST[:7]
MOST = 1000  # points in several variables
Values = dict[str, Fraction]


def points(
    names: frozenset[str], given: tuple[Term, ...], candidates: tuple[Fraction, ...] = SIMPLEST
) -> Iterator[Values]:
    """Simple rational points, those near the bounds of the hypotheses included."""
    ordered = sorted(names)
    choices = _choices(given, candidates) if given else candidates
    if len(ordered) == 1:
        yield from ({ordered[0]: value_} for value_ in choices)
        return
    most = max(3, 40 // len(ordered) ** 2) if ordered else 1
    lists = [_admitted_alone(name, given, choices)[:most] for name in ordered]
    for values in islice(product(*lists), MOST):
        yield dict(zip(ordered, values, strict=True))


@lru_cache(maxsize=1024)
def _choices(given: tuple[Term, ...], candidates: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """The candidates, and numbers at, near and between those in the hypotheses."""
    marks = [number for h in given if isinstance(h, App) for side in h.args if (number := as_number(side)) is not None]
    near = [
        mark + step
        for mark in marks
        for step in (Fraction(0), Fraction(1, 2), Fraction(-1, 2), Fraction(1), Fraction(-1))
    ]
    between = [(a + b) / 2 for a, b in combinations(marks[:4], 2)]
    return tuple(dict.fromkeys((*candidates, *near, *between)))


def _admitted_alone(name: str, given: tuple[Term, ...], choices: tuple[Fraction, ...]) -> list[Fraction]:
    """The choices that no hypothesis about this variable and a number excludes."""
    kept = list(choices)
    for hypothesis in given:
        match hypothesis:
            case App("<" | "<=" | ">" | ">=" | "!=" as relation, (u, v)):
                left, right = as_number(u), as_number(v)
                if u is Var(name) and right is not None:
                    kept = [c for c in kept if _holds(c, relation, right)]
                elif v is Var(name) and left is not None:
                    kept = [c for c in kept if _holds(left, relation, c)]
    return kept


def _holds(left: Fraction, relation: str, right: Fraction) -> bool:
    return (
        _compare(arb(fmpq(left.numerator, left.denominator) - fmpq(right.numerator, right.denominator)), relation)
        is True
    )


def truth(session: Session, says: Term, at: Values, bits: int = 64) -> bool | None:
    """Whether a relation holds at a point; None when the enclosures, or the limits of this test, do not tell."""
    match says:
        case App("defined", (u,)):
            return True if value(session, u, at, bits) is not None else None
        case App(("<" | "<=" | ">" | ">=" | "=" | "!=") as relation, (u, v)):
            left, right = value(session, u, at, bits), value(session, v, at, bits)
            if left is None or right is None:
                return None
            return _compare(left - right, relation)
    return None


def _compare(difference: arb, relation: str) -> bool | None:
    if difference > 0:
        return relation in (">", ">=", "!=")
    if difference < 0:
        return relation in ("<", "<=", "!=")
    if difference == 0:
        return relation in ("<=", ">=", "=")
    return None


def admitted(session: Session, given: tuple[Term, ...], at: Values) -> bool:
    """Whether the point is known to satisfy every hypothesis."""
    return all(truth(session, hypothesis, at) for hypothesis in given)


def plausible(session: Session, says: Term, given: tuple[Term, ...]) -> bool:
    """False when a simple point contradicts the claim."""
    if has_index(says) or any(map(has_index, given)):
        return not is_false_somewhere(session, says, given)
    names = free(says).union(*map(free, given)) if given else free(says)
    for at in points(names, given, FEW):
        if truth(session, says, at) is False and admitted(session, given, at):
            return False
    return True


def at_point(term: Term, at: Values) -> Term:
    from sigmaprime.kernel.term import number

    return substitute(term, {name: number(v) for name, v in at.items()})
