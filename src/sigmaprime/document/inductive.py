"""Which line states the result of an induction, beneath the steps that put a letter or a number into it."""

from __future__ import annotations

from sigmaprime.document.words import CUT, INDUCTION
from sigmaprime.kernel.proof import Apply, Derivation, Every, Instance, Rewrite


def induction_of(proof: Derivation) -> Derivation | None:
    """The induction that a line states the result of."""
    match proof.by, proof.parts:
        case ((Rewrite() | Instance() | Every()), (first, *_)):
            return induction_of(first)
        case Apply(rule), (_, inner) if rule == CUT:
            return induction_of(inner)
        case Apply(rule), _ if INDUCTION in rule:
            return proof
    return None
