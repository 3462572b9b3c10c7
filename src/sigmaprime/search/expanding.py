"""Logarithms of products, quotients and powers, taken apart: ln(b/a) = ln(b) − ln(a)."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import nodes
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

MOST_LINKS = 40


def expanded(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`term = …` with every logarithm of a product taken apart; None if there is none."""
    links: list[Derivation] = []
    here = term
    while len(links) < MOST_LINKS and (step := _step(session, here, given)) is not None:
        links.append(step)
        here = sides(step)[1]
    return chain(links, given) if links else None


def _step(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    for at, node in nodes(term):
        match node:
            case App("ln", (App("*" | "/" as operation, (u, v)),)) if free(node):
                name, head = ("product", "+") if operation == "*" else ("quotient", "-")
                right: Term = App(head, (App("ln", (u,)), App("ln", (v,))))
                rule = f"logarithm of a {name}"
            case App("ln", (App("^", (u, Num(n) as power)),)) if n.denominator == 1 and n > 0 and free(u):
                right, rule = App("*", (power, App("ln", (u,)))), "logarithm of a power"
            case _:
                continue
        known = usable(given, term, at)
        try:
            prove(session, Claim(App("defined", (right,)), known))
            return link(term, at, by_rule(session, rule, Claim(equation(node, right), known), prove), given)
        except NoProof:
            continue
    return None
