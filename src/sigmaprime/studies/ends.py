"""What the function tends to at the ends of its domain and at its holes, and the asymptotes that follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sigmaprime.kernel.sets import MINUS_OO, OO, ends, left_end, right_end
from sigmaprime.kernel.term import App, Num, Term, Wrong, as_number
from sigmaprime.search.clock import now
from sigmaprime.search.limits import limit
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.studies.desk import Desk, ask, light
from sigmaprime.studies.found import Approach, Finding
from sigmaprime.studies.line import pieces
from sigmaprime.studies.written import simple

INFINITE = (OO, MINUS_OO)


def approaches(desk: Desk, region: Term) -> tuple[Approach, ...] | None:
    """The limit at every open end, from left to right; None as soon as one is not found."""
    found = []
    for place in _open_ends(region):
        one = approach(desk, desk.value, place)
        if one is None:
            return None
        found.append(one)
    return tuple(found)


def _open_ends(region: Term) -> Iterator[Term]:
    for part in pieces(region):
        brackets = part.head if isinstance(part, App) else "()"
        if brackets[0] == "(":
            yield left_end(part)
        if brackets[1] == ")":
            yield right_end(part)


def approach(desk: Desk, of: Term, place: Term) -> Approach | None:
    """The limit at one place, if it is found."""
    session = replace(desk.session, deadline=min(desk.session.deadline, now() + desk.patience), nesting=[])
    try:
        value = limit(session, light(desk, of), desk.x, place, desk.scope.assumed).claim.says.args[2]  # type: ignore[union-attr]
    except (NoProof, OutOfTime, Wrong, RecursionError):
        return None
    for shown in dict.fromkeys((value if value in INFINITE else simple(desk, value), value)):
        claim = ask(desk, App("tends", (App("fn", (desk.x, of)), place, shown)))
        if claim.proved:
            return Approach(place, shown, claim)
    return None


def asymptotes(desk: Desk, limits: tuple[Approach, ...]) -> tuple[Finding, ...]:
    """Horizontal and oblique ones far out, vertical ones at holes and ends."""
    found: list[Finding] = []
    for one in limits:
        if one.place in INFINITE:
            line = one.value if one.value not in INFINITE else _oblique(desk, one)
            if line is not None:
                claim = App("asymptote", (desk.function, desk.domain, App("fn", (desk.x, line)), one.place))
                found.append(ask(desk, claim))
        elif one.value in INFINITE:
            at = one.place.args[0]  # type: ignore[union-attr]
            found.append(ask(desk, App("vertical_asymptote", (desk.function, desk.domain, at))))
    return tuple(dict.fromkeys(f for f in found if f.proved))


def _oblique(desk: Desk, one: Approach) -> Term | None:
    """The line a·x + b with a the limit of f(x)/x and b the limit of f(x) − a·x."""
    rate = approach(desk, App("/", (desk.value, desk.x)), one.place)
    if rate is None or rate.value in INFINITE or rate.value is Num(0):
        return None
    rise = App("*", (rate.value, desk.x)) if rate.value is not Num(1) else desk.x
    rest = approach(desk, App("-", (desk.value, rise)), one.place)
    if rest is None or rest.value in INFINITE:
        return None
    size = as_number(rate.value)
    rise = App("neg", (desk.x,)) if size == -1 else rise
    match rest.value:
        case Num(n) if n == 0:
            return rise
        case App("neg", (inner,)):
            return App("-", (rise, inner))
    return App("+", (rise, rest.value))


def closed_ends(region: Term) -> tuple[Term, ...]:
    """The ends that belong to the set."""
    found = []
    for part in pieces(region):
        brackets = part.head if isinstance(part, App) else "()"
        low, high = ends(part)
        found += [low] if brackets[0] == "[" else []
        found += [high] if brackets[1] == "]" else []
    return tuple(found)
