"""One line of a page, worked out: what a worker process is asked to do."""

from __future__ import annotations

from sigmaprime.book.entry import Value
from sigmaprime.book.pictures import Picture, draw
from sigmaprime.book.render import Kept, Written, recall, render
from sigmaprime.book.rendered import Rendered
from sigmaprime.book.tabulate import tabulated
from sigmaprime.judgement import Working
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, Lines, Statement, Table
from sigmaprime.read.syntax import Study as Request
from sigmaprime.studies.found import Study
from sigmaprime.studies.make import study_function
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Route, Undecided, Verdict
from sigmaprime.workings.judge import judge_lines

Worked = Verdict | tuple[Route, ...] | Study | Working | tuple[tuple[Value, ...], ...] | Undecided | bytes


def settle(line: Statement | Derive | Request | Lines | Table | Picture, scope: Scope, seconds: float) -> Worked:
    match line:
        case Picture():
            return draw(line, scope)
        case Statement():
            return decide(line, scope, seconds)
        case Derive():
            return derive_routes(line, scope, seconds)
        case Lines():
            return judge_lines(line, scope, seconds)
        case Table():
            return tabulated(line, scope, seconds)
        case Request():
            return study_function(line, scope, seconds)


def write(task: Written | Kept) -> tuple[Rendered, bytes] | Rendered | None:
    """A page written, or taken back from the cache."""
    match task:
        case Kept():
            return recall(task)
        case Written():
            return render(task)
