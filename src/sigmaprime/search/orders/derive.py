"""The derivative of order n worked out: a formula for all orders, and from it the form that was asked for."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free, subterms
from sigmaprime.search.chain import chain, sides
from sigmaprime.search.conditions import conditions
from sigmaprime.search.finishing import finished
from sigmaprime.search.forms import written_out
from sigmaprime.search.orders.equation import closed_form, has_slope, prove_equal
from sigmaprime.search.orders.formula import formula_for
from sigmaprime.search.orders.letters import split
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked import repeated


def worked_order(session: Session, start: App, target: Term | None) -> Derivation:
    """`start = target`, or the formula that is found, under what it needs."""
    given = (*session.assumed, *holds_where(session, (start, *([target] if target is not None else []))))
    session = replace(session, assumed=given)
    if target is None:
        found = closed_form(session, start, given)
        end = sides(found)[1]
        if not has_slope(end):
            return found
        rest = repeated(session, end, given)
        last = sides(rest[-1])[1] if rest else end
        return chain([found, *rest, *finished(session, start, last, None)], given)
    return prove_equal(session, start, target, given)


def holds_where(session: Session, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Which letters are whole numbers, from where on, and where the functions have derivatives."""
    least: dict[Term, int] = {}
    found: list[Term] = []
    for part in sorted(subterms(*terms), key=repr):
        match part:
            case App("nth", (App("fn", (Var() as x, body)), order, place)):
                _at_least(least, found, order, 0)
                plain = written_out(session, body, session.assumed)
                first = Var("n") if x.name != "n" else Var("k")
                with suppress(NoProof):
                    _at_least(least, found, order, formula_for(session, plain, x, first).start)
                if place is x:
                    found += conditions(session, body, by_heart=True)
            case App("factorial", (u,)) if free(u):
                _at_least(least, found, u, 0)
    numbers: list[Term] = []
    for letter, bound in least.items():
        numbers += [App("whole", (letter,)), App(">=", (letter, Num(bound)))]
    return tuple(h for h in dict.fromkeys((*numbers, *found)) if h not in session.assumed)


def _at_least(least: dict[Term, int], found: list[Term], order: Term, start: int) -> None:
    """order >= start, as a bound for its letter if it has only one."""
    known = split(order)
    if known is not None and isinstance(known[0], Var):
        least[known[0]] = max(least.get(known[0], 0), start - known[1])
    elif free(order):
        found += [App("whole", (order,)), App(">=", (order, Num(start)))]
