"""The line of numbers cut at places: the ends and holes of the domain, and the points where something changes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval
from sigmaprime.kernel.term import App, Term
from sigmaprime.search.parts import parts_of
from sigmaprime.studies.desk import Desk, here
from sigmaprime.studies.found import Axis, Gap, Spot

CLOSE = 1e-12


def pieces(region: Term) -> tuple[Term, ...]:
    """The intervals of a set; single points are left out."""
    return tuple(part for part in (parts_of(region) or (region,)) if is_interval(part))


def axis(desk: Desk, region: Term, cuts: Iterable[Term]) -> Axis:
    """The ends of the parts of the set, and the cuts that lie in it, in order."""
    spots: dict[Term, Spot] = {}
    parts = pieces(region)
    for part in parts:
        low, high = ends(part)
        brackets = part.head if isinstance(part, App) else "()"
        for end, bracket in ((low, brackets[0]), (high, brackets[1])):
            kind = "end" if end in (OO, MINUS_OO) else "point" if bracket in "[]" else "hole"
            if end not in spots or kind == "point":
                spots[end] = Spot(end, kind)  # type: ignore[arg-type]
    for cut in cuts:
        if contains(desk, region, cut) and not any(_same(desk, cut, at) for at in spots):
            spots[cut] = Spot(cut, "point")
    ordered = sorted(spots.values(), key=lambda spot: here(desk, spot.at) or 0.0)
    gaps = tuple(Gap(a.at, b.at, _inside(desk, parts, a.at, b.at)) for a, b in pairwise(ordered))
    return Axis(tuple(ordered), gaps)


def contains(desk: Desk, region: Term, place: Term) -> bool:
    """Whether a number seems to lie in the set."""
    at = here(desk, place)
    if at is None:
        return False
    for part in pieces(region):
        low, high = (here(desk, end) for end in ends(part))
        brackets = part.head if isinstance(part, App) else "()"
        if low is None or high is None:
            continue
        room = CLOSE * (1 + abs(at))
        if low + room < at < high - room:
            return True
        if (abs(at - low) <= room and brackets[0] == "[") or (abs(at - high) <= room and brackets[1] == "]"):
            return True
    return False


def _same(desk: Desk, a: Term, b: Term) -> bool:
    if a is b:
        return True
    p, q = here(desk, a), here(desk, b)
    return p is not None and q is not None and abs(p - q) <= CLOSE * (1 + abs(p))


def _inside(desk: Desk, parts: tuple[Term, ...], low: Term, high: Term) -> bool:
    left, right = here(desk, low), here(desk, high)
    if left is None or right is None:
        return False
    for part in parts:
        a, b = (here(desk, end) for end in ends(part))
        if a is not None and b is not None and a <= left + CLOSE and right <= b + CLOSE:
            return True
    return False


def ordered(desk: Desk, places: Iterable[Term]) -> tuple[Term, ...]:
    """Places from left to right, each once."""
    kept: list[Term] = []
    for place in sorted((p for p in places if here(desk, p) is not None), key=lambda p: here(desk, p) or 0.0):
        if not kept or not _same(desk, place, kept[-1]):
            kept.append(place)
    return tuple(kept)


def is_whole(parts: tuple[Term, ...]) -> bool:
    """Whether the parts go from one end of the line to the other."""
    return parts[0].args[0] is MINUS_OO and parts[-1].args[1] is OO  # type: ignore[union-attr]


def interior(region: Term) -> Term:
    """The set without the ends of its parts: where a derivative can be asked for."""
    match region:
        case App("union", parts):
            return App("union", tuple(map(interior, parts)))
        case App("[]" | "[)" | "(]", ends_):
            return App("()", ends_)
    return region


def without(desk: Desk, region: Term, places: Iterable[Term]) -> Term:
    """The set cut at places that do not belong to it."""
    parts: list[Term] = []
    for part in pieces(region):
        low, high = ends(part)
        marks = [low, *ordered(desk, (p for p in places if contains(desk, App("()", (low, high)), p))), high]
        for k, (a, b) in enumerate(pairwise(marks)):
            opening = part.head[0] if k == 0 else "("  # type: ignore[union-attr]
            closing = part.head[1] if k == len(marks) - 2 else ")"  # type: ignore[union-attr]
            parts.append(App(opening + closing, (a, b)))
    return region if len(parts) == len(pieces(region)) else App("union", tuple(parts))
