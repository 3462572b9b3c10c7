"""The verbs of the project: decide a claim, work out a derivation. Whatever is said here, the kernel has checked."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain as joined
from types import MappingProxyType

from sigmaprime.claims import LAWS
from sigmaprime.derive_limit import limit_routes
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var, Wrong, free
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood, Statement
from sigmaprime.reasons import domain_of, on_domains, reason_for
from sigmaprime.search.chain import chain, sides
from sigmaprime.search.conditions import conditions
from sigmaprime.search.counterexample import Denied
from sigmaprime.search.finishing import finished, is_by_heart
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.integrals.answer import definite_routes, indefinite_routes, is_definite, is_indefinite
from sigmaprime.search.integrals.indefinite import Accept
from sigmaprime.search.interrupting import interrupting
from sigmaprime.search.nearby import not_defined_near
from sigmaprime.search.partial import known_of
from sigmaprime.search.proposal import Proposal
from sigmaprime.search.refute import refute
from sigmaprime.search.restrict import kept
from sigmaprime.search.routes import ROUTES
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.suggest import proposals
from sigmaprime.search.worked import repeated
from sigmaprime.statement import closed, closed_term, definitions
from sigmaprime.verdict import Fact, Proved, Refuted, Route, Suggestion, Undecided, Verdict

SECONDS = 4.0
A_PROOF, A_REFUTATION = "a proof", "a refutation"
# What is attempted in turn, and the share of the time after which the next is: the first two settle most claims.
STAGES = ((A_PROOF, 0.05), (A_REFUTATION, 0.15), (A_PROOF, 0.7), (A_REFUTATION, 1.0))
SO_FAR = ", as far as"
FOR_NOTES = 0.1  # the share that is added for what is known of an undecided claim
FOR_CHECKING = 0.1  # the share that is added for a proof that was found at the last moment
FOR_SUGGESTION = 0.15  # the share of the time that a suggestion may take


@lru_cache(maxsize=64)
def rules_in(scope: Scope) -> Mapping[str, Rule]:
    """The rule book with the definitions of a scope."""
    return MappingProxyType({**LAWS, **{row.name: row for row in definitions(scope)}})


def decide(statement: Statement, scope: Scope, seconds: float = SECONDS) -> Verdict:
    """The verdict on a claim: proved or refuted by a proof that the kernel accepted, or undecided."""
    began = time.monotonic()
    claim = closed(statement, scope)
    rules = rules_in(scope)
    tried: dict[str, str] = {}
    known: dict[Claim, Derivation | None] = {}
    programs: dict[tuple[Term | str, ...], object] = {}
    for what, share in STAGES:
        if what in tried and not tried[what].startswith(SO_FAR):
            continue  # it came to its end
        session = Session(rules, began + share * seconds, found=known, programs=programs)
        try:
            if what == A_PROOF:
                with interrupting(session.deadline + FOR_CHECKING * seconds):
                    return _proved(session, scope, statement, claim, prove(session, Claim(claim)))
            with interrupting(session.deadline):
                denied = refute(session, claim)
            more_time = replace(session, deadline=time.monotonic() + FOR_SUGGESTION * seconds)
            with interrupting(more_time.deadline):
                return _refuted(more_time, scope, statement, claim, denied)
        except NoProof as gap:
            tried[what] = f": {gap}"
        except OutOfTime:
            tried[what] = f"{SO_FAR} {share * seconds:g} seconds go"
        except (Wrong, RecursionError) as wrong:
            tried[what] = f" that the checker did not accept: {wrong}"
        known = {goal: proof for goal, proof in session.found.items() if proof is not None}
    if (place := not_defined_near(Session(rules, began + seconds), statement.says)) is not None:
        message = f"not defined near {language(place)}"
        raise NotUnderstood(message, text=statement.text, remedy="let x go where the function is defined")
    attempts = tuple(what + why for what, why in tried.items())
    return Undecided(claim, "No proof and no counterexample was found.", attempts, _notes(rules, claim, seconds))


def _notes(rules: Mapping[str, Rule], claim: Term, seconds: float) -> tuple[str, ...]:
    """What is known of a claim that was not decided, as far as it is found in a little time."""
    session = Session(rules, time.monotonic() + FOR_NOTES * seconds)
    notes: list[str] = []
    try:
        with interrupting(session.deadline):
            notes.extend(known_of(session, claim))
    except (NoProof, OutOfTime, RecursionError):
        pass
    return tuple(notes)


def _proved(session: Session, scope: Scope, statement: Statement, claim: Term, proof: Derivation) -> Proved:
    fact = accepted(session, scope, claim, proof)
    domain, where = domain_of(session, statement)
    return Proved(fact, domain, reason_for(proof), on_domains(session, statement) if where else (), where=where)


def accepted(session: Session, scope: Scope, claim: Term, proof: Derivation, given: tuple[Term, ...] = ()) -> Fact:
    """The fact that `claim` holds under `given`, once the kernel has accepted its proof; else `Wrong`."""
    if proof.claim != Claim(claim, given):
        raise Wrong("the proof is of another claim")
    check(proof, session.rules)
    return Fact(claim, proof, definitions(scope))


def _refuted(session: Session, scope: Scope, statement: Statement, claim: Term, denied: Denied) -> Refuted:
    fact = accepted(session, scope, App("not", (claim,)), denied.proof)
    suggestion = _suggested(session, scope, statement, denied.part)
    why = f"{language(denied.part)} does not hold"
    if denied.found is not None and denied.found.why:
        why = f"{why}: {denied.found.why}"
    return Refuted(fact, domain_of(session, statement)[0], f"{why}.", denied.found, suggestion)


def _suggested(session: Session, scope: Scope, statement: Statement, part: Term) -> Suggestion | None:
    """The first proposal whose claims are all proved."""
    try:
        for proposal in proposals(session, part, statement.given):
            if any(_lists_nothing(says) for says in proposal.says):
                continue  # the language has no words for a list without points
            facts = _facts(session, scope, statement, proposal)
            if facts is not None:
                said = " and ".join(map(language, proposal.says))
                given = (
                    (*kept(statement.given, proposal.under), *proposal.under) if any(map(free, proposal.says)) else ()
                )
                where = f" for {', '.join(map(language, given))}" if given else ""
                text = f"{proposal.before}{said}{where}{proposal.after}"
                return Suggestion(text, facts, len(proposal.says), proposal.before, proposal.after)
    except (NoProof, OutOfTime, Wrong, RecursionError):
        return None
    return None


def _given(statement: Statement, proposal: Proposal) -> tuple[Term, ...]:
    return (*kept(statement.given, proposal.under), *proposal.under)


def _lists_nothing(says: Term) -> bool:
    return isinstance(says, App) and App("points", ()) in says.args


def _facts(session: Session, scope: Scope, statement: Statement, proposal: Proposal) -> tuple[Fact, ...] | None:
    found = []
    for says in (*proposal.says, *proposal.also):
        given = (
            (*kept(statement.given, proposal.under), *proposal.under) if isinstance(says, App) and free(says) else ()
        )
        claim = closed_term(says, (*given, *proposal.given) if says in proposal.also else given, scope.assumed)
        try:
            found.append(accepted(session, scope, claim, prove(session, Claim(claim))))
        except (NoProof, Wrong):
            return None
    return tuple(found)


def derive_routes(request: Derive, scope: Scope, seconds: float = SECONDS) -> tuple[Route, ...]:
    """Worked derivations, each accepted by the kernel.

    Raises `NotUnderstood` for an unknown route, a route that does not fit, a target that is not equal, or a start that
    has no derivation.
    """
    if isinstance(request.start, App) and request.start.head == "lim":
        return limit_routes(request, scope, rules_in(scope), seconds, accepted)
    if is_indefinite(request.start) or is_definite(request.start):
        session = Session(rules_in(scope), time.monotonic() + seconds, scope.assumed)
        worked = indefinite_routes if is_indefinite(request.start) else definite_routes
        return worked(session, request, _accepting(session, scope))
    if request.route in (None, "all"):
        names: tuple[str, ...] = tuple(ROUTES)
    elif request.route in ROUTES:
        names = (request.route,)
    else:
        known = ", ".join(ROUTES)
        raise NotUnderstood(
            f"there is no route {request.route!r}", text=request.text, remedy=f"the routes are {known}, all"
        )
    deadline = time.monotonic() + seconds
    first = Session(rules_in(scope), deadline, scope.assumed)
    if request.route is None and (is_by_heart(request.start) or not self_referring(first, request.start)):
        names = ("direct", *(name for name in names if name != "direct"))
    routes: list[Route] = []
    gap = NoProof("no route leads there")
    for given in _hypotheses(request.start, scope, first):
        session = Session(rules_in(scope), deadline, given)
        found, failed = _along(session, request, scope, names)
        routes, gap = found, failed or gap
        if routes:
            break
    if request.route == "all" and len(routes) > 1:
        routes = [route for route in routes if route.name != "direct"] or routes
    if not routes:
        _explain_target(first, request, scope)
        raise NotUnderstood(f"no derivation was found: {gap}", text=request.text, remedy="try another route or form")
    return tuple(routes)


def _accepting(session: Session, scope: Scope) -> Accept:
    return lambda proof: accepted(session, scope, proof.claim.says, proof, proof.claim.given)


def _hypotheses(start: Term, scope: Scope, session: Session) -> tuple[tuple[Term, ...], ...]:
    """Under what a derivation may be worked out: what is assumed, and then also what its rules need."""
    match start:
        case App("D", (App("fn", (x, _)), point)) if x is point:
            body = _without_slopes(start)
            needed = conditions(session, body, by_heart=True)
            return ((*scope.assumed, *needed), scope.assumed) if needed else (scope.assumed,)
        case App(head, (point,)) if head.endswith("'"):
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
    session: Session, request: Derive, scope: Scope, names: tuple[str, ...]
) -> tuple[list[Route], NoProof | None]:
    """The routes that lead to the target, or only the first if none was named; and why one did not."""
    routes: list[Route] = []
    gap = None
    last = session.deadline
    for index, name in enumerate(names):
        now = time.monotonic()
        session = replace(session, deadline=now + (last - now) / (len(names) - index))
        try:
            routes.append(_route(session, request, scope, name))
            if request.target is None:  # every route ends in the form in which the first one did
                request = replace(request, target=sides(routes[0].fact.proof)[1])
        except NoProof as failed:
            gap = failed
            continue
        except Wrong as refused:
            gap = NoProof(f"the checker did not accept it: {refused}")
            continue
        except OutOfTime:
            gap = NoProof(f"the route {name} took too long")
            session = replace(session, found={}, nesting=[])  # what it was looking for may be found by another
            continue
        if request.route is None:
            break
    return routes, gap


def _route(session: Session, request: Derive, scope: Scope, name: str) -> Route:
    links = ROUTES[name](session, request.start) if _is_slope(request.start) else _written(session, request.start, name)
    end = sides(links[-1])[1] if links else request.start
    proof = chain([*links, *finished(session, request.start, end, request.target)], session.assumed)
    return Route(name, accepted(session, scope, proof.claim.says, proof, session.assumed))


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
    fact = unfolded(session, start, session.assumed, kept)
    return [] if fact is None else [fact]


def _own_end(session: Session, request: Derive, scope: Scope) -> Term:
    """The form in which the derivation ends if none is asked for; the start itself if it has none."""
    found, _ = _along(session, replace(request, target=None, route=None), scope, tuple(ROUTES))
    return sides(found[0].fact.proof)[1] if found else request.start


def _explain_target(session: Session, request: Derive, scope: Scope) -> None:
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
    remedy = f"it is equal to {language(_own_end(session, request, scope))}"
    raise NotUnderstood(f"the two sides are not equal{where}", text=request.text, remedy=remedy)
