"""A statement that is to follow from the one before it, or to say the same."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sigmaprime.judgement import Link
from sigmaprime.kernel.term import Term
from sigmaprime.read.working import Case, Step
from sigmaprime.search.counterexample import Denied
from sigmaprime.search.implication import implied, not_implied, supposed
from sigmaprime.search.session import NoProof
from sigmaprime.search.solution_set import solution_set
from sigmaprime.search.wrong_equations import of_implications
from sigmaprime.statement import relevant
from sigmaprime.verbs import accepted
from sigmaprime.verdict import Fact
from sigmaprime.workings.desk import FAILURES, FOR_A_SLIP, Desk, established, lit, made, whole

FOR_A_LINK = 3.0
FOR_A_REPAIR = 1.0
EQUIVALENT = "<=>"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The statement that the next one is joined to, and the conditions that have been stated so far."""

    cases: tuple[Case, ...]
    given: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Whether something follows: facts that show it, or points that deny it, or why neither was found."""

    facts: tuple[Fact, ...] = ()
    denied: tuple[Denied, ...] = ()
    gap: str = ""


def joined(desk: Desk, step: Step, before: Hypothesis, given: tuple[Term, ...]) -> Link:
    """A statement that is to follow from the one before, or to say the same."""
    try:
        return _implication(desk, step, before, given)
    except FAILURES as gap:
        reason = f"{gap}" if isinstance(gap, NoProof) else "it takes too long"
        return made(step, whole(step.cases), "undecided", joined=True, reason=reason)


def _implication(desk: Desk, step: Step, before: Hypothesis, given: tuple[Term, ...]) -> Link:
    there = tuple(lit(desk, case) for case in before.cases)
    here = tuple(lit(desk, case) for case in step.cases)
    supposed_too = lit(desk, given)
    says = whole(step.cases)
    onward = _follows(desk, there, here, supposed_too)
    back = _follows(desk, here, there, supposed_too)
    needed = (onward, back) if step.joint == EQUIVALENT else (onward,)
    for way in needed:
        if way.denied:
            slips = of_implications(desk.session(FOR_A_SLIP), there, here, lost=way is onward)
            slip = established(desk, slips, ())
            instead, proof = _solved(desk, there, supposed_too)
            notes = () if way is onward else ("converse",)
            found = way.denied[0].found
            more = {"witness": found, "notes": notes, "slip": slip, "instead": instead, "proof": proof}
            return made(step, says, "refuted", joined=True, facts=way.facts, **more)
    if any(not way.facts for way in needed):
        return made(step, says, "undecided", joined=True, reason=next(way.gap for way in needed if not way.facts))
    facts = tuple(fact for way in needed for fact in way.facts)
    return made(step, says, "proved", joined=True, facts=facts, converse=back.denied[0].found if back.denied else None)


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
