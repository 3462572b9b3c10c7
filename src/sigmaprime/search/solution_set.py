"""The solutions of a relation in one unknown, as alternatives: x < −1 or x > 2. A guess, to be proved by others."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.consequences import cuts_of
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate
from sigmaprime.search.samples import truth
from sigmaprime.search.session import NoProof, Session

Case = tuple[Term, ...]
NEVER = App("=", (Num(0), Num(1)))


def solution_set(session: Session, case: Case, given: tuple[Term, ...]) -> tuple[Case, ...]:
    """Alternatives that say for which x all relations hold; `NoProof` if that is not seen."""
    relations = (*case, *given)
    names = frozenset[str]().union(*map(free, relations))
    if len(names) != 1:
        raise NoProof("not about one unknown")
    x = Var(next(iter(names)))
    cuts = cuts_of(session, x, relations, given)
    places = [float(ball.mid()) for cut in cuts if (ball := estimate(session, cut)) is not None]
    if len(places) != len(cuts):
        raise NoProof("the places are not known")
    inside = [places[0] - 1, *((a + b) / 2 for a, b in pairwise(places)), places[-1] + 1] if places else [0.0]
    open_ = [all(_holds(session, r, x, place) for r in relations) for place in inside]
    at = [all(_at(session, r, x, cut) for r in relations) for cut in cuts]
    if all((*open_, *at)):
        raise NoProof("it holds everywhere")
    return tuple(_pieces(x, cuts, open_, at)) or ((NEVER,),)


def _holds(session: Session, relation: Term, x: Var, place: float) -> bool:
    return truth(session, relation, {x.name: Fraction(place).limit_denominator(10**6)}) is True


def _at(session: Session, relation: Term, x: Var, cut: Term) -> bool:
    try:
        prove(session, Claim(substitute(relation, {x.name: cut})))
    except NoProof:
        return False
    return True


def _pieces(x: Var, cuts: tuple[Term, ...], open_: list[bool], at: list[bool]) -> list[Case]:
    """The cells in order, joined where one goes on in the next."""
    found: list[Case] = []
    start: list[Term] | None = [] if open_[0] else None
    for index, cut in enumerate(cuts):
        if start is not None and not (at[index] and open_[index + 1]):
            found.append((*start, App("<=" if at[index] else "<", (x, cut))))
            start = None
        elif start is None and at[index] and not open_[index + 1]:
            found.append((App("=", (x, cut)),))
        if start is None and open_[index + 1]:
            start = [App(">=" if at[index] else ">", (x, cut))]
    if start:
        found.append(tuple(start))
    return [_as_chain(case) for case in found]


def _as_chain(case: Case) -> Case:
    """a < x, x < b for x > a, x < b."""
    match case:
        case (App(head, (x, a)), App() as above):
            return App("<=" if head == ">=" else "<", (a, x)), above
    return case
