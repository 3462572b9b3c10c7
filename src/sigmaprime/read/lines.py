"""Lines: a text of the language, line by line, into definitions, claims, derivations, studies, plots and tables.

A line that cannot be read becomes `Unread`, and the reading goes on with the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from sigmaprime.kernel.term import Term
from sigmaprime.read.claim import read_claim
from sigmaprime.read.declare import read_let
from sigmaprime.read.figure import read_plot, read_table
from sigmaprime.read.implicit import gradient, is_implicit, read_implicit
from sigmaprime.read.phrase import Phrase
from sigmaprime.read.region import region
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.subject import subject
from sigmaprime.read.syntax import (
    Definition,
    Derive,
    Line,
    Lines,
    NotUnderstood,
    Parameters,
    Place,
    Statement,
    Study,
    Unread,
)
from sigmaprime.read.text import Reader
from sigmaprime.read.working import read_working

Sheet: TypeAlias = tuple[Line | Unread, ...]

_COMMENT: Final = re.compile(r"(?<!\\)#.*")
_LABEL: Final = re.compile(r"\[([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\]")
_PREFIX: Final = re.compile(r"\s*(?P<false>false\b)?\s*(?P<label>\[[^\]\n]*\])?\s*(?P<late>false\b)?\s*")
_KEYWORD: Final = re.compile(r"\s*(let|derive|study|plot|table|lines)\b(?!\(|\s*=)")
_ROUTE: Final = re.compile(r"\sby\s+([A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z][A-Za-z0-9-]*)*)\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with the lines that continue it, exactly as they stand, and where it begins."""

    text: str
    line: int
    column: int = 1


def read_claims(text: str, file: str, phrases: tuple[Phrase, ...]) -> Sheet:
    """The lines of a `.claims` text."""
    return read_blocks(((text, 1),), file, phrases)


def read_blocks(blocks: tuple[tuple[str, int], ...], file: str, phrases: tuple[Phrase, ...]) -> Sheet:
    """Several texts of one page, each with its first line; declarations and labels go on from one to the next."""
    entries = (entry for text, first in blocks for entry in _entries(text, first))
    return _sheet(entries, file, phrases)


def _entries(text: str, first: int) -> Iterator[Entry]:
    """Lines joined with those that continue them; comments and blank lines are left out."""
    pending: list[str] = []
    begins = first
    for number, raw in enumerate(text.split("\n"), first):
        plain = _COMMENT.sub("", raw).rstrip()
        if pending and (raw[:1].isspace() and plain.strip()):
            pending += [""] * (number - begins - len(pending))
            pending.append(plain)
            continue
        if pending and (plain or not raw.lstrip().startswith("#")):
            yield Entry("\n".join(pending), begins)
            pending = []
        if plain.strip():
            pending, begins = [plain], number
    if pending:
        yield Entry("\n".join(pending), begins)


def _sheet(entries: Iterator[Entry], file: str, phrases: tuple[Phrase, ...]) -> Sheet:
    names, labels = Scope(), frozenset[str]()
    found: list[Line | Unread] = []
    for entry in entries:
        line = read_entry(entry, file, phrases, names, labels)
        match line:
            case Definition() | Parameters():
                names = extend(names, line)
            case Statement(label=str(label)) | Lines(label=str(label)) | Unread(label=str(label)):
                labels |= {label}
        found.append(line)
    return tuple(found)


def read_entry(
    entry: Entry, file: str, phrases: tuple[Phrase, ...], names: Scope, labels: frozenset[str]
) -> Line | Unread:
    """One line; `labels` are taken already."""
    prefix = _PREFIX.match(entry.text)
    rest = prefix.end() if prefix else 0
    expected, label = "proved", None
    if prefix and (prefix.group("false") or prefix.group("late")):
        expected = "refuted"
    try:
        if prefix and prefix.group("label"):
            label = _label(entry.text, prefix.group("label"), prefix.start("label"), labels)
        blank = re.sub(r"[^\n]", " ", entry.text[:rest]) + entry.text[rest:]
        return _line(entry, blank, file, phrases, names, label, expected)
    except NotUnderstood as error:
        return _unread(entry, file, error, label, expected)


