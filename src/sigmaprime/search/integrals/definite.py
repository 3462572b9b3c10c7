"""Definite integrals written out: an antiderivative, its values or limits at the ends, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from sigmaprime.kernel.proof import Apply, Chain, Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, free, paths, substitute, subterm
from sigmaprime.search.chain import chain, equation, sides
from sigmaprime.search.derivative import instance
from sigmaprime.search.fit import Prove, by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.integral import integral
from sigmaprime.search.integrals.checking import derivative_is
from sigmaprime.search.integrals.indefinite import Accept, Found, integrand_of, lines_of
from sigmaprime.search.integrals.product import ONE, Product, summands, times, total
from sigmaprime.search.integrals.simplify import simplified
from sigmaprime.search.integrals.values import simple_value
from sigmaprime.search.limits import limit
from sigmaprime.search.near import INFINITE, value_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import inside
from sigmaprime.verdict import Written

FUNDAMENTAL = "fundamental theorem"


@dataclass(frozen=True, slots=True)
class Sought:
    """∫ from `low` to `high` over x, by the antiderivative `found`; `target` is the form that is asked for."""

    start: App
    x: Var
    found: Found
    target: Term | None

    @property
    def low(self) -> Term:
        return self.start.args[1]

    @property
    def high(self) -> Term:
        return self.start.args[2]

    @property
    def body(self) -> Term:
        return integrand_of(self.start)[1]


def through(session: Session, start: App, found: Found, target: Term | None, accept: Accept) -> tuple[Written, ...]:
    """The lines through an antiderivative, between values or, at ends where it is improper, between limits."""
    x = integrand_of(start)[0]
    sought = Sought(start, x, found, target)
    gap = NoProof("no values at the ends")
    for way in (_proper, _improper):
        try:
            return tuple(way(session, sought, accept))
        except NoProof as failed:
            gap = failed
    raise gap


def _proper(session: Session, sought: Sought, accept: Accept) -> Iterator[Written]:
    start, x, found, low, high = sought.start, sought.x, sought.found, sought.low, sought.high
    if {low, high} & set(INFINITE):
        raise NoProof("improper")
    a, b = (substitute(found.value, {x.name: end}) for end in (low, high))
    first = _fundamental(session, sought, App("-", (b, a)))
    shown = App("between", (App("fn", (x, found.value)), low, high))
    if (plain := simplified(App("-", (b, a)))) is simple_value(plain):  # there is nothing to put in
        with suppress(NoProof):
            step = prove(session, Claim(equation(App("-", (b, a)), plain), session.assumed))
            first = chain([first, step], session.assumed)
    lines = _found_lines(session, found, x, accept)
    yield Written(start, sides(first)[1], (FUNDAMENTAL,), (shown,), accept(first), lines)
    yield from _to_the_value(session, first, sought.target, accept)


def _fundamental(session: Session, sought: Sought, difference: Term) -> Derivation:
    """∫ = F(b) − F(a), where F′ = f up to the ends, or where F is continuous there as for √(1 − x²)."""
    start, x, w, given = sought.start, sought.x, sought.found.value, session.assumed
    with suppress(NoProof):
        goal = Claim(equation(start, difference), given)
        return by_rule(session, "fundamental theorem of calculus", goal, _slope_known(session, sought), w=w)
    ends = [_end(session, sought.body, w, x, end, above) for end, above in ((sought.low, True), (sought.high, False))]
    if any(found is not None for found, _ in ends):
        raise NoProof("improper")
    first = _by_limits(session, sought, ends)
    return chain([first, prove(session, Claim(equation(sides(first)[1], difference), given))], given)


def _slope_known(session: Session, sought: Sought) -> Prove:
    """A prover that has at hand that F′ = f, where the rules of differentiation apply."""
    with suppress(NoProof):
        known = derivative_is(session, sought.found.value, sought.body, sought.x)

        def proved(session: Session, goal: Claim) -> Derivation:
            if goal.says is not known.claim.says or set(known.claim.given) <= set(goal.given):
                return prove(session, goal)
            with suppress(NoProof):
                return instance(session, known, sought.x, sought.x, goal.given, prove)
            return prove(session, goal)

        return proved
    return prove


def _to_the_value(session: Session, first: Derivation, target: Term | None, accept: Accept) -> Iterator[Written]:
    """From what the theorem gives to the number."""
    here = sides(first)[1]
    value = simple_value(here) if target is None else target
    if value is here:
        return
    try:
        step = prove(session, Claim(equation(here, value), session.assumed))
    except NoProof:
        if target is None:
            return
        raise
    yield Written(here, value, ("value",), (), accept(chain([first, step], session.assumed)))


def _improper(session: Session, sought: Sought, accept: Accept) -> Iterator[Written]:
    """∫ as a limit, at the ends where the integrand or the antiderivative is not defined."""
    start, x, found, low, high = sought.start, sought.x, sought.found, sought.low, sought.high
    w, given, body, target = found.value, session.assumed, sought.body, sought.target
    ends = [_end(session, body, w, x, place, above) for place, above in ((low, True), (high, False))]
    first = _by_limits(session, sought, ends)
    c, d = (value for _, value in ends)
    letter = Var(next(n for n in ("t", "b", "s") if n not in free(start) and n != x.name))
    fact = accept(first)
    lines = _found_lines(session, found, x, accept)
    limited = [(place, limit_at is not None) for place, (limit_at, _) in zip((low, high), ends, strict=True)]
    here: Term = start
    if [flag for _, flag in limited].count(True) == 1:
        at_low = limited[0][1]
        inner = App("int", (start.args[0], letter, high) if at_low else (start.args[0], low, letter))
        place = _place(low, True) if at_low else _place(high, False)
        one, other = substitute(w, {x.name: letter}), simple_value(substitute(w, {x.name: high if at_low else low}))
        minus = tuple(times(Product(-ONE), p) for p in summands(one if at_low else other))
        difference = total((*summands(other if at_low else one), *minus))
        improper = App("lim", (App("fn", (letter, inner)), place))
        yield Written(here, improper, ("improper",), (), fact)
        after = App("lim", (App("fn", (letter, difference)), place))
        shown = App("between", (App("fn", (x, w)), *inner.args[1:]))
        yield Written(improper, after, (FUNDAMENTAL,), (shown,), fact, lines)
        here = after
    else:
        after = App("-", (_limit_term(w, x, high, ends[1]), _limit_term(w, x, low, ends[0])))
        yield Written(here, after, ("improper at both ends",), (), fact, lines)
        here = after
    raw = App("-", (d, c))
    value = simple_value(raw) if target is None else target
    last = first
    if sides(first)[1] is not value:
        last = chain([first, prove(session, Claim(equation(sides(first)[1], value), given))], given)
    limits = tuple(accept(found_) for found_, _ in ends if found_ is not None)
    yield Written(here, value, ("limit",), (), accept(last), grounds=limits)


def _place(end: Term, above: bool) -> Term:
    return end if end in INFINITE else App("from_above" if above else "from_below", (end,))


def _limit_term(w: Term, x: Var, end: Term, found: tuple[Derivation | None, Term]) -> Term:
    if found[0] is None:
        return substitute(w, {x.name: end})
    return App("lim", (App("fn", (x, w)), found[0].claim.says.args[1]))  # type: ignore[union-attr]


def _end(session: Session, body: Term, w: Term, x: Var, end: Term, above: bool) -> tuple[Derivation | None, Term]:
    """The value of the antiderivative at an end, or its limit there."""
    if end not in INFINITE:
        there = substitute(w, {x.name: end})
        with suppress(NoProof):
            for term in (there, substitute(body, {x.name: end})):
                prove(session, Claim(App("defined", (term,)), session.assumed))
            return None, there
    found = limit(session, w, x, _place(end, above), session.assumed)
    value = value_of(found)
    if value in INFINITE:
        raise NoProof("it diverges")
    return found, value


def _by_limits(session: Session, sought: Sought, ends: list[tuple[Derivation | None, Term]]) -> Derivation:
    start, x, w, low, high = sought.start, sought.x, sought.found.value, sought.low, sought.high
    given, prove = session.assumed, _slope_known(session, sought)
    c, d = (value for _, value in ends)
    facts = [found for found, _ in ends if found is not None]
    says = equation(start, App("-", (d, c)))
    goal = Claim(says, given)
    if high is OO and low is MINUS_OO:
        return by_rule(session, "integral over the line", goal, knowing(prove, *facts), w=w, a=c, b=d)
    if high is OO and ends[0][0] is None:
        with suppress(NoProof):
            return by_rule(session, "integral over a half-line", goal, knowing(prove, *facts), w=w, b=d)
    if low is MINUS_OO and ends[1][0] is None:
        with suppress(NoProof):
            return by_rule(session, "integral over a half-line to the left", goal, knowing(prove, *facts), w=w, a=c)
    if low is MINUS_OO:
        raise NoProof("no rule for that")
    below = limit(session, w, x, _place(low, True), given)
    above = limit(session, w, x, _place(high, False), given)
    c, d = value_of(below), value_of(above)
    name = "integral from a limit on" if high is OO else "integral between two limits"
    goal = Claim(equation(start, App("-", (d, c))), given)
    return by_rule(session, name, goal, knowing(prove, below, above), w=w, c=c, d=d)


def _found_lines(session: Session, found: Found, x: Var, accept: Accept) -> tuple[Written, ...]:
    return lines_of(session, found, x, accept, None)


def in_parts(
    session: Session, start: App, target: Term | None, accept: Accept, part_of: Callable[[App], tuple[Written, ...]]
) -> tuple[Written, ...]:
    """Turned round, without absolute values, or in parts that are integrals of their own."""
    proof = integral(session, start, session.assumed)
    first = proof.parts[0] if isinstance(proof.by, Chain) else proof
    rule = _rule(first)
    if rule is None:
        raise NoProof("neither in parts nor without absolute values")
    done = [Written(start, sides(first)[1], (rule,), (), accept(first))]
    links, here = [first], sides(first)[1]
    if isinstance(here, App) and here.head == "int":
        rest = part_of(here)
        for line in rest:
            whole = chain([first, line.fact.proof], session.assumed)
            done.append(replace(line, fact=accept(whole)))
        links.append(rest[-1].fact.proof)
        done += _to_the_value(session, chain(links, session.assumed), target, accept)
        return tuple(done)
    for at in [p for p in paths(here) if isinstance(n := subterm(here, p), App) and n.head == "int"]:
        column = part_of(subterm(here, at))  # type: ignore[arg-type]
        step = inside(sides(links[-1])[1], at, column[-1].fact.proof)
        links.append(step)
        after = sides(step)[1]
        done.append(Written(done[-1].after, after, ("apart",), (), accept(chain(links, session.assumed)), column))
    done += _to_the_value(session, chain(links, session.assumed), target, accept)
    return tuple(done)


def _rule(link: Derivation) -> str | None:
    match link.by:
        case Apply("integral in two parts" | "integral over the line in two parts"):
            return "in two parts"
        case Apply("integral from right to left"):
            return "turned round"
        case Apply(name) if name.startswith("integral of an equal"):
            return "without absolute values"
    return None
