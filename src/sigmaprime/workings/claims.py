"""One link of a chain, or a claim of another kind: whether it holds, where, and what is right instead."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from sigmaprime.judgement import Link, Slip
from sigmaprime.kernel.term import App, Num, Term, Var, free, subterms
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood, Place, Statement
from sigmaprime.read.working import Step
from sigmaprime.search.clock import now
from sigmaprime.search.conditions import conditions
from sigmaprime.search.session import NoProof
from sigmaprime.search.slips import of_claims
from sigmaprime.search.up_to_constants import indefinite, of_derivatives
from sigmaprime.tidy import negative
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Fact, Proved, Refuted, Undecided
from sigmaprime.workings.desk import FAILURES, FOR_A_SLIP, Desk, established, made

FOR_A_LINK = 4.0
FOR_A_REPAIR = 1.0
BY_CALCULUS = frozenset(("D", "int", "lim", "sum", "prod"))


def is_calculus(term: Term, scope: Scope) -> bool:
    """A derivative, an integral, a limit, or the value of a declared function at a variable."""
    match term:
        case App(head, _) if head in BY_CALCULUS or head.endswith("'"):
            return True
        case App(head, (argument,)):
            return any(row.name == head for row in scope.definitions) and bool(free(argument))
    return False


def claim(desk: Desk, step: Step, relation: Term, given: tuple[Term, ...]) -> Link:
    """A relation of a chain, or a claim of another kind."""
    says = relation
    if isinstance(relation, App) and relation.head == "=" and (x := indefinite(relation)) is not None:
        try:
            says = of_derivatives(relation, x)
        except NoProof as gap:
            return made(step, relation, "undecided", reason=f"{gap}")
    statement = Statement(says, given, None, "proved", step.said, Place("", step.line, step.column))
    left = max(0.1, min(FOR_A_LINK, desk.deadline - now()))
    verdict = decide(statement, desk.scope, left)
    match verdict:
        case Proved(fact, _, _, notes, where):
            missing = _without_constant(desk, step, relation, fact)
            return missing or made(
                step, relation, "proved", facts=(fact,), where=tuple(map(_plainer, where)) if notes else (), notes=notes
            )
        case Refuted(fact, _, _, witness):
            slip = established(desk, of_claims(desk.session(FOR_A_SLIP), relation), given)
            instead, proof = _instead(desk, relation, verdict)
            return made(
                step, relation, "refuted", facts=(fact,), witness=witness, slip=slip, instead=instead, proof=proof
            )
        case Undecided(_, reason):
            restricted = _where_it_has_a_slope(desk, step, relation, statement)
            return restricted or made(step, relation, "undecided", reason=reason)


def _where_it_has_a_slope(desk: Desk, step: Step, relation: Term, statement: Statement) -> Link | None:
    """An equation with a derivative, where the rules of differentiation apply."""
    bodies = [body for part in subterms(statement.says) if (body := _differentiated(part)) is not None]
    session = desk.session(FOR_A_REPAIR)
    with suppress(*FAILURES):
        needed = tuple(dict.fromkeys(c for body in bodies for c in conditions(session, body)))
        if needed:
            given = tuple(dict.fromkeys((*statement.given, *needed)))
            verdict = decide(replace(statement, given=given), desk.scope, FOR_A_LINK)
            if isinstance(verdict, Proved):
                return made(
                    step,
                    relation,
                    "proved",
                    facts=(verdict.fact,),
                    where=tuple(map(_plainer, needed)),
                    notes=("restricted",),
                )
    return None


def _plainer(condition: Term) -> Term:
    """x != 3 for x - 3 != 0."""
    match condition:
        case App(relation, (App("+" | "-" as head, (Var() as x, c)), Num(zero))) if zero == 0 and not free(c):
            return App(relation, (x, c if head == "-" else negative(c)))
    return condition


def _differentiated(term: Term) -> Term | None:
    match term:
        case App("D", (App("fn", (x, body)), at)) if at is x:
            return body
        case App(head, (at,)) if head.endswith("'"):
            return App(head.rstrip("'"), (at,))
    return None


def _without_constant(desk: Desk, step: Step, relation: Term, fact: Fact) -> Link | None:
    """An integral without bounds that is said to be one function."""
    match relation:
        case App("=", (left, right)) if indefinite(left) is not None and indefinite(right) is None:
            x = indefinite(left)
            if free(right) - free(left) - set(desk.scope.parameters) - {x.name if x else ""}:
                return None
            corrected = App("=", (left, App("+", (right, _constant(relation)))))
            slip = Slip("constant-of-integration", (right,), fact)
            return made(step, relation, "refuted", slip=slip, instead=corrected, proof=(fact,))
    return None


def _constant(relation: Term) -> Term:
    return Var("C" if "C" not in free(relation) else "K")


def _instead(desk: Desk, relation: Term, verdict: Refuted) -> tuple[Term | None, tuple[Fact, ...]]:
    """What a derivative or the like comes to, worked out; else the nearest true statement."""
    match relation:
        case App("=", (left, _)) if is_calculus(left, desk.scope):
            with suppress(NotUnderstood, *FAILURES):
                request = Derive(left, None, None, "", Place("", 1, 1))
                (route, *_) = derive_routes(request, desk.scope, FOR_A_REPAIR)
                return _told(left, route.fact.statement), (route.fact,)
    suggestion = verdict.suggestion
    if suggestion is None or suggestion.shown != 1 or suggestion.after or indefinite(relation) is not None:
        return None, ()
    return _bare(suggestion.facts[0].statement), suggestion.facts


def _told(left: Term, found: Term) -> Term:
    """∫ u dx = F + C, where F′ = u is what was proved."""
    match left, found:
        case App("int", (App("fn", (_, u)),)), App("=", (App("D", (App("fn", (_, whole)), _)), slope)) if slope is u:
            return App("=", (left, App("+", (whole, _constant(found)))))
    return found


def _bare(statement: Term) -> Term:
    """The relation in a closed statement about it."""
    match statement:
        case App("and", (first, _)):
            return _bare(first)
        case App("all", (says, *given)):
            kept = [h for h in given if not (isinstance(h, App) and h.head == "defined")]
            return App("for", (says, *kept)) if kept else says
    return statement
