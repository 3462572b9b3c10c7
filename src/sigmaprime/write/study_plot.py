"""The graph of a study with everything marked on it: zeros, extrema, inflection points, and the asymptotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import isfinite

from sigmaprime.document.page import Plot, say
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number
from sigmaprime.notation.line import language
from sigmaprime.studies.found import Study
from sigmaprime.write._sampled import value
from sigmaprime.write.plots import Curves, Mark, available, svg

ZERO = Num(0)
MARGIN = 0.6  # of the distance between the outermost marks
LEAST = 3.0


def study_plot(study: Study, rules: Mapping[str, Rule], prefix: str = "study") -> Plot | None:
    """The picture, where there is a function without parameters to draw and Matplotlib to draw it."""
    if study.cases or free(study.formula) != {study.x.name} or study.slope is None or not available():
        return None
    function = App("fn", (study.x, study.formula))
    lines = tuple(dict.fromkeys(_lines(study)))
    low, high = _frame(study, rules)
    names = (f"{_short(study.body)}", *(f"y = {_short(line.args[1])}" for line in lines))  # type: ignore[union-attr]
    curves = Curves((function, *lines), names, number(low), number(high), _marks(study, function), _poles(study))
    try:
        return Plot(svg(curves, rules, prefix), (say("study.picture", f=App("subject", (_named(study),))),))
    except Wrong:
        return None


def _named(study: Study) -> Term:
    return App("fn", (study.x, study.body))


def _lines(study: Study) -> Iterator[Term]:
    for one in study.asymptotes or ():
        match one.says:
            case App("asymptote", (_, _, line, _)):
                yield line


def _poles(study: Study) -> tuple[Term, ...]:
    return tuple(f.says.args[2] for f in study.asymptotes or () if _head(f.says) == "vertical_asymptote")  # type: ignore[union-attr]


def _head(term: Term) -> str:
    return term.head if isinstance(term, App) else ""


def _marks(study: Study, function: Term) -> tuple[Mark, ...]:
    """Every point with its coordinates; numbers that are not written down are left out."""
    found: dict[Term, Term] = {}
    for point in (*(study.maxima or ()), *(study.minima or ()), *(study.inflections or ())):
        found.setdefault(point.at, point.value)
    for place in study.zeros.roots if study.zeros is not None else ():
        found.setdefault(place, ZERO)
    known = {near.name for near in study.nearly}
    return tuple(
        Mark(function, place, f"({_short(place)}, {_short(value)})")
        for place, value in found.items() if not (place in known or value in known)
    )  # fmt: skip


def _short(term: Term) -> str:
    """A term in the one line that fits beside a mark."""
    text = re.sub(r"sqrt\((\w+)\)", r"√\1", language(term))
    return text.replace("''", "″").replace("'", "′").replace("-", "−").replace("*", "·")


def _frame(study: Study, rules: Mapping[str, Rule]) -> tuple[Fraction, Fraction]:
    """From a little before the first marked place to a little after the last, or to the ends of the domain."""
    charts = (study.zeros, study.slope, study.bend)
    spots = [spot for chart in charts if chart is not None for spot in chart.axis.spots if spot.kind != "end"]
    places = [at for spot in spots if isfinite(at := _worth(study, spot.at, rules))]
    first, last = min(places, default=0.0), max(places, default=0.0)
    room = max(MARGIN * (last - first), LEAST)
    line = study.slope.axis.spots if study.slope is not None else ()
    low = first if line and line[0].kind != "end" else first - room
    high = last if line and line[-1].kind != "end" else last + room
    return Fraction(low).limit_denominator(1000), Fraction(high).limit_denominator(1000)


def _worth(study: Study, place: Term, rules: Mapping[str, Rule]) -> float:
    near = {one.name: one.low for one in study.nearly}
    term = near.get(place, place) if isinstance(place, Var) else place
    return value(term, rules)
