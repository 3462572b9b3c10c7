"""Symmetries of the graph: even, odd, an axis or a centre anywhere; numbers propose, a proof decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sigmaprime.kernel.sets import MINUS_OO, OO, ends
from sigmaprime.kernel.term import App, Num, Term, substitute
from sigmaprime.studies.desk import Desk, ask, height, here, light
from sigmaprime.studies.found import Finding
from sigmaprime.studies.line import ordered, pieces
from sigmaprime.studies.written import simple, value_at

STEPS = (Fraction(1, 3), Fraction(7, 5), Fraction(9, 4), Fraction(1, 7))


def symmetry_of(desk: Desk, region: Term, places: Iterable[Term]) -> tuple[Finding, ...]:
    """The first axis and the first centre that are found: at 0, in the middle of the domain, at a marked place."""
    found: list[Finding] = []
    for middle in ordered(desk, (Num(0), *_middles(desk, region), *places)):
        sort = _sort(desk, middle)
        if sort is None:
            continue
        claim = _claim(desk, middle, sort)
        if claim is not None and claim.proved:
            found.append(claim)
            break
    return tuple(found)


def _middles(desk: Desk, region: Term) -> Iterator[Term]:
    marks = [end for part in pieces(region) for end in ends(part) if end not in (OO, MINUS_OO)]
    yield from marks
    if len(marks) > 1:
        yield simple(desk, App("/", (App("+", (marks[0], marks[-1])), Num(2))))


def _sort(desk: Desk, middle: Term) -> str | None:
    """`axis` or `centre`, if some pairs of values say so."""
    at = here(desk, middle)
    if at is None:
        return None
    pairs = [(height(desk, desk.body, at - float(step)), height(desk, desk.body, at + float(step))) for step in STEPS]
    pairs = [p for p in pairs if p != (None, None)]
    if len(pairs) < 2 or any(a is None or b is None for a, b in pairs):
        return None
    if all(abs(a - b) < 1e-9 * (1 + abs(a)) for a, b in pairs):  # type: ignore[operator,arg-type]
        return "axis"
    sums = [a + b for a, b in pairs]  # type: ignore[operator]
    if all(abs(s - sums[0]) < 1e-9 * (1 + abs(sums[0]) + abs(a)) for s, (a, _) in zip(sums, pairs, strict=True)):  # type: ignore[arg-type]
        return "centre"
    return None


def _claim(desk: Desk, middle: Term, sort: str) -> Finding | None:
    if middle is Num(0) and sort == "axis":
        return ask(desk, App("even", (desk.function, desk.domain)))
    if sort == "axis":
        return ask(desk, App("mirror", (desk.function, desk.domain, middle)))
    level = _level(desk, middle)
    if level is None:
        return None
    if middle is Num(0) and level is Num(0):
        return ask(desk, App("odd", (desk.function, desk.domain)))
    return ask(desk, App("centre", (desk.function, desk.domain, middle, level)))


def _level(desk: Desk, middle: Term) -> Term | None:
    """The height of the centre: the value there, or the mean of two values beside it."""
    if (there := value_at(desk, middle)) is not None:
        return there
    for step in (Num(1), Num(Fraction(1, 2))):
        sides = [
            substitute(light(desk, desk.body), {desk.x.name: simple(desk, App(sign, (middle, step)))}) for sign in "+-"
        ]
        mean = simple(desk, App("/", (App("+", tuple(sides)), Num(2))))
        if here(desk, mean) is not None:
            return mean
    return None
