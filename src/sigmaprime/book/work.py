"""One line of a page, worked out: what a worker process is asked to do."""

from __future__ import annotations

from sigmaprime.judgement import Working
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, Lines, Statement
from sigmaprime.read.syntax import Study as Request
from sigmaprime.studies.found import Study
from sigmaprime.studies.make import study_function
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Route, Verdict
from sigmaprime.workings.judge import judge_lines


def settle(
    line: Statement | Derive | Request | Lines, scope: Scope, seconds: float
) -> Verdict | tuple[Route, ...] | Study | Working:
    match line:
        case Statement():
            return decide(line, scope, seconds)
        case Derive():
            return derive_routes(line, scope, seconds)
        case Lines():
            return judge_lines(line, scope, seconds)
        case Request():
            return study_function(line, scope, seconds)
