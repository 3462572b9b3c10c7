"""An equation that is false by one slip of the pen, put right: another sign, number, argument or power.

Each change of one place is tried with numbers at a few points; what survives is proved by others.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Final

from flint import arb

from sigmaprime.kernel.term import App, Num, Path, Term, Var, children, number, replace
from sigmaprime.search.part_values import Parts
from sigmaprime.search.session import Session
from sigmaprime.tidy import tidied

MOST: Final = 400  # changes that are tried
BITS: Final = 128
POINTS: Final = (Fraction(3, 7), Fraction(9, 5), Fraction(2, 3), Fraction(11, 4))


def some_points(session: Session, names: frozenset[str]) -> tuple[Parts, ...]:
    """What terms in these variables come to at a few points of no special position."""
    ordered = sorted(names)
    points = ({name: POINTS[(k + i) % len(POINTS)] for i, name in enumerate(ordered)} for k in range(3))
    return tuple(Parts(session, at, BITS) for at in points)


def repaired(session: Session, here: tuple[Parts, ...], u: Term, v: Term) -> Iterator[Term]:
    """The right sides near v that agree with u in numbers, the smallest changes first."""
    values = [there(u) for there in here]
    wanted = [value for value in values if value is not None]
    if len(wanted) < len(values):
        return
    for changed in islice(_changes(v), MOST):
        session.tick()
        if all(_same(there(changed), value) for there, value in zip(here, wanted, strict=True)):
            yield tidied(changed)


def _same(found: arb | None, wanted: arb) -> bool:
    return found is not None and bool(found.overlaps(wanted))


def _changes(v: Term) -> Iterator[Term]:
    places = list(_outside_functions(v))
    for kind in (_signs, _numbers, _variables, _others):
        for at, part in places:
            for new in kind(part):
                yield replace(v, at, new)


def _outside_functions(v: Term, here: Path = ()) -> Iterator[tuple[Path, Term]]:
    """The parts of a term in which no variable is bound, with their places, the outermost first."""
    if not (isinstance(v, App) and v.head == "fn"):
        yield here, v
        for index, part in enumerate(children(v)):
            yield from _outside_functions(part, (*here, index))


def _signs(term: Term) -> Iterator[Term]:
    match term:
        case App("+", (u, v)):
            yield App("-", (u, v))
        case App("-", (u, v)):
            yield App("+", (u, v))
            yield App("-", (v, u))
        case App("neg", (u,)):
            yield u


def _numbers(term: Term) -> Iterator[Term]:
    match term:
        case Num(value):
            near = (value + 1, value - 1, 2 * value, value / 2, value + 2, 3 * value, value / 3, 4 * value, value / 4)
            yield from (Num(n) for n in near if n >= 0)


def _variables(term: Term) -> Iterator[Term]:
    match term:
        case Var():
            yield App("neg", (term,))
            yield App("*", (Num(2), term))
            yield App("/", (term, Num(2)))


def _others(term: Term) -> Iterator[Term]:
    match term:
        case App("*" | "/" as head, (u, v)):
            yield App("/" if head == "*" else "*", (u, v))
            yield App("neg", (term,))
        case App("^", _):
            yield App("neg", (term,))
        case App(head, (_,)) if head != "neg":
            yield App("neg", (term,))
            yield App("*", (Num(2), term))
            yield App("/", (term, Num(2)))
            yield App("^", (term, Num(2)))
            yield App("-", (term, Num(1)))
            yield App("+", (term, Num(1)))
            yield App("-", (Num(1), term))
            yield App("^", (term, number(-1)))
