"""The factor by which one term is a multiple of another: x + 1 for x² − 1 and x − 1. Others have to prove it."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpq_mat

from sigmaprime.kernel.normal import ONE, Poly, Quotient, multiply
from sigmaprime.kernel.term import App, Term
from sigmaprime.search.algebra import fraction, normal_form
from sigmaprime.search.formal import opened
from sigmaprime.search.quotients import back, over, ring_of
from sigmaprime.search.ring import sum_of_monomials
from sigmaprime.search.session import NoProof, Session
from sigmaprime.tidy import tidied

MOST_TERMS = 40


def cofactor(session: Session, whole: Term, part: Term) -> Term:
    """c with whole = c·part, without a division that only `part` would call for; `NoProof` if there is none."""
    above, below = (_form(session, term) for term in (whole, part))
    if not below.top or max(len(above.top), len(below.top)) > MOST_TERMS:
        raise NoProof("not a factor")
    top = multiply(_exactly(above.top, below.top), below.bottom)
    return tidied(_written(top, above.bottom))


def combination(session: Session, whole: Term, parts: tuple[Term, ...]) -> tuple[Fraction, ...]:
    """Numbers c, c′, … with whole = c·part + c′·part′ + …; `NoProof` if there are none."""
    forms = [_form(session, term) for term in (*parts, whole)]
    if any(form.bottom.keys() != {ONE} or len(form.top) > MOST_TERMS for form in forms):
        raise NoProof("not polynomials")
    monomials = sorted({m for form in forms for m in form.top}, key=repr)
    rows = [[form.top.get(m, fmpq(0)) / form.bottom[ONE] for form in forms] for m in monomials]
    reduced, rank = fmpq_mat(rows).rref()
    found = [Fraction(0)] * len(parts)
    for row in range(rank):
        pivot = next(k for k in range(len(forms)) if reduced[row, k])
        if pivot == len(parts):
            raise NoProof("not a combination")
        found[pivot] = fraction(reduced[row, len(parts)])
    return tuple(found)


def _form(session: Session, term: Term) -> Quotient:
    try:
        return normal_form(session, opened(session, term))
    except NoProof:
        return normal_form(session, term)


def _exactly(whole: Poly, part: Poly) -> Poly:
    ring = ring_of(whole, part)
    (a, up), (b, down) = over(ring, whole), over(ring, part)
    quotient, remainder = divmod(a, b)
    if not remainder.is_zero():
        raise NoProof("not a factor")
    return back(ring, quotient, tuple(p - q for p, q in zip(up, down, strict=True)))


def _written(top: Poly, bottom: Poly) -> Term:
    """top/bottom, divided out where that leaves a polynomial."""
    if bottom.keys() == {ONE}:
        return sum_of_monomials({m: c / bottom[ONE] for m, c in top.items()})
    try:
        return sum_of_monomials(_exactly(top, bottom))
    except NoProof:
        return App("/", (sum_of_monomials(top), sum_of_monomials(bottom)))