def _label(text: str, bracketed: str, at: int, labels: frozenset[str]) -> str:
    match = _LABEL.fullmatch(bracketed)
    if match is None:
        remedy = "a label is letters and digits with dashes between them: [tail-bound]"
        raise NotUnderstood(f"{bracketed} is not a label", text=text, offset=at, remedy=remedy)
    if match.group(1) in labels:
        raise NotUnderstood(f"the label {bracketed} is used twice", text=text, offset=at, remedy="choose another label")
    return match.group(1)


def _line(
    entry: Entry, text: str, file: str, phrases: tuple[Phrase, ...], names: Scope, label: str | None, expected: str
) -> Line:
    """The line without its label and `false`, which have become blanks."""
    place = Place(file, entry.line, entry.column)
    said = " ".join(text.split())
    keyword = _KEYWORD.match(text)
    if keyword is None:
        says, given = read_claim(text, names, phrases)
        return Statement(says, given, label, expected, said, place)
    if keyword.group(1) == "lines":
        rest = re.sub(r"[^\n]", " ", text[: keyword.end()]) + text[keyword.end() :]
        read_working(rest, names, phrases)
        return Lines(rest, label, expected, said, place)
    if label is not None or expected == "refuted":
        remedy = "leave it away here"
        raise NotUnderstood("only claims have labels or are false", text=text, offset=keyword.start(1), remedy=remedy)
    rest = re.sub(r"[^\n]", " ", text[: keyword.end()]) + text[keyword.end() :]
    match keyword.group(1):
        case "let":
            return read_let(rest, names)
        case "derive":
            return _derive(rest, said, names, place)
        case "study":
            reader = Reader(rest, names)
            function = subject(reader)
            on = region(reader) if reader.skip("on") else None
            reader.finish()
            return Study(function, said, place, on)
        case "table":
            return read_table(rest, said, names, place)
    return read_plot(rest, said, names, place)


def _derive(text: str, said: str, names: Scope, place: Place) -> Derive:
    start, target, route = read_derive(text, names)
    return Derive(start, target, route, said, place)


def read_derive(text: str, names: Scope) -> tuple[Term, Term | None, str | None]:
    """`s'(x) = s(x)*(1 - s(x)) by quotient` as where it starts, where it ends if that is said, and by which route."""
    if is_implicit(text):
        return read_implicit(text, names)
    route = _ROUTE.search(text)
    reader = Reader(text[: route.start()] if route else text, names)
    start = _start(reader)
    target = reader.expression() if reader.skip("=") else None
    if reader.says("="):
        raise reader.wrong("a derivation has one end", "write derive u = v")
    reader.finish()
    return start, target, "-".join(route.group(1).split()) if route else None


def _start(reader: Reader) -> Term:
    """The term to be derived; `s'` alone is s'(x)."""
    if (whole := gradient(reader)) is not None:
        return whole
    after = 1
    while reader.here(after).kind == "prime":
        after += 1
    if after > 1 and reader.here(after).text in ("", "="):
        return subject(reader).args[1]
    return reader.expression()


def _unread(entry: Entry, file: str, error: NotUnderstood, label: str | None, expected: str) -> Unread:
    """The line as it stands, and where in the file the error is."""
    before = entry.text[: error.offset]
    line = entry.line + before.count("\n")
    column = len(before) - (before.rfind("\n") + 1) + (entry.column if "\n" not in before else 1)
    physical = entry.text.split("\n")[before.count("\n")]
    return Unread(error.message, error.remedy, label, expected, physical, Place(file, line, column))


def single(
    text: str, file: str, line: int, phrases: tuple[Phrase, ...], names: Scope, label: str | None
) -> Line | Unread:
    """One claim that is a line of its own, as a record of a `.jsonl` file."""
    read = read_entry(Entry(text, line), file, phrases, names, frozenset())
    return replace(read, label=label) if isinstance(read, Statement | Lines | Unread) and label is not None else read
