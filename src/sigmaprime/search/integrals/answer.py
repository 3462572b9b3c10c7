"""`derive int(u, x) = F + C`: the lines to the antiderivative in the form that is asked for, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Var, Wrong, free
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.search.clock import now
from sigmaprime.search.goals import prove
from sigmaprime.search.integrals.angles import conjugates, half_angle_tangent, products, squares
from sigmaprime.search.integrals.checking import derivative_is
from sigmaprime.search.integrals.column import Line
from sigmaprime.search.integrals.definite import in_parts, through
from sigmaprime.search.integrals.differing import difference
from sigmaprime.search.integrals.diverging import no_value
from sigmaprime.search.integrals.indefinite import (
    Accept,
    Found,
    constant_for,
    found_by,
    integrand_of,
    lines_of,
    proposed,
)
from sigmaprime.search.integrals.nonelementary import is_nonelementary
from sigmaprime.search.integrals.parts import parts
from sigmaprime.search.integrals.radicals import radical
from sigmaprime.search.integrals.rational import rational_function
from sigmaprime.search.integrals.simplify import spelling
from sigmaprime.search.integrals.substitution import rationalised, substitution
from sigmaprime.search.integrals.trigonometric import powers
from sigmaprime.search.integrals.where import conditions_on
from sigmaprime.search.integrals.work import Method
from sigmaprime.search.proposed import remember
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.verdict import Route, Unfinished, Written, with_left_out

FIRST: Final[Mapping[str, tuple[Method, ...]]] = MappingProxyType({
    "substitution": (substitution, rationalised),
    "parts": (parts,),
    "partial fractions": (rational_function,),
    "trigonometric": (powers, products, squares, conjugates, radical, half_angle_tangent),
})  # fmt: skip
DIRECT: Final = "direct"
SHARE: Final = 0.45  # of the time for the lines; the rest is for what else may be said


def is_indefinite(start: Term) -> bool:
    return isinstance(start, App) and start.head == "int" and len(start.args) == 1


def indefinite_routes(session: Session, request: Derive, accept: Accept) -> tuple[Route, ...]:
    """The routes to an indefinite integral; `NotUnderstood` says why there is none."""
    x, body = integrand_of(request.start)
    target = _target(request, body)
    names = _names(request)
    c = constant_for(body, *([target] if target is not None else []), *session.assumed)
    routes: list[Route] = []
    left_out: list[Unfinished] = []
    for name in names:
        with suppress(NoProof, Wrong, RecursionError), _in_time(name, left_out):
            found = _found(session, body, x, name)
            if found is not None:
                found = _in_form(session, found, target, body, x)
                column = lines_of(session, found, x, accept, c)
                routes.append(Route(name, column[-1].fact, column))
    if routes and _is_nowhere_defined(session, body):
        routes = []
    if not routes:
        raise _nothing(session, request, body, x, target)
    return tuple(with_left_out(_different(routes), left_out if request.route == "all" else []))


@contextmanager
def _in_time(name: str, left_out: list[Unfinished]) -> Iterator[None]:
    """A route that takes too long is left out."""
    began = now()
    try:
        yield
    except OutOfTime:
        left_out.append(Unfinished(name, now() - began))


def is_definite(start: Term) -> bool:
    return isinstance(start, App) and start.head == "int" and len(start.args) == 3


def definite_routes(session: Session, request: Derive, accept: Accept) -> tuple[Route, ...]:
    """The routes to a definite or improper integral; `NotUnderstood` says why there is none."""
    start: App = request.start  # type: ignore[assignment]
    x, body = integrand_of(start)
    names = _names(request)
    routes: list[Route] = []
    left_out: list[Unfinished] = []
    for name in names:
        with suppress(NoProof, Wrong, RecursionError), _in_time(name, left_out):
            found = _found(session, body, x, name)
            if found is not None:
                remember(session, body, x, found.value)
                column = through(session, start, found, request.target, accept)
                routes.append(Route(name, column[-1].fact, column))
    if not routes and DIRECT in names:
        with suppress(NoProof, OutOfTime, Wrong, RecursionError):
            column = _column(session, start, request.target, accept)
            routes.append(Route(DIRECT, column[-1].fact, column))
    if not routes:
        value = _value(session, start, accept)
        if value is not None and DIRECT not in names:
            message = f"{language(body)} is not integrated by {request.route} here"
            raise NotUnderstood(message, text=request.text, remedy="try another route, or none")
        raise no_value(session, request, start, value)
    return tuple(with_left_out(_different(routes), left_out if request.route == "all" else []))


def _value(session: Session, start: App, accept: Accept) -> Term | None:
    """The value that is found when none is asked for."""
    with suppress(NoProof, OutOfTime, Wrong, RecursionError):
        return _column(session, start, None, accept)[-1].after
    return None


def _column(session: Session, start: App, target: Term | None, accept: Accept, depth: int = 3) -> tuple[Written, ...]:
    """Through an antiderivative, or in parts each of which is worked out like this."""
    x, body = integrand_of(start)
    found = _found(session, body, x, DIRECT)
    if found is not None:
        remember(session, body, x, found.value)
        with suppress(NoProof):
            return through(session, start, found, target, accept)
    if not depth:
        raise NoProof("in too many parts")
    return in_parts(session, start, target, accept, lambda part: _column(session, part, None, accept, depth - 1))


def _names(request: Derive) -> list[str]:
    names = [DIRECT, *FIRST] if request.route == "all" else [request.route or DIRECT]
    if names[0] not in (DIRECT, *FIRST):
        known = ", ".join((DIRECT, *FIRST, "all"))
        raise NotUnderstood(f"there is no route {request.route!r}", text=request.text, remedy=f"the routes are {known}")
    return names


def _target(request: Derive, body: Term) -> Term | None:
    """F of F + C"""
    match request.target:
        case None:
            return None
        case App("+", (found, Var("C"))) | App("+", (Var("C"), found)) if "C" not in free(found) | free(body):
            return found
        case App("-", (App("+", (first, Var("C"))), last)) if "C" not in free(first) | free(last) | free(body):
            return App("-", (first, last))
    message = "an integral without bounds is known up to a constant"
    raise NotUnderstood(message, text=request.text, remedy="write int(u, x) = F(x) + C")


def _found(session: Session, body: Term, x: Var, name: str) -> Found | None:
    began = now()
    short = replace(session, deadline=began + SHARE * (session.deadline - began))
    if name != DIRECT:
        return found_by(short, body, x, FIRST[name])
    with suppress(OutOfTime):
        found = found_by(short, body, x)
        if found is not None:
            return found
    return proposed(replace(session, found={}, nesting=[]), body, x)


def _in_form(session: Session, found: Found, target: Term | None, body: Term, x: Var) -> Found:
    """The lines with one more that ends in the form that was asked for."""
    if target is None or target is found.value:
        return found
    if spelling(target) == spelling(found.value):
        last = replace(found.lines[-1], term=target, comes_to=target)
        return replace(found, value=target, lines=(*found.lines[:-1], last))
    derivative_is(session, target, body, x)
    rule = "rearranged" if _equal(session, found.value, target) else "another constant"
    return replace(found, value=target, lines=(*found.lines, Line(target, (rule,), (), target)))


def _equal(session: Session, one: Term, other: Term) -> bool:

    x = Var(next(iter(free(one)), "x"))
    given = (*session.assumed, *conditions_on(session, (one, other), x))
    try:
        prove(session, Claim(App("=", (one, other)), given))
    except NoProof:
        return False
    return True


def _different(routes: list[Route]) -> list[Route]:
    """Each column once."""
    seen: dict[tuple[Term, ...], Route] = {}
    for route in routes:
        seen.setdefault(tuple(line.after for line in route.column), route)
    return list(seen.values())


def _is_nowhere_defined(session: Session, body: Term) -> bool:
    with suppress(NoProof, OutOfTime, RecursionError):
        prove(session, Claim(App("undefined", (body,)), session.assumed))
        return True
    return False


def _nothing(session: Session, request: Derive, body: Term, x: Var, target: Term | None) -> NotUnderstood:
    """Why there are no lines: the form is wrong, the route does not fit, or no antiderivative is known."""
    shown = language(body)
    if _is_nowhere_defined(session, body):
        message = f"{shown} is defined for no {language(x)}"
        return NotUnderstood(message, text=request.text, remedy="there is nothing to integrate")
    found = None
    with suppress(NoProof, OutOfTime, Wrong, RecursionError):
        found = _found(session, body, x, DIRECT)
    if target is not None and (why := difference(session, target, body, x)) is not None:
        remedy = f"the integral is {language(App('+', (found.value, Var('C'))))}" if found is not None else "correct it"
        return NotUnderstood(why, text=request.text, remedy=remedy)
    if found is not None and request.route is not None:
        message = f"{shown} is not integrated by {request.route} here"
        return NotUnderstood(message, text=request.text, remedy="try another route, or none")
    if found is not None:
        message = "the form that was asked for was not reached"
        remedy = f"the integral is {language(App('+', (found.value, Var('C'))))}"
        return NotUnderstood(message, text=request.text, remedy=remedy)
    if is_nonelementary(body, x):
        message = f"{shown} has no antiderivative that can be written by elementary functions"
        return NotUnderstood(message, text=request.text, remedy="ask for a definite integral, or for a limit of it")
    message = f"no antiderivative of {shown} was found"
    return NotUnderstood(message, text=request.text, remedy="write it in another form, or ask for a definite integral")
