"""exp(u) compared with a number c > 0: u is compared with ln(c), for c = exp(L) and exp keeps the order."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import value
from sigmaprime.search.session import NoProof, Session


def by_exponent(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("<" | "<=" | ">" | ">=" as relation, (App("exp", (u,)) as power, c)) if free(u) and not free(c):
            at, logarithm = 1, _logarithm(session, c)
            inner, outer = (u, logarithm), (power, App("exp", (logarithm,)))
        case App("<" | "<=" | ">" | ">=" as relation, (c, App("exp", (u,)) as power)) if free(u) and not free(c):
            at, logarithm = 0, _logarithm(session, c)
            inner, outer = (logarithm, u), (App("exp", (logarithm,)), power)
        case _:
            raise NoProof("no exponential beside a number")
    there = prove(session, Claim(App(relation, inner), goal.given))
    kept = by_rule(
        session, f"exponential keeps {relation}", Claim(App(relation, outer), goal.given), knowing(prove, there)
    )
    if outer[at] is c:
        return kept
    same = prove(session, Claim(App("=", (c, outer[at])), goal.given))
    return transport(goal.says, (at,), same, kept, goal.given)


def _logarithm(session: Session, c: Term) -> Term:
    match c:
        case App("exp", (u,)):
            return u
        case App("/", (one, App("exp", (u,)))) if one is Num(1):
            return App("neg", (u,))
    if (ball := value(session, c)) is None or not ball > 0:
        raise NoProof("not a positive number")
    return App("ln", (c,))
