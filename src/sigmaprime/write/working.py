"""A judged working as JSON: its lines in order, and for a wrong one its witness, its slip and what would be right."""

from __future__ import annotations

from typing import Any, TypeAlias

from sigmaprime.document.page import Note, Paragraph
from sigmaprime.document.spoken import spoken_blocks, spoken_text
from sigmaprime.document.working import slip_words, statement, summary
from sigmaprime.judgement import Link, Slip, Working
from sigmaprime.kernel.proof import Point
from sigmaprime.kernel.term import App, Term
from sigmaprime.notation.line import language
from sigmaprime.verdict import Fact, Found
from sigmaprime.words import ENGLISH, Language
from sigmaprime.write import latex
from sigmaprime.write.proof import proof_to_json
from sigmaprime.write.text import text as plain

Json: TypeAlias = dict[str, Any]
SCHEMA = 1


def working_json(working: Working, spoken: Language = ENGLISH, *, proofs: bool = False) -> Json:
    """What `lines --to json` prints."""
    first = None if working.first is None else working.links[working.first]
    wrong = first is not None and first.verdict == "refuted"
    return {
        "schema": SCHEMA,
        "verdict": working.verdict,
        "first_wrong": (working.first or 0) + 1 if wrong else None,
        "slip": first.slip.id if first is not None and wrong and first.slip else None,
        "lines": [_link(n, link, spoken, proofs=proofs) for n, link in enumerate(working.links, 1)],
    }


def said_of(working: Working) -> list[str]:
    """The verdict in sentences: which line is the first that is wrong, where it fails, and why."""
    blocks = spoken_blocks(tuple(summary(working)), ENGLISH)
    return [plain(block.text) for block in blocks if isinstance(block, Paragraph | Note)]


def _link(number: int, link: Link, spoken: Language, *, proofs: bool) -> Json:
    data: Json = {
        "number": number,
        "line": link.line,
        "column": link.column,
        "said": link.said,
        "joint": link.joint,
        "statement": _said(link.says),
        "latex": _latex(link.says),
        "verdict": link.verdict,
        "domain": [language(condition) for condition in link.where],
        "witness": _witness(link.witness) if link.witness else None,
        "lost_or_added": ("added" if "converse" in link.notes else "lost")
        if link.verdict == "refuted" and link.joined
        else None,
        "converse": _witness(link.converse) if link.converse else None,
        "slip": _slip(link.slip, spoken) if link.slip else None,
        "instead": _said(link.instead) if link.instead is not None else None,
        "reason": link.reason,
        "facts": [language(fact.statement) for fact in link.facts],
    }
    if proofs:
        all_facts = (*link.facts, *link.proof, *((link.slip.fact,) if link.slip else ()))
        data["proofs"] = [_proof(fact) for fact in all_facts]
    return data


def _said(says: Term) -> str:
    return plain(spoken_text(statement(says), ENGLISH))


def _latex(says: Term) -> str:
    match says:
        case App("or", cases):
            return r" \text{ or } ".join(map(latex.inline, cases))
    return latex.inline(says)


def _slip(slip: Slip, spoken: Language) -> Json:
    return {
        "id": slip.id,
        "about": [language(term) for term in slip.terms],
        "words": plain(spoken_text((slip_words(slip),), spoken)),
        "shows": language(slip.fact.statement),
    }


def _witness(found: Found) -> Json:
    points = [_coordinates(point) for point in found.points]
    return {"at": points[0] if points else {}, "values": list(found.values), "why": found.why}


def _coordinates(point: Point) -> dict[str, str]:
    return {name: language(value) for name, value in point}


def _proof(fact: Fact) -> Json:
    return {"statement": language(fact.statement), **proof_to_json(fact.proof, fact.definitions)}
