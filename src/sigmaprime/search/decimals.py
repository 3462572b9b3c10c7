"""Decimals: the value rounds to the digits shown, after integrals, limits and sums have been worked out."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.forms import unfolded
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.session import NoProof, Session


def prove_decimal(session: Session, goal: Claim) -> Derivation:
    try:
        return by_enclosure(session, goal)
    except NoProof:
        u, digits = goal.says.args  # type: ignore[union-attr]
        fact = unfolded(session, u, goal.given)
        if fact is None:
            raise
        there = Claim(App("~=", (sides(fact)[1], digits)), goal.given)
        return transport(goal.says, (0,), fact, by_enclosure(session, there), goal.given)
