"""One line of a page, worked out: what a worker process is asked to do."""

from __future__ import annotations

from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, Statement
from sigmaprime.read.syntax import Study as Request
from sigmaprime.studies.found import Study
from sigmaprime.studies.make import study_function
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Route, Verdict


def settle(line: Statement | Derive | Request, scope: Scope) -> Verdict | tuple[Route, ...] | Study:
    match line:
        case Statement():
            return decide(line, scope)
        case Derive():
            return derive_routes(line, scope)
        case Request():
            return study_function(line, scope)
