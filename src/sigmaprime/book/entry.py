"""What has become of each line of a page: it was judged, derived, drawn, or it said what a name means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from markdown_it.token import Token

from sigmaprime.book.page import Page
from sigmaprime.judgement import Working
from sigmaprime.kernel.term import Term
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Definition, Derive, Lines, Parameters, Plot, Statement, Table
from sigmaprime.read.syntax import Study as Request
from sigmaprime.studies.found import Study
from sigmaprime.verdict import Fact, Route, Verdict
from sigmaprime.write.plots import Curves


@dataclass(frozen=True, slots=True)
class Value:
    """A number as it is shown, and the proof that it is what it says: rounded to its digits."""

    shown: Term
    fact: Fact


@dataclass(frozen=True, slots=True)
class Judged:
    statement: Statement
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Derived:
    request: Derive
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Studied:
    request: Request
    study: Study


@dataclass(frozen=True, slots=True)
class Checked:
    """Someone's own lines, each with its verdict."""

    lines: Lines
    working: Working


@dataclass(frozen=True, slots=True)
class Drawn:
    """`name` tells the picture apart from the others of the book, `number` from those of its page.

    `scope` defines the functions in it; `caption` is empty where the author wrote none.
    """

    name: str
    number: int
    request: Plot
    curves: Curves
    scope: Scope
    caption: tuple[Token, ...]
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A table, its number on its page, and what stands in it: a row for each place, a value for each function."""

    request: Table
    number: int
    values: tuple[tuple[Value, ...], ...]
    caption: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A `let` line."""

    line: Definition | Parameters


Entry: TypeAlias = Judged | Derived | Studied | Checked | Drawn | Tabulated | Named


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line of a page that is not as stated: which, where, and what was found instead."""

    file: str
    line: int
    text: str
    verdict: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.verdict}: {self.text}\n    {self.reason}"


@dataclass(frozen=True, slots=True)
class Settled:
    """A page, and for each of its claims blocks (by the line where it begins) what has become of its lines."""

    page: Page
    blocks: Mapping[int, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """`ok` if everything on every page is as stated and the book was written; then `written` lists its files."""

    ok: bool
    written: tuple[Path, ...]
    troubles: tuple[Trouble, ...]
    notes: tuple[str, ...] = ()
    statements: int = 0
