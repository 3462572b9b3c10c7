"""What can be said of someone's working: a verdict for each link, and for a wrong one where it fails and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sigmaprime.kernel.term import Term
from sigmaprime.verdict import Fact, Found

Word: TypeAlias = Literal["given", "proved", "refuted", "undecided"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake that yields exactly what was written.

    `id` names it for good; `terms` fill its sentence; `fact` proves that what the mistake makes of the left side (or
    of the line before) is what was written.
    """

    id: str
    terms: tuple[Term, ...]
    fact: Fact


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a working: `left relation right`, or a statement joined to the one before it.

    `joined` says that it was judged as what follows from the statement before, and not by itself.
    `says` is what was written: a relation, an expression at the beginning of a chain, or alternatives under `or`.
    `where` are the conditions under which both sides of a true equation are defined, if one is defined elsewhere too;
    `converse` is a point where this statement holds and the one before does not; `instead` would be right there, and
    `proof` proves it.
    """

    line: int
    column: int
    said: str
    joint: str
    says: Term
    verdict: Word
    joined: bool = False
    facts: tuple[Fact, ...] = ()
    witness: Found | None = None
    where: tuple[Term, ...] = ()
    notes: tuple[str, ...] = ()
    converse: Found | None = None
    slip: Slip | None = None
    instead: Term | None = None
    proof: tuple[Fact, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """All the links; `first` is the index of the first that is wrong, or else undecided."""

    links: tuple[Link, ...]

    @property
    def first(self) -> int | None:
        for word in ("refuted", "undecided"):
            for index, link in enumerate(self.links):
                if link.verdict == word:
                    return index
        return None

    @property
    def verdict(self) -> Word:
        return "proved" if self.first is None else self.links[self.first].verdict
