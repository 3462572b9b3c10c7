"""What `derive` works out of a derivative: the routes, under what they hold, and why a form is not reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import chain as joined

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var, Wrong, children, free
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.search.by_component import by_component, is_by_component
from sigmaprime.search.chain import chain, sides
from sigmaprime.search.clock import now
from sigmaprime.search.conditions import conditions
from sigmaprime.search.derivative_at import at_a_point, defined_nowhere
from sigmaprime.search.finishing import finished, is_by_heart
from sigmaprime.search.forms import unfolded
from sigmaprime.search.in_itself import in_itself
from sigmaprime.search.orders.derive import worked_order
from sigmaprime.search.refute import refute
from sigmaprime.search.routes import ROUTES
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.several import (
    HESSIAN,
    IMPLICIT,
    PARTIAL,
    SECOND,
    partial_derivatives,
    second_derivatives,
    slope_holds_where,
)
from sigmaprime.search.worked import differentiated, repeated
from sigmaprime.statement import closed_term
from sigmaprime.verdict import Fact, Route, Unfinished, with_left_out

GRADIENTS = {PARTIAL: "grad", HESSIAN: "hessian"}
Accept = Callable[[Session, Scope, Term, Derivation, tuple[Term, ...]], Fact]


def derivative_routes(
    request: Derive, scope: Scope, rules: Mapping[str, Rule], seconds: float, accepted: Accept
) -> tuple[Route, ...]:
    """The routes to the derivative, each accepted by the kernel; `NotUnderstood` if there is none."""
    scope = replace(scope, assumed=_of_what_occurs(request, scope.assumed))
    match request.start:
        case App("grad", (body,)):
            return _gradient(request, scope, rules, seconds, accepted, partial_derivatives(body), PARTIAL)
        case App("hessian", (body,)):
            return _gradient(request, scope, rules, seconds, accepted, second_derivatives(body), HESSIAN)
        case App("nth", _):
            return _of_order(request, scope, rules, seconds, accepted, request.start)
    if request.route in (IMPLICIT, SECOND):
        return _implicit(request, scope, rules, seconds, accepted)
    if request.route in (None, "all"):
        names: tuple[str, ...] = tuple(ROUTES)
    elif request.route in ROUTES:
        names = (request.route,)
    else:
        known = ", ".join(ROUTES)
        raise NotUnderstood(
            f"there is no route {request.route!r}", text=request.text, remedy=f"the routes are {known}, all"
        )
    deadline = now() + seconds
    first = Session(rules, deadline, scope.assumed)
    if request.route is None and (is_by_heart(request.start) or not self_referring(first, request.start)):
        names = ("direct", *(name for name in names if name != "direct"))
    if request.route is None and (not _is_slope(request.start) or is_by_component(request.start)):
        names = ("direct",)
    routes: list[Route] = []
    gap = NoProof("no route leads there")
    ways = _hypotheses(request.start, scope, first)
    if (why := defined_nowhere(first, _without_slopes(request.start), ways[0][len(scope.assumed) :])) is not None:
        message = f"this function has no derivative anywhere: {why}"
        raise NotUnderstood(message, text=request.text, remedy="look at where the function is defined")
    for given in ways:
        session = Session(rules, deadline, given)
        found, failed = _along(session, request, scope, names, accepted)
        routes, gap = found, failed or gap
        if routes:
            break
    if request.route == "all" and len(routes) > 1:
        named = [route for route in routes if route.name != "direct"] or routes
        routes = with_left_out(named, list(routes[-1].left_out))
    if not routes:
        _explain_target(first, request, scope, accepted)
        raise NotUnderstood(f"no derivation was found: {gap}", text=request.text, remedy="try another route or form")
    return tuple(routes)


def _of_order(
    request: Derive, scope: Scope, rules: Mapping[str, Rule], seconds: float, accepted: Accept, start: App
) -> tuple[Route, ...]:
    """A formula for all orders, by induction."""
    session = Session(rules, now() + seconds, scope.assumed)
    try:
        proof = worked_order(session, start, request.target)
        return (Route("induction", accepted(session, scope, proof.claim.says, proof, proof.claim.given)),)
    except (NoProof, OutOfTime, Wrong) as gap:
        _explain_target(session, request, scope, accepted)
        why = gap if isinstance(gap, NoProof) else "it took too long"
        remedy = "write the formula that you expect, or a number for the order"
        raise NotUnderstood(f"no derivation was found: {why}", text=request.text, remedy=remedy) from None


def _of_what_occurs(request: Derive, assumed: tuple[Term, ...]) -> tuple[Term, ...]:
    """The assumptions without those about indices that do not occur."""
    names = free(request.start) | (free(request.target) if request.target is not None else frozenset())
    for h in reversed(assumed):
        names |= free(h) if free(children(h)[0]) & names else frozenset()
    whole = frozenset[str]().union(*(free(h) for h in assumed if isinstance(h, App) and h.head == "whole"))
    return tuple(h for h in assumed if not (free(h) & whole) - names)


def _gradient(
    request: Derive, scope: Scope, rules: Mapping[str, Rule], seconds: float, accepted: Accept,
    starts: tuple[Term, ...], name: str,
) -> tuple[Route, ...]:  # fmt: skip
    """One derivation for each variable, or for each pair of them."""
    if request.target is not None:
        whole = {PARTIAL: "gradient", HESSIAN: "Hessian"}[name]
        message = f"a {whole} ends in its components"
        raise NotUnderstood(message, text=request.text, remedy=f"write derive {GRADIENTS[name]}(u) alone")
    single = (replace(request, start=start) for start in starts)
    found = (derivative_routes(each, scope, rules, seconds / len(starts), accepted)[0] for each in single)
    return tuple(replace(route, name=name) for route in found)


def _implicit(
    request: Derive, scope: Scope, rules: Mapping[str, Rule], seconds: float, accepted: Accept
) -> tuple[Route, ...]:
    """dy/dx = −F_x/F_y, worked out where F_y is not 0."""
    session = Session(rules, now() + seconds, scope.assumed)
    try:
        needed = slope_holds_where(session, request.start)
        session = replace(session, assumed=(*scope.assumed, *needed), found={})
        return (_route(session, replace(request, route=None), scope, "direct", accepted, request.route),)
    except (NoProof, OutOfTime, Wrong) as gap:
        _explain_target(session, request, scope, accepted)
        why = gap if isinstance(gap, NoProof) else "it took too long"
        raise NotUnderstood(f"no derivation was found: {why}", text=request.text, remedy="try another form") from None


def _hypotheses(start: Term, scope: Scope, session: Session) -> tuple[tuple[Term, ...], ...]:
    """Under what a derivation may be worked out: what is assumed, and then also what its rules need."""
    match start:
        case App("D", (App("fn", (x, _)), point)) if x is point:
            body = _without_slopes(start)
            needed = conditions(session, body, by_heart=True)
            return ((*scope.assumed, *needed), scope.assumed) if needed else (scope.assumed,)
        case App(head, (Var() as point,)) if head.endswith("'"):
            needed = conditions(session, App(head.rstrip("'"), (point,)), by_heart=True)
            return ((*scope.assumed, *needed), scope.assumed) if needed else (scope.assumed,)
    return (scope.assumed,)


def _without_slopes(start: Term) -> Term:
    """What is differentiated, however often."""
    match start:
        case App("D", (App("fn", (x, body)), point)) if x is point:
            return _without_slopes(body)
        case App(head, (Var() as x,)) if head.endswith("'"):
            return App(head.rstrip("'"), (x,))
    return start


def _along(
    session: Session, request: Derive, scope: Scope, names: tuple[str, ...], accepted: Accept
) -> tuple[list[Route], NoProof | None]:
    """The routes that lead to the target, or only the first if none was named; and why one did not."""
    routes: list[Route] = []
    gap: NoProof | None = None
    last = session.deadline
    left_out: list[Unfinished] = []
    for index, name in enumerate(names):
        began = now()
        session = replace(session, deadline=began + (last - began) / (len(names) - index))
        try:
            routes.append(_route(session, request, scope, name, accepted))
            if request.target is None:  # every route ends in the form in which the first one did
                request = replace(request, target=sides(routes[0].fact.proof)[1])
        except NoProof as failed:
            gap = gap or failed  # the first route is the one that is meant
            continue
        except Wrong as refused:
            gap = gap or NoProof(f"the checker did not accept it: {refused}")
            continue
        except OutOfTime:
            gap = gap or NoProof(f"the route {name} took too long")
            left_out.append(Unfinished(name, session.deadline - began))
            session = replace(session, found={}, nesting=[])  # what it was looking for may be found by another
            continue
        if request.route is None:
            break
    return with_left_out(routes, left_out if request.route == "all" else []), gap


def _route(
    session: Session, request: Derive, scope: Scope, name: str, accepted: Accept, shown: str | None = None
) -> Route:
    if shown is not None:
        links = differentiated(session, request.start, session.assumed)
    elif name == "direct" and is_by_component(request.start):
        links = by_component(session, request.start)
    elif name == "direct" and (there := at_a_point(session, request.start)) is not None:
        links = there
    elif _is_slope(request.start):
        links = ROUTES[name](session, request.start)
    else:
        links = _written(session, request.start, name)
    end = sides(links[-1])[1] if links else request.start
    proof = chain([*links, *finished(session, request.start, end, request.target)], session.assumed)
    return Route(shown or name, accepted(session, scope, proof.claim.says, proof, session.assumed))


def _is_slope(term: Term) -> bool:
    return isinstance(term, App) and (term.head == "D" or term.head.endswith("'")) and not _repeated(term)


def _repeated(term: App) -> bool:
    return term.head.endswith("''") or (term.head == "D" and any(t.head == "D" for t in _inside(term)))


def _inside(term: App) -> list[App]:
    return [t for t in joined(term.args[0].args[1:]) if isinstance(t, App)]  # type: ignore[union-attr]


def _written(session: Session, start: Term, name: str) -> list[Derivation]:
    """Anything that is not a first derivative is written out step by step."""
    if name != "direct":
        raise NoProof("that route is for first derivatives")
    kept = self_referring(session, start)
    if not kept and isinstance(start, App) and (start.head == "D" or start.head.endswith("'")):
        return repeated(session, start, session.assumed)
    if _order(start) > 2:
        with suppress(NoProof):
            return in_itself(session, start, session.assumed, kept)
    fact = unfolded(session, start, session.assumed, kept)
    return [] if fact is None else [fact]


def _order(start: Term) -> int:
    """How often a function is differentiated."""
    match start:
        case App("D", (App("fn", (x, body)), point)) if x is point:
            return 1 + _order(body)
        case App(head, _):
            return len(head) - len(head.rstrip("'"))
    return 0


def _own_end(session: Session, request: Derive, scope: Scope, accepted: Accept) -> Term:
    """The form in which the derivation ends if none is asked for; the start itself if it has none."""
    found, _ = _along(session, replace(request, target=None, route=None), scope, tuple(ROUTES), accepted)
    return sides(found[0].fact.proof)[1] if found else request.start


def _explain_target(session: Session, request: Derive, scope: Scope, accepted: Accept) -> None:
    """Where no route led to the target because it is not equal: say so, with a witness."""
    if request.target is None:
        return
    claim = closed_term(App("=", (request.start, request.target)), (), scope.assumed)
    try:
        denied = refute(session, claim)
    except (NoProof, OutOfTime):
        return
    found = denied.found
    where = ""
    if found is not None and len(found.values) == 2:
        at = ", ".join(f"{n} = {language(v)}" for n, v in found.points[0])
        where = f": at {at} the left side is {found.values[0]} and the right side is {found.values[1]}"
    remedy = f"it is equal to {language(_own_end(session, request, scope, accepted))}"
    raise NotUnderstood(f"the two sides are not equal{where}", text=request.text, remedy=remedy)
