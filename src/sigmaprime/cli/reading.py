"""The claims in files, each with the declarations that are in force where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sigmaprime.claims import PHRASES
from sigmaprime.read.files import read_file
from sigmaprime.read.lines import Sheet
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Line, Lines, NotUnderstood, Parameters, Statement, Unread

Claimed: TypeAlias = tuple[Statement | Lines | Unread, Scope]


def read_files(paths: Iterable[str]) -> tuple[tuple[Claimed, ...], int]:
    """The claims of every file, each with the declarations in force, and how many lines claim nothing.

    A page of prose without claims is read like any other; `NotUnderstood` if there is no claim in any of the files.
    """
    paths = tuple(paths)
    sheets = [sheet for path in paths for sheet in read_file(path, PHRASES)]
    if not any(sheets):
        raise NotUnderstood(
            f"{', '.join(paths)}: no claims in it", remedy="write claims in blocks that begin with ```claims"
        )
    found = [pair for sheet in sheets for pair in _scoped(sheet)]
    claims = tuple((line, scope) for line, scope in found if isinstance(line, Statement | Lines | Unread))
    return claims, len(found) - len(claims)


def _scoped(sheet: Sheet) -> Iterator[tuple[Line | Unread, Scope]]:
    """Every line but the `let` lines, with what these have declared before it."""
    scope = Scope()
    for line in sheet:
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case _:
                yield line, scope
