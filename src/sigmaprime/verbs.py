"""The verbs of the project: decide a claim, work out a derivation. Whatever is said here, the kernel has checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from sigmaprime.claims import LAWS
from sigmaprime.derive_limit import limit_routes
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Wrong, free
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood, Statement
from sigmaprime.reasons import domain_of, on_domains, reason_for
from sigmaprime.search.clock import now
from sigmaprime.search.counterexample import Denied
from sigmaprime.search.derivative_routes import derivative_routes
from sigmaprime.search.goals import prove
from sigmaprime.search.integrals.answer import definite_routes, indefinite_routes, is_definite, is_indefinite
from sigmaprime.search.integrals.indefinite import Accept
from sigmaprime.search.interrupting import interrupting
from sigmaprime.search.nearby import not_defined_near
from sigmaprime.search.partial import known_of
from sigmaprime.search.proposal import Proposal
from sigmaprime.search.refute import refute
from sigmaprime.search.restrict import kept
from sigmaprime.search.retold import retold
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.suggest import proposals
from sigmaprime.search.suggest_rounding import rightly_rounded
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
    began = now()
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
                    return _proved(session, scope, statement, claim, retold(session, prove(session, Claim(claim))))
            with interrupting(session.deadline):
                denied = refute(session, claim)
            more_time = replace(session, deadline=now() + FOR_SUGGESTION * seconds)
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
    session = Session(rules, now() + FOR_NOTES * seconds)
    notes: list[str] = []
    try:
        with interrupting(session.deadline):
            notes.extend(known_of(session, claim))
    except (NoProof, OutOfTime, RecursionError):
        pass
    return tuple(notes)


def _proved(session: Session, scope: Scope, statement: Statement, claim: Term, proof: Derivation) -> Proved:
    fact = accepted(session, scope, claim, proof)
    here = replace(session, assumed=scope.assumed)
    domain, where = domain_of(here, statement)
    return Proved(fact, domain, reason_for(proof), on_domains(here, statement) if where else (), where=where)


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
    return Refuted(fact, domain_of(session, statement)[0], f"{why}.", denied.found, suggestion, part=denied.part)


def _suggested(session: Session, scope: Scope, statement: Statement, part: Term) -> Suggestion | None:
    """The first proposal whose claims are all proved."""
    try:
        for proposal in _proposed(session, statement, part):
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
                return Suggestion(
                    text, facts, len(proposal.says), proposal.before, proposal.after, _own_words(proposal)
                )
    except (NoProof, OutOfTime, Wrong, RecursionError):
        return None
    return None


def _proposed(session: Session, statement: Statement, part: Term) -> Iterator[Proposal]:
    match statement.says:
        case App("rounds", _):
            return rightly_rounded(session, statement.says)
    return proposals(session, part, statement.given)


def _own_words(proposal: Proposal) -> Term | None:
    match proposal.says:
        case (App("rounds", _) as says,):
            return says
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
            found.append(accepted(session, scope, claim, retold(session, prove(session, Claim(claim)))))
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
        session = Session(rules_in(scope), now() + seconds, scope.assumed)
        worked = indefinite_routes if is_indefinite(request.start) else definite_routes
        try:
            with interrupting(session.deadline):
                return worked(session, request, _accepting(session, scope))
        except OutOfTime:
            message = f"the integral was not found in {seconds:g} seconds"
            raise NotUnderstood(message, text=request.text, remedy="give it more time, or another form") from None
    return derivative_routes(request, scope, rules_in(scope), seconds, accepted)


def _accepting(session: Session, scope: Scope) -> Accept:
    return lambda proof: accepted(session, scope, proof.claim.says, proof, proof.claim.given)
