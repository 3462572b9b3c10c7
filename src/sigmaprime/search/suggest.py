"""The nearest true statement to a refuted one: the right constant, factor, interval, centre, list or digits.

What comes out are proposals; each is proved like any claim before it is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from sigmaprime.kernel.sets import MINUS_OO, OO, REALS, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, number, substitute
from sigmaprime.search.limits import limit
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.optimum import exact_value, extreme, interior_critical_points, slope
from sigmaprime.search.proposal import Proposal
from sigmaprime.search.restrict import seems_to_hold
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros
from sigmaprime.search.suggest_relation import digits, relations

PI = App("pi", ())


def proposals(session: Session, part: Term, given: tuple[Term, ...]) -> Iterator[Proposal]:
    """What may be true instead of `part`, which is claimed under the hypotheses `given`; the likeliest first."""
    match part:
        case App("=" | "<" | "<=" | ">" | ">=" | "!=", (_, _)):
            yield from relations(session, part, given)
        case App("~=", (u, App("digits", (_, Num(places))))):
            yield from digits(session, u, int(places))
        case App("tends", (App("fn", (Var() as x, body)), place, _)):
            reached = limit(session, body, x, place).claim.says.args[2]  # type: ignore[union-attr]
            yield Proposal((App("tends", (part.args[0], place, reached)),))
        case App(head, (App("fn", (Var() as x, body)) as function, region, *_)):
            where = region if is_interval(region) else REALS
            yield from _property(session, head, x, body, function, region, where)


def _property(
    session: Session, head: str, x: Var, body: Term, function: Term, region: Term, where: Term
) -> Iterator[Proposal]:
    match head:
        case "increasing" | "decreasing" | "strictly_increasing" | "strictly_decreasing" | "monotonic" | "injective":
            strict = head.startswith("strictly") or head == "injective"
            yield from _pieces(session, x, function, where, slope(body, x), ("increasing", "decreasing"), strict)
        case "convex" | "concave" | "strictly_convex" | "strictly_concave":
            second = slope(slope(body, x), x)
            yield from _pieces(session, x, function, where, second, ("convex", "concave"), head.startswith("strictly"))
        case "even" | "odd" | "mirror" | "centre":
            yield from _symmetries(session, x, body, function, region)
        case "range" | "bounded":
            yield from _range(session, x, body, function, region, where)
        case "maximum" | "unique_maximum" | "largest" | "supremum" | "no_maximum":
            yield from _extremum(session, x, body, function, region, where, "maximum")
        case "minimum" | "unique_minimum" | "smallest" | "infimum" | "no_minimum":
            yield from _extremum(session, x, body, function, region, where, "minimum")
        case "lipschitz":
            steep = extreme(session, x, App("abs", (slope(body, x),)), where, largest=True)
            flat = [extreme(session, x, slope(body, x), where, largest=side) for side in (True, False)]
            sizes = [b[0] for b in (steep, *flat) if b is not None and b[0] not in (OO, MINUS_OO)]
            for size in sizes:
                yield Proposal((App("lipschitz", (function, region, size)),))
        case "inflections":
            yield from _list(session, "inflections", slope(slope(body, x), x), x, function, region)
        case "zeros" | "critical":
            yield from _list(session, head, body if head == "zeros" else slope(body, x), x, function, region)
        case "periodic":
            yield from _periods(session, x, body, function, region)
        case "positive" | "negative" | "nonnegative" | "nonpositive" | "nonzero" | "no_zeros":
            for other in ("positive", "negative", "nonnegative", "nonpositive"):
                if other != head:
                    yield Proposal((App(other, (function, region)),))


def _pieces(
    session: Session, x: Var, function: Term, where: Term, rate: Term, words: tuple[str, str], strict: bool
) -> Iterator[Proposal]:
    """On which intervals it is one and on which the other, from the zeros of a derivative."""
    found = zeros(session, rate, x)
    if found is None or not is_interval(where):
        return
    low, high = where.args  # type: ignore[union-attr]
    brackets = where.head  # type: ignore[union-attr]
    inside = [p for p in found if _inside(session, low, p, high)]
    marks = [low, *inside, high]
    says: list[Term] = []
    for index, (a, b) in enumerate(pairwise(marks)):
        opening = brackets[0] if index == 0 else "["
        closing = brackets[1] if index == len(marks) - 2 else "]"
        middle = _middle(session, a, b)
        ball = value(session, substitute(_as_function(rate, x), {x.name: number(middle)}), None, 128)
        if ball is None or ball.contains(0):
            return
        word = words[0] if ball > 0 else words[1]
        piece = App(opening + closing, (a, b))
        if says and says[-1].args[0] is function and says[-1].head == (f"strictly_{word}" if strict else word):  # type: ignore[union-attr]
            return
        says.append(App(f"strictly_{word}" if strict else word, (function, piece)))
    if len(says) == 1:
        says = [App(says[0].head, (function, where))]  # type: ignore[union-attr]
    yield Proposal(tuple(says))


def _periods(session: Session, x: Var, body: Term, function: Term, region: Term) -> Iterator[Proposal]:
    """Multiples and parts of pi that seem to be a period."""
    for factor in (1, 2, 4, Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), 3, 6):
        size = Fraction(factor)
        top = App("*", (Num(size.numerator), PI)) if size.numerator > 1 else PI
        period = top if size.denominator == 1 else App("/", (top, Num(size.denominator)))
        same = App("=", (substitute(body, {x.name: App("+", (x, period))}), body))
        if seems_to_hold(session, same, ()):
            yield Proposal((App("periodic", (function, region, period)),))


def _as_function(rate: Term, x: Var) -> Term:
    """D(fn(x, u), x) as a function of the place at which it is taken."""
    match rate:
        case App("D", (inner, point)) if point is x:
            return App("D", (inner, x))
    return rate


def _inside(session: Session, low: Term, p: Term, high: Term) -> bool:
    point = value(session, p)
    ends = [None if e in (OO, MINUS_OO) else value(session, e) for e in (low, high)]
    return (
        point is not None and (ends[0] is None or bool(point > ends[0])) and (ends[1] is None or bool(point < ends[1]))
    )


def _middle(session: Session, a: Term, b: Term) -> Fraction:
    left = None if a is MINUS_OO else exactly(value(session, a)).limit_denominator(1000)  # type: ignore[arg-type]
    right = None if b is OO else exactly(value(session, b)).limit_denominator(1000)  # type: ignore[arg-type]
    if left is None:
        return Fraction(0) if right is None else right - 1
    return left + 1 if right is None else (left + right) / 2


def _symmetries(session: Session, x: Var, body: Term, function: Term, region: Term) -> Iterator[Proposal]:
    yield Proposal((App("even", (function, region)),))
    yield Proposal((App("odd", (function, region)),))
    middle = exact_value(session, x, body, Num(0))
    yield Proposal((App("centre", (function, region, Num(0), middle)),))
    for place in interior_critical_points(session, x, body, REALS):
        yield Proposal((App("mirror", (function, region, place)),))
    second = zeros(session, slope(slope(body, x), x), x) or []
    for place in second:
        yield Proposal((App("centre", (function, region, place, exact_value(session, x, body, place))),))


def _range(session: Session, x: Var, body: Term, function: Term, region: Term, where: Term) -> Iterator[Proposal]:
    low, high = (extreme(session, x, body, where, largest=side) for side in (False, True))
    if low is None or high is None:
        return
    brackets = ("[" if low[1] is not None else "(") + ("]" if high[1] is not None else ")")
    yield Proposal((App("range", (function, region, App(brackets, (low[0], high[0])))),))


def _extremum(
    session: Session, x: Var, body: Term, function: Term, region: Term, where: Term, word: str
) -> Iterator[Proposal]:
    best = extreme(session, x, body, where, largest=word == "maximum")
    if best is None:
        return
    bound, at = best
    if at is None:
        yield Proposal((App(f"no_{word}", (function, region)),))
        return
    yield Proposal((App(f"unique_{word}", (function, region, bound, at)),))
    yield Proposal((App(word, (function, region, bound, at)),))


def _list(session: Session, head: str, rate: Term, x: Var, function: Term, region: Term) -> Iterator[Proposal]:
    try:
        found = zeros(session, rate, x)
    except NoProof:
        return
    if found == [] and head == "zeros":
        yield Proposal((App("no_zeros", (function, region)),))
    if found is not None:
        yield Proposal((App(head, (function, region, App("points", tuple(found)))),))
