"""What can be said of a claim: exactly one of three things, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from sigmaprime.kernel.proof import Derivation, Point
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import Term


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with a proof that the kernel accepted; `definitions` are the rows of the `let` lines it rests on."""

    statement: Term
    proof: Derivation
    definitions: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What refutes a claim: points (variable by variable) and the values found there, ready to be shown.

    For a relation at one point: `values` are the two sides and `relation` stands between them in the claim.
    """

    points: tuple[Point, ...]
    values: tuple[str, ...]
    relation: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The nearest true statement that was found, in the language, and its proof.

    The first `shown` facts are the statement; the others prove what the words around it say: `before` ("the two
    sides differ by the factor -1: ") and `after` (", with equality only at x = 0"). `says` is the statement in an
    author's words, where the facts say it in others.
    """

    text: str
    facts: tuple[Fact, ...]
    shown: int
    before: str = ""
    after: str = ""
    says: Term | None = None


@dataclass(frozen=True, slots=True)
class Proved:
    fact: Fact
    domain: str
    reason: str
    notes: tuple[str, ...] = ()
    where: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Refuted:
    """`fact` proves `not(statement)`; `part` is what fails of it, one link of a chain."""

    fact: Fact
    domain: str
    reason: str
    witness: Found | None
    suggestion: Suggestion | None
    notes: tuple[str, ...] = ()
    part: Term | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """What was tried, where it stopped, and what is known all the same."""

    statement: Term
    reason: str
    tried: tuple[str, ...]
    notes: tuple[str, ...] = ()


Verdict: TypeAlias = Proved | Refuted | Undecided


@dataclass(frozen=True, slots=True)
class Written:
    """A line of a column that is not read off from one proof: `before = after` by `rules`.

    An equation between indefinite integrals is one up to a constant: `fact` proves that the derivative of the right
    side is the integrand with which the column begins. `shown` are equations that a reader sees beside the line, and
    `aside` is the column of an integral that was found apart, and `grounds` are further facts that it rests on.
    """

    before: Term
    after: Term
    rules: tuple[str, ...]
    shown: tuple[Term, ...]
    fact: Fact
    aside: tuple[Written, ...] = ()
    grounds: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A route that was given up after so many seconds: it may lead to the end all the same."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Route:
    """One worked derivation: its name and the checked chain from `start` to `end`, or the `column` that says so.

    `left_out` are the other routes that were asked for and not finished; the last route of all knows them.
    """

    name: str
    fact: Fact
    column: tuple[Written, ...] = ()
    left_out: tuple[Unfinished, ...] = ()


def with_left_out(routes: list[Route], left_out: list[Unfinished]) -> list[Route]:
    """The routes, the last of which knows what else was asked for and not finished."""
    return [*routes[:-1], replace(routes[-1], left_out=tuple(left_out))] if routes and left_out else routes
