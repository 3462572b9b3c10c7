"""The first and the second derivative, worked out line by line, ending in factored form where that is reached.

The second derivative is that of the factored first one: f″ = (f′)′.
"""

from __future__ import annotations

from sigmaprime.kernel.term import App, Term, Wrong
from sigmaprime.read.syntax import Derive, NotUnderstood, Place
from sigmaprime.search.clock import now
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.studies.desk import Desk, slope
from sigmaprime.verbs import derive_routes
from sigmaprime.verdict import Route

SECONDS = 2.0


def derivative(desk: Desk, of: Term, target: Term | None) -> Route | None:
    """A derivation of the derivative of an expression that ends in the target, or else in the simplest form found."""
    start = slope(of, desk.x) if of is desk.value else App("D", (App("fn", (desk.x, of)), desk.x))
    for end in dict.fromkeys((target, None)):
        left = min(SECONDS, desk.session.deadline - now())
        if left <= 0:
            return None
        try:
            return derive_routes(Derive(start, end, None, "", Place("", 1, 1)), desk.scope, left)[0]
        except (NotUnderstood, NoProof, OutOfTime, Wrong, RecursionError):
            continue
    return None


def end_of(route: Route) -> Term:
    statement = route.fact.statement
    if not isinstance(statement, App):
        raise TypeError(statement)
    return statement.args[1]
