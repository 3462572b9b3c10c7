"""The simplest form of a derivative that is found: a polynomial in the function itself, or a short quotient."""

from __future__ import annotations

from sigmaprime.kernel.term import Term
from sigmaprime.search.algebra import normal_form, univariate
from sigmaprime.search.chain import sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.selfref import quotient_form, self_form, self_referring, size
from sigmaprime.search.session import NoProof, Session


def simplest(session: Session, end: Term, start: Term) -> Term:
    """A short form equal to `end`; `end` itself if nothing shorter is found."""
    candidates = [end]
    for form in (_in_the_function, _quotient):
        try:
            candidates.append(form(session, end, start))
        except NoProof:
            continue
    return min(candidates, key=size)


def _in_the_function(session: Session, end: Term, start: Term) -> Term:
    """f′ and f″ as polynomials in f, factored."""
    kept = self_referring(session, start)
    if not kept:
        raise NoProof("not a polynomial in the function")
    fact = unfolded(session, start, (), kept)
    here = start if fact is None else sides(fact)[1]
    rational = univariate(normal_form(session, here))
    if rational is None or rational.bottom.degree() != 0:
        raise NoProof("not a polynomial in the function")
    return self_form(rational.top / rational.bottom[0], rational.generator)


def _quotient(session: Session, end: Term, start: Term) -> Term:
    shown = quotient_form(session, end)
    if shown is None:
        raise NoProof("no shorter quotient")
    return shown
