"""A polynomial in a function whose derivative is one too, with its terms collected: σ″ = σ − 3σ² + 2σ³."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Term, Var, paths
from sigmaprime.search.algebra import normal_form, poly_term, univariate
from sigmaprime.search.session import Session

LONG = 16


def collected(session: Session, x: Var, body: Term, keep: frozenset[str]) -> Term | None:
    """A long polynomial in a function that is left alone, with its terms collected before it is differentiated."""
    if not keep or _size(body) < LONG:
        return None
    rational = univariate(normal_form(session, body))
    if rational is None or rational.bottom.degree() != 0:
        return None
    match rational.generator:
        case App(head, (argument,)) if head in keep and argument is x:
            plainer = poly_term(rational.top / rational.bottom[0], rational.generator)
            return plainer if _size(plainer) < _size(body) else None
    return None


def _size(term: Term) -> int:
    return sum(1 for _ in paths(term))
