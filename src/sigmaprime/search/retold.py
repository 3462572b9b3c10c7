"""A proof of a limit, told as a teacher would: the same claim by the method of a textbook, where that is found soon."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sigmaprime.kernel.proof import Apply, Derivation, Every
from sigmaprime.kernel.term import App, Var, Wrong
from sigmaprime.search.clock import now
from sigmaprime.search.limit_routes import ending_in
from sigmaprime.search.near import At
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.worked_limits import worked_limit

SECONDS: Final = 0.5
# what only says where a limit is taken
OPEN: Final = (
    "both", "limit along the domain", "limit from above, where the domain ends",
    "limit from below, where the domain ends",
)  # fmt: skip


def retold(session: Session, proof: Derivation) -> Derivation:
    """The proof, with the limits that it claims worked out."""
    if not _is_about_limits(proof):
        return proof
    return _retold(replace(session, deadline=now() + SECONDS, nesting=[]), proof)


def _is_about_limits(proof: Derivation) -> bool:
    match proof.claim.says:
        case App("tends", _):
            return True
    return _opens(proof) and any(map(_is_about_limits, proof.parts))


def _opens(proof: Derivation) -> bool:
    match proof.by:
        case Every():
            return True
        case Apply(rule):
            return rule in OPEN
    return False


def _retold(session: Session, proof: Derivation) -> Derivation:
    match proof.claim.says:
        case App("tends", (App("fn", (Var() as x, body)), place, value)):
            try:
                found = worked_limit(replace(session, assumed=proof.claim.given), body, At(x, place, proof.claim.given))
                better = ending_in(session, found, value)
            except (NoProof, OutOfTime, Wrong, RecursionError):
                return proof
            return better if better.claim == proof.claim else proof
    if not _opens(proof):
        return proof
    return Derivation(proof.claim, proof.by, tuple(_retold(session, part) for part in proof.parts))
