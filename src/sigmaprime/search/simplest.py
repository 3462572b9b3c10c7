"""The simplest form of a derivative that is found: a polynomial in the function itself, or a short quotient."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Term, Var, free, subterms
from sigmaprime.search.algebra import factors, fraction, normal_form, poly_term, product, raised, univariate
from sigmaprime.search.chain import sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.kernel.term import number


def simplest(session: Session, end: Term, start: Term) -> Term:
    """A short form equal to `end`; `end` itself if nothing shorter is found."""
    candidates = [end]
    for form in (_in_the_function, _quotient):
        try:
            candidates.append(form(session, end, start))
        except NoProof:
            continue
    if len(candidates) > 1 and candidates[1] is not end and "'" not in str(candidates[1]):
        return min(candidates[1:], key=_size)
    return min(candidates, key=_size)


def _size(term: Term) -> int:
    return 1 + sum(map(_size, term.args)) if isinstance(term, App) else 1


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
    from sigmaprime.search.selfref import self_form

    return self_form(rational.top / rational.bottom[0], rational.generator)


def _quotient(session: Session, end: Term, start: Term) -> Term:
    rational = univariate(normal_form(session, end))
    if rational is None or not free(rational.generator):
        raise NoProof("not a rational function of one generator")
    common = rational.top.gcd(rational.bottom)
    top, bottom = rational.top // common, rational.bottom // common
    scale, below = factors(bottom)
    upper = poly_term(top / _exact(scale), rational.generator)
    if not below:
        return upper
    return App("/", (upper, product([raised(poly_term(f, rational.generator), m) for f, m in below])))


def _exact(value):  # type: ignore[no-untyped-def]
    from flint import fmpq

    return fmpq(value.numerator, value.denominator)


