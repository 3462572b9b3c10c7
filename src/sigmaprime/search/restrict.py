"""For which values a false relation holds: a side condition that its author left out, or a weaker relation.

Conditions come from what is divided by and what logarithms are taken of, from the sign of a variable, from the place
of the counterexample, and from where the two sides change order. Numbers drop those under which the relation fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import cycle, islice, pairwise, product
from typing import Final

from sigmaprime.kernel.enclosure import precision
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number
from sigmaprime.search.aim import Aim, Values, aim_at
from sigmaprime.search.descent import failing_in_space
from sigmaprime.search.grid import grid
from sigmaprime.search.hunt import BITS
from sigmaprime.search.numbers import simplest_between
from sigmaprime.search.session import Session
from sigmaprime.search.sidelong import side_conditions
from sigmaprime.search.trial import holds_at

BOUNDS: Final = (">", ">=", "<", "<=")
ZERO: Final = Num(0)
MOST_CHANGES: Final = 4
SIMPLE: Final = 20  # the largest denominator of a bound that is worth offering
AROUND: Final = (Fraction(3, 7), Fraction(9, 5))
MOST_SIGNS: Final = 8
STRIDE: Final = 9
FEW: Final = 3  # points at which the relation must hold to be worth offering
OVERFLOW: Final = 2**40  # from where on a number may be too large to be computed
NARROW: Final = Fraction(1, 10**6)


def conditions_for(session: Session, says: App, given: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """Hypotheses under which the relation seems to hold, the widest first; those of the author are kept."""
    wrong = [at for at in _simple_points(says) if holds_at(session, says, at) is False]
    wrong = [at for at in wrong if all(holds_at(session, h, at) for h in given)]
    for more in _candidates(session, says, given):
        session.tick()
        if any(all(holds_at(session, h, at) for h in more) for at in wrong):
            continue
        if not set(more) <= set(given) and seems_to_hold(session, says, (*given, *more)):
            yield more


def _simple_points(says: App) -> Iterator[Values]:
    """A few points with all combinations of signs."""
    names = sorted(free(says))
    for signs in islice(product((1, -1), repeat=len(names)), MOST_SIGNS):
        for places in (AROUND, AROUND[::-1]):
            yield {name: s * p for name, s, p in zip(names, signs, cycle(places), strict=False)}


def _candidates(session: Session, says: App, given: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    names = sorted(free(says))
    x = Var(names[0]) if names else None
    sides = tuple(side_conditions(session, says))
    if sides:
        yield sides
    yield from ((App("!=", (Var(name), ZERO)),) for name in names)
    if x is not None and len(names) == 1:
        for place in _crossings(session, says, given):
            yield (App("!=", (x, place)),)
        for place in (ZERO, *_crossings(session, says, given)):
            yield from ((App(relation, (x, place)),) for relation in (">=", ">", "<=", "<"))
    elif names:
        yield tuple(App(">=", (Var(name), ZERO)) for name in names)
        yield tuple(App(">", (Var(name), ZERO)) for name in names)


def _crossings(session: Session, says: App, given: tuple[Term, ...]) -> list[Term]:
    """Rational numbers at which the two sides change order, or are equal between points where they are not."""
    aim = aim_at(session, says, given)
    if aim is None or len(aim.names) != 1 or aim.relation == "=":
        return []
    (name,) = aim.names
    with precision(BITS, 1):
        seen = [(x, sign) for x in grid(aim.ends[name]) if (sign := _sign(aim, name, x)) is not None]
        found = [x for x, sign in seen if sign == 0]
        for (a, here), (b, there) in pairwise(seen):
            if here * there < 0 and len(found) < MOST_CHANGES:
                found.append(_between(aim, name, a, b, here))
    simple = sorted(set(found), key=lambda p: (p.denominator, abs(p)))
    return [number(p) for p in simple if p.denominator <= SIMPLE][:MOST_CHANGES]


def _between(aim: Aim, name: str, a: Fraction, b: Fraction, here: int) -> Fraction:
    while b - a > NARROW * max(abs(a), abs(b)):
        middle = (a + b) / 2
        sign = _sign(aim, name, middle)
        if sign is None or sign == 0:
            return middle
        a, b = (middle, b) if sign == here else (a, middle)
    return simplest_between(a, b)


def _sign(aim: Aim, name: str, x: Fraction) -> int | None:
    slack = aim.broken({name: x})[1]
    return None if not slack.is_finite() else 1 if slack > 0 else -1 if slack < 0 else 0 if slack == 0 else None


def seems_to_hold(session: Session, says: App, given: tuple[Term, ...]) -> bool:
    """Whether no point of a grid breaks it, and some point meets the hypotheses."""
    aim = aim_at(session, says, given)
    if aim is None:
        return False
    if len(aim.names) != 1:
        return next(failing_in_space(session, aim), None) is None
    (name,) = aim.names
    met = 0
    with precision(BITS, 1):
        for x in _scattered(grid(aim.ends[name])[::2]):
            broken, slack = aim.broken({name: x})
            if broken:
                return False
            if aim.admits({name: x}):
                met += 1
                if not slack.is_finite() and abs(x) < OVERFLOW:
                    return False
    return met >= FEW


def _scattered(places: tuple[Fraction, ...]) -> Iterator[Fraction]:
    """Every number once, at first from all over: what is broken is then soon seen to be."""
    yield from places[STRIDE // 2 :: STRIDE]
    yield from (x for index, x in enumerate(places) if index % STRIDE != STRIDE // 2)


def kept(given: tuple[Term, ...], more: tuple[Term, ...]) -> tuple[Term, ...]:
    """The hypotheses that say more than the new ones: x >= -1 goes where x >= 0 is added."""
    return tuple(h for h in given if not any(_implies(m, h) for m in more))


def _implies(stronger: Term, weaker: Term) -> bool:
    match stronger, weaker:
        case App(one, (x, a)), App(other, (y, b)) if x is y and (p := as_number(a)) is not None:
            q = as_number(b)
            if q is None or one not in BOUNDS or other not in (*BOUNDS, "!="):
                return False
            if other == "!=":
                return p == q and len(one) == 1
            same_side = one[0] == other[0]
            return (same_side and (p > q if one[0] == ">" else p < q)) or (one == other and p == q)
    return False
