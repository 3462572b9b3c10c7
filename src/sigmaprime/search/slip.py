"""A slip that may have been made: which, of what, and the equation that would show it."""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.kernel.term import Term


@dataclass(frozen=True, slots=True)
class Slipped:
    """`shows` says that the slip yields what was written; it is a guess until it is proved."""

    id: str
    terms: tuple[Term, ...]
    shows: Term
