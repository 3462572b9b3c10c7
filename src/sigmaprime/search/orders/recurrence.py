"""Derivatives one by one, of a function whose derivative is a polynomial in itself: p_{n+1} = s(1 − s)·p_n′ for σ.

With f⁽ⁿ⁾ = p_n(f), the derivative of order n of f is that of order n − 1 of p_1(f), of order n − 2 of p_2(f), …
"""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, as_number
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.in_itself import next_polynomial
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.worked import one_line, worked

HIGHEST = 200
MOST_OF_OTHERS = 60  # of which each derivative is simplified before the next is taken
SHOWN = 4  # orders that have a line of their own; the others go on in the same way


def by_recurrence(session: Session, node: App, given: tuple[Term, ...]) -> Derivation:
    """`nth[k, 30, x] = p_30(f(x))`."""
    function, order, place = node.args
    count = as_number(order)
    match function:
        case App("fn", (Var() as x, body)) if place is x and count is not None and 0 < count <= HIGHEST:
            pass
        case _:
            raise NoProof("not a derivative at x of an order that is a number")
    kept = self_referring(session, App("D", (App("fn", (x, body)), x)))
    if not kept and count > MOST_OF_OTHERS:
        raise NoProof("its derivative is no polynomial in the function itself")
    links: list[Derivation] = []
    here: Term = node
    for left in range(int(count) - 1, -1, -1):
        session.tick()
        inner = here.args[0].args[1]  # type: ignore[union-attr]
        slope = App("D", (App("fn", (x, inner)), x))
        lower = App("nth", (App("fn", (x, slope)), Num(left), x))
        first = by_rule(session, "derivatives of the first derivative", Claim(equation(here, lower), given), prove)
        known = usable(given, lower, (0, 1))
        fact = next_polynomial(session, slope, known, kept) if kept else chain(worked(session, slope, known), known)
        second = link(lower, (0, 1), fact, given)
        links.append(one_line([first, second], given))
        here = sides(second)[1]
    end = here.args[0].args[1]  # type: ignore[union-attr]
    links.append(by_rule(session, "derivative of order 0", Claim(equation(here, end), given), prove))
    shown = SHOWN if len(links) > SHOWN + 2 else len(links) - 2
    return chain([*links[:shown], one_line(links[shown:], given)], given)
