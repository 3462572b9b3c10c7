"""A study as JSON: every expression and every claim in the language, so that it reads back and can be proved again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.line import language
from sigmaprime.studies.found import Chart, Finding, Point, Study, is_known, zeros_known
from sigmaprime.studies.spelled import decimal, rounded, written_out

Json: TypeAlias = dict[str, Any]
SCHEMA = 1


def study_json(study: Study) -> Json:
    """What `study --to json` prints; what was not found is null, and an empty list was proved to be complete."""
    return {
        "schema": SCHEMA,
        "function": language(study.formula),
        "variable": study.x.name,
        **({"case": [language(one) for one in study.case]} if study.case else {}),
        "domain": None if study.domain is None else language(study.domain),
        "period": next((language(f.says.args[2]) for f in study.symmetry if _head(f) == "periodic"), None),  # type: ignore[union-attr]
        "on": None if study.within is None else language(study.within),
        "symmetry": [_spelled(study, f) for f in study.symmetry],
        "zeros": _zeros(study),
        "sign": _signs(study),
        "limits": _limits(study),
        "asymptotes": None if study.asymptotes is None else [_spelled(study, f) for f in study.asymptotes],
        "derivative": _form(study, study.slope),
        "increasing": _intervals(study, "strictly_increasing"),
        "decreasing": _intervals(study, "strictly_decreasing"),
        "maxima": _extrema(study, study.maxima),
        "minima": _extrema(study, study.minima),
        "second_derivative": _form(study, study.bend),
        "convex": _bends(study, "strictly_convex"),
        "concave": _bends(study, "strictly_concave"),
        "inflections": _points(study, study.inflections),
        "range": None if study.range is None else language(study.range),
        **({"ran_out_after": study.ran_out} if study.ran_out is not None else {}),
        **({"cases": [study_json(case) for case in study.cases]} if study.cases else {}),
        "claims": [_claim(study, f) for f in dict.fromkeys(findings(study)) if _is_said(f)],
    }


def _spelled(study: Study, finding: Finding) -> str:
    """The claim with the function written out, so that it can be read without the page."""
    given = ", ".join(language(written_out(study, h)) for h in finding.given)
    return language(written_out(study, finding.says)) + (f" for {given}" if given else "")


def _head(finding: Finding) -> str:
    return finding.says.head if isinstance(finding.says, App) else ""


def _form(study: Study, chart: Chart | None) -> str | None:
    if chart is None or chart.form is None or not is_known(chart):
        return None
    return language(written_out(study, chart.form))


def _zeros(study: Study) -> list[str] | None:
    chart = study.zeros
    if chart is None or not zeros_known(chart):
        return None
    return [_number(study, place) for place in chart.roots]


def _number(study: Study, number: Term) -> str:
    """Exactly, or rounded behind the sign ≈."""
    return next((f"≈{rounded(place)}" for place in study.nearly if place.name is number), language(number))


def _interval(study: Study, on: Term) -> str:
    """With rational numbers a little further in, in place of ends that are not written down."""
    match on:
        case App(brackets, (low, high)):
            above = {place.name: decimal(place.high) for place in study.nearly}
            below = {place.name: decimal(place.low) for place in study.nearly}
            first = above.get(low) if isinstance(low, Var) else None
            last = below.get(high) if isinstance(high, Var) else None
            return f"{brackets[0]}{first or language(low)}, {last or language(high)}{brackets[1]}"
    return language(on)


def _signs(study: Study) -> list[Json] | None:
    if study.zeros is None or not study.signs or not all(one.proved for one in study.signs):
        return None
    return [{"on": language(one.says.args[1]), "sign": _head(one)} for one in study.signs]  # type: ignore[union-attr]


def _limits(study: Study) -> list[Json] | None:
    if study.limits is None:
        return None
    return [{"to": language(one.place), "value": language(one.value)} for one in study.limits]


def _intervals(study: Study, word: str) -> list[str] | None:
    if study.monotonic is None:
        return None
    return [_interval(study, piece.on) for piece in study.monotonic if piece.word == word]


def _bends(study: Study, word: str) -> list[str] | None:
    return (
        None if study.curved is None else [_interval(study, piece.on) for piece in study.curved if piece.word == word]
    )


def _extrema(study: Study, points: tuple[Point, ...] | None) -> list[Json] | None:
    if points is None:
        return None
    return [{"x": _number(study, p.at), "value": _number(study, p.value), "global": p.best is not None} for p in points]


def _points(study: Study, points: tuple[Point, ...] | None) -> list[Json] | None:
    return None if points is None else [{"x": _number(study, p.at), "value": _number(study, p.value)} for p in points]


def findings(study: Study) -> Iterator[Finding]:
    """Every statement of the study, in its order."""
    yield from _present((*study.domain_found, *study.symmetry))
    if study.zeros is not None:
        yield from _present((study.zeros.listed, *study.signs))
    yield from (one.finding for one in study.limits or ())
    yield from study.asymptotes or ()
    for chart, pieces in ((study.slope, study.monotonic), (study.bend, study.curved)):
        if chart is not None:
            yield from _present((*chart.same, chart.listed))
            yield from _present(proof for factor in chart.factors for proof in factor.proofs)
        yield from (piece.finding for piece in pieces or ())
    for points in (study.maxima, study.minima, study.inflections):
        yield from _present(f for point in points or () for f in (point.finding, point.best))
    yield from _present((*study.claims, study.range_found))
    yield from (proof for place in study.nearly for proof in place.proofs)


def _present(found: Iterable[Finding | None]) -> Iterator[Finding]:
    return (one for one in found if one is not None)


def _is_said(finding: Finding) -> bool:
    """Whether the language has words for the claim: it has none for a list without points, nor for `is undefined`."""
    says = finding.says
    return not (isinstance(says, App) and (App("points", ()) in says.args or says.head == "undefined"))


def _claim(study: Study, finding: Finding) -> Json:
    text = _spelled(study, finding)
    return {"claim": text, "statement": text, "verdict": "proved" if finding.proved else "undecided"}
