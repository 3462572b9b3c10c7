"""The work itself: in this process under a time limit, or in one of its own that can be stopped at any moment.

In the process itself an answer takes milliseconds, and the search looks at the clock between its steps; a single huge
computation in a library written in C may still overrun. `isolated=True` starts a process for the question, with a
limit on its memory too, and ends it when its time is up.
"""

from __future__ import annotations

import time
from typing import Any

from sigmaprime.api.asking import pointed
from sigmaprime.judgement import Working
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood, Statement
from sigmaprime.read.syntax import Study as Request
from sigmaprime.read.working import Step
from sigmaprime.run import Done, Limits, Outcome, Pool
from sigmaprime.run.verdicts import DECIDE, DERIVE, JUDGE, PATIENCE, STUDY, verdict_of, working_of
from sigmaprime.studies.found import Study
from sigmaprime.verdict import Route, Undecided, Verdict


def decided(statement: Statement, scope: Scope, seconds: float, *, isolated: bool) -> tuple[Verdict, float]:
    """The verdict, and how long it took."""
    if isolated:
        outcome = _elsewhere(DECIDE, (statement, scope, seconds * PATIENCE), seconds)
        return verdict_of(statement, outcome), outcome.seconds
    from sigmaprime.verbs import decide

    began = time.perf_counter()
    with pointed():
        verdict = decide(statement, scope, seconds)
    return verdict, time.perf_counter() - began


def derived(request: Derive, scope: Scope, seconds: float, *, isolated: bool) -> tuple[Route, ...]:
    """The routes; `NotUnderstood` if there is none, or none is found in time."""
    with pointed():
        if isolated:
            return _routes(_elsewhere(DERIVE, (request, scope, seconds * PATIENCE), seconds))
        from sigmaprime.verbs import derive_routes

        try:
            return derive_routes(request, scope, seconds)
        except RecursionError:
            raise NotUnderstood("the expression is nested too deeply", remedy="derive its parts") from None


def studied(request: Request, scope: Scope, seconds: float, *, isolated: bool) -> Study:
    """The study; `NotUnderstood` if it is not finished in time."""
    with pointed():
        if not isolated:
            from sigmaprime.studies.make import study_function

            return study_function(request, scope, seconds)
        outcome = _elsewhere(STUDY, (request, scope, seconds * PATIENCE), seconds)
        if not isinstance(outcome, Done):
            raise NotUnderstood(f"the study was not finished: {outcome.reason}", remedy="give it more time")
        if isinstance(outcome.value, NotUnderstood):
            raise outcome.value
        found: Study = outcome.value
        return found


def judged(steps: tuple[Step, ...], scope: Scope, seconds: float, *, isolated: bool) -> Working:
    """The verdict on every line of a working; `NotUnderstood` if it is not finished in time."""
    with pointed():
        if not isolated:
            from sigmaprime.workings.judge import judge

            return judge(steps, scope, seconds)
        found = working_of(_elsewhere(JUDGE, (steps, scope, seconds * PATIENCE), seconds))
        if isinstance(found, Undecided):
            raise NotUnderstood(f"the lines were not finished: {found.reason}", remedy="give it more time")
        return found


def _routes(outcome: Outcome) -> tuple[Route, ...]:
    if not isinstance(outcome, Done):
        raise NotUnderstood(f"no derivation was found: {outcome.reason}", remedy="give it more time with timeout=…")
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    routes: tuple[Route, ...] = outcome.value
    return routes


def _elsewhere(target: str, arguments: tuple[Any, ...], seconds: float) -> Outcome:
    with Pool(target, limits=Limits(seconds=seconds)) as pool:
        (outcome,) = pool.outcomes([arguments])
    return outcome
