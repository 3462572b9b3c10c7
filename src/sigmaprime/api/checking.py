"""`check`: every claim of some files or texts, judged in order; what `sigmaprime check` does, as a list of results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final, Literal, overload

from sigmaprime.api.asking import pointed
from sigmaprime.api.lines import Lines as Worked
from sigmaprime.api.proving import Verdict
from sigmaprime.api.working import decided, judged
from sigmaprime.claims import PHRASES
from sigmaprime.read.files import read_file
from sigmaprime.read.lines import Sheet, read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Lines, NotUnderstood, Parameters, Statement, Unread
from sigmaprime.read.working import Step, read_working
from sigmaprime.write import WRITERS

_KINDS: Final = (".claims", ".md", ".jsonl", ".tex", ".ipynb")


def check(*sources: str | Path, timeout: float = 5.0, isolated: bool = False) -> Results:
    """Judge every claim of `sources`: paths of files, or texts of the language with several lines.

    A text that ends in `.claims`, `.md`, `.jsonl` and has one line is a path; so is any `Path`. Every claim has
    `timeout` seconds. Claims that cannot be read have results too; `NotUnderstood` is raised for a file that cannot.

    >>> found = check('''
    ... let s(x) = 1/(1 + exp(-x))
    ... s is strictly increasing
    ... false s is even
    ... s(0) = 1
    ... ''')
    >>> found.ok
    False
    >>> [result.word for result in found]
    ['proved', 'refuted', 'refuted']
    >>> found.failures[0].statement
    's(0) = 1'
    """
    with pointed():
        sheets = [sheet for source in sources for sheet in _sheets(source)]
    return Results(tuple(result for sheet in sheets for result in _judged(sheet, timeout, isolated=isolated)))


def _sheets(source: str | Path) -> tuple[Sheet, ...]:
    if isinstance(source, Path) or ("\n" not in source and source.endswith(_KINDS)):
        return read_file(str(source), PHRASES)
    return (read_claims(source, "text", PHRASES),)


def _judged(sheet: Sheet, seconds: float, *, isolated: bool) -> Iterator[Result]:
    scope = Scope()
    for line in sheet:
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Unread():
                yield Result(line, None, f"{line.message}; {line.remedy}" if line.remedy else line.message)
            case Lines():
                try:
                    working = judged(*_read(line, scope), seconds, isolated=isolated)
                except NotUnderstood as error:
                    yield Result(line, None, error.message)
                else:
                    yield Result(line, Worked(working, scope), "")
            case Statement():
                try:
                    found, spent = decided(line, scope, seconds, isolated=isolated)
                except NotUnderstood as error:
                    yield Result(line, None, error.message)
                else:
                    yield Result(line, Verdict(line, scope, found, spent, {}), "")


def _read(line: Lines, scope: Scope) -> tuple[tuple[Step, ...], Scope]:
    return read_working(line.source, scope, PHRASES)


@dataclass(frozen=True, slots=True)
class Result:
    """A claim with its verdict; where it was not understood there is none, and `error` says why."""

    claim: Statement | Lines | Unread
    verdict: Verdict | Worked | None
    error: str

    @property
    def id(self) -> str:
        return self.claim.label or f"L{self.claim.place.line}"

    @property
    def statement(self) -> str:
        return self.claim.text

    @property
    def word(self) -> Literal["proved", "refuted", "undecided", "error"]:
        return self.verdict.word if self.verdict is not None else "error"

    @property
    def ok(self) -> bool:
        """Whether the claim is as stated: proved, or refuted if it was stated to be false."""
        return self.word == self.claim.expected

    def __repr__(self) -> str:
        return f"<{'ok' if self.ok else '!!'} {self.word}: [{self.id}] {self.statement}>"


@dataclass(frozen=True, slots=True)
class Results(Sequence[Result]):
    """The results in the order of the claims."""

    results: tuple[Result, ...]

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Result]: ...
    def __getitem__(self, index: int | slice) -> Result | Sequence[Result]:
        return Results(self.results[index]) if isinstance(index, slice) else self.results[index]

    def __len__(self) -> int:
        return len(self.results)

    @property
    def ok(self) -> bool:
        """Whether there are claims and every one is as stated."""
        return bool(self.results) and not self.failures

    @property
    def failures(self) -> tuple[Result, ...]:
        """The claims that are not as stated."""
        return tuple(result for result in self.results if not result.ok)

    @property
    def summary(self) -> dict[str, int]:
        words = [result.word for result in self.results]
        counts = {word: words.count(word) for word in ("proved", "refuted", "undecided", "error")}
        return {**counts, "as_stated": len(words) - len(self.failures), "total": len(words)}

    def __repr__(self) -> str:
        rows = [("ok" if r.ok else "!!", r.word, r.id, _shown(r)) for r in self.results]
        widths = [max((len(row[i]) for row in rows), default=0) for i in range(3)]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)) for row in rows]
        return "\n".join([*(line.rstrip() for line in lines), self._total])

    @property
    def _total(self) -> str:
        counts = self.summary
        return f"{counts['as_stated']} of {counts['total']} claims as stated"

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(r))}</tr>" for r in self.results)
        head = "<tr><th></th><th>verdict</th><th>claim</th><th></th></tr>"
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table><p>{escape(self._total)}</p>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


def _shown(result: Result) -> str:
    return f"{_false(result)}{result.statement}" + (f"   ({result.error})" if result.error else "")


def _cells(result: Result) -> tuple[str, ...]:
    claim = result.claim
    said = WRITERS["html"].inline(claim.says) if isinstance(claim, Statement) else escape(claim.text)
    true = _instead(result.verdict)
    why = result.error or (f"true is: {true}" if true else "")
    return ("✓" if result.ok else "✗", result.word, f"{_false(result)}{said}", escape(why))


def _instead(verdict: Verdict | Worked | None) -> str | None:
    return verdict.instead if isinstance(verdict, Worked) else verdict.suggestion if verdict is not None else None


def _false(result: Result) -> str:
    return "false " if result.claim.expected == "refuted" else ""
