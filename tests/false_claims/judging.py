"""The verdict on every claim of a text."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.claims import PHRASES
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, NotUnderstood, Parameters, Statement, Unread
from sigmaprime.verbs import decide
from sigmaprime.verdict import Proved, Refuted


def verdicts(text: str, seconds: float = 1.0) -> Iterator[tuple[str, str]]:
    """Each claim with `proved`, `refuted`, `undecided` or `not read`."""
    scope = Scope()
    for line in read_claims(text, "claims", PHRASES):
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Unread():
                yield line.text, "not read"
            case Statement():
                yield line.text, verdict(line, scope, seconds)


def verdict(statement: Statement, scope: Scope, seconds: float) -> str:
    try:
        found = decide(statement, scope, seconds)
    except NotUnderstood:
        return "not read"
    return "proved" if isinstance(found, Proved) else "refuted" if isinstance(found, Refuted) else "undecided"
