"""The derivative by a component, as a textbook writes it: ∂u/∂x_j line by line, then what δ_ij leaves of the sums.

The lines are worked out for a variable t in place of x_j; each is then taken at t = x_j, where the vector with t put
in is the vector itself.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Path, Term, Var, children, free, subterm
from sigmaprime.search.algebra import ONE, arithmetic
from sigmaprime.search.chain import chain, link, sides, usable
from sigmaprime.search.conditions import conditions
from sigmaprime.search.derivative import instance
from sigmaprime.search.goals import prove
from sigmaprime.search.indices import plain_component
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sum_form import left_by_delta
from sigmaprime.search.worked import differentiated, one_line


def is_by_component(term: Term) -> bool:
    match term:
        case App("D", (App("fn", (Var() as t, _)), App("component", _) as place)):
            return t.name not in free(place)
    return False


def by_component(session: Session, start: Term) -> list[Derivation]:
    """The lines from D(u, t) at x_j to a form without derivatives, in which no δ stands in a sum."""
    t, body = children(children(start)[0])
    place = children(start)[1]
    if not isinstance(t, Var):
        raise NoProof("not a derivative")
    slope = App("D", (App("fn", (t, body)), t))
    given = session.assumed
    lines = _general(session, slope, body, given)
    links = [instance(session, each, t, place, given, prove) for each in lines]
    here = sides(links[-1])[1]
    back = _in_place(session, here, given)
    if back:
        links[-1] = one_line([links[-1], *back], given)
        here = sides(links[-1])[1]
    left = collapsed(session, here, given)
    return [*links, one_line(left, given)] if left else links


def _general(session: Session, slope: Term, body: Term, given: tuple[Term, ...]) -> list[Derivation]:
    try:
        return differentiated(session, slope, given)
    except NoProof:
        return differentiated(session, slope, (*given, *conditions(session, body, by_heart=True)))


def _places(term: Term, here: Path = ()) -> list[Path]:
    return [here, *(at for index, child in enumerate(children(term)) for at in _places(child, (*here, index)))]


def _in_place(session: Session, term: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """The changed vector, at the value that its component has, is the vector itself."""
    links: list[Derivation] = []
    while True:
        for at in _places(term):
            match subterm(term, at):
                case App("put", (u, v, value)) as node if value is App("component", (u, v)):
                    fact = plain_component(session, node, usable(given, term, at))
                    if fact is not None:
                        links.append(link(term, at, fact, given))
                        term = sides(links[-1])[1]
                        break
        else:
            return links


def collapsed(session: Session, term: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """Every sum with a δ of its index in a product: the one term that is left."""
    links: list[Derivation] = []
    found = True
    while found:
        found = False
        for at in _places(term):
            node = subterm(term, at)
            if isinstance(node, App) and node.head == "sum":
                with suppress(NoProof):
                    known = usable(given, term, at)
                    links.append(link(term, at, _one_term(session, node, known), given))
                    term = sides(links[-1])[1]
                    found = True
                    break
    return links


def _one_term(session: Session, node: App, given: tuple[Term, ...]) -> Derivation:
    """The sum with its δ in front, then the term that it leaves."""
    x, body = children(node.args[0])
    factors = _factors(body)
    delta = next((f for f in factors if isinstance(f, App) and f.head == "delta" and f.args[0] is x), None)
    if delta is None:
        raise NoProof("no delta of the index")
    rest = _without(body, delta)
    links: list[Derivation] = []
    here: Term = node
    if rest is not None:
        front = App("*", (delta, rest))
        if front is not body:
            fact = arithmetic(session, body, front, usable(given, node, (0, 1)), prove)
            links.append(link(node, (0, 1), fact, given))
            here = sides(links[-1])[1]
    links.append(left_by_delta(session, here, given))  # type: ignore[arg-type]
    return chain(links, given)


def _factors(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*_factors(u), *_factors(v)]
        case App("/", (u, _)) | App("neg", (u,)):
            return _factors(u)
    return [term]


def _without(term: Term, factor: Term) -> Term | None:
    """A product without one of its factors; None for the factor alone."""
    match term:
        case _ if term is factor:
            return None
        case App("*", (u, v)):
            if any(each is factor for each in _factors(u)):
                rest = _without(u, factor)
                return v if rest is None else App("*", (rest, v))
            rest = _without(v, factor)
            return u if rest is None else App("*", (u, rest))
        case App("/", (u, v)):
            rest = _without(u, factor)
            return App("/", (ONE if rest is None else rest, v))
        case App("neg", (u,)):
            rest = _without(u, factor)
            return App("neg", (ONE if rest is None else rest,))
    return term
