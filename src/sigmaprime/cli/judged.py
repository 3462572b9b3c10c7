"""One claim and what came of it: as lines for people, as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sigmaprime.cli.terminal import AS_STATED, NOT_AS_STATED, UNREADABLE
from sigmaprime.judgement import Working
from sigmaprime.kernel.proof import Point
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Lines, Statement, Unread
from sigmaprime.verdict import Found, Proved, Refuted, Undecided, Verdict
from sigmaprime.write import WRITERS

Word: TypeAlias = Literal["proved", "refuted", "undecided", "error"]
WORDS: Final[tuple[Word, ...]] = ("proved", "refuted", "undecided", "error")


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its verdict; where it was not understood, the complaint stands in place of the verdict."""

    claim: Statement | Lines | Unread
    verdict: Verdict | Working | str
    seconds: float
    scope: Scope


def word(judged: Judged) -> Word:
    match judged.verdict:
        case Working():
            return "proved" if judged.verdict.verdict == "given" else judged.verdict.verdict
        case Proved():
            return "proved"
        case Refuted():
            return "refuted"
        case Undecided():
            return "undecided"
    return "error"


def as_stated(judged: Judged) -> bool:
    return word(judged) == judged.claim.expected


def name(judged: Judged) -> str:
    """The label, or the line for a claim without one."""
    return judged.claim.label or f"L{judged.claim.place.line}"


def status(found: Sequence[Judged]) -> int:
    """The exit status: 2 if a claim was not understood, else 1 if one is not as stated, else 0."""
    if any(word(judged) == "error" for judged in found):
        return UNREADABLE
    return AS_STATED if all(map(as_stated, found)) else NOT_AS_STATED


def summary(found: Sequence[Judged], seconds: float) -> dict[str, float]:
    counts: dict[str, float] = {kind: sum(word(judged) == kind for judged in found) for kind in WORDS}
    return {**counts, "as_stated": sum(map(as_stated, found)), "total": len(found), "seconds": round(seconds, 3)}


def as_data(judged: Judged, *, proofs: bool = False) -> dict[str, Any]:
    """The element of `claims` in the JSON of `check`."""
    claim, verdict = judged.claim, judged.verdict
    if isinstance(verdict, Working):
        return _of_lines(judged, verdict, proofs=proofs)
    data = {
        "id": name(judged),
        "file": claim.place.file,
        "line": claim.place.line,
        "column": claim.place.column,
        "statement": claim.text,
        "latex": WRITERS["latex"].inline(claim.says) if isinstance(claim, Statement) else None,
        "expected": claim.expected,
        "verdict": word(judged),
        "as_stated": as_stated(judged),
        "domain": verdict.domain if isinstance(verdict, Proved | Refuted) else None,
        "reason": verdict if isinstance(verdict, str) else verdict.reason,
        "witness": _witness_data(verdict.witness) if isinstance(verdict, Refuted) and verdict.witness else None,
        "suggestion": verdict.suggestion.text if isinstance(verdict, Refuted) and verdict.suggestion else None,
        "notes": list(_notes(verdict)),
        "seconds": round(judged.seconds, 6),
    }
    return {**data, "proof": _proof(judged)} if proofs else data


def _of_lines(judged: Judged, working: Working, *, proofs: bool) -> dict[str, Any]:
    """The same for a working, with its lines."""
    from sigmaprime.write.working import said_of, working_json

    claim, first = judged.claim, None if working.first is None else working.links[working.first]
    reason, *notes = said_of(working)
    data = working_json(working, proofs=proofs)
    return {
        "id": name(judged), "file": claim.place.file, "line": claim.place.line, "column": claim.place.column,
        "statement": claim.text, "latex": None, "expected": claim.expected, "verdict": word(judged),
        "as_stated": as_stated(judged), "domain": None, "reason": reason,
        "witness": _witness_data(first.witness) if first is not None and first.witness else None,
        "suggestion": next((one["instead"] for one in data["lines"] if one["instead"]), None),
        "notes": notes, "seconds": round(judged.seconds, 6), "first_wrong": data["first_wrong"], "slip": data["slip"],
        "lines": data["lines"],
    }  # fmt: skip


def why(judged: Judged) -> Iterator[str]:
    """What there is to say about a verdict, a line each."""
    verdict = judged.verdict
    if isinstance(verdict, str):
        yield from verdict.splitlines()
        return
    if isinstance(verdict, Working):
        from sigmaprime.write.working import said_of

        yield from said_of(verdict)
        return
    yield verdict.reason
    if isinstance(verdict, Refuted) and verdict.witness and (shown := _witness_text(verdict.witness)):
        yield shown
    if isinstance(verdict, Refuted) and verdict.suggestion:
        yield f"true is: {verdict.suggestion.text}"
    yield from _notes(verdict)


def _proof(judged: Judged) -> dict[str, Any] | None:
    """What `recheck` needs: the declarations, and the proof of the claim or of its negation."""
    from sigmaprime.run.one_line import declarations
    from sigmaprime.write.proof import proof_to_json

    if not isinstance(judged.verdict, Proved | Refuted):
        return None
    fact = judged.verdict.fact
    return {"let": list(declarations(judged.scope)), **proof_to_json(fact.proof, fact.definitions)}


def _notes(verdict: Verdict | str) -> Iterator[str]:
    if not isinstance(verdict, str):
        yield from verdict.notes
    if isinstance(verdict, Undecided):
        yield from (f"tried: {attempt}" for attempt in verdict.tried)


def _witness_data(found: Found) -> dict[str, Any]:
    if found.relation is not None and len(found.points) == 1 and len(found.values) == 2:
        left, right = found.values
        return {"at": _coordinates(found.points[0]), "left": left, "right": right, "relation": found.relation}
    return {"points": list(map(_coordinates, found.points)), "values": list(found.values), "why": found.why}


def _witness_text(found: Found) -> str:
    points = [", ".join(f"{name} = {value}" for name, value in _coordinates(point).items()) for point in found.points]
    at = " and ".join(filter(None, points))
    values = f" {found.relation or 'and'} ".join(found.values) + (" is false" if found.relation else "")
    return ": ".join(filter(None, (f"at {at}" if at else "", values)))


def _coordinates(point: Point) -> dict[str, str]:
    return {variable: WRITERS["text"].inline(value) for variable, value in point}
