"""What is close to a place: the hypotheses under which something has to hold so that a limit may rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, as_number, number
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

WIDTHS: Final = (Fraction(1), Fraction(1, 8))
DISTANCES: Final = (1, 10, 100)
INFINITE: Final = (OO, MINUS_OO)


@dataclass(frozen=True, slots=True)
class At:
    """Where a limit is taken, and what is known of the parameters."""

    x: Var
    place: Term
    given: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """Points close to a place: how the rows about them are called, the end `b` (and `d`), and what holds there."""

    name: str
    end: Term | None
    given: tuple[Term, ...]
    other_end: Term | None = None

    @property
    def holes(self) -> dict[str, Term]:
        """What the rows about these points call their ends."""
        ends = {"b": self.end, "d": self.other_end}
        return {name: end for name, end in ends.items() if end is not None}


def is_one_sided(place: Term) -> bool:
    return isinstance(place, App) and place.head in ("from_above", "from_below")


def near(at: At) -> Iterator[Near]:
    """Ever closer surroundings of the place."""
    x, place = at.x, at.place
    if place in INFINITE:
        right = place is OO
        for distance in DISTANCES:
            end = number(distance if right else -distance)
            yield Near("far to the right" if right else "far to the left", end, (App(">" if right else "<", (x, end)),))
        return
    match place:
        case App("from_above" | "from_below" as head, (p,)):
            exact = as_number(p)
            for width in WIDTHS:
                step = width if head == "from_above" else -width
                end = number(exact + step) if exact is not None else App("+" if step > 0 else "-", (p, number(width)))
                low, high = (p, end) if step > 0 else (end, p)
                yield Near(head.replace("_", " "), end, (App(">", (x, low)), App("<", (x, high))))
            return
    yield Near("near a point", None, (App("!=", (x, place)),))
    exact = as_number(place)
    for width in WIDTHS:
        low, high = (
            number(exact + step) if exact is not None else App("+" if step > 0 else "-", (place, number(width)))
            for step in (-width, width)
        )
        given = (App(">", (x, low)), App("<", (x, high)), App("!=", (x, place)))
        yield Near("close to a point", low, given, high)


def tends(body: Term, at: At, value: Term) -> Term:
    return App("tends", (App("fn", (at.x, body)), at.place, value))


def value_of(found: Derivation) -> Term:
    """The limit that a derivation establishes."""
    return found.claim.says.args[2]  # type: ignore[union-attr]


def body_of(found: Derivation) -> Term:
    return found.claim.says.args[0].args[1]  # type: ignore[union-attr]


def apply(
    session: Session, what: str, body: Term, at: At, value: Term, *facts: Derivation, **holes: Term
) -> Derivation:
    """The row `what` for the kind of place, on the widest surroundings that do."""
    gap = NoProof("nothing is known close to the place")
    for close in near(at):
        more = {**holes, **close.holes}
        try:
            goal = Claim(tends(body, at, value), at.given)
            return by_rule(session, f"{what}, {close.name}", goal, knowing(prove, *facts), **more)
        except NoProof as failed:
            gap = failed
    raise gap
