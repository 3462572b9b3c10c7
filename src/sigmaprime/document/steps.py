"""A worked derivation as a list of steps, whatever it derives: a form of a term, a limit, or that there is none."""

from __future__ import annotations

from sigmaprime.document.limit_column import column_of, limit_of
from sigmaprime.document.lines import Link, links
from sigmaprime.document.no_limit import one_sided
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Term
from sigmaprime.verdict import Route


def ends_of(statement: Term) -> tuple[Term, Term | None]:
    """Where it starts and where it ends; a limit that does not exist has no end."""
    match statement:
        case App("tends" | "limit_in", (function, place, value, *_)):
            return App("lim", (function, place)), value
        case App("no_limit", (function, place)):
            return App("lim", (function, place)), None
        case App(_, (left, right)):
            return left, right
    raise TypeError(statement)


def steps_of(proof: Derivation) -> tuple[Link, ...]:
    """The steps from the start to the end, one after the other; those of both sides where there is no limit."""
    match proof.claim.says:
        case App("tends", _):
            return _column(proof)
        case App("limit_in", (_, _, value, _)):
            (side,) = one_sided(proof)[:1] or (None,)
            if side is not None:
                return (Link(limit_of(proof), "=", limit_of(side), (proof,)), *_column(side))
            return (Link(limit_of(proof), "=", value, (proof,)),)
        case App("no_limit", _):
            return tuple(link for side in one_sided(proof) for link in _column(side))
    return links(proof)


def _column(proof: Derivation) -> tuple[Link, ...]:
    column = column_of(proof)
    here, done = column.start, []
    for row in column.rows:
        done.append(Link(here, "=", row.term, row.proofs, row.reason))
        here = row.term
    return tuple(done)


def route_ends(route: Route) -> tuple[Term, Term | None]:
    """Where a route starts and where it ends."""
    return (route.column[0].before, route.column[-1].after) if route.column else ends_of(route.fact.statement)
