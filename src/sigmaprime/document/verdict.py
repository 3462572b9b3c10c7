"""A verdict as a page: what was claimed, what is so, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from sigmaprime.document.choice import Teller, at_point
from sigmaprime.document.derivation import NO_RULES, where
from sigmaprime.document.margin import said, supposing, told
from sigmaprime.document.page import Block, Detail, Details, Document, Note, Paragraph, Piece, Say, Shown, Text, say
from sigmaprime.document.remark import remark, sentence
from sigmaprime.document.tell import tell
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term
from sigmaprime.verdict import Fact, Found, Proved, Refuted, Suggestion, Undecided, Verdict

_COMPARED = frozenset(("=", "!=", "<=", "<", ">=", ">", "~="))


def verdict_document(
    statement: Claim, verdict: Verdict, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES
) -> Document:
    """A page about one claim; `rules` lets a line show the law that it applies."""
    return Document((), verdict_blocks(statement, verdict, detail, rules))


def verdict_blocks(
    statement: Claim, verdict: Verdict, detail: Detail = "normal", rules: Mapping[str, Rule] = NO_RULES
) -> tuple[Block, ...]:
    match verdict:
        case Proved(fact, domain, _, notes, conditions):
            return (
                Paragraph((say("proved", claim=said(statement)),)), *_cell(statement.says, fact.statement),
                *_domain(domain, conditions), *where(fact),
                *proof_blocks(fact, detail, rules), *map(_note, notes),
            )  # fmt: skip
        case Refuted(fact, _, reason, witness, suggestion, notes, part):
            return (
                Paragraph((say("refuted", claim=said(statement)), *_link(statement.says, part))), *where(fact),
                *_seen(statement.says, part, witness, reason),
                *(_suggestion(suggestion, detail, rules) if suggestion else ()),
                Details((say("why refuted"),), proof_blocks(fact, detail, rules), detail == "full"),
                *map(_note, notes),
            )  # fmt: skip
        case Undecided(_, reason, tried, notes):
            return (
                Paragraph((say("undecided", claim=said(statement)),)),
                Paragraph(sentence(reason)), *(Paragraph((say("tried", what=remark(what)),)) for what in tried),
                *map(_note, notes),
            )  # fmt: skip
    assert_never(verdict)


def _link(says: Term, part: Term | None) -> Text:
    """Which link of a chain fails."""
    match says:
        case App("and", _) if part is not None:
            return " ", say("link fails", link=part)
    return ()


def _seen(says: Term, part: Term | None, witness: Found | None, reason: str) -> tuple[Block, ...]:
    """The witness; for a rounding first what it was to witness."""
    shown = _witness(witness) if witness else (Paragraph(sentence(reason)),)
    match says, part:
        case App("rounds", (_, v, App(form, ()), _)), App("=", (one, _)) if one is v:
            return (Paragraph((say("no floating-point number", value=v, format=form),)),)
        case App("rounds", _), App():
            return Paragraph((say("cell fails", link=part),)), *shown
    return shown


def _cell(says: Term, claim: Term) -> tuple[Block, ...]:
    """What it means to round to a number: to lie between these two."""
    match says, claim:
        case App("rounds", _), App("and", (App("all", (low, *_)), App("and", (App("all", (high, *_)), _)))):
            return (Paragraph((say("cell", link=App("and", (low, high))),)),)
        case App("rounds", _), App("and", (App("all", (low, *_)), App("all", (high, *_)))):
            return (Paragraph((say("cell", link=App("and", (low, high))),)),)
    return ()


def proof_blocks(fact: Fact, detail: Detail, rules: Mapping[str, Rule], *, aside: bool = False) -> tuple[Block, ...]:
    """The proof of a fact, as it is told to a reader; an `aside` keeps its derivations short."""
    known = {**rules, **{row.name: row for row in fact.definitions}}
    return tell(Teller(detail, known, is_root=not aside), fact.proof)


def _domain(domain: str, conditions: tuple[Term, ...]) -> tuple[Block, ...]:
    """Where the claim holds, unless it says so itself."""
    if conditions:
        return (Note((say("holds for", conditions=supposing(conditions)),)),)
    return (Note((say("holds", where=remark(domain)),)),) if domain.startswith("where ") else ()


def _witness(found: Found) -> tuple[Block, ...]:
    why = (Paragraph(sentence(found.why)),) if found.why else ()
    if found.relation and len(found.points) <= 1 and len(found.values) == 2:
        return (Paragraph((compared(found, found.relation),)),)
    if found.points and len(found.points) == len(found.values):
        pieces: list[Piece] = []
        for point, value in zip(found.points, found.values, strict=True):
            pieces.append(say("next value" if pieces else "value at", point=at_point(point), value=Shown(value)))
        stop = "" if found.values[-1].endswith("…") else "."
        return Paragraph((*pieces, stop)), *why
    return *(Paragraph((say("at", point=at_point(point)),)) for point in found.points if point), *why


def compared(found: Found, relation: str) -> Say:
    """Both sides at the point, and how that contradicts the relation."""
    failure = say(f"fails {relation}") if relation in _COMPARED else say("fails")
    left = Shown(found.values[0])
    point = at_point(found.points[0]) if found.points and found.points[0] else None
    match relation, point:
        case "~=", None:
            return say("left side", left=left, failure=failure)
        case "~=", at if at is not None:
            return say("left side at", point=at, left=left, failure=failure)
        case _, None:
            return say("both sides", left=left, right=Shown(found.values[1]), failure=failure)
        case _, at:
            return say("both sides at", point=at or (), left=left, right=Shown(found.values[1]), failure=failure)


def _suggestion(suggestion: Suggestion, detail: Detail, rules: Mapping[str, Rule]) -> tuple[Block, ...]:
    words: list[Piece] = [*remark(suggestion.before)] if suggestion.before else []
    for index, fact in enumerate(suggestion.facts[: suggestion.shown]):
        words += (*((say("claim.and"),) if index else ()), *told(Claim(suggestion.says or fact.statement)))
    words += remark(suggestion.after) if suggestion.facts else (suggestion.text,)
    proofs = tuple(block for fact in suggestion.facts for block in proof_blocks(fact, detail, rules, aside=True))
    folded = (Details((say("proof"),), proofs, detail == "full"),) if proofs else ()
    return Paragraph((say("true instead", claim=tuple(words)),)), *folded


def _note(words: str) -> Block:
    return Note(sentence(words))
