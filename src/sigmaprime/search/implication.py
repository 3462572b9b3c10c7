"""Whether alternatives follow from a statement: x = 2 or x = −2 from x² = 4.

Alternatives that are equations are one equation, that a product is 0; of others all but one may be supposed to fail.
A statement holds where its sides are defined and in that relation: so this is supposed of a hypothesis as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import islice, pairwise, product

from sigmaprime.kernel.proof import Derivation, Point
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number
from sigmaprime.search.cells import OPPOSITE
from sigmaprime.search.consequences import cuts_of, follows, solutions
from sigmaprime.search.counterexample import Denied, places_of_failure, refute_at_a_point
from sigmaprime.search.numbers import estimate, simplest_between
from sigmaprime.search.samples import truth
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.tidy import tidied

ZERO = Num(0)
MOST_POINTS = 400
MOST_NAMES = 3
WHOLE = 10
FEW = tuple(map(Fraction, (1, 2, 0, -1, 3)))
Case = tuple[Term, ...]


def supposed(case: Case, given: tuple[Term, ...]) -> tuple[Term, ...]:
    """The hypotheses that a statement comes to."""
    relations = (*case, *given)
    return tuple(dict.fromkeys((*relations, *(d for relation in relations for d in _sides_defined(relation)))))


def _sides_defined(relation: Term) -> Iterator[Term]:
    match relation:
        case App(head, (_, _) as sides) if head in OPPOSITE:
            yield from (App("defined", (s,)) for s in sides if isinstance(s, App) and as_number(s) is None and free(s))


def goals(cases: tuple[Case, ...], given: tuple[Term, ...]) -> Iterator[App]:
    """Statements that together say: one of the cases holds wherever `given` does."""
    if len(cases) > 1 and all(len(case) == 1 and _is_equation(case[0]) for case in cases):
        yield from _each((_as_product(cases),), given)
        return
    *others, last = sorted(cases, key=len)
    denials = [[_denied(relation) for relation in case] for case in others]
    for choice in product(*denials):
        yield from _each(last, tuple(dict.fromkeys((*given, *choice))))
    for case in others:
        for relation in case:
            yield from (App("all", (d, *given)) for d in _sides_defined(relation))


def _each(case: Case, given: tuple[Term, ...]) -> Iterator[App]:
    for relation in case:
        yield App("all", (relation, *given))
        match relation:
            case App("=", (_, right)) if as_number(right) is None and isinstance(right, App):
                yield App("all", (App("defined", (right,)), *given))


def _is_equation(relation: Term) -> bool:
    return isinstance(relation, App) and relation.head == "="


def _as_product(cases: tuple[Case, ...]) -> Term:
    """(p − q)·(r − s) = 0 for p = q or r = s."""
    whole: Term | None = None
    for (relation,) in cases:
        difference = tidied(App("-", relation.args))  # type: ignore[union-attr]
        whole = difference if whole is None else App("*", (whole, difference))
    return App("=", (whole or ZERO, ZERO))


def _denied(relation: Term) -> Term:
    if not isinstance(relation, App) or relation.head not in OPPOSITE:
        raise NoProof("it cannot be supposed to fail")
    return App(OPPOSITE[relation.head], relation.args)


def implied(session: Session, cases: tuple[Case, ...], given: tuple[Term, ...]) -> tuple[Derivation, ...]:
    """Proofs that together show that one of the cases holds wherever `given` does; `NoProof` if there are none."""
    return tuple(follows(session, goal) for goal in goals(cases, given))


def not_implied(session: Session, cases: tuple[Case, ...], given: tuple[Term, ...]) -> tuple[Denied, ...]:
    """A point where `given` holds and none of the cases does, shown case by case; `NoProof` if none was found."""
    seen: set[Point] = set()
    for point in islice(_points(session, cases, given), MOST_POINTS):
        session.tick()
        if point not in seen:
            seen.add(point)
            with suppress(NoProof):
                return tuple(_fails_at(session, case, given, point) for case in cases)
    raise NoProof("no counterexample among the points that were tried")


def _fails_at(session: Session, case: Case, given: tuple[Term, ...], point: Point) -> Denied:
    for relation in case:
        if isinstance(relation, App):
            with suppress(NoProof):
                return refute_at_a_point(session, App("all", (relation, *given)), relation, given, (point,))
            with suppress(NoProof):
                return _undefined_at(session, relation, given, point)
    raise NoProof("the case holds there")


def _undefined_at(session: Session, relation: App, given: tuple[Term, ...], point: Point) -> Denied:
    """An equation says nothing where its right side is undefined; as a statement it fails there."""
    match relation:
        case App("=", (_, App() as right)):
            says = App("defined", (right,))
            return refute_at_a_point(session, App("all", (says, *given)), says, given, (point,))
    raise NoProof("not an equation")


def _simple_or_between(session: Session, x: Var, cases: tuple[Case, ...], given: tuple[Term, ...]) -> Iterator[Point]:
    """Small whole numbers, the places where something changes, and numbers between them."""
    for n in sorted(range(-WHOLE, WHOLE + 1), key=lambda n: (abs(n), n < 0)):
        at = {x.name: Fraction(n)}
        if all(truth(session, h, at) is not False for h in given):
            yield ((x.name, number(n)),)
    relations = (*(r for case in cases for r in case), *given)
    with suppress(NoProof):
        cuts = cuts_of(session, x, relations, given)
        yield from (((x.name, cut),) for cut in cuts)
        middles = [float(ball.mid()) for cut in cuts if (ball := estimate(session, cut)) is not None]
        for low, high in pairwise(middles):
            yield ((x.name, number(rational_between(low, high))),)


def rational_between(low: float, high: float) -> Fraction:
    """A simple number between two others."""
    return simplest_between(Fraction(low + (high - low) / 4), Fraction(high - (high - low) / 4))


def _distance(session: Session, place: Term) -> tuple[float, bool]:
    ball = estimate(session, place)
    middle = 0.0 if ball is None else float(ball.mid())
    return round(abs(middle), 9), middle < 0


def _window(x: Var) -> tuple[Term, ...]:
    """−2π <= x <= 2π: where an equation has infinitely many solutions, those near 0."""
    end = App("*", (Num(2), App("pi", ())))
    return App(">=", (x, App("neg", (end,)))), App("<=", (x, end))


def _points(session: Session, cases: tuple[Case, ...], given: tuple[Term, ...]) -> Iterator[Point]:
    names = frozenset[str]().union(*map(free, given), *(free(r) for case in cases for r in case))
    if len(names) == 1:
        x = Var(next(iter(names)))
        for relation in given:
            if _is_equation(relation) and isinstance(relation, App):
                found = solutions(session, relation, x, given)
                if found is not None:
                    yield from (((x.name, place),) for place in found)
                    return
                near = solutions(session, relation, x, (*given, *_window(x))) or ()
                yield from (((x.name, place),) for place in sorted(near, key=lambda p: _distance(session, p)))
        yield from _simple_or_between(session, x, cases, given)
    elif len(names) <= MOST_NAMES:
        letters = sorted(names)
        for values in product(FEW, repeat=len(letters)):
            at = dict(zip(letters, values, strict=True))
            if all(truth(session, h, at) is not False for h in given):
                yield tuple((name, number(value)) for name, value in at.items())
    with suppress(OutOfTime):
        for case in cases:
            for relation in case:
                if isinstance(relation, App):
                    yield from places_of_failure(session, relation, given)
