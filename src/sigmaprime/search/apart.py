"""A strict inequality where x ≠ c is known: once for x < c, once for x > c."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
MOST_HYPOTHESES = 8


def by_sides(session: Session, goal: Claim) -> Derivation:
    """The goal on either side of what a hypothesis excludes."""
    if len(goal.given) > MOST_HYPOTHESES or len(free(goal.says)) < 2:
        raise NoProof("no two sides")
    for hypothesis in goal.given:
        match hypothesis:
            case App("!=", (u, v)) if not _is_settled(u, v, goal.given):
                gap = u if v is ZERO else App("-", (u, v))
                apart = Claim(App("!=", (gap, ZERO)), goal.given)
                name = "not equal, so a difference that is not zero"
                fact = prove(session, apart) if v is ZERO else by_rule(session, name, apart, prove)
                return by_rule(session, "negative or positive, not being zero", goal, knowing(prove, fact), u=gap)
    raise NoProof("nothing is excluded")


def _is_settled(u: Term, v: Term, given: tuple[Term, ...]) -> bool:
    """Whether it is known on which side u is."""
    gap = u if v is ZERO else App("-", (u, v))
    return any(App(relation, (gap, ZERO)) in given for relation in ("<", ">"))
