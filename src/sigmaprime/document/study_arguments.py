"""The arguments of a study in sentences: which factors can be 0, where, and what that says of the sign of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.document.page import Block, Paragraph, Piece, Shown, say
from sigmaprime.document.study_table import changing
from sigmaprime.document.study_words import listing, one_of, sentence
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.studies.found import Chart, Factor, Nearly, Study
from sigmaprime.studies.spelled import decimal, rounded

ZERO = Num(0)


def solution(study: Study, chart: Chart) -> Iterator[Block]:
    """`f′(x) = 0 exactly for x = …`, from factor to factor."""
    if chart.nearly and chart.complete and None not in chart.signs:
        yield from map(nearly, chart.nearly)
        yield sentence("study.solved", first=App("=", (chart.of, ZERO)), last=one_of(study.x, chart.roots))
        return
    if chart.listed is None or not chart.listed.proved:
        return
    first = App("=", (chart.of, ZERO))
    if not chart.roots:
        yield sentence("study.no solution", first=first)
        return
    last = one_of(study.x, chart.roots)
    able = [f for f in chart.factors if f.power > 0 and f.roots]
    if chart.form is not None and len(able) == 1 and able[0].base is not chart.of and able[0].base is not study.x:
        yield sentence("study.solved by", first=first, middle=App("=", (able[0].base, ZERO)), last=last)
    else:
        yield sentence("study.solved", first=first, last=last)


def nearly(place: Nearly) -> Block:
    """`x_1 ≈ 0.739085 is the only zero of x − cos x between 0.739085 and 0.739086`"""
    return sentence(
        "study.nearly", name=place.name, value=Shown(rounded(place)), of=place.of, low=Shown(decimal(place.low)),
        high=Shown(decimal(place.high)),
    )  # fmt: skip


def value(study: Study, number: Term) -> Piece:
    """A value; `y_1 ≈ -0.17` for one that is not written down."""
    for place in study.nearly:
        if place.name is number:
            return say("study.value nearly", name=place.name, value=Shown(rounded(place)))
    return number


def why_sign(study: Study, chart: Chart) -> Iterator[Block]:
    """`Since exp(-x) > 0, f′(x) has the sign of 1 − x.`"""
    changes = changing(study, chart)
    steady = [f for f in chart.factors if f not in changes and study.x.name in free(f.base) and f.power]
    known = [fact for f in (*steady,) if (fact := _always(f)) is not None]
    if not known or any(_always(f) is None for f in steady):
        return
    rest = [f.base if f.power % 2 else App("^", (f.base, Num(abs(f.power)))) for f in changes]
    if len(rest) == 1 and len([f for f in chart.factors if study.x.name in free(f.base)]) > 1:
        whole = rest[0]
        minus = (isinstance(chart.form, App) and chart.form.head == "neg") != bool(
            sum(_is_negative(f) for f in steady) % 2
        )
        product = App("neg", (whole,)) if minus else whole
        yield Paragraph(
            (say("study.because", facts=listing(known), rest=say("study.sign of", f=chart.of, product=product)),)
        )


def _always(factor: Factor) -> Term | None:
    """`(x^2 + 1)^2 > 0`"""
    kinds = {sign for sign in factor.signs if sign}
    if len(kinds) != 1:
        return None
    sign = "+" if factor.power % 2 == 0 else kinds.pop()
    power = abs(factor.power)
    shown = factor.base if power == 1 else App("^", (factor.base, Num(power)))
    return App(">" if sign == "+" else "<", (shown, ZERO))


def _is_negative(factor: Factor) -> bool:
    return factor.power % 2 == 1 and "-" in factor.signs
