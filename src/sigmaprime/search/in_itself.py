"""Higher derivatives of a function whose derivative is a polynomial in itself, by a recurrence of polynomials.

If f′ = q(f) and the n-th derivative is p(f), the next one is q(f)·p′(f): for σ, p_{n+1} = s(1 − s)·p_n′.
"""

from __future__ import annotations

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Path, Term, subterm
from sigmaprime.search.algebra import arithmetic, normal_form, poly_term, univariate
from sigmaprime.search.chain import link, sides, usable
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked import one_line


def in_itself(session: Session, start: Term, given: tuple[Term, ...], kept: frozenset[str]) -> list[Derivation]:
    """One line for each order, from the first derivative to the last."""
    links: list[Derivation] = []
    here = start
    at: Path = ()
    while (deeper := _deeper(subterm(here, at))) is not None:
        if deeper == ():
            fact = meaning(session, subterm(here, at))
            if fact is None:
                raise NoProof("a function without a definition")
            links.append(link(here, at, fact, given))
            here = sides(links[-1])[1]
        else:
            at = (*at, *deeper)
    links = [one_line(links, given)] if links else []
    while True:
        links.append(link(here, at, next_polynomial(session, subterm(here, at), usable(given, here, at), kept), given))
        here = sides(links[-1])[1]
        if not at:
            return links
        at = at[:-2]


def _deeper(term: Term) -> Path | None:
    """Where the inner derivative stands; () for primes, which are to be opened first."""
    match term:
        case App(head, _) if head.endswith("'"):
            return ()
        case App("D", (App("fn", (x, App(head, _))), point)) if x is point and (head == "D" or head.endswith("'")):
            return 0, 1
    return None


def next_polynomial(session: Session, node: Term, given: tuple[Term, ...], kept: frozenset[str]) -> Derivation:
    """D(p(f), x) as a polynomial in f."""
    fact = unfolded(session, node, given, kept)
    if fact is None:
        raise NoProof("not a derivative")
    end = sides(fact)[1]
    rational = univariate(normal_form(session, end))
    if rational is None or rational.bottom.degree() != 0:
        raise NoProof("not a polynomial in the function")
    better = poly_term(rational.top / rational.bottom[0], rational.generator)
    if better is end:
        return one_line([fact], given)
    return one_line([fact, arithmetic(session, end, better, given, prove)], given)
