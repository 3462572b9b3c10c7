"""Where a factor is 0, exactly, and how one gets there: equations, each proved to have the same solutions."""

from __future__ import annotations

from sigmaprime.kernel.sets import REALS, is_interval
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.search.solving import zeros
from sigmaprime.studies.desk import Desk, ask, light
from sigmaprime.studies.line import contains, ordered
from sigmaprime.studies.nearly import by_numbers

MOST_ROOTS = 6


def roots_of(desk: Desk, base: Term, region: Term) -> tuple[Term, ...] | None:
    """The zeros of a factor in the set, from left to right; None if they cannot be written down."""
    if desk.x.name not in free(base):
        return ()
    where = region if is_interval(region) else _hull(region)
    match base:
        case App("exp", _):
            return ()
        case App("sign" | "abs", (inner,)):
            return roots_of(desk, inner, region)
    lit = light(desk, base)
    if free(lit) - {desk.x.name}:
        from sigmaprime.studies.parametric import roots

        found = roots(desk, lit)
        if found is None and ask(desk, listed(desk, base, region, ())).proved:
            return ()
    else:
        try:
            found = zeros(desk.session, lit, desk.x, where)
        except (NoProof, OutOfTime):
            found = None
        if found is None:
            return by_numbers(desk, base, region)
    if found is None:
        return None
    inside = ordered(desk, (place for place in found if contains(desk, region, place)))
    return inside if len(inside) <= MOST_ROOTS else None


def _hull(region: Term) -> Term:
    """An interval round a union of intervals."""
    match region:
        case App("union", (first, *_, last)) if is_interval(first) and is_interval(last):
            brackets = f"{first.head[0]}{last.head[1]}"  # type: ignore[union-attr]
            return App(brackets, (first.args[0], last.args[1]))  # type: ignore[union-attr]
    return REALS


def listed(desk: Desk, base: Term, region: Term, roots: tuple[Term, ...]) -> Term:
    """The claim that the expression has exactly these zeros in the set."""
    function = App("fn", (desk.x, base))
    if not roots:
        return App("no_zeros", (function, region))
    return App("zeros", (function, region, App("points", roots)))


def jumps(base: Term) -> bool:
    """Whether the factor is undefined or changes its sign where its argument is 0, without being 0 itself."""
    return isinstance(base, App) and base.head == "sign" and base.args[0] is not Num(0)
