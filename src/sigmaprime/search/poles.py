"""Infinite limits from one side: the sign of what tends to 0, close to the place, decides."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, as_number, number
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

WIDTHS: Final = (Fraction(1), Fraction(1, 8))
SIGNS: Final = ("positive", "negative")


def quotient_at_a_pole(session: Session, body: Term, x: Var, place: Term, *parts: Derivation) -> Derivation:
    """u/v → ±oo, where u tends to a number and v to 0."""
    ways: list[tuple[str, Term]] = [
        (f"{top} over a {bottom} that tends to 0", OO if top == bottom else MINUS_OO)
        for top in SIGNS
        for bottom in SIGNS
    ]
    a = parts[0].claim.says.args[2]  # type: ignore[union-attr]
    return _from_one_side(session, ways, body, x, place, parts, {"a": a})


def logarithm_at_a_pole(session: Session, body: Term, x: Var, place: Term, inner: Derivation) -> Derivation:
    """ln u → −oo, where u tends to 0."""
    return _from_one_side(
        session, [("logarithm of a positive that tends to 0", MINUS_OO)], body, x, place, (inner,), {}
    )


def _from_one_side(
    session: Session, ways: list[tuple[str, Term]], body: Term, x: Var, place: Term, parts: tuple[Derivation, ...],
    holes: dict[str, Term],
) -> Derivation:  # fmt: skip
    for end in _near(place):
        side = place.head.removeprefix("from_")  # type: ignore[union-attr]
        for name, value in ways:
            goal = Claim(App("tends", (App("fn", (x, body)), place, value)), session.known(x))
            try:
                return by_rule(session, f"{name}, from {side}", goal, knowing(prove, *parts), b=end, **holes)
            except NoProof:
                continue
    raise NoProof("what tends to 0 is not known to keep its sign")


def _near(place: Term) -> Iterator[Term]:
    """Ends of intervals beside a place."""
    match place:
        case App("from_above" | "from_below" as head, (p,)):
            for width in WIDTHS:
                exact = as_number(p)
                step = width if head == "from_above" else -width
                if exact is not None:
                    yield number(exact + step)
                else:
                    yield App("+" if step > 0 else "-", (p, number(width)))
