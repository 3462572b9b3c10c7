"""Where the graph bends to the left and to the right, and where it changes from one to the other."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Term
from sigmaprime.studies.desk import Desk, ask, proper
from sigmaprime.studies.found import Chart, Finding, Piece, Point
from sigmaprime.studies.line import pieces
from sigmaprime.studies.variation import runs, shown_on

WORDS = {"+": "strictly_convex", "-": "strictly_concave"}
OPPOSITE = (("+", "-"), ("-", "+"))


def curved(desk: Desk, chart: Chart, region: Term, *, windowed: bool) -> tuple[Piece, ...] | None:
    """The intervals on which the function is convex or concave; None if one of them is not proved."""
    if not chart.complete or any(s is None for s, gap in zip(chart.signs, chart.axis.gaps, strict=True) if gap.inside):
        return _at_once(desk, region, windowed=windowed)
    for joined in (True, False):
        found: list[Piece] = []
        complete = True
        for on, sign in runs(chart.axis, chart.signs, joined=joined):
            if sign == "0":
                continue  # a straight line
            claim = ask(
                desk, App(WORDS[sign], (desk.function, proper(desk, on) if windowed else shown_on(desk, region, on)))
            )
            complete = complete and claim.proved
            found.append(Piece(on, WORDS[sign], claim))
        if complete:
            return tuple(found)
    return None


def _at_once(desk: Desk, region: Term, *, windowed: bool) -> tuple[Piece, ...] | None:
    found: list[Piece] = []
    for part in pieces(region):
        for word in WORDS.values():
            claim = ask(desk, App(word, (desk.function, part if windowed else shown_on(desk, region, part))))
            if claim.proved:
                found.append(Piece(part, word, claim))
                break
        else:
            return None
    return tuple(found)


def inflections(
    desk: Desk,
    chart: Chart,
    pieces_: tuple[Piece, ...] | None,
    values: dict[Term, Term],
    region: Term,
    *,
    windowed: bool,
) -> tuple[tuple[Point, ...] | None, Finding | None]:
    """The points where the curvature changes, all of them, as the proved pieces show; and the claim that lists them."""
    line, signs = chart.axis, chart.signs
    if pieces_ is None:
        return None, None
    places = [
        spot.at
        for index, spot in enumerate(line.spots)
        if spot.kind == "point" and 0 < index < len(line.spots) - 1 and (signs[index - 1], signs[index]) in OPPOSITE
    ]
    if any(place not in values for place in places):
        return None, None
    where = region if windowed else desk.domain
    exact = places and not any(place in desk.nearly for place in places)
    claim = ask(desk, App("inflections", (desk.function, where, App("points", tuple(places))))) if exact else None
    left = [next(p.finding for p in pieces_ if p.on.args[1] is place) for place in places]  # type: ignore[union-attr]
    shown = claim if claim is not None and claim.proved else None
    return tuple(Point(place, values[place], shown or piece) for place, piece in zip(places, left, strict=True)), shown
