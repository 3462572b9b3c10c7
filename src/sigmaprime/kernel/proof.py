"""Proofs are data: a claim, the reason it holds, and a proof of everything that the reason calls for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from sigmaprime.kernel.term import Path, Term

Holes: TypeAlias = tuple[tuple[str, Term], ...]
Point: TypeAlias = tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """`says` holds for all real values of the free variables under which every term of `given` holds."""

    says: Term
    given: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Apply:
    """An instance of a rule; the parts prove the rule's premises, in order."""

    rule: str
    holes: Holes


@dataclass(frozen=True, slots=True)
class Given:
    """The claim is one of its own hypotheses."""

    index: int


@dataclass(frozen=True, slots=True)
class Rewrite:
    """`before = after`: one subterm is replaced by an equal one; the part proves that they are equal."""

    at: Path


@dataclass(frozen=True, slots=True)
class Replace:
    """A claim with `old` at a place, from `old = new` and the claim with `new` there."""

    at: Path


@dataclass(frozen=True, slots=True)
class Chain:
    """`a = z` from a = b, b = c, …, y = z: the column of equalities that a reader reads."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Both sides have the same normal form; the parts prove what the left side needs to be defined."""


@dataclass(frozen=True, slots=True)
class Prime:
    """f′(t) is the derivative of x ↦ f(x) at t, by the meaning of the prime."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A claim about all values of `variable`, for one of them.

    The parts are the general claim, that the value is defined, and each hypothesis of the general claim for it.
    """

    variable: str
    value: Term


@dataclass(frozen=True, slots=True)
class Cases:
    """Either left <= right or left >= right; parts: both are defined, then the claim in each case."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A relation without variables, decided by enclosures (balls) of that many bits."""

    bits: int


@dataclass(frozen=True, slots=True)
class Roots:
    """The sign of a polynomial in `generator` between two rational bounds, by counting its real roots.

    The parts prove the bounds: generator > low (or >=), then generator < high (or <=); None is no bound.
    """

    generator: Term
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class Cover:
    """A relation of one variable between two numbers, by enclosures of that many bits over boxes.

    The boxes are those between neighbouring `cuts`; the parts prove that the variable lies between the outermost.
    `order` is that of the Taylor polynomials that are used.
    """

    variable: str
    cuts: tuple[Term, ...]
    bits: int
    order: int = 1


@dataclass(frozen=True, slots=True)
class Every:
    """`all(P, h…)` from P under the hypotheses h…: the part proves P for arbitrary values."""


@dataclass(frozen=True, slots=True)
class Witness:
    """`some(h…)`: the parts prove each h at the point."""

    point: Point


@dataclass(frozen=True, slots=True)
class Counterexample:
    """`not(all(P, h…))`: the parts prove each h at the point, then that P fails there."""

    point: Point


@dataclass(frozen=True, slots=True)
class Pieces:
    """A list of points is complete: parts say what happens at each point and between neighbouring ones.

    `heads` names what is claimed of each piece, from left to right (`strictly_convex`, `strictly_concave`, `nonzero`).
    """

    heads: tuple[str, ...]


By: TypeAlias = (
    Apply | Given | Rewrite | Replace | Chain | Arithmetic | Prime | Instance | Cases
    | Enclosure | Roots | Cover | Every | Witness | Counterexample | Pieces
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Derivation:
    """A claim, the reason it holds, and a derivation of everything that the reason calls for."""

    claim: Claim
    by: By
    parts: tuple[Derivation, ...] = ()
