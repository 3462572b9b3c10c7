"""Membership in sets, and what kind of set one is: read off the form of the set."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App
from sigmaprime.search.fit import Prove, first_of
from sigmaprime.search.session import NoProof, Session

MEMBER = (
    "a real number", "in an open half-line", "in a half-line", "in an open half-line to the left",
    "in a half-line to the left", "in an open interval", "in a closed interval", "in an interval closed on the left",
    "in an interval closed on the right", "in the domain", "the only point", "the first of two", "the second of two",
    "the first of three", "the second of three", "the third of three",
)  # fmt: skip
OUTSIDE = (
    "below an open interval", "above an open interval", "below a closed interval", "above a closed interval",
    "below an interval closed on the left", "above an interval closed on the left",
    "below an interval closed on the right", "above an interval closed on the right", "not the only point",
    "neither of two", "none of three", "none of no points",
)  # fmt: skip
KIND = (
    "an open interval", "a closed interval", "an interval closed on the left", "an interval closed on the right",
    "open set: an open interval",
)  # fmt: skip


def prove_region(session: Session, goal: Claim, prove: Prove) -> Derivation:
    match goal.says:
        case App("in", _):
            return first_of(session, MEMBER, goal, prove)
        case App("outside", _):
            return first_of(session, OUTSIDE, goal, prove)
        case App("interval" | "open", _):
            return first_of(session, KIND, goal, prove)
    raise NoProof("not about a set")
