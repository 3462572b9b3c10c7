"""The nearest true relation to a false one: the right value, factor, sign, constant, direction or side condition."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from flint import arb, fmpq

from sigmaprime.kernel.sets import MINUS_OO, OO, REALS
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.notation.line import language
from sigmaprime.search.bounds import closed_form
from sigmaprime.search.chain import sides
from sigmaprime.search.numbers import rational, value
from sigmaprime.search.optimum import extreme
from sigmaprime.search.proposal import Proposal
from sigmaprime.search.repair import repaired, some_points
from sigmaprime.search.restrict import conditions_for, seems_to_hold
from sigmaprime.search.session import Session
from sigmaprime.tidy import negative, tidied

LARGEST_DENOMINATOR: Final = 1000
PLACES: Final = 4  # of a number that has no closed form
OPPOSITE: Final = {"<": ">", "<=": ">", ">": "<", ">=": "<"}


def relations(session: Session, part: App, given: tuple[Term, ...]) -> Iterator[Proposal]:
    """What may hold instead of a relation that is claimed under the hypotheses `given`."""
    u, v = part.args
    if part.head == "=":
        yield from _value(session, u) if not free(part) else _equation(session, u, v)
    elif part.head != "!=":
        if given:
            yield from _loose(session, part, given)
        yield from _best_constant(session, part.head, u, v)
        yield from _loose(session, part, given)
    yield from (Proposal((part,), under=more) for more in conditions_for(session, part, given))
    if part.head not in ("=", "!="):
        yield from _moved(session, part.head, u, v)


def _value(session: Session, u: Term) -> Iterator[Proposal]:
    simple = closed_form(session, u)
    if simple is not None:
        yield Proposal((App("=", (u, sides(simple)[1])),))
    yield from digits(session, u, PLACES)


def _equation(session: Session, u: Term, v: Term) -> Iterator[Proposal]:
    """The sides have a constant ratio; or there is one slip; or they have a constant sum or difference."""
    here = some_points(session, free(u) | free(v))
    pairs = [(there(u), there(v)) for there in here]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    if len(known) == len(pairs):
        factor = _constant([a / b for a, b in known if not b.contains(0)])
        if factor not in (None, 0, 1) and factor is not None:
            corrected = _negative(v) if factor == -1 else App("*", (number(factor), v))
            yield Proposal((App("=", (u, corrected)),), before=f"the two sides differ by the factor {factor}: ")
    yield from (Proposal((App("=", (u, right)),)) for right in repaired(session, here, u, v))
    if len(known) == len(pairs):
        if total := _constant([a + b for a, b in known]):
            yield Proposal((App("=", (u, App("-", (number(total), v)))),))
        if gap := _constant([a - b for a, b in known]):
            yield Proposal((App("=", (u, _plus(v, gap))),), before=f"the two sides differ by {gap}: ")


def _constant(balls: list[arb]) -> Fraction | None:
    """The rational number with a small denominator that all the balls contain, if there is one."""
    if len(balls) < 2 or not all(a.overlaps(b) for a, b in pairwise(balls)):
        return None
    seen = {_guess(ball) for ball in balls}
    return seen.pop() if len(seen) == 1 else None


def _negative(v: Term) -> Term:
    match v:
        case App("-", (a, b)):
            return App("-", (b, a))
    return negative(v)


def _plus(v: Term, gap: Fraction) -> Term:
    return App("+" if gap > 0 else "-", (v, Num(abs(gap))))


def _guess(ball: arb) -> Fraction | None:
    """A rational number with a small denominator inside the ball, if there is one."""
    low, high = rational(ball)
    if high - low > Fraction(1, 10**9):
        return None
    near = ((low + high) / 2).limit_denominator(LARGEST_DENOMINATOR)
    return near if ball.contains(fmpq(near.numerator, near.denominator)) else None


def _loose(session: Session, part: App, given: tuple[Term, ...]) -> Iterator[Proposal]:
    """The relation without its strictness, or turned round."""
    others = [App(head, part.args) for head in (f"{part.head[0]}=", OPPOSITE[part.head], f"{OPPOSITE[part.head]}=")]
    yield from (Proposal((other,)) for other in others if other is not part and seems_to_hold(session, other, given))


def _moved(session: Session, relation: str, u: Term, v: Term) -> Iterator[Proposal]:
    """u <= v + c with the least c."""
    names = free(u) | free(v)
    if len(names) != 1 or not (free(u) and free(v)):
        return
    (name,) = names
    best = extreme(session, Var(name), App("-", (u, v)), REALS, largest=relation[0] == "<")
    if best is not None and best[0] not in (OO, MINUS_OO):
        loose = relation[0] if best[1] is None else f"{relation[0]}="
        yield Proposal((App(loose, (u, tidied(App("+", (v, best[0]))))),))


def _best_constant(session: Session, relation: str, u: Term, v: Term) -> Iterator[Proposal]:
    """u <= c is wrong, or just not strict: the least upper (or greatest lower) bound instead."""
    if bool(free(u)) == bool(free(v)):
        if not free(u):
            yield from (Proposal((App(other, (u, v)),)) for other in ("=", OPPOSITE[relation]))
        return
    if not free(u):
        turn = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[relation]
        yield from _best_constant(session, turn, v, u)
        return
    if len(free(u)) != 1:
        return
    (name,) = free(u)
    x = Var(name)
    best = extreme(session, x, u, REALS, largest=relation[0] == "<")
    if best is None or best[0] in (OO, MINUS_OO):
        return
    bound, where = best
    if where is None:
        yield Proposal((App(relation[0], (u, bound)),))
        return
    others = App(relation[0], (u, bound))
    at = language(where)
    elsewhere = (App("!=", (x, where)),)
    loose = App(relation[0] + "=", (u, bound))
    yield Proposal((loose,), after=f", with equality only at {name} = {at}", also=(others,), given=elsewhere)
    yield Proposal((loose,))


def digits(session: Session, u: Term, places: int) -> Iterator[Proposal]:
    ball = value(session, u, None, 256)
    if ball is None:
        return
    low, high = rational(ball)
    scaled = round((low + high) / 2 * 10**places)
    shown = number(Fraction(scaled, 10**places))
    yield Proposal((App("~=", (u, App("digits", (shown, Num(places))))),))
