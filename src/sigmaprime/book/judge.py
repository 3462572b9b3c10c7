"""Every line of every page is worked out by worker processes; what is not as stated becomes a trouble."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from sigmaprime.book.drawing import drawn
from sigmaprime.book.entry import Checked, Derived, Entry, Judged, Named, Settled, Studied, Tabulated, Trouble
from sigmaprime.book.markup import parsed_caption
from sigmaprime.book.page import Block, Page
from sigmaprime.book.pictures import Kind, with_pictures
from sigmaprime.kernel.term import Term, Wrong
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import (
    Definition,
    Derive,
    Line,
    Lines,
    NotUnderstood,
    Parameters,
    Plot,
    Statement,
    Study,
    Table,
    Unread,
)  # fmt: skip
from sigmaprime.run import Done, Outcome
from sigmaprime.run.pool import Pool
from sigmaprime.run.verdicts import verdict_of, working_of
from sigmaprime.verdict import Proved, Refuted, Undecided
from sigmaprime.write.working import said_of

WORKED = Statement | Derive | Study | Lines | Table  # what a worker is asked to do


def judge(
    pages: Sequence[Page], kind: Kind, pool: Pool, patience: float
) -> tuple[tuple[Settled, ...], tuple[Trouble, ...]]:
    """What has become of every line, and every trouble; lines that are in trouble are missing from the pages.

    `kind` says as what the pictures are drawn; `patience` is for how many seconds each line is tried.
    """
    calls = [(line, scope, patience) for page in pages for _, line, scope in lines_of(page) if isinstance(line, WORKED)]
    settled, troubles = _settled(pages, iter(tuple(pool.outcomes(calls))))
    book, undrawn = with_pictures(settled, kind, pool, patience)
    return book, (*troubles, *undrawn)


def _settled(pages: Sequence[Page], outcomes: Iterator[Outcome]) -> tuple[list[Settled], list[Trouble]]:
    settled: list[Settled] = []
    troubles: list[Trouble] = []
    for page in pages:
        blocks: dict[int, tuple[Entry, ...]] = {part.first: () for part in page.parts if isinstance(part, Block)}
        for first, entry in _entries(page, outcomes):
            if isinstance(entry, Trouble):
                troubles.append(entry)
            else:
                blocks[first] += (entry,)
        settled.append(Settled(page, blocks))
    return settled, troubles


def lines_of(page: Page) -> Iterator[tuple[int, Line | Unread, Scope]]:
    """Every line of the page, with the beginning of its block and the declarations in force."""
    scope = Scope()
    for part in page.parts:
        if isinstance(part, Block):
            for line in part.lines:
                yield part.first, line, scope
                scope = extend(scope, line) if isinstance(line, Definition | Parameters) else scope


def _entries(page: Page, outcomes: Iterator[Outcome]) -> Iterator[tuple[int, Entry | Trouble]]:
    found = [
        (first, line, scope, next(outcomes) if isinstance(line, WORKED) else None)
        for first, line, scope in lines_of(page)
    ]
    proved = [
        line.says
        for _, line, _, outcome in found
        if isinstance(line, Statement) and isinstance(outcome, Done) and isinstance(outcome.value, Proved)
    ]
    drawn_before = tabulated_before = 0
    for first, line, scope, outcome in found:
        drawn_before += isinstance(line, Plot)
        tabulated_before += isinstance(line, Table)
        number = drawn_before if isinstance(line, Plot) else tabulated_before
        try:
            yield first, _entry(line, scope, outcome, proved, (page.name, number))
        except NotUnderstood as error:
            yield first, _trouble(line, "error", f"{error.message}; {error.remedy}" if error.remedy else error.message)
        except Wrong as error:
            yield first, _trouble(line, "error", str(error))


def _entry(
    line: Line | Unread, scope: Scope, outcome: Outcome | None, proved: Sequence[Term], at: tuple[str, int]
) -> Entry | Trouble:
    match line:
        case Definition() | Parameters():
            return Named(line)
        case Statement() if outcome is not None:
            return _judged(line, outcome)
        case Derive() if outcome is not None:
            return _derived(line, outcome)
        case Plot():
            page, number = at
            return drawn(line, scope, proved, f"{page}-{line.place.line}", number)
        case Table() if outcome is not None:
            return _tabulated(line, outcome, at[1])
        case Study() if outcome is not None:
            return _studied(line, outcome)
        case Lines() if outcome is not None:
            return _checked(line, outcome)
        case Unread(message, remedy):
            return _trouble(line, "error", f"{message}; {remedy}" if remedy else message)
        case Statement() | Derive() | Study() | Lines() | Table():
            raise NotUnderstood("this line was not worked out")
    assert_never(line)


def _judged(line: Statement, outcome: Outcome) -> Judged | Trouble:
    found = verdict_of(line, outcome)
    match found:
        case Proved(_, _, reason) if line.expected != "proved":
            return _trouble(line, "proved, though stated to be false", reason)
        case Refuted(_, _, reason, _, suggestion) if line.expected != "refuted":
            instead = f" What is true instead: {suggestion.text}" if suggestion else ""
            return _trouble(line, "refuted", reason + instead)
        case Undecided(_, reason):
            return _trouble(line, "undecided", reason)
    return Judged(line, found)


def _checked(line: Lines, outcome: Outcome) -> Checked | Trouble:
    found = working_of(outcome)
    if isinstance(found, Undecided):
        return _trouble(line, "undecided", found.reason)
    if found.verdict != line.expected:
        return _trouble(line, found.verdict, " ".join(said_of(found)))
    return Checked(line, found)


def _derived(line: Derive, outcome: Outcome) -> Derived | Trouble:
    if not isinstance(outcome, Done):
        return _trouble(line, "undecided", outcome.reason)
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    return Derived(line, outcome.value)


def _studied(line: Study, outcome: Outcome) -> Studied | Trouble:
    if not isinstance(outcome, Done):
        return _trouble(line, "undecided", outcome.reason)
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    return Studied(line, outcome.value)


def _tabulated(line: Table, outcome: Outcome, number: int) -> Tabulated | Trouble:
    if not isinstance(outcome, Done):
        return _trouble(line, "undecided", outcome.reason)
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    if isinstance(outcome.value, Undecided):
        return _trouble(line, "undecided", outcome.value.reason)
    return Tabulated(line, number, outcome.value, parsed_caption(line.caption, line.place.line))


def _trouble(line: Line | Unread, verdict: str, reason: str) -> Trouble:
    if isinstance(line, Definition | Parameters):
        raise NotUnderstood(reason)
    return Trouble(line.place.file, line.place.line, line.text, verdict, reason)
