"""What a judge works with: the declarations, the clock, and the making of links and of slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sigmaprime.judgement import Link, Slip
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Wrong
from sigmaprime.read.parameters import brought_to_light
from sigmaprime.read.scope import Scope
from sigmaprime.read.working import Case, Step
from sigmaprime.search.clock import now
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.statement import both, closed_term
from sigmaprime.verbs import accepted, rules_in

FAILURES = (NoProof, OutOfTime, Wrong, RecursionError)
FOR_A_SLIP = 1.5


@dataclass(frozen=True, slots=True)
class Desk:
    """The declarations, and until when the whole may take."""

    scope: Scope
    deadline: float

    def session(self, seconds: float) -> Session:
        return Session(rules_in(self.scope), min(self.deadline, now() + seconds))


def whole(cases: Sequence[Case]) -> Term:
    """Alternatives, each of one or more relations, as one term to be shown."""
    parts = tuple(both(*case) for case in cases)
    return parts[0] if len(parts) == 1 else App("or", parts)


def made(step: Step, says: Term, word: str, **more: object) -> Link:
    return Link(step.line, step.column, step.said, step.joint, says, word, **more)  # type: ignore[arg-type]


def established(desk: Desk, proposals: Iterator[Slipped], given: tuple[Term, ...]) -> Slip | None:
    """The first proposal whose identity is proved."""
    with suppress(*FAILURES):
        for slipped in proposals:
            claim = closed_term(brought(desk, slipped.shows), lit(desk, given), desk.scope.assumed)
            session = desk.session(FOR_A_SLIP)
            with suppress(*FAILURES):
                fact = accepted(session, desk.scope, claim, prove(session, Claim(claim)))
                return Slip(slipped.id, slipped.terms, fact)
    return None


def brought(desk: Desk, term: Term) -> Term:
    return brought_to_light(term, desk.scope)


def lit(desk: Desk, terms: Sequence[Term]) -> tuple[Term, ...]:
    return tuple(brought(desk, term) for term in terms)
