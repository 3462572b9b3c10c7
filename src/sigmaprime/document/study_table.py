"""The table of variations: signs of the factors and of the whole, arrows, values, bars where nothing is defined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sigmaprime.document.page import Cell, Strip, Text, Variations
from sigmaprime.kernel.term import App, Num, Term, free, number
from sigmaprime.studies.found import Axis, Chart, Factor, Sign, Spot, Study

ARROWS: Mapping[str, str] = {"+": "rises", "-": "falls", "0": "level"}
BENDS: Mapping[str, str] = {"+": "convex", "-": "concave", "0": "level"}


def variations(study: Study, chart: Chart, caption: Text) -> Variations:
    """x, the factors of f′, f′, f."""
    strips = (*factor_strips(study, chart), sign_strip(chart), value_strip(study, chart))
    return Variations((study.x,), places(chart.axis), strips, caption)


def curvature(study: Study, chart: Chart, caption: Text) -> Variations:
    """x, the factors of f″, f″, and how the graph bends."""
    return Variations(
        (study.x,), places(chart.axis), (*factor_strips(study, chart), sign_strip(chart), bend_strip(study, chart)),
        caption,
    )  # fmt: skip


def signs(study: Study, chart: Chart, caption: Text) -> Variations:
    """x, the factors, the whole."""
    return Variations((study.x,), places(chart.axis), (*factor_strips(study, chart), sign_strip(chart)), caption)


def places(line: Axis) -> tuple[Text, ...]:
    return tuple((spot.at,) for spot in line.spots)


def changing(study: Study, chart: Chart) -> tuple[Factor, ...]:
    """The factors whose sign is not the same everywhere; even powers count as positive and are left out."""
    return tuple(f for f in chart.factors if study.x.name in free(f.base) and _changes(f))


def _changes(factor: Factor) -> bool:
    """Even powers have one sign, but for the places where they are 0."""
    return bool(factor.roots) or len({_raised(s, factor.power) for s in factor.signs if s}) > 1


def factor_strips(study: Study, chart: Chart) -> Iterator[Strip]:
    """A row for every factor that changes its sign, if there is more to see than in the whole."""
    rows = changing(study, chart)
    if len(rows) + _minus(chart) < 2:
        return
    if _minus(chart):
        yield Strip((_number(chart),), tuple(_alternating(chart.axis, ["-"] * len(chart.axis.gaps), {})))
    for factor in rows:
        marks: dict[int, str] = {}
        for index, spot in enumerate(chart.axis.spots):
            if spot.at in factor.roots or _turns(chart.axis, factor, index):
                marks[index] = "0"
        label = factor.base if abs(factor.power) == 1 else App("^", (factor.base, number(abs(factor.power))))
        row = [_raised(sign, factor.power) for sign in factor.signs]
        yield Strip((label,), tuple(_alternating(chart.axis, row, marks)))


def _turns(line: Axis, factor: Factor, index: int) -> bool:
    """Whether a continuous factor changes its sign at a spot, a hole of the function perhaps."""
    if not 0 < index < len(line.spots) - 1:
        return False
    left, right = factor.signs[index - 1], factor.signs[index]
    return left is not None and right is not None and left != right


def _raised(sign: Sign | None, power: int) -> str:
    return "" if sign is None else "+" if power % 2 == 0 else sign


def _minus(chart: Chart) -> bool:
    return isinstance(chart.form, App) and chart.form.head == "neg"


def _number(chart: Chart) -> Term:
    """The negative number in front of the product: −2."""
    match chart.form:
        case App("neg", (inner,)):
            while isinstance(inner, App) and inner.head in ("*", "/"):
                inner = inner.args[0]
            return App("neg", (inner,)) if isinstance(inner, Num) else number(-1)
    return number(-1)


def _alternating(line: Axis, between: list[str], at: Mapping[int, str]) -> Iterator[Cell]:
    """Cells for the spots and gaps in turn; outside of the domain nothing is said."""
    for index, _ in enumerate(line.spots):
        yield Cell(at.get(index, ""))
        if index < len(line.gaps):
            yield Cell(between[index] if line.gaps[index].inside else "void")


def sign_strip(chart: Chart) -> Strip:
    marks: dict[int, str] = {}
    for index, spot in enumerate(chart.axis.spots):
        if spot.at in chart.roots:
            marks[index] = "0"
        elif spot.kind == "hole" or (
            spot.kind == "point" and any(spot.at in f.roots for f in chart.factors if f.power < 0)
        ):
            marks[index] = "bar"
    return Strip((chart.of,), tuple(_alternating(chart.axis, [s or "" for s in chart.signs], marks)))


def value_strip(study: Study, chart: Chart) -> Strip:
    """The values and limits, high or low as the arrows beside them say."""
    line, values = chart.axis, dict(study.values)
    cells: list[Cell] = []
    for index, spot in enumerate(line.spots):
        left = chart.signs[index - 1] if index else None
        right = chart.signs[index] if index < len(line.gaps) else None
        cells.append(_value(study, spot, values, left, right))
        if index < len(line.gaps):
            cells.append(Cell(ARROWS.get(right or "", "") if line.gaps[index].inside else "void"))
    return Strip((study.body,), tuple(cells), tall=True)


def _value(study: Study, spot: Spot, values: Mapping[Term, Term], left: Sign | None, right: Sign | None) -> Cell:
    before, after = _after(left), -_after(right)
    if spot.kind == "point":
        shown = (values[spot.at],) if spot.at in values else ()
        return Cell("", shown, (), (before if left and (not right or before == after) else after if not left else 0, 0))
    if spot.kind == "end":
        limit = _limit(study, spot.at)
        return Cell("", limit, (), (before if left else after, 0))
    from_left = _limit(study, App("from_below", (spot.at,))) if left else ()
    from_right = _limit(study, App("from_above", (spot.at,))) if right else ()
    return Cell("bar", from_left, from_right, (before, after))


def _after(sign: Sign | None) -> int:
    return 1 if sign == "+" else -1 if sign == "-" else 0


def _limit(study: Study, place: Term) -> Text:
    for one in study.limits or ():
        if one.place is place:
            return (one.value,)
    return ()


def bend_strip(study: Study, chart: Chart) -> Strip:
    line = chart.axis
    inflections = {point.at: point.value for point in study.inflections or ()}
    cells: list[Cell] = []
    for index, spot in enumerate(line.spots):
        if spot.kind == "hole":
            cells.append(Cell("bar"))
        elif spot.at in inflections:
            cells.append(Cell("", (App("point", (spot.at, inflections[spot.at])),)))
        else:
            cells.append(Cell())
        if index < len(line.gaps):
            sign = chart.signs[index]
            cells.append(Cell(BENDS.get(sign or "", "") if line.gaps[index].inside else "void"))
    return Strip((study.body,), tuple(cells))
