"""What may be true instead of a claim that is false, to be proved before it is offered."""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.kernel.term import Term


@dataclass(frozen=True, slots=True)
class Proposal:
    """Claims that should hold instead, `under` further hypotheses, and words for the reader around them.

    What the words say beyond the claims is in `also`, which is proved too, under the further hypotheses `given`.
    """

    says: tuple[Term, ...]
    before: str = ""
    after: str = ""
    also: tuple[Term, ...] = ()
    given: tuple[Term, ...] = ()
    under: tuple[Term, ...] = ()
