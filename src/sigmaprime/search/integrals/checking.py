"""The derivative of what was found is the integrand: proved for every line, under the conditions of the rules."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, Var, free, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, equation, sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.integrals.secants import remember
from sigmaprime.search.integrals.where import conditions_on
from sigmaprime.search.session import NoProof, Session


def derivative_is(session: Session, found: Term, integrand: Term, x: Var) -> Derivation:
    """D(found, x) = integrand, for all x if that can be, else where the rules of differentiation apply."""
    says = equation(App("D", (App("fn", (x, found)), x)), integrand)
    given = (*session.assumed, *conditions_on(session, (found, integrand), x))
    gap = NoProof("the derivative is not the integrand")
    for hypotheses in _hypotheses(session, given, integrand, x):
        for node in subterms(found):
            remember(session, node, hypotheses)
        for way in (_directly, prove):
            try:
                return way(session, Claim(says, hypotheses))
            except NoProof as failed:
                gap = failed
    raise gap


def _directly(session: Session, goal: Claim) -> Derivation:
    """By the rules of differentiation and algebra alone."""
    left, right = goal.says.args  # type: ignore[union-attr]
    out = unfolded(session, left, goal.given)
    if out is None:
        raise NoProof("there is nothing to differentiate")
    here = sides(out)[1]
    return out if here is right else chain([out, arithmetic(session, here, right, goal.given, prove)], goal.given)


def _hypotheses(session: Session, given: tuple[Term, ...], integrand: Term, x: Var) -> tuple[tuple[Term, ...], ...]:
    """Those that are needed; for functions that are written by others, what they are written by too."""
    plain = tuple(h for h in session.assumed if x.name not in free(h))
    ways = [given]
    if given == plain:
        ways.append((*plain, App("defined", (integrand,))))
    return tuple(ways)
