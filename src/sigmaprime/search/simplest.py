"""The derivative as a polynomial in the function itself, where it is one: σ″ = σ(1 − σ)(1 − 2σ)."""

from __future__ import annotations

from sigmaprime.kernel.term import Term
from sigmaprime.search.algebra import normal_form, univariate
from sigmaprime.search.chain import sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.selfref import self_form, self_referring
from sigmaprime.search.session import NoProof, Session


def in_the_function(session: Session, start: Term) -> Term:
    """f′ and f″ as polynomials in f, factored."""
    kept = self_referring(session, start)
    if not kept:
        raise NoProof("not a polynomial in the function")
    fact = unfolded(session, start, session.assumed, kept)
    here = start if fact is None else sides(fact)[1]
    rational = univariate(normal_form(session, here))
    if rational is None or rational.bottom.degree() != 0:
        raise NoProof("not a polynomial in the function")
    return self_form(rational.top / rational.bottom[0], rational.generator)
