"""What each entry of a page says, as parts of a document: the same for every format."""

from __future__ import annotations

from typing import Literal

from sigmaprime.claims import LAWS
from sigmaprime.document.derivation import derivation_document, where
from sigmaprime.document.margin import listed, said
from sigmaprime.document.page import Block, Detail, Heading, Piece, Plot, Text, say
from sigmaprime.document.ranges import with_ranges
from sigmaprime.document.study import study_document
from sigmaprime.document.verdict import verdict_blocks
from sigmaprime.document.working import working_blocks
from sigmaprime.judgement import Working
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.read.syntax import Definition, Parameters, Statement
from sigmaprime.studies.found import Study
from sigmaprime.verdict import Proved, Refuted, Route, Verdict
from sigmaprime.words import Language, wording

Seal = Literal["proved", "refuted", "undecided"]


def seal_word(found: Verdict, language: Language) -> str:
    """The word on the seal."""
    return wording(language, f"book.{seal(found)}") or ""


def seal(found: Verdict) -> Seal:
    match found:
        case Proved():
            return "proved"
        case Refuted():
            return "refuted"
    return "undecided"


def claimed(statement: Statement) -> Text:
    """The statement itself, in words and formulas."""
    return said(Claim(statement.says, statement.given))


def evidence(statement: Statement, found: Verdict, detail: Detail = "normal") -> tuple[Block, ...]:
    """Why the verdict is what it is; what the page has said already (the statement, the definitions) is left out."""
    blocks = verdict_blocks(Claim(statement.says, statement.given), found, detail, LAWS)[1:]
    known = where(found.fact) if isinstance(found, Proved | Refuted) else ()
    return tuple(block for block in blocks if block not in known)


def worked(routes: tuple[Route, ...]) -> tuple[Block, ...]:
    """The worked derivation, or one for each route."""
    known = where(routes[0].fact) if routes else ()
    return tuple(block for block in derivation_document(routes, "normal", LAWS).blocks if block not in known)


def studied(study: Study, *, unfolds: bool = True, plot: Plot | None = None) -> tuple[Block, ...]:
    """The study under its title; its sections stand one level lower than on a page of their own."""
    page = study_document(study, "normal", LAWS, unfolds=unfolds, plot=plot)
    lower = (Heading(b.text, b.level + 1) if isinstance(b, Heading) else b for b in page.blocks)
    return Heading(page.title), *lower


def checked(working: Working, detail: Detail = "normal") -> tuple[Block, ...]:
    """Someone's own lines with their verdicts, and what is wrong with the first that is."""
    return working_blocks(working, detail, LAWS)


def names(line: Definition | Parameters) -> Text:
    """`let` lines in words and formulas."""
    match line:
        case Definition(name, parameters, body):
            return (say("let", given=App("=", (App(name, tuple(map(Var, parameters))), body))),)
        case Parameters(letters, assumed, vectors):
            if (space := _space(assumed, vectors)) is not None:
                members = tuple(map(Var, letters))
                named_together = members[0] if len(members) == 1 else App("list", members)
                return (say("let", given=App("in", (named_together, space))),)
            named: list[Piece] = []
            for letter in letters:
                named += (", ", Var(letter)) if named else (Var(letter),)
            if assumed:
                return (say("let real with", names=tuple(named), conditions=listed(assumed)),)
            return (say("let real", names=tuple(named)),)


def _space(assumed: tuple[Term, ...], vectors: tuple[tuple[str, tuple[Term, ...]], ...]) -> Term | None:
    """The one set to which all letters of a `let` line belong: vectors, or whole numbers; None for other letters."""
    if vectors and not assumed:
        found = [App("vectors", dimensions) for _, dimensions in vectors]
    elif vectors:
        return None
    else:
        ranges = with_ranges(assumed)
        found = [r.args[1] for r in ranges if isinstance(r, App) and r.head == "in" and r.args[1].head == "whole"]  # type: ignore[misc, union-attr]
        found = found if len(found) == len(ranges) else []
    return found[0] if found and all(each is found[0] for each in found) else None
