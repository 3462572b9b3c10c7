"""Inequalities with sign(u) and |u| where the sign of u is known: |x| + x·sign(x) is −2x for x < 0."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, free, subterms
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.goals import prove
from sigmaprime.search.identity import simplified
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.work import work_on


def by_opened_sign(session: Session, goal: Claim) -> Derivation:
    """The goal with a sign of known value put in on the left."""
    match goal.says:
        case App(relation, (u, v)) if any(isinstance(t, App) and t.head == "sign" and free(t) for t in subterms(u)):
            fact = simplified(work_on(session, goal.given), u)
            if fact is not None and sides(fact)[1] is not u:
                there = Claim(App(relation, (sides(fact)[1], v)), goal.given)
                return transport(goal.says, (0,), fact, prove(session, there), goal.given)
    raise NoProof("no sign to be put in")
