"""Where the function rises and falls, and its highest and lowest points, from the sign of its derivative."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.studies.by_table import Tables
from sigmaprime.studies.desk import Desk, ask, here, light, proper
from sigmaprime.studies.found import Approach, Axis, Chart, Finding, Piece, Point, Sign
from sigmaprime.studies.from_table import remember_best, remember_local
from sigmaprime.studies.line import pieces

WORDS = {"+": "strictly_increasing", "-": "strictly_decreasing", "0": "constant"}


def runs(line: Axis, signs: tuple[Sign | None, ...], *, joined: bool = True) -> Iterator[tuple[Term, Sign]]:
    """Neighbouring gaps with one sign as one interval, closed at the ends that belong to the domain."""
    start: int | None = None
    for index, gap in enumerate(line.gaps):
        sign = signs[index] if gap.inside else None
        if sign is None:
            continue
        start = index if start is None else start
        last = index + 1 == len(line.gaps)
        goes_on = joined and not last and line.gaps[index + 1].inside and signs[index + 1] == sign
        if goes_on and line.spots[index + 1].kind == "point":
            continue
        low, high = line.spots[start], line.spots[index + 1]
        brackets = ("[" if low.kind == "point" else "(") + ("]" if high.kind == "point" else ")")
        yield App(brackets, (low.at, high.at)), sign
        start = None


def shown_on(desk: Desk, region: Term, on: Term) -> Term:
    """The domain itself, where the interval is all of it."""
    return desk.domain if on is region else proper(desk, on)


def monotonic(desk: Desk, chart: Chart, region: Term, *, windowed: bool) -> tuple[Piece, ...] | None:
    """The longest intervals on which the function rises or falls; None if one of them is not proved."""
    found: list[Piece] = []
    if not chart.complete or any(s is None for s, gap in zip(chart.signs, chart.axis.gaps, strict=True) if gap.inside):
        return _at_once(desk, region, windowed=windowed)
    for on, sign in runs(chart.axis, chart.signs):
        claim = ask(
            desk, App(WORDS[sign], (desk.function, proper(desk, on) if windowed else shown_on(desk, region, on)))
        )
        if not claim.proved:
            return None
        found.append(Piece(on, WORDS[sign], claim))
    return tuple(found)


def _at_once(desk: Desk, region: Term, *, windowed: bool) -> tuple[Piece, ...] | None:
    """Each part of the domain as a whole, where the zeros of the derivative are not known."""
    found: list[Piece] = []
    for part in pieces(region):
        for word in ("strictly_increasing", "strictly_decreasing"):
            claim = ask(desk, App(word, (desk.function, part if windowed else shown_on(desk, region, part))))
            if claim.proved:
                found.append(Piece(part, word, claim))
                break
        else:
            return None
    return tuple(found)


def extrema(
    desk: Desk,
    chart: Chart,
    rises: tuple[Piece, ...],
    values: dict[Term, Term],
    limits: tuple[Approach, ...] | None,
    tables: Tables,
    *,
    windowed: bool,
) -> tuple[tuple[Point, ...] | None, tuple[Point, ...] | None]:
    """The local maxima and minima, with those that are global; None for what is not proved."""
    found: dict[str, list[Point] | None] = {"maximum": [], "minimum": []}
    for place, word in turning(chart, windowed=windowed):
        points = found[word]
        if points is None or place not in values:
            found[word] = None
            continue
        value = values[place]
        if place in desk.nearly:
            points.append(Point(place, value, _beside(rises, place), _above_all(desk, word, value, values, limits)))
            continue
        says = App(f"local_{word}", (desk.function, desk.domain, value, place))
        if not windowed:
            remember_local(desk, says, tables, place)
            remember_best(desk, App(word, (desk.function, desk.domain, value, place)), tables)
        claim = ask(desk, says)
        best = _best(desk, word, value, place, values, limits)
        shown = claim if claim.proved else best or _beside(rises, place)
        points.append(Point(place, value, shown, best))
    return tuple(None if points is None else tuple(points) for points in found.values())  # type: ignore[return-value]


def _beside(rises: tuple[Piece, ...], place: Term) -> Finding:
    """A proof of how the function behaves beside the place, which makes it an extremum."""
    return next(p.finding for p in rises if isinstance(p.on, App) and place in p.on.args)


def _above_all(
    desk: Desk, word: str, value: Term, values: dict[Term, Term], limits: tuple[Approach, ...] | None
) -> Finding | None:
    """That no value lies beyond the nearby bound, if the place is the only one that reaches it."""
    near = desk.nearly.get(value) if isinstance(value, Var) else None
    size = here(desk, value)
    if near is None or size is None or limits is None:
        return None
    others = [here(desk, v) for v in values.values() if v is not value] + [here(desk, one.value) for one in limits]
    if any(o is None or (o >= size if word == "maximum" else o <= size) for o in others):
        return None
    relation, bound = ("<=", near.high) if word == "maximum" else (">=", near.low)
    found = ask(desk, App(relation, (desk.value, bound)))
    return found if found.proved else None


def turning(chart: Chart, *, windowed: bool) -> Iterator[tuple[Term, str]]:
    """Places where the sign of the derivative changes, and ends of the domain that belong to it."""
    line, signs = chart.axis, chart.signs
    last = len(line.spots) - 1
    for index, spot in enumerate(line.spots):
        if spot.kind != "point":
            continue
        left = signs[index - 1] if index else (signs[-1] if windowed else None)
        right = signs[index] if index < last else (signs[0] if windowed else None)
        if (left, right) in (("+", "-"), ("+", None), (None, "-")):
            yield spot.at, "maximum"
        elif (left, right) in (("-", "+"), ("-", None), (None, "+")):
            yield spot.at, "minimum"


def _best(
    desk: Desk, word: str, value: Term, place: Term, values: dict[Term, Term], limits: tuple[Approach, ...] | None
) -> Finding | None:
    """The proof that a value is the greatest or least of all, if numbers do not speak against it."""
    size = here(desk, value)
    if size is None or limits is None:
        return None
    others = [here(desk, v) for v in values.values()] + [here(desk, one.value) for one in limits]
    beyond = [o for o in others if o is None or (o > size + 1e-12 if word == "maximum" else o < size - 1e-12)]
    if beyond:
        return None
    for head in (word, f"unique_{word}"):
        claim = ask(desk, App(head, (desk.function, desk.domain, value, place)))
        if claim.proved:
            return claim
    return None


def unattained(
    desk: Desk,
    maxima: tuple[Point, ...] | None,
    minima: tuple[Point, ...] | None,
    limits: tuple[Approach, ...] | None,
    tables: Tables,
) -> Iterator[Finding]:
    """That there is no greatest or no least value."""
    placed = [(size, one.value) for one in limits or () if (size := here(desk, one.value)) is not None]
    for word, points in (("maximum", maxima), ("minimum", minima)):
        if points is not None and not any(point.best for point in points):
            says = App(f"no_{word}", (desk.function, desk.domain))
            end = (max if word == "maximum" else min)(placed, key=lambda one: one[0], default=None)
            if end is not None and isfinite(end[0]):
                remember_best(desk, says, tables, V=light(desk, end[1]))
            claim = ask(desk, says)
            if claim.proved:
                yield claim
