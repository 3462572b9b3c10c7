"""A form in other functions by way of what they stand for: −cosh(x)/sinh(x)² is −csch(x)·coth(x)."""

from __future__ import annotations

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Term, paths, subterm
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import chain, link, sides
from sigmaprime.search.meaning import meaning
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.simplify.lines import lines_to

# made of one function and its partner: what is on the right is left alone
QUOTIENTS = frozenset(("tan", "cot", "sec", "csc", "coth", "sech", "csch"))


def recognised(session: Session, here: Term, target: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """`here = target`, the quotients of the target written out one level and named again."""
    links: list[Derivation] = []
    opened = target
    while (at := _next(opened)) is not None:
        fact = meaning(session, subterm(opened, at))
        if fact is None:
            raise NoProof("a function without a definition")
        links.append(link(opened, at, fact, given))
        opened = sides(links[-1])[1]
    if not links:
        raise NoProof("nothing to be recognised")
    return [*lines_to(session, here, opened, given), *reversed_links(session, chain(links, given), given)]


def _next(term: Term) -> tuple[int, ...] | None:
    for at in paths(term):
        node = subterm(term, at)
        if isinstance(node, App) and node.head in QUOTIENTS:
            return at
    return None
