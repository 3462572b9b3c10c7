"""Sets in parts: an interval cut at a point, the parts of a union in order, sample points of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sigmaprime.kernel.sets import MINUS_OO, OO, ends, is_interval, left_end, right_end
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, number, substitute
from sigmaprime.search.limits import limit
from sigmaprime.search.numbers import estimate, exactly
from sigmaprime.search.session import NoProof, Session

FAR = Fraction(8)
STEPS = 6


def parts_of(region: Term) -> tuple[Term, ...]:
    """The sets of a union, or each number of a list as a list of its own; nothing for any other set."""
    match region:
        case App("union", sets):
            return tuple(part for one in sets for part in (parts_of(one) or (one,)))
        case App("points", numbers):
            return tuple(App("points", (one,)) for one in numbers)
    return ()


def cut(region: Term, at: Term) -> tuple[Term, Term]:
    """An interval up to a point, and from that point on."""
    low, high = ends(region)
    brackets = region.head if isinstance(region, App) else "()"
    return App(f"{brackets[0]}]", (low, at)), App(f"[{brackets[1]}", (at, high))


def in_order(session: Session, parts: tuple[Term, ...]) -> list[Term]:
    """The parts from left to right."""
    return [part for *_, part in sorted((_place(session, part), k, part) for k, part in enumerate(parts))]


def _place(session: Session, part: Term) -> float:
    match part:
        case App("points", (one, *_)):
            end = one
        case _:
            end = ends(part)[0]
    if end is MINUS_OO:
        return float("-inf")
    ball = estimate(session, end)
    if ball is None:
        raise NoProof("the parts of the set cannot be put in order")
    return float(ball.mid())


def samples(session: Session, region: Term) -> list[Fraction]:
    """Some rational points of a set, in order; not the ends, which may be exact numbers of another kind."""
    found: set[Fraction] = set()
    for part in parts_of(region) or (region,):
        match part:
            case App("points", (one,)) if (exact := as_number(one)) is not None:
                found.add(exact)
            case App("[]" | "()" | "[)" | "(]", (low, high)):
                found |= set(between(session, low, high))
    return sorted(found)


def between(session: Session, low: Term, high: Term) -> Iterator[Fraction]:
    left, right = (
        None if end in (OO, MINUS_OO) or (ball := estimate(session, end)) is None else exactly(ball)
        for end in (low, high)
    )
    bottom = left if left is not None else (right if right is not None else Fraction(0)) - FAR
    top = right if right is not None else (left if left is not None else Fraction(0)) + FAR
    if bottom < top:
        step = (top - bottom) / STEPS
        yield from ((bottom + step * (Fraction(2 * k + 1) / 2)).limit_denominator(10**6) for k in range(STEPS))


def boundary_values(session: Session, x: Var, body: Term, first: Term, second: Term) -> Iterator[tuple[Term, Term]]:
    """A number between two neighbouring parts, and a level between the values of the function on them."""
    last, next_ = _last(first), _first(second)
    middle = last if last is not OO else next_
    levels: list[Term] = []
    for part, end, side in ((first, last, "right"), (second, next_, "left")):
        if end in (OO, MINUS_OO):
            continue
        if isinstance(part, App) and part.head == "points":
            levels.append(substitute(body, {x.name: end}))
            continue
        try:
            place = right_end(part) if side == "right" else left_end(part)
            levels.append(limit(session, body, x, place).claim.says.args[2])  # type: ignore[union-attr]
        except NoProof:
            there = substitute(body, {x.name: end})
            levels += [there] if estimate(session, there) is not None else []
    for level in dict.fromkeys((*levels, Num(0), number(1))):
        if level not in (OO, MINUS_OO):
            yield middle, level


def _last(part: Term) -> Term:
    return part.args[-1] if isinstance(part, App) and (part.head == "points" or is_interval(part)) else OO


def _first(part: Term) -> Term:
    return part.args[0] if isinstance(part, App) and (part.head == "points" or is_interval(part)) else OO
