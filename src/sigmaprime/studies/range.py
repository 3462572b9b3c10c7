"""The range: what the function takes between neighbouring turning points, put together, and proved."""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term
from sigmaprime.studies.by_table import Tables
from sigmaprime.studies.desk import Desk, ask, here, remember
from sigmaprime.studies.found import Approach, Axis, Finding
from sigmaprime.studies.line import pieces
from sigmaprime.studies.range_from_table import range_from_table

CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class End:
    at: float
    exact: Term
    attained: bool


def range_of(
    desk: Desk,
    line: Axis,
    values: dict[Term, Term],
    limits: tuple[Approach, ...],
    window: Term | None,
    tables: Tables,
) -> tuple[Term, Finding] | None:
    """The set of all values, proved; those in one period are those of a periodic function."""
    spans = [span for k in range(len(line.gaps)) if (span := _span(desk, line, k, values, limits)) is not None]
    if len(spans) != sum(gap.inside for gap in line.gaps) or not spans:
        return None
    parts = [_interval(low, high) for low, high in _merged(spans)]
    image = parts[0] if len(parts) == 1 else App("union", tuple(parts))
    says = App("range", (desk.function, desk.domain if window is None else window, image))
    if tables.parts and len(tables.parts) == len(pieces(tables.region)):
        remember(desk, says, range_from_table(tables))
    found = ask(desk, says)
    return (image, found) if found.proved else None


def _interval(low: End, high: End) -> Term:
    if low.exact is high.exact:
        return App("points", (low.exact,))
    return App(("[" if low.attained else "(") + ("]" if high.attained else ")"), (low.exact, high.exact))


def _span(
    desk: Desk, line: Axis, k: int, values: dict[Term, Term], limits: tuple[Approach, ...]
) -> tuple[End, End] | None:
    if not line.gaps[k].inside:
        return None
    first = _end(desk, line.spots[k].at, "from_above", values, limits)
    last = _end(desk, line.spots[k + 1].at, "from_below", values, limits)
    if first is None or last is None:
        return None
    return (first, last) if first.at <= last.at else (last, first)


def _end(desk: Desk, at: Term, side: str, values: dict[Term, Term], limits: tuple[Approach, ...]) -> End | None:
    if at in values:
        size = here(desk, values[at])
        return None if size is None else End(size, values[at], True)
    place = at if at in (OO, MINUS_OO) else App(side, (at,))
    for one in limits:
        if one.place is place:
            size = here(desk, one.value)
            return None if size is None else End(size, one.value, False)
    return None


def _merged(spans: list[tuple[End, End]]) -> list[tuple[End, End]]:
    """Intervals that overlap or touch in a value that is taken, as one."""
    done: list[tuple[End, End]] = []
    for low, high in sorted(spans, key=lambda span: (span[0].at, not span[0].attained)):
        if done:
            first, last = done[-1]
            touching = _near(low.at, last.at) and (low.attained or last.attained)
            if (low.at < last.at and not _near(low.at, last.at)) or touching:
                top = last if last.at > high.at and not _near(last.at, high.at) else high
                if _near(last.at, high.at):
                    top = last if last.attained else high
                start = first if first.attained or not _near(first.at, low.at) else low
                done[-1] = (start, top)
                continue
        done.append((low, high))
    return done


def _near(a: float, b: float) -> bool:
    return a == b or abs(a - b) < CLOSE * (1 + abs(a))
