"""Someone's working, read: what each row states, under which conditions, and how it is joined to the row before.

A row is an expression, or a relation (or a chain, or any other claim), or several of them with `or` and `and` between;
one that begins with a relation sign goes on from the last member before it. A row `f(x) = …` declares f, if nothing
has declared it yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.read.claim import as_limit, links_after, read_claim, reject_imaginary
from sigmaprime.read.declare import read_let
from sigmaprime.read.habits import on_paper
from sigmaprime.read.phrase import Phrase
from sigmaprime.read.region import RELATIONS, hypotheses, qualifiers
from sigmaprime.read.rows import BLANK, Row, rows
from sigmaprime.read.scope import Scope, extend, is_declared, signature
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import Reader

Case = tuple[Term, ...]
_OR: Final = re.compile(r"\bor\b|∨|\\(?:lor|vee)(?![A-Za-z])|\\text\s*\{\s*or\s*\}|\\(?:mbox|textrm)\s*\{\s*or\s*\}")
_AND: Final = re.compile(r"\band\b|∧|\\(?:land|wedge)(?![A-Za-z])|\\text\s*\{\s*and\s*\}")
_SIGN: Final = re.compile(r"±|\\pm(?![A-Za-z])|\+/-")
_NOTHING: Final = re.compile(
    r"(?:no|has no)\s+(?:real\s+)?solutions?|\\text\s*\{\s*no (?:real )?solutions?\s*\}|false", re.IGNORECASE
)
_NEW: Final = re.compile(r"\s*([A-Za-z])\s*\(\s*([A-Za-z])\s*\)\s*=(?![=>])")
_STARTS: Final = re.compile(r"\s*(?:[=<>≤≥≠]|!=|\\(?:leq?|geq?|leqslant|geqslant|lt|gt|neq?)(?![A-Za-z]))")
NEVER: Final = App("=", (Num(0), Num(1)))


@dataclass(frozen=True, slots=True)
class Step:
    """One row. `cases` are alternatives, each with the relations that hold together in it.

    An expression alone has no cases and stands in `alone`; `goes_on` says that the first relation begins with the last
    member of the row before. `line` and `column` count from 1; `said` is the row as it was written.
    """

    joint: str
    cases: tuple[Case, ...]
    alone: Term | None
    goes_on: bool
    given: tuple[Term, ...]
    said: str
    line: int
    column: int
    begins: bool  # the first row, or the first after an empty one


def read_working(text: str, scope: Scope, phrases: tuple[Phrase, ...]) -> tuple[tuple[Step, ...], Scope]:
    """The steps of a working, and the scope with the functions that it has declared."""
    found: list[Step] = []
    last: Term | None = None
    begins = True
    for row in rows(text):
        if row.joint == BLANK:
            begins, last = True, None
            continue
        try:
            scope = _declaring(row, scope)
            step = _step(row, scope, phrases, last)
        except NotUnderstood as error:
            said = on_paper(text)
            at = min(max(error.offset - 1, row.at), len(said))
            raise NotUnderstood(error.message, text=said, offset=at, remedy=error.remedy) from None
        found.append(replace(step, begins=begins))
        begins = False
        last = _end(step)
    return tuple(found), scope


def _declaring(row: Row, scope: Scope) -> Scope:
    """The scope with f, for a row f(x) = … about an f that nothing has declared."""
    body = row.text[row.at :]
    found = _NEW.match(body)
    if found is None or is_declared(scope, found[1]) or signature(scope, found[1]) or found[1] == found[2]:
        return scope
    end = re.search(r"=|\bfor\b|\bon\b", body[found.end() :])
    said = body[: found.end() + end.start()] if end else body
    return extend(scope, read_let(_marked(replace_text(row, said)), scope))


def replace_text(row: Row, said: str) -> Row:
    return Row(row.joint, row.text[: row.at] + said, row.latex, row.at)


def _marked(row: Row) -> str:
    """The text of the row, one place further on, with the marks of a formula around LaTeX."""
    if not row.latex:
        return f" {row.text}"
    return f"{' ' * row.at}${row.text[row.at :]}$"


def _step(row: Row, scope: Scope, phrases: tuple[Phrase, ...], last: Term | None) -> Step:
    line = row.text.count("\n", 0, row.at) + 1
    column = row.at - (row.text.rfind("\n", 0, row.at) + 1) + 1
    said = " ".join(row.text[row.at :].split())
    step = Step(row.joint, (), None, False, (), said, line, column, False)
    if _NOTHING.fullmatch(said):
        return replace(step, cases=((NEVER,),))
    if _STARTS.match(row.text, row.at) and not row.joint:
        return _going_on(step, row, scope, last)
    parts = tuple(_split(row, _OR))
    if len(parts) == 1 and not _SIGN.search(row.text) and (alone := _expression(row, scope)) is not None:
        if row.joint:
            message = f"a statement was expected after {row.joint}"
            remedy = "write an equation or an inequality (at least is >=)"
            raise NotUnderstood(message, text=_marked(row), offset=row.at + 1, remedy=remedy)
        return replace(step, alone=alone)
    cases: list[Case] = []
    given: tuple[Term, ...] = ()
    for part in parts:
        for both in _with_each_sign(part):
            together: Case = ()
            for atom in _split(both, _AND):
                relations, conditions = _claimed(atom, scope, phrases)
                together += relations
                given = tuple(dict.fromkeys((*given, *conditions)))
            cases.append(together)
    return replace(step, cases=tuple(cases), given=given)


def _claimed(row: Row, scope: Scope, phrases: tuple[Phrase, ...]) -> tuple[Case, tuple[Term, ...]]:
    """The relations of a chain, or one claim of another kind, with its conditions.

    Integrals without bounds stay as they are here: whether they are equal is a question about derivatives.
    """
    reader = Reader(_marked(row), scope)
    try:
        left = reader.expression()
        plain = reader.here().text in RELATIONS
    except NotUnderstood:
        plain = False
    if not plain or re.search(r"\bon\b|\bO\s*\(", row.text):
        says, conditions = read_claim(_marked(row), scope, phrases)
        return tuple(_links(says)), conditions
    found = links_after(reader, left)
    said = qualifiers(reader)
    for link in found:
        reject_imaginary(reader, link)
    return tuple(map(as_limit, found)), hypotheses(said.conditions)


def _split(row: Row, at: re.Pattern[str]) -> Iterator[Row]:
    """The parts of a row between its `or` or its `and`, each in its place."""
    start = row.at
    for found in at.finditer(row.text, row.at):
        if not _is_condition(row.text[row.at : found.start()]):
            yield _part(row, start, found.start())
            start = found.end()
    yield _part(row, start, len(row.text))


def _is_condition(before: str) -> bool:
    """`for x > 0 and y > 0`: what is joined there are conditions."""
    return re.search(r"\bfor\b|\bon\b", before) is not None


def _part(row: Row, start: int, end: int) -> Row:
    text = re.sub(r"[^\n]", " ", row.text[:start]) + row.text[start:end]
    first = start + len(row.text[start:end]) - len(row.text[start:end].lstrip())
    return Row(row.joint, text, row.latex, min(first, len(text)))


def _with_each_sign(row: Row) -> Iterator[Row]:
    r"""x = ±2 as x = 2 and as x = -2."""
    if not _SIGN.search(row.text):
        yield row
        return
    for sign in "+-":
        said = _SIGN.sub(lambda found: sign.ljust(len(found.group())), row.text)  # noqa: B023
        yield Row(row.joint, re.sub(r"(?<=[=(])(\s*)\+", r"\1 ", said), row.latex, row.at)


def _expression(row: Row, scope: Scope) -> Term | None:
    """An expression alone; None where a relation, or words, follow it."""
    reader = Reader(_marked(row), scope)
    try:
        term = reader.expression()
    except NotUnderstood:
        return None
    return term if reader.here().kind == "end" else None


def _going_on(step: Step, row: Row, scope: Scope, last: Term | None) -> Step:
    reader = Reader(_marked(row), scope)
    if last is None:
        sign = reader.here().text
        raise reader.wrong(f"nothing stands before this {sign}", "begin with what it is equal to")
    links = links_after(reader, last)
    said = qualifiers(reader)
    if said.region is not None:
        raise reader.wrong("on … belongs to the first line", "write for x in …")
    return replace(step, cases=(tuple(map(as_limit, links)),), goes_on=True, given=hypotheses(said.conditions))


def _links(says: Term) -> Iterator[Term]:
    match says:
        case App("and", (first, rest)):
            yield first
            yield from _links(rest)
        case _:
            yield says


def _end(step: Step) -> Term | None:
    """The last member of a row, from which the next may go on."""
    if step.alone is not None:
        return step.alone
    if len(step.cases) == 1:
        match step.cases[0][-1]:
            case App(head, (_, right)) if head in RELATIONS:
                return right
            case App("tends", (_, _, value)):
                return value
            case App("antiderivative", (App("fn", (_, found)), *_)):
                return found
    return None
