"""Equations of one variable: the difference of both sides has the derivative 0, and vanishes at a point."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, free, number, substitute, subterms
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import rational, value
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import ZERO, equal_by, joined, law
from sigmaprime.search.work import Work, settle

INVERSE = frozenset(("asin", "acos", "atan", "ln", "asinh", "acosh", "atanh", "erf", "acot", "asec", "acsc"))
PLACES = tuple(Fraction(n) for n in ("0", "1", "1/2", "-1/2", "-1", "1/4", "-1/4", "2", "-2", "3/4"))
MEMBER = {
    "()": "in an open interval",
    "[]": "in a closed interval",
    "[)": "in an interval closed on the left",
    "(]": "in an interval closed on the right",
}


def by_slope(work: Work, left: Term, right: Term) -> Derivation:
    names = free(left) | free(right)
    difference = App("-", (left, right))
    if len(names) != 1 or not any(isinstance(t, App) and t.head in INVERSE for t in subterms(difference)):
        raise NoProof("not an equation of one variable between inverse functions")
    x = Var(next(iter(names)))
    region = _region(work, x)
    function = App("fn", (x, difference))
    constant = by_rule(work.session, "slope zero", Claim(App("constant", (function, region))), _slope)
    place, there = _place(work, x, region, difference)
    goal = App("=", (difference, substitute(difference, {x.name: place})))
    members = (_member(work, x, region), prove(work.session, Claim(App("in", (place, region)))))
    same = law("a constant function has one value", goal, constant, *members, k=function, S=region, u=x, v=place)
    return equal_by("equal, by a difference", left, right, joined([same, there]), u=left, v=right)


def _slope(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.identity import by_opening

    match goal.says:
        case App("=", _):
            return by_opening(replace(session, nesting=["by slope"]), goal)
    return prove(session, goal)


def _region(work: Work, x: Var) -> Term:
    """The interval that the conditions on the variable itself describe."""
    low: tuple[Term, str] = (MINUS_OO, "(")
    high: tuple[Term, str] = (OO, ")")
    for condition in work.facts:
        match condition:
            case App("<" | "<=" | ">" | ">=" as relation, (u, v)) if u is x and not free(v):
                end, rising = v, str(relation)
            case App("<" | "<=" | ">" | ">=" as relation, (u, v)) if v is x and not free(u):
                end, rising = u, {"<": ">", ">": "<"}[relation[0]] + relation[1:]
            case _:
                continue
        if rising[0] == ">" and _beyond(work, end, low[0]):
            low = (end, "[" if len(rising) == 2 else "(")
        if rising[0] == "<" and _beyond(work, high[0], end):
            high = (end, "]" if len(rising) == 2 else ")")
    return App(low[1] + high[1], (low[0], high[0]))


def _beyond(work: Work, a: Term, b: Term) -> bool:
    if b is MINUS_OO or a is OO:
        return True
    if a is MINUS_OO or b is OO:
        return False
    p, q = value(work.session, a), value(work.session, b)
    return p is not None and q is not None and bool(p > q)


def _place(work: Work, x: Var, region: Term, difference: Term) -> tuple[Term, Derivation]:
    """A point of the interval at which the difference is seen to be 0."""
    from sigmaprime.search.identity import by_opening

    low, high = region.args  # type: ignore[union-attr]
    ends = [e for e in (low, high) if e not in (MINUS_OO, OO)]
    if len(ends) == 2:
        (a, _), (b, _) = (rational(value(work.session, e)) for e in ends)  # type: ignore[arg-type]
        ends.append(number(((a + b) / 2).limit_denominator(12)))
    for place in dict.fromkeys((*map(number, PLACES), *ends)):
        try:
            prove(work.session, Claim(App("in", (place, region))))
            there = substitute(difference, {x.name: place})
            return place, by_opening(replace(work.session, nesting=["by slope"]), Claim(App("=", (there, ZERO))))
        except NoProof:
            continue
    raise NoProof("no point at which both sides are seen to agree")


def _member(work: Work, x: Var, region: Term) -> Derivation:
    """x lies in the interval of its conditions."""
    brackets, (low, high) = region.head, region.args  # type: ignore[union-attr]
    goal = Claim(App("in", (x, region)), work.given)
    parts = []
    if low is not MINUS_OO:
        parts.append(settle(work, App(">=" if brackets[0] == "[" else ">", (x, low))))
    if high is not OO:
        parts.append(settle(work, App("<=" if brackets[1] == "]" else "<", (x, high))))
    return prove(work.session, goal) if not parts else _by_parts(work, goal, parts)


def _by_parts(work: Work, goal: Claim, parts: list[Derivation]) -> Derivation:
    return by_rule(work.session, _row(goal.says), goal, knowing(prove, *parts))


def _row(says: Term) -> str:
    match says:
        case App(_, (_, App(brackets, (low, high)))):
            if low is MINUS_OO:
                return "in a half-line to the left" if brackets[1] == "]" else "in an open half-line to the left"
            if high is OO:
                return "in a half-line" if brackets[0] == "[" else "in an open half-line"
            return MEMBER[brackets]
    raise NoProof("not a member of an interval")
