"""Derivatives, integrals and limits inside an equation; inside a derivative things are simplified first."""

from __future__ import annotations

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Term, free
from sigmaprime.search.chain import sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import inside, joined
from sigmaprime.search.work import Work, cut, derived, work_on


def written(work: Work, term: App) -> Derivation:
    links: list[Derivation] = []
    here: Term = term
    match term:
        case App("D", (App("fn", (x, body)), _)) if _has_derivative(body):
            fact = _simplified(work, body, tuple(h for h in work.given if x.names.isdisjoint(free(h))))
            links.append(inside(term, (0, 1), fact))
            here = sides(links[-1])[1]
    out = unfolded(work.session, here, (*work.given, *derived(work, here.names)))
    if out is None:
        raise NoProof("it cannot be written out")
    return joined([*links, cut(work, out)])


def _has_derivative(body: Term) -> bool:
    return isinstance(body, App) and body.head == "D"


def _simplified(work: Work, body: Term, known: tuple[Term, ...]) -> Derivation:
    """The body, under hypotheses that do not speak of its variable, written in the agreed way."""
    from sigmaprime.search.opening import agreed, opened

    alone = work_on(work.session, known)
    fact = opened(alone, body)
    if fact is None:
        raise NoProof("it cannot be written out")
    better = agreed(alone, sides(fact)[1])
    return fact if better is None else joined([fact, better])
