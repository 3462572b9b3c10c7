"""Judging someone's working: every link by itself, whatever came of the ones before it.

A chain of relations is a chain of claims. A statement that another one is joined to is a hypothesis, and what is
joined to it must follow from it (`=>`, and lines without a sign) or say the same (`<=>`). A statement that nothing is
joined to, that is about numbers, or that says what a derivative, an integral or a limit is, is a claim.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sigmaprime.claims import PHRASES
from sigmaprime.judgement import Link, Slip, Working
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Var, Wrong, free
from sigmaprime.parameters import brought_to_light
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, Lines, NotUnderstood, Place, Statement
from sigmaprime.read.working import Case, Step, read_working
from sigmaprime.search.counterexample import Denied
from sigmaprime.search.goals import prove
from sigmaprime.search.implication import implied, not_implied, supposed
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.search.slips import of_claims
from sigmaprime.search.solution_set import solution_set
from sigmaprime.search.up_to_constants import indefinite, of_derivatives
from sigmaprime.search.wrong_equations import of_implications
from sigmaprime.statement import both, closed_term, relevant
from sigmaprime.verbs import accepted, decide, derive_routes, rules_in
from sigmaprime.verdict import Fact, Proved, Refuted, Undecided, Verdict

SECONDS = 20.0
FOR_A_LINK = 3.0
FOR_A_SLIP = 1.5
FOR_A_REPAIR = 1.0
FOLLOWS, EQUIVALENT = "=>", "<=>"
BY_CALCULUS = frozenset(("D", "int", "lim", "sum", "prod"))
FAILURES = (NoProof, OutOfTime, Wrong, RecursionError)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The statement that the next one is joined to, and the conditions that have been stated so far."""

    cases: tuple[Case, ...]
    given: tuple[Term, ...]


def judge(steps: tuple[Step, ...], scope: Scope, seconds: float = SECONDS) -> Working:
    """The verdict on every link of a working; `NotUnderstood` for a limit at a place where nothing is defined."""
    desk = Desk(scope, time.monotonic() + seconds)
    links: list[Link] = []
    before: Hypothesis | None = None
    given: tuple[Term, ...] = ()
    for index, step in enumerate(steps):
        following = steps[index + 1] if index + 1 < len(steps) else None
        given = step.given if step.begins else tuple(dict.fromkeys((*given, *step.given)))
        before = None if step.begins else before
        if step.alone is not None:
            links.append(_link(step, step.alone, "given"))
            before = None
        elif before is not None and not step.goes_on and (step.joint or not _is_claim(step, scope)):
            links.append(_joined(desk, step, before, given))
            before = Hypothesis(step.cases, given)
        elif len(step.cases) == 1:
            leads_on = _leads_on(following, scope) and not _is_claim(step, scope)
            claimed = step.cases[0][:-1] if leads_on else step.cases[0]
            links += [_claim(desk, step, relation, given) for relation in claimed]
            before = None
            if leads_on:
                links.append(_link(step, step.cases[0][-1], "given"))
                before = Hypothesis((step.cases[0][-1:],), given)
        else:
            links.append(_link(step, whole(step.cases), "given"))
            before = Hypothesis(step.cases, given)
    if all(link.verdict == "given" for link in links):
        raise NotUnderstood(
            "there is nothing to check: no line says what follows from what",
            text=steps[0].said, remedy="write a = b, or a second line that follows from the first",
        )  # fmt: skip
    return Working(tuple(links))


def judge_lines(lines: Lines, scope: Scope, seconds: float = SECONDS) -> Working:
    """The verdict on a working that stands in a file."""
    return judge(*read_working(lines.source, scope, PHRASES), seconds)


def settle(line: Statement | Lines, scope: Scope, seconds: float) -> Verdict | Working:
    """What can be said of a claim of either kind."""
    return decide(line, scope, seconds) if isinstance(line, Statement) else judge_lines(line, scope, seconds)


@dataclass(frozen=True, slots=True)
class Desk:
    """The declarations, and until when the whole may take."""

    scope: Scope
    deadline: float

    def session(self, seconds: float) -> Session:
        return Session(rules_in(self.scope), min(self.deadline, time.monotonic() + seconds))


