"""Equations with sums over an index: both sides with their derivatives taken, in the normal form of sums."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import chain, equation, sides
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.logarithms import equal_exponentials
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sum_form import sum_form


def by_sum_form(session: Session, goal: Claim) -> Derivation:
    """left = its normal form = that of the right side = right."""
    left, right = goal.says.args  # type: ignore[union-attr]
    given = goal.given
    kept = self_referring(session, goal.says) if _slopes(goal.says) else NONE
    out, back = (_written(session, side, given, kept) for side in (left, right))
    start = sides(out)[1] if out is not None else left
    end = sides(back)[1] if back is not None else right
    links = [out] if out is not None else []
    if start is not end:
        links.append(_same(session, start, end, given))
    if not links and back is None:
        raise NoProof("nothing to be done with sums")
    return chain([*links, *reversed_links(session, back, given)], given)


def _same(session: Session, start: Term, end: Term, given: tuple[Term, ...]) -> Derivation:
    """The two normal forms compared; where logarithms stand in the way, their exponentials."""
    try:
        return arithmetic(session, start, end, given, prove)
    except NoProof:
        return equal_exponentials(session, Claim(equation(start, end), given), start, end)


def _slopes(term: Term) -> bool:
    return any(isinstance(t, App) and (t.head == "D" or t.head.endswith("'")) for t in subterms(term))


def _written(session: Session, side: Term, given: tuple[Term, ...], kept: frozenset[str]) -> Derivation | None:
    links = []
    if _slopes(side) and (fact := unfolded(session, side, given, kept)) is not None:
        links.append(fact)
        side = sides(fact)[1]
    if (form := sum_form(session, side, given)) is not None:
        links.append(form)
    return chain(links, given) if links else None
