"""A verdict as a page: what was claimed, what is so, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from sigmaprime.document.choice import Teller
from sigmaprime.document.derivation import NO_RULES, where
from sigmaprime.document.margin import said, supposing, told
from sigmaprime.document.page import Block, Detail, Details, Document, Note, Paragraph, Piece, Shown, Strong, Text
from sigmaprime.document.tell import tell
from sigmaprime.kernel.proof import Claim, Point
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.notation.phrase import conjunction
from sigmaprime.verdict import Fact, Found, Proved, Refuted, Suggestion, Undecided, Verdict

_FAILURE = {
    "=": "they differ", "!=": "they are equal", "<=": "the left side is greater", "<": "the left side is not smaller",
    ">=": "the left side is smaller", ">": "the left side is not greater",
    "~=": "it does not round to the digits that are claimed",
}  # fmt: skip


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
                Paragraph((Strong("Proved."), " ", *said(statement), ".")), *_domain(domain, conditions), *where(fact),
                *proof_blocks(fact, detail, rules), *map(_note, notes),
            )  # fmt: skip
        case Refuted(fact, _, reason, witness, suggestion, notes):
            return (
                Paragraph((Strong("Refuted."), " It is not true that ", *said(statement), ".")), *where(fact),
                *(_witness(witness) if witness else (Paragraph((_sentence(reason),)),)),
                *(_suggestion(suggestion, detail, rules) if suggestion else ()),
                Details(("Why this refutes it, step by step",), proof_blocks(fact, detail, rules), detail == "full"),
                *map(_note, notes),
            )  # fmt: skip
        case Undecided(_, reason, tried, notes):
            return (
                Paragraph((Strong("Undecided."), " Neither proved nor refuted: ", *said(statement), ".")),
                Paragraph((_sentence(reason),)), *(Paragraph((f"Tried: {what}.",)) for what in tried),
                *map(_note, notes),
            )  # fmt: skip
    assert_never(verdict)


def proof_blocks(fact: Fact, detail: Detail, rules: Mapping[str, Rule], *, aside: bool = False) -> tuple[Block, ...]:
    """The proof of a fact, as it is told to a reader; an `aside` keeps its derivations short."""
    known = {**rules, **{row.name: row for row in fact.definitions}}
    return tell(Teller(detail, known, is_root=not aside), fact.proof)


def _domain(domain: str, conditions: tuple[Term, ...]) -> tuple[Block, ...]:
    """Where the claim holds, unless it says so itself."""
    if conditions:
        return (Note(("This holds for ", *supposing(conditions), ".")),)
    return (Note((f"This holds {domain}.",)),) if domain.startswith("where ") else ()


def _witness(found: Found) -> tuple[Block, ...]:
    why = (Paragraph((_sentence(found.why),)),) if found.why else ()
    if found.relation and len(found.points) <= 1 and len(found.values) == 2:
        place = (*_at(found.points[0]), " the") if found.points and found.points[0] else ("The",)
        failure = _FAILURE.get(found.relation, "that is not as claimed")
        right: Text = (" and the right side is ", Shown(found.values[1])) if found.relation != "~=" else ()
        return (Paragraph((*place, " left side is ", Shown(found.values[0]), *right, f": {failure}.")),)
    if found.points and len(found.points) == len(found.values):
        pieces: list[Piece] = []
        for point, value in zip(found.points, found.values, strict=True):
            pieces += (", ", "at ", *_point(point), " it is ") if pieces else (*_at(point), " the value is ")
            pieces.append(Shown(value))
        stop = "" if found.values[-1].endswith("…") else "."
        return Paragraph((*pieces, stop)), *why
    return *(Paragraph((*_at(point), ".")) for point in found.points if point), *why


def _at(point: Point) -> Text:
    return "At ", *_point(point)


def _suggestion(suggestion: Suggestion, detail: Detail, rules: Mapping[str, Rule]) -> tuple[Block, ...]:
    words: list[Piece] = [suggestion.before] if suggestion.before else []
    for index, fact in enumerate(suggestion.facts[: suggestion.shown]):
        words += (*((" and ",) if index else ()), *told(Claim(fact.statement)))
    words += (suggestion.after,) if suggestion.facts else (suggestion.text,)
    proofs = tuple(block for fact in suggestion.facts for block in proof_blocks(fact, detail, rules, aside=True))
    folded = (Details(("Proof",), proofs, detail == "full"),) if proofs else ()
    return Paragraph((Strong("What is true instead:"), " ", *words, ".")), *folded


def _point(point: Point) -> Text:
    return conjunction(tuple(App("=", (Var(name), value)) for name, value in point))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _note(words: str) -> Block:
    return Note((_sentence(words),))
