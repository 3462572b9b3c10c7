"""With what to fill the letters of a rule that denies a property, where simple numbers will not do.

A place with numbers on both sides of it, a zero that is missing from a list, the extreme value and where it is taken,
two points between which the sign changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sigmaprime.kernel.term import App, Term, Var, number, substitute
from sigmaprime.search.cells import ends_of
from sigmaprime.search.existence import around
from sigmaprime.search.numbers import estimate
from sigmaprime.search.optimum import extreme, slope
from sigmaprime.search.parts import samples
from sigmaprime.search.places import WINDOW
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros
from sigmaprime.search.written_domain import candidate

Choice = tuple[Term, ...]


def choices(session: Session, statement: App, letters: list[str]) -> Iterator[Choice] | None:
    """Values for these letters; None where simple numbers are to be tried."""
    match statement:
        case App(head, (App("fn", (Var() as x, body)), region, *slots)):
            match head, letters:
                case (("local_maximum" | "local_minimum"), ["p", "q"]):
                    return _both_sides(session, x, body, (slots[1],), alone=True)
                case "inflections", ["a", "p", "q"]:
                    return _both_sides(session, x, body, slots[0].args)  # type: ignore[union-attr]
                case "critical", ["a", "p", "q"]:
                    return _both_sides(session, x, body, tuple(zeros(session, slope(body, x), x) or ()))
                case "critical", ["a"]:
                    return ((a,) for a in slots[0].args)  # type: ignore[union-attr]
                case "zeros", ["a"]:
                    own = zeros(session, body, x) or zeros(session, body, x, WINDOW) or ()
                    listed = slots[0].args  # type: ignore[union-attr]
                    return ((a,) for a in (*listed, *own, *ends_of(region)))
                case (("no_maximum" | "no_minimum"), ["V", "a"]):
                    return _extreme(session, x, body, region, largest=head == "no_maximum")
                case (("nonzero" | "no_zeros"), ["a", "b"]):
                    return _change_of_sign(session, x, body, region)
    return None


def _both_sides(session: Session, x: Var, body: Term, places: Choice, *, alone: bool = False) -> Iterator[Choice]:
    for place in places:
        try:
            low, high = around(session, x, body, place)
        except NoProof:
            continue
        yield (low, high) if alone else (place, low, high)


def _extreme(session: Session, x: Var, body: Term, region: Term, *, largest: bool) -> Iterator[Choice]:
    whole = candidate(session, x, body) if isinstance(region, App) and region.head == "domain" else region
    best = extreme(session, x, body, whole, largest=largest) if whole is not None else None
    if best is not None and best[1] is not None:
        yield best[0], best[1]


def _change_of_sign(session: Session, x: Var, body: Term, region: Term) -> Iterator[Choice]:
    whole = candidate(session, x, body) if isinstance(region, App) and region.head == "domain" else region
    points = samples(session, whole) if whole is not None else []
    turning = zeros(session, slope(body, x), x, whole) or [] if whole is not None else []
    placed: list[tuple[float, Term]] = [(float(p), number(p)) for p in points]
    placed += [(float(ball.mid()), p) for p in turning if (ball := estimate(session, p)) is not None]
    signed = []
    for _, point in sorted(placed, key=lambda one: one[0]):
        ball = estimate(session, substitute(body, {x.name: point}))
        if ball is not None and not ball.contains(0):
            signed.append((point, bool(ball > 0)))
    yield from ((a, b) for (a, one), (b, other) in pairwise(signed) if one != other)
