"""Zeros of a factor with parameters: linear or quadratic in one part, which is undone step by step."""

from __future__ import annotations

from sigmaprime.kernel.term import Term
from sigmaprime.search.session import NoProof
from sigmaprime.studies.desk import Desk


def roots(desk: Desk, base: Term) -> list[Term] | None:
    """The zeros, not yet in order."""
    if base not in desk.session.forms:
        return None
    raise NoProof("parameters")
