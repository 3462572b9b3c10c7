"""Indefinite integrals written out: a column of equations up to a constant, every line of it differentiated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.forms import written_out
from sigmaprime.search.integrals.checking import derivative_is
from sigmaprime.search.integrals.column import Line, column, integral_of
from sigmaprime.search.integrals.methods import METHODS
from sigmaprime.search.integrals.plan import Plan, antiderivative, plans
from sigmaprime.search.integrals.product import ONE, Product, summands, total
from sigmaprime.search.integrals.simplify import simplified
from sigmaprime.search.integrals.work import Method, Work, solved
from sigmaprime.search.proposed import named, proposal
from sigmaprime.search.session import NoProof, Session
from sigmaprime.verdict import Fact, Written

Accept: TypeAlias = Callable[[Derivation], Fact]
LETTERS: Final = ("C", "K", "c0")


@dataclass(frozen=True, slots=True)
class Found:
    """An antiderivative, and the lines that lead to it without the constant."""

    value: Term
    lines: tuple[Line, ...]
    start: Term


def integrand_of(integral: Term) -> tuple[Var, Term]:
    """x and u of ∫ u dx"""
    match integral:
        case App("int", (App("fn", (Var() as x, body)), *_)):
            return x, body
    raise NoProof("not an integral")


def plan_for(session: Session, body: Term, x: Var, first: tuple[Method, ...] = ()) -> Plan | None:
    """A plan for the integral; `first` are the only methods for it, all of them serve for what it leaves."""
    letters = frozenset().union(*map(free, session.assumed)) | free(body)
    work = Work(session, METHODS, letters=letters)
    terms = summands(body)
    if not first:
        return solved(work, terms, x, body)
    if len(terms) != 1:
        return None
    fixed, moving = terms[0].parts(x)
    inside = replace(work, depth=1, letters=letters | {x.name})
    plan = next(
        (
            p
            for way in first
            if (p := way(inside, moving, x, body if fixed == Product(ONE) else total((moving,)))) is not None
        ),
        None,
    )
    if plan is None or fixed == Product(ONE):
        return plan
    return Plan(x, body, "constant factor", rest=((fixed, plan),))


def found_by(session: Session, body: Term, x: Var, first: tuple[Method, ...] = ()) -> Found | None:
    """The antiderivative with its lines, of the integrand as it stands or with definitions put in."""
    start = App("int", (App("fn", (x, body)),))
    if not first and (known := _known(session, body, x)) is not None:
        slope = _slope(known, x)
        why = ("guess", ()) if slope is body else ("since", (App("=", (slope, body)),))
        line = Line(known, (why[0],), why[1], known)
        return Found(known, (line,), start)
    plan = plan_for(session, body, x, first)
    if plan is not None:
        lines = column(plan)
        return Found(lines[-1].comes_to, lines, start) if _holds(session, plan) else None
    try:
        out = simplified(written_out(session, body, session.assumed))
    except NoProof:
        return None
    plan = plan_for(session, out, x, first) if out is not body else None
    if plan is None or not _holds(session, plan):
        return None
    lines = column(plan)
    opened = Line(integral_of(plan), ("definition",), (), lines[-1].comes_to)
    return Found(lines[-1].comes_to, (opened, *lines), start)


def _known(session: Session, body: Term, x: Var) -> Term | None:
    """A function with a name of its own whose derivative the integrand is: s for s′, and for s(1 − s)."""
    match body:
        case App(primed, (t,)) if primed.endswith("'") and t is x:
            return App(primed[:-1], (x,))
    for value in named(session, body, x):
        with suppress(NoProof):
            derivative_is(session, value, body, x)
            return value
    return None


def _slope(term: Term, x: Var) -> Term:
    match term:
        case App(head, (t,)) if t is x and head.rstrip("'").isidentifier():
            return App(f"{head}'", (x,))
    return App("D", (App("fn", (x, term)), x))


def _holds(session: Session, plan: Plan) -> bool:
    """Whether every integral on the way is the one that was found."""
    try:
        for part in plans(plan):
            derivative_is(session, total(antiderivative(part)), part.integrand, part.x)
    except NoProof:
        return False
    return True


def proposed(session: Session, body: Term, x: Var) -> Found | None:
    """An antiderivative without a way to it, as SymPy proposes it."""
    for value in proposal(session, body, x):
        with suppress(NoProof):
            derivative_is(session, value, body, x)
            return Found(value, (Line(value, ("guess",), (), value),), App("int", (App("fn", (x, body)),)))
    return None


def constant_for(*terms: Term) -> Var:
    taken = frozenset().union(*map(free, terms))
    return Var(next(name for name in LETTERS if name not in taken))


def lines_of(session: Session, found: Found, x: Var, accept: Accept, c: Var | None) -> tuple[Written, ...]:
    """The lines with the facts on which they rest; `c` is the constant that is added at the end."""
    body = integrand_of(found.start)[1]
    return tuple(_written(session, found.lines, found.start, body, x, accept, c))


def _written(
    session: Session, lines: tuple[Line, ...], start: Term, body: Term, x: Var, accept: Accept, c: Var | None
) -> Iterator[Written]:
    before = start
    for line in lines:
        fact = accept(derivative_is(session, line.comes_to, body, x))
        after = line.term if c is None or _has_integral(line.term) else App("+", (line.term, c))
        aside: tuple[Written, ...] = ()
        if line.start is not None:
            inner_x, inner = integrand_of(line.start)
            aside = tuple(_written(session, line.aside, line.start, inner, inner_x, accept, c))
        yield Written(before, after, line.rules, line.shown, fact, aside)
        before = after


def _has_integral(term: Term) -> bool:
    return isinstance(term, App) and (term.head == "int" or any(map(_has_integral, term.args)))
