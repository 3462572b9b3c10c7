"""`derive lim(…)`: the routes to a limit, each accepted by the kernel, or a clear sentence why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var, Wrong, free
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.search.clock import now
from sigmaprime.search.limit_routes import NAMED, ROUTES, ending_in, limit_by, limit_parts
from sigmaprime.search.near import value_of
from sigmaprime.search.nearby import not_defined_near
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.verdict import Fact, Route, Unfinished, with_left_out

Accept = Callable[[Session, Scope, Term, Derivation, tuple[Term, ...]], Fact]


def limit_routes(
    request: Derive, scope: Scope, rules: Mapping[str, Rule], seconds: float, accepted: Accept
) -> tuple[Route, ...]:
    """The worked limits; raises `NotUnderstood` where there is none, or another one than was claimed."""
    wanted = request.route or "direct"
    if wanted not in (*ROUTES, "all"):
        known = ", ".join(ROUTES)
        message = f"there is no route {wanted!r} to a limit"
        raise NotUnderstood(message, text=request.text, remedy=f"the routes are {known}, all")
    _sensible(request)
    session = Session(rules, now() + seconds, scope.assumed)
    names = (*NAMED, "direct") if wanted == "all" else (wanted,)
    found: list[Route] = []
    left_out: list[Unfinished] = []
    gap = "no route leads there"
    for name in names:
        if found and name == "direct":
            break
        left = session.deadline - now()
        seconds_each = left if wanted != "all" else left / 3
        share = replace(session, deadline=now() + seconds_each, nesting=[])
        try:
            route = _route(share, request, scope, name, accepted)
        except NoProof as failed:
            gap = str(failed)
            continue
        except OutOfTime:
            gap = f"the route {name} took too long"
            left_out.append(Unfinished(name, seconds_each))
            continue
        except (Wrong, RecursionError) as refused:
            gap = f"the checker did not accept it: {refused}"
            continue
        if all(route.fact.proof != other.fact.proof for other in found):
            found.append(route)
    if not found:
        raise _why_not(replace(session, deadline=now() + seconds / 2, nesting=[]), request, wanted, gap)
    return tuple(with_left_out(found, left_out))


def _route(session: Session, request: Derive, scope: Scope, name: str, accepted: Accept) -> Route:
    proof = limit_by(session, request.start, name)
    proof = _to_target(session, proof, request)
    return Route(name, accepted(session, scope, proof.claim.says, proof, proof.claim.given))


def _to_target(session: Session, proof: Derivation, request: Derive) -> Derivation:
    if request.target is None:
        return proof
    try:
        return ending_in(session, proof, request.target)
    except NoProof:
        raise _other_limit(proof, request) from None


def _other_limit(proof: Derivation, request: Derive) -> NotUnderstood:
    says = proof.claim.says
    said = language(request.start)
    claimed = language(request.target) if request.target is not None else ""
    if isinstance(says, App) and says.head == "no_limit":
        return NotUnderstood(
            f"{said} does not exist, so it is not {claimed}",
            text=request.text,
            remedy="leave the value away to see why",
        )
    value = language(value_of(proof))
    return NotUnderstood(f"the limit is not {claimed}", text=request.text, remedy=f"{said} is {value}")


def _sensible(request: Derive) -> tuple[Var, Term, Term]:
    """The variable, the function and the place, if they make a limit."""
    parts = limit_parts(request.start)
    if parts is None:
        raise NotUnderstood("that is no limit", text=request.text, remedy="write lim(expression, x, a)")
    x, body, place = parts
    if x.name in free(place):
        message = f"{x.name} cannot tend to something that depends on {x.name}"
        raise NotUnderstood(message, text=request.text, remedy="write lim(expression, x, a) with a number a")
    others = free(body)
    if x.name not in others and others:
        names = ", ".join(sorted(others))
        raise NotUnderstood(
            f"there is no {x.name} in {language(body)}", text=request.text,
            remedy=f"let one of its variables tend to {language(place)}: {names}",
        )  # fmt: skip
    return parts


def _why_not(session: Session, request: Derive, wanted: str, gap: str) -> NotUnderstood:
    x, body, place = _sensible(request)
    says = App("tends", (App("fn", (x, body)), place, body))
    try:
        if not_defined_near(session, says) is not None:
            message = f"{language(body)} is not defined near {language(place)}"
            return NotUnderstood(message, text=request.text, remedy=f"let {x.name} go where the function is defined")
    except OutOfTime:
        pass
    if wanted not in ("direct", "all"):
        return NotUnderstood(
            f"the route {wanted!r} does not lead to this limit: {gap}", text=request.text,
            remedy="leave the route away, or write by all to see which ones do",
        )  # fmt: skip
    unknown = sorted((free(body) | free(place)) - {x.name} - {n for h in session.assumed for n in free(h)})
    remedy = "try it from one side, a+ or a-, or in another form"
    if unknown:
        remedy = f"say what is assumed of {', '.join(unknown)}: let {unknown[0]} > 0"
    message = f"neither the limit nor a proof that there is none was found: {gap}"
    return NotUnderstood(message, text=request.text, remedy=remedy)
