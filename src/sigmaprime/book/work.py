"""One line of a page, worked out: what a worker process is asked to do."""

from __future__ import annotations

from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, Statement
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Route, Verdict


def settle(line: Statement | Derive, scope: Scope) -> Verdict | tuple[Route, ...]:
    match line:
        case Statement():
            return decide(line, scope)
        case Derive():
            return derive_routes(line, scope)
