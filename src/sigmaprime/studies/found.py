"""What a study has found: claims with their proofs, and the line of numbers cut at the places where something changes.

Data only. A claim that could not be proved has no fact, and what could not be found is None: an empty tuple means that
there is none, and that this was proved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sigmaprime.kernel.term import Term, Var
from sigmaprime.verdict import Fact, Route

Sign: TypeAlias = Literal["+", "-", "0"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim about the function; `fact` is None as long as it is not decided."""

    says: Term
    given: tuple[Term, ...]
    fact: Fact | None

    @property
    def proved(self) -> bool:
        return self.fact is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the line: an unbounded end, a hole where the function is not defined, or a point of the domain."""

    at: Term
    kind: Literal["end", "hole", "point"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two neighbouring spots; `inside` the domain or not."""

    low: Term
    high: Term
    inside: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Spots from left to right, and the gaps between them: one fewer."""

    spots: tuple[Spot, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Nearly:
    """A number that is not written down: its name on the page, and two rational numbers between which it lies.

    `proofs` say that `of` has opposite signs at the two numbers and is strictly monotonic between them.
    """

    name: Var
    low: Term
    high: Term
    of: Term
    proofs: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a product, to a power that may be negative: where it is 0, and its sign in every gap.

    `solution` are equations, each equivalent to the one before, from `base = 0` to the roots; `listed` proves the last.
    """

    base: Term
    power: int
    roots: tuple[Term, ...]
    listed: Finding | None
    signs: tuple[Sign | None, ...]
    proofs: tuple[Finding | None, ...]
    solution: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """The sign of an expression: its factored form, the signs of its factors, and what follows for the whole.

    `same` proves that it is equal to the form, on every part of the domain, `listed` that the roots are all its zeros;
    the list is `complete` if no factor was left unsolved. Roots that are not written down are in `nearly`.
    """

    of: Term
    form: Term | None
    axis: Axis
    factors: tuple[Factor, ...]
    signs: tuple[Sign | None, ...]
    roots: tuple[Term, ...]
    complete: bool
    listed: Finding | None
    same: tuple[Finding, ...] = ()
    nearly: tuple[Nearly, ...] = ()


@dataclass(frozen=True, slots=True)
class Approach:
    """What the function tends to at a place: a limit, with its proof."""

    place: Term
    value: Term
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """An interval on which something holds, and the proof."""

    on: Term
    word: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the graph: an extremum or an inflection point, and the proof of what it is."""

    at: Term
    value: Term
    finding: Finding
    best: Finding | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """A whole study of fn(x, u), which goes by `name` on its page; `case` is what it supposes of a parameter.

    `ran_out` is the time in seconds after which it was given up, so that what is missing may be found with more.
    """

    function: Term
    name: str
    x: Var
    body: Term
    formula: Term
    given_no_name: bool
    case: tuple[Term, ...]
    domain: Term | None
    restricted: bool
    domain_found: tuple[Finding, ...]
    within: Term | None
    symmetry: tuple[Finding, ...]
    zeros: Chart | None
    signs: tuple[Finding, ...]
    limits: tuple[Approach, ...] | None
    values: tuple[tuple[Term, Term], ...]
    asymptotes: tuple[Finding, ...] | None
    derivative: Route | None
    slope: Chart | None
    monotonic: tuple[Piece, ...] | None
    maxima: tuple[Point, ...] | None
    minima: tuple[Point, ...] | None
    second: Route | None
    bend: Chart | None
    curved: tuple[Piece, ...] | None
    inflections: tuple[Point, ...] | None
    range: Term | None
    range_found: Finding | None
    claims: tuple[Finding, ...] = ()
    nearly: tuple[Nearly, ...] = ()
    cases: tuple[Study, ...] = field(default=())
    ran_out: float | None = None


def is_known(chart: Chart | None) -> bool:
    """Whether the factored form of the expression is proved to be equal to it."""
    return chart is not None and bool(chart.same) and all(one.proved for one in chart.same)


def zeros_known(chart: Chart) -> bool:
    """Whether the roots are proved to be all zeros: by the list, or by the signs between those that are shut in."""
    if chart.nearly:
        return chart.complete and all(
            s is not None for s, gap in zip(chart.signs, chart.axis.gaps, strict=True) if gap.inside
        )
    return chart.listed is not None and chart.listed.proved
