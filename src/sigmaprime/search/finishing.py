"""The end of a derivation: the form that was asked for, or the simplest one, by lines that a person would write."""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term, subterms
from sigmaprime.search.chain import equation, sides
from sigmaprime.search.folding import folded_to, size
from sigmaprime.search.identity import contradicted
from sigmaprime.search.indexed import has_index
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.simplest import in_the_function
from sigmaprime.search.simplify.lines import lines_to, simplified
from sigmaprime.search.steps import needed
from sigmaprime.search.table import KNOWN, slope_of


def finished(session: Session, start: Term, here: Term, target: Term | None) -> list[Derivation]:
    """From the raw result of the differentiation of `start` to `target`, or to the simplest form."""
    given = session.assumed
    if target is not None:
        return _to_target(session, start, here, target, given)
    if here is _by_heart(start):
        return []
    short = simplified(session, here, given)
    end = sides(short[-1])[1] if short else here
    with suppress(NoProof):
        own = in_the_function(session, start)
        if size(own) <= size(end):
            return folded_to(session, here, own, given)
    return short


def _by_heart(start: Term) -> Term | None:
    """The form in the table, if the derivative of one of its functions is asked for."""
    match start:
        case App("D", (App("fn", (x, App(head, (y,)))), point)) if x is y is point and head in KNOWN:
            return slope_of(head, x)
    return None


def is_by_heart(start: Term) -> bool:
    """Whether it is asked for the derivative of a function of the table itself."""
    return _by_heart(start) is not None


def _to_target(session: Session, start: Term, here: Term, target: Term, given: tuple[Term, ...]) -> list[Derivation]:
    if contradicted(session, Claim(equation(here, target), given)):
        raise NoProof("the two sides differ")
    gap = NoProof("the form is not reached")
    ways = (_folded, _directly, _by_way_of_the_simplest)
    for way in ways[1:] if has_index(start) and same_form_as(session, here, target) else ways:
        try:
            return way(session, here, target, given)
        except NoProof as failed:
            gap = failed
    raise gap


def same_form_as(session: Session, here: Term, target: Term) -> bool:
    """Whether algebra alone leads to the target."""
    try:
        return needed(session, here, target) is not None
    except NoProof:
        return False


def _folded(session: Session, here: Term, target: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """By way of what the functions of the target stand for, where they are the author's."""
    heads = {t.head for t in subterms(target) if isinstance(t, App) and f"definition of {t.head}" in session.rules}
    if not heads - KNOWN.keys() and not self_referring(session, target):
        raise NoProof("no functions to be folded")
    return folded_to(session, here, target, given)


def _directly(session: Session, here: Term, target: Term, given: tuple[Term, ...]) -> list[Derivation]:
    return lines_to(session, here, target, given)


def _by_way_of_the_simplest(session: Session, here: Term, target: Term, given: tuple[Term, ...]) -> list[Derivation]:
    short = simplified(session, here, given)
    end = sides(short[-1])[1] if short else here
    for way in (lines_to, folded_to):
        with suppress(NoProof):
            return [*short, *way(session, end, target, given)]
    return folded_to(session, here, target, given)
