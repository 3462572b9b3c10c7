"""Relations between powers with exponents that are no whole numbers: as relations between exponentials."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.expanding import has_powers, opened
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def by_powers(session: Session, goal: Claim) -> Derivation:
    """`u rel v` with every power x^n with an unknown n in it replaced by exp(n·ln(x))."""
    relation, (u, v) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    for index, side in enumerate((u, v)):
        if not has_powers(side):
            continue
        fact = opened(session, side, goal.given)
        if fact is None or has_powers(sides(fact)[1]):
            continue
        new = sides(fact)[1]
        there = Claim(App(relation, (new, v) if index == 0 else (u, new)), goal.given)
        return transport(goal.says, (index,), fact, prove(session, there), goal.given)
    raise NoProof("no powers to open")
