"""Verdicts under limits: a claim on which the work was stopped is undecided, and says why."""

from __future__ import annotations

from typing import Final

from sigmaprime.judgement import Working
from sigmaprime.kernel.term import App
from sigmaprime.read.syntax import NotUnderstood, Statement
from sigmaprime.run.limits import Done, Outcome
from sigmaprime.verdict import Undecided, Verdict

DECIDE: Final = "sigmaprime.verbs:decide"
DERIVE: Final = "sigmaprime.verbs:derive_routes"
JUDGE: Final = "sigmaprime.workings.judge:judge"
SETTLE: Final = "sigmaprime.workings.judge:settle"
STUDY: Final = "sigmaprime.studies.make:study_function"

# The share of its time after which a search is asked to stop by itself, and to say how far it came.
PATIENCE: Final = 0.8
NOTHING: Final = App("or", ())


def working_of(outcome: Outcome) -> Working | Undecided:
    """What came of judging a working; raises the `NotUnderstood` that it raised."""
    if not isinstance(outcome, Done):
        return Undecided(NOTHING, outcome.reason, ())
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    working: Working = outcome.value
    return working


def verdict_of(statement: Statement, outcome: Outcome) -> Verdict:
    """The verdict that came of `decide(statement, …)`; raises the `NotUnderstood` that it raised."""
    if not isinstance(outcome, Done):
        return Undecided(statement.says, outcome.reason, ())
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    verdict: Verdict = outcome.value
    return verdict
