"""What a search works with: the rules, the clock, and what it has found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import Term, Var, free
from sigmaprime.search.clock import now


class NoProof(Exception):
    """No proof of the goal was found. Says nothing about whether the goal is false."""


class Differs(NoProof):
    """The two sides of an equation are not equal at some point: no other way of proving it needs to be tried."""


class OutOfTime(Exception):
    """The time of this search is used up."""


@dataclass(frozen=True, slots=True)
class Session:
    """The rules and definitions in force, when to stop, and a memory that lives as long as one question.

    `assumed` are the hypotheses under which a derivation is worked out, or that hold of the parameters of a property.
    `found` remembers goals: their proof, or None while a proof is being looked for and after none was found.
    `programs` remembers how terms are computed, which depends on the definitions alone.
    """

    rules: Mapping[str, Rule]
    deadline: float = float("inf")
    assumed: tuple[Term, ...] = ()
    found: dict[Claim, Derivation | None] = field(default_factory=dict)
    forms: dict[Term, object] = field(default_factory=dict)
    nesting: list[str] = field(default_factory=list)
    gaps: dict[Claim, str] = field(default_factory=dict)
    programs: dict[tuple[Term | str, ...], object] = field(default_factory=dict)

    def known(self, x: Var) -> tuple[Term, ...]:
        """What is assumed of other variables than x."""
        return tuple(h for h in self.assumed if x.name not in free(h))

    def tick(self) -> None:
        """Raise `OutOfTime` when the deadline has passed."""
        if now() > self.deadline:
            raise OutOfTime
