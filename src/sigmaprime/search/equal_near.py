"""A limit carried over from another function that is equal close to the place, by a column of equalities."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Term
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import chain, equation, sides
from sigmaprime.search.divisors import briefly, condition
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import At, Near, near, tends, value_of
from sigmaprime.search.session import NoProof, Session

Given = tuple[Term, ...]
# one equality of a column: its two sides, under the hypotheses of the column
Step = Callable[[Session, Term, Term, Given], Derivation]


def by_arithmetic(session: Session, left: Term, right: Term, given: Given) -> Derivation:
    return arithmetic(session, left, right, given, condition)


def by_any_means(session: Session, left: Term, right: Term, given: Given) -> Derivation:
    """By arithmetic, or by what else proves equations: what stands in roots and logarithms may change its form."""
    try:
        return by_arithmetic(session, left, right, given)
    except NoProof:
        return briefly(session, Claim(equation(left, right), given))


def follow(session: Session, body: Term, at: At, terms: Sequence[Term | tuple[Term, Step]], inner: Inner) -> Derivation:
    """body = … = last close to the place, so that `body` tends to what the last tends to, which `inner` says."""
    steps = [term if isinstance(term, tuple) else (term, by_arithmetic) for term in terms]
    last = steps[-1][0]
    if last is body:
        raise NoProof("it leads back to where it began")

    def equal(given: Given) -> Derivation:
        here, links = body, []
        supposed = (*given, App("defined", (last,)))
        for term, step in steps:
            if term is not here:
                links.append(step(session, here, term, supposed))
                here = term
        return chain(links, supposed)

    return carried(session, body, at, equal, inner)


def carried(session: Session, body: Term, at: At, equal: Callable[[Given], Derivation], inner: Inner) -> Derivation:
    """The limit of `body` from that of what `equal` proves it to be under hypotheses on what is close to the place."""
    close, fact = _close_enough(at, equal)
    new = sides(fact)[1]
    found = inner(new)
    value = value_of(found)
    goal = Claim(tends(body, at, value), at.given)
    name = f"limit of an equal, {close.name}"
    return by_rule(session, name, goal, knowing(prove, found, fact), v=new, a=value, **close.holes)


def _close_enough(at: At, equal: Callable[[Given], Derivation]) -> tuple[Near, Derivation]:
    gap = NoProof("nothing is known close to the place")
    for close in near(at):
        try:
            return close, equal((*at.given, *close.given))
        except NoProof as failed:
            gap = failed
    raise gap