def whole(cases: Sequence[Case]) -> Term:
    """Alternatives, each of one or more relations, as one term to be shown."""
    parts = tuple(both(*case) for case in cases)
    return parts[0] if len(parts) == 1 else App("or", parts)


def _link(step: Step, says: Term, word: str, **more: object) -> Link:
    return Link(step.line, step.column, step.said, step.joint, says, word, **more)  # type: ignore[arg-type]


def _leads_on(following: Step | None, scope: Scope) -> bool:
    """Whether the next row is joined to this one."""
    if following is None or following.begins or following.goes_on or following.alone is not None:
        return False
    return bool(following.joint) or not _is_claim(following, scope)


def _is_claim(step: Step, scope: Scope) -> bool:
    """Whether a row is true or false by itself: it is about numbers, or says what a derivative or the like is."""
    if len(step.cases) != 1:
        return False
    first = step.cases[0][0]
    if not free(first) - set(scope.parameters):
        return True
    match first:
        case App("=" | "<" | "<=" | ">" | ">=" | "!=", (left, right)):
            return _is_calculus(left, scope) and bool(free(right))
    return True


def _is_calculus(term: Term, scope: Scope) -> bool:
    match term:
        case App(head, (argument,)) if not head.endswith("'"):
            return any(row.name == head for row in scope.definitions) and bool(free(argument))
    return isinstance(term, App) and (term.head in BY_CALCULUS or term.head.endswith("'"))


def _claim(desk: Desk, step: Step, relation: Term, given: tuple[Term, ...]) -> Link:
    """A relation of a chain, or a claim of another kind."""
    says = relation
    if isinstance(relation, App) and relation.head == "=" and (x := indefinite(relation)) is not None:
        try:
            says = of_derivatives(relation, x)
        except NoProof as gap:
            return _link(step, relation, "undecided", reason=f"{gap}")
    statement = Statement(says, given, None, "proved", step.said, Place("", step.line, step.column))
    left = max(0.1, min(FOR_A_LINK, desk.deadline - time.monotonic()))
    verdict = decide(statement, desk.scope, left)
    match verdict:
        case Proved(fact, _, _, notes, where):
            missing = _without_constant(desk, step, relation, fact)
            return missing or _link(step, relation, "proved", facts=(fact,), where=where if notes else (), notes=notes)
        case Refuted(fact, _, _, witness):
            slip = _slip(desk, of_claims(desk.session(FOR_A_SLIP), relation), given)
            instead, proof = _instead(desk, relation, verdict)
            return _link(
                step, relation, "refuted", facts=(fact,), witness=witness, slip=slip, instead=instead, proof=proof
            )
        case Undecided(_, reason):
            return _link(step, relation, "undecided", reason=reason)


def _without_constant(desk: Desk, step: Step, relation: Term, fact: Fact) -> Link | None:
    """An integral without bounds that is said to be one function."""
    match relation:
        case App("=", (left, right)) if indefinite(left) is not None and indefinite(right) is None:
            x = indefinite(left)
            if free(right) - free(left) - set(desk.scope.parameters) - {x.name if x else ""}:
                return None
            corrected = App("=", (left, App("+", (right, _constant(relation)))))
            slip = Slip("constant-of-integration", (right,), fact)
            return _link(step, relation, "refuted", slip=slip, instead=corrected, proof=(fact,))
    return None


def _constant(relation: Term) -> Term:
    return Var("C" if "C" not in free(relation) else "K")


def _slip(desk: Desk, proposals: Iterator[Slipped], given: tuple[Term, ...]) -> Slip | None:
    """The first proposal whose identity is proved."""
    with suppress(*FAILURES):
        for slipped in proposals:
            claim = closed_term(_light(desk, slipped.shows), _lit(desk, given), desk.scope.assumed)
            session = desk.session(FOR_A_SLIP)
            with suppress(*FAILURES):
                fact = accepted(session, desk.scope, claim, prove(session, Claim(claim)))
                return Slip(slipped.id, slipped.terms, fact)
    return None


def _instead(desk: Desk, relation: Term, verdict: Refuted) -> tuple[Term | None, tuple[Fact, ...]]:
    """What a derivative or the like comes to, worked out; else the nearest true statement."""
    match relation:
        case App("=", (left, _)) if _is_calculus(left, desk.scope):
            with suppress(NotUnderstood, *FAILURES):
                request = Derive(left, None, None, "", Place("", 1, 1))
                (route, *_) = derive_routes(request, desk.scope, FOR_A_REPAIR)
                return route.fact.statement, (route.fact,)
    suggestion = verdict.suggestion
    if suggestion is None or suggestion.shown != 1 or suggestion.after:
        return None, ()
    return _bare(suggestion.facts[0].statement), suggestion.facts


