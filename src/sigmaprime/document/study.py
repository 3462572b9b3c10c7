"""A function study as a page: the sections of a textbook in their order, each with its proofs to unfold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sigmaprime.document.choice import Teller
from sigmaprime.document.derivation import NO_RULES
from sigmaprime.document.page import Block, Detail, Display, Document, Heading, Line, Note, Paragraph, Plot, Text, say
from sigmaprime.document.study_arguments import solution, value, why_sign
from sigmaprime.document.study_table import curvature, variations
from sigmaprime.document.study_words import at_places, grouped, listing, proofs, sentence
from sigmaprime.document.tell import tell
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, substitute
from sigmaprime.studies.found import Chart, Finding, Piece, Point, Study, zeros_known
from sigmaprime.verdict import Route

RISING: Final = {
    "strictly_increasing": "study.increasing", "strictly_decreasing": "study.decreasing", "constant": "study.constant",
}  # fmt: skip
RISING_ALL: Final = {
    "strictly_increasing": "study.increasing all", "strictly_decreasing": "study.decreasing all",
    "constant": "study.constant",
}  # fmt: skip
BENDING: Final = {"strictly_convex": "study.convex", "strictly_concave": "study.concave"}
BENDING_ALL: Final = {"strictly_convex": "study.convex all", "strictly_concave": "study.concave all"}


@dataclass(frozen=True, slots=True)
class How:
    """How much is told, with which rule book, and whether there is a place for proofs that unfold."""

    detail: Detail
    rules: Mapping[str, Rule]
    unfolds: bool

    def proofs(self, *findings: Finding | None) -> tuple[Block, ...]:
        return proofs(findings, self.detail, self.rules, unfolds=self.unfolds)


def study_document(
    study: Study, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES, *, unfolds: bool = True,
    plot: Plot | None = None,
) -> Document:  # fmt: skip
    """The page of a study, with its graph at the end if there is a picture of it."""
    graph: tuple[Block, ...] = (Heading((say("study.graph"),)), plot) if plot is not None else ()
    title = say("study.title", f=App("=", (study.body, study.formula)))
    return Document((title,), (*study_blocks(study, detail, rules, unfolds=unfolds), *graph))


def study_blocks(
    study: Study, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES, *, unfolds: bool = True
) -> tuple[Block, ...]:
    how = How(detail, rules, unfolds)
    sections = (_cases,) if study.cases else (_domain, _symmetry, _zeros, _ends, _slope, _extrema, _bend, _range)
    return tuple(block for section in (*sections, _time) for block in section(study, how))


def _time(study: Study, _: How) -> Iterator[Block]:
    if study.ran_out is not None:
        yield Note((say("study.ran out", seconds=f"{study.ran_out:.2g}"),))


def _cases(study: Study, how: How) -> Iterator[Block]:
    for case in study.cases:
        yield Heading((say("study.case", case=listing(case.case)),), 2)
        for block in study_blocks(case, how.detail, how.rules, unfolds=how.unfolds):
            yield Heading(block.text, block.level + 1) if isinstance(block, Heading) else block


def _domain(study: Study, how: How) -> Iterator[Block]:
    yield Heading((say("study.domain"),))
    subject = App("subject", (study_function(study),))
    if study.restricted and study.domain is not None:
        yield sentence("study.restricted", f=subject, domain=study.domain)
    elif study.domain is REALS:
        yield sentence("study.everywhere", f=subject, x=study.x)
    elif study.domain is not None:
        yield sentence("study.defined on", f=subject, x=study.x, domain=study.domain)
    else:
        yield sentence("study.domain unknown")
    yield from how.proofs(*study.domain_found)


def _symmetry(study: Study, how: How) -> Iterator[Block]:
    told = [block for finding in study.symmetry if (block := _symmetric(study, finding.says)) is not None]
    if told:
        yield Heading((say("study.symmetry"),))
        yield from told
        if study.within is not None:
            yield sentence("study.window", where=study.within)
        yield from how.proofs(*study.symmetry)


def _symmetric(study: Study, says: Term) -> Block | None:
    mirrored = substitute(study.body, {study.x.name: App("neg", (study.x,))})
    subject = App("subject", (study_function(study),))
    match says:
        case App("even", _):
            return sentence("study.even", f=subject, equation=App("=", (mirrored, study.body)))
        case App("odd", _):
            return sentence("study.odd", f=subject, equation=App("=", (mirrored, App("neg", (study.body,)))))
        case App("mirror", (_, _, axis)):
            return sentence("study.mirror", axis=App("=", (study.x, axis)))
        case App("centre", (_, _, a, b)):
            return sentence("study.centre", point=App("point", (a, b)))
        case App("periodic", (_, _, period)):
            return sentence("study.periodic", f=subject, period=period)
        case App("not", _):
            return sentence("study.neither", f=subject)
    return None


def study_function(study: Study) -> Term:
    return App("fn", (study.x, study.body))


def _zeros(study: Study, how: How) -> Iterator[Block]:
    chart = study.zeros
    if chart is None:
        return
    yield Heading((say("study.zeros"),))
    subject = App("subject", (study_function(study),))
    if not zeros_known(chart):
        yield sentence("study.zeros unknown")
    elif not chart.roots:
        yield sentence("study.no zeros", f=subject)
    else:
        yield from solution(study, chart)
    if (told := _signs(study, chart)) is not None:
        yield told
    yield from how.proofs(chart.listed, *study.signs)


def _signs(study: Study, chart: Chart) -> Block | None:
    """On which intervals the function is positive, and on which negative."""
    if len(study.signs) == 0 or any(not one.proved for one in study.signs):
        return None
    places: dict[str, list[Term]] = {}
    for one in study.signs:
        places.setdefault(one.says.head, []).append(one.says.args[1])  # type: ignore[union-attr]
    subject = App("subject", (study_function(study),))
    if len(places) == 1 and not chart.roots and study.within is None:
        (word,) = places
        return sentence("study.is", f=subject, what=say(f"study.{word}"))
    said = listing(say(f"study.{word} on", where=listing(where)) for word, where in places.items())
    return sentence("study.is", f=subject, what=said)


def _ends(study: Study, how: How) -> Iterator[Block]:
    if study.limits == ():
        return
    yield Heading((say("study.ends"),))
    if study.limits is None:
        yield sentence("study.limits unknown")
        return
    yield Paragraph((*listing((one.finding.says,) for one in study.limits), "."))
    yield from _lines(study)
    yield from how.proofs(*(one.finding for one in study.limits), *(study.asymptotes or ()))


def _lines(study: Study) -> Iterator[Block]:
    """A line that is an asymptote on both sides is named once."""
    far: dict[Term, list[Term]] = {}
    for one in study.asymptotes or ():
        match one.says:
            case App("asymptote", (_, _, App("fn", (_, line)), place)):
                far.setdefault(line, []).append(App("->", (study.x, place)))
            case App("vertical_asymptote", (_, _, at)):
                yield sentence("study.vertical", line=App("=", (study.x, at)))
    for line, ways in far.items():
        yield sentence("study.asymptote", line=App("=", (App("name", (Var("y"),)), line)), place=listing(ways))


def _slope(study: Study, how: How) -> Iterator[Block]:
    yield Heading((say("study.slope"),))
    if study.derivative is None:
        yield sentence("study.derivative unknown")
    else:
        yield from _worked(study.derivative, how)
    chart = study.slope
    if chart is None:
        return
    yield from solution(study, chart)
    yield from why_sign(study, chart)
    subject = App("subject", (study_function(study),))
    if study.monotonic is None:
        yield sentence("study.monotonic unknown", f=subject)
        return
    yield sentence("study.is", f=subject, what=_grouped(study, study.monotonic, RISING_ALL, RISING))
    if chart.complete:
        yield variations(study, chart, (say("study.table", f=subject),))
    yield from how.proofs(*_about(chart), *(piece.finding for piece in study.monotonic))


def _about(chart: Chart) -> tuple[Finding | None, ...]:
    return (*chart.same, chart.listed, *(proof for factor in chart.factors for proof in factor.proofs))


def _grouped(study: Study, pieces: tuple[Piece, ...], whole: Mapping[str, str], apart: Mapping[str, str]) -> Text:
    single = len(pieces) == 1 and study.within is None
    return grouped(pieces, whole, apart, single=single)


def _worked(route: Route, how: How, before: Term | None = None) -> Iterator[Block]:
    """The derivation; that of f″ begins with f″ = (f′)′."""
    rules = {**how.rules, **{row.name: row for row in route.fact.definitions}}
    blocks = list(tell(Teller(how.detail, rules), route.fact.proof))
    for index, block in enumerate(blocks):
        if before is not None and isinstance(block, Display) and block.lines[0].left is not None:
            opening = Line(before, "=", block.lines[0].left)
            blocks[index] = replace(block, lines=(opening, replace(block.lines[0], left=None), *block.lines[1:]))
            break
    yield from blocks


def _extrema(study: Study, how: How) -> Iterator[Block]:
    if study.maxima is None and study.minima is None:
        return
    yield Heading((say("study.extrema"),))
    subject = App("subject", (study_function(study),))
    points = [("maximum", one) for one in study.maxima or ()] + [("minimum", one) for one in study.minima or ()]
    if not points and study.maxima is not None and study.minima is not None:
        yield sentence("study.no extrema", f=subject)
    for word in ("maximum", "minimum"):
        yield from _extreme(study, word, [point for sort, point in points if sort == word])
    missing = {one.says.head for one in study.claims if isinstance(one.says, App)}
    if {"no_maximum", "no_minimum"} <= missing:
        yield sentence("study.no maximum or minimum")
    else:
        yield from (
            sentence(f"study.{head.replace('_', ' ')}") for head in ("no_maximum", "no_minimum") if head in missing
        )
    yield from how.proofs(*(f for _, p in points for f in (p.finding, p.best)), *study.claims)


def _extreme(study: Study, word: str, points: list[Point]) -> Iterator[Block]:
    subject = App("subject", (study_function(study),))
    best = [point for point in points if point.best is not None]
    if best:
        yield sentence(
            f"study.{word}",
            value=value(study, best[0].value),
            f=subject,
            place=at_places(study.x, [p.at for p in best]),
        )
    for point in points:
        if point.best is None:
            place = App("=", (study.x, point.at))
            yield sentence(f"study.local {word}", value=value(study, point.value), f=subject, place=place)


def _bend(study: Study, how: How) -> Iterator[Block]:
    chart = study.bend
    if chart is None or chart.form is None:
        return
    yield Heading((say("study.bend"),))
    if study.second is not None:
        yield from _worked(study.second, how, chart.of)
    yield from solution(study, chart)
    yield from why_sign(study, chart)
    subject = App("subject", (study_function(study),))
    if study.curved is None:
        yield sentence("study.curved unknown", f=subject)
        return
    if study.curved:
        yield sentence("study.is", f=subject, what=_grouped(study, study.curved, BENDING_ALL, BENDING))
    yield from _inflections(study)
    if chart.complete and len(chart.axis.gaps) > 1:
        yield curvature(study, chart, (say("study.curvature table", f=subject),))
    pieces, points = (tuple(one.finding for one in found) for found in (study.curved, study.inflections or ()))
    yield from how.proofs(*_about(chart), *pieces, *points)


def _inflections(study: Study) -> Iterator[Block]:
    match study.inflections:
        case None:
            return
        case ():
            yield sentence("study.no inflections")
        case (one,):
            yield sentence("study.inflection", point=App("point", (one.at, one.value)))
        case points:
            all_ = listing(App("point", (p.at, p.value)) for p in points)
            yield sentence("study.inflections", points=all_)


def _range(study: Study, how: How) -> Iterator[Block]:
    yield Heading((say("study.range"),))
    if study.range is None:
        yield sentence("study.range unknown")
    else:
        yield sentence("study.range is", f=App("subject", (study_function(study),)), range=study.range)
    yield from how.proofs(study.range_found)