def _bare(statement: Term) -> Term:
    """The relation in a closed statement about it."""
    match statement:
        case App("and", (first, _)):
            return _bare(first)
        case App("all", (says, *_)):
            return says
    return statement


def _light(desk: Desk, term: Term) -> Term:
    return brought_to_light(term, desk.scope)


def _lit(desk: Desk, terms: Sequence[Term]) -> tuple[Term, ...]:
    return tuple(_light(desk, term) for term in terms)


def _joined(desk: Desk, step: Step, before: Hypothesis, given: tuple[Term, ...]) -> Link:
    """A statement that is to follow from the one before, or to say the same."""
    try:
        return _implication(desk, step, before, given)
    except FAILURES as gap:
        reason = f"{gap}" if isinstance(gap, NoProof) else "it takes too long"
        return _link(step, whole(step.cases), "undecided", joined=True, reason=reason)


def _implication(desk: Desk, step: Step, before: Hypothesis, given: tuple[Term, ...]) -> Link:
    there = tuple(_lit(desk, case) for case in before.cases)
    here = tuple(_lit(desk, case) for case in step.cases)
    conditions = _lit(desk, given)
    says = whole(step.cases)
    onward = _follows(desk, there, here, conditions)
    back = _follows(desk, here, there, conditions)
    needed = (onward, back) if step.joint == EQUIVALENT else (onward,)
    for way in needed:
        if way.denied:
            slips = of_implications(desk.session(FOR_A_SLIP), there, here, lost=way is onward)
            slip = _slip(desk, slips, ())
            instead, proof = _solved(desk, there, conditions)
            notes = () if way is onward else ("converse",)
            found = way.denied[0].found
            more = {"witness": found, "notes": notes, "slip": slip, "instead": instead, "proof": proof}
            return _link(step, says, "refuted", joined=True, facts=way.facts, **more)
    if any(not way.facts for way in needed):
        return _link(step, says, "undecided", joined=True, reason=next(way.gap for way in needed if not way.facts))
    facts = tuple(fact for way in needed for fact in way.facts)
    return _link(step, says, "proved", joined=True, facts=facts, converse=back.denied[0].found if back.denied else None)


@dataclass(frozen=True, slots=True)
class Way:
    """Whether something follows: facts that show it, or points that deny it, or why neither was found."""

    facts: tuple[Fact, ...] = ()
    denied: tuple[Denied, ...] = ()
    gap: str = ""


def _follows(desk: Desk, there: tuple[Case, ...], here: tuple[Case, ...], given: tuple[Term, ...]) -> Way:
    facts: list[Fact] = []
    try:
        for case in there:
            assumed = relevant(desk.scope.assumed, whole((case, *here)), given)
            hypotheses = supposed(case, (*given, *assumed))
            session = desk.session(FOR_A_LINK / 3)
            with suppress(*FAILURES):
                denied = not_implied(session, here, hypotheses)
                denials = [accepted(session, desk.scope, one.proof.claim.says, one.proof) for one in denied]
                return Way(tuple(denials), denied)
            session = desk.session(FOR_A_LINK)
            facts += [accepted(session, desk.scope, p.claim.says, p) for p in implied(session, here, hypotheses)]
    except FAILURES as gap:
        return Way(gap=f"{gap}" if isinstance(gap, NoProof) else "it takes too long")
    return Way(tuple(facts))


def _solved(desk: Desk, there: tuple[Case, ...], given: tuple[Term, ...]) -> tuple[Term | None, tuple[Fact, ...]]:
    """All the solutions of the line before, proved to be all."""
    with suppress(*FAILURES):
        if len(there) == 1 and (found := solution_set(desk.session(FOR_A_REPAIR), there[0], given)):
            onward, back = _follows(desk, there, found, given), _follows(desk, found, there, given)
            if not onward.denied and not back.denied and onward.facts and back.facts:
                return whole(found), (*onward.facts, *back.facts)
    return None, ()
