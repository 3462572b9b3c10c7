"""Powers and logarithms opened: x^n = exp(n·ln(x)), ln(b/a) = ln(b) − ln(a), as far as everything stays defined."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, as_number, free, subterms
from sigmaprime.search.chain import chain, equation, link, sides, usable
from sigmaprime.search.fit import by_rule
from sigmaprime.search.forms import nodes, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

MOST_LINKS = 40
ROUNDS = 4


def expanded(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`term = …` with every logarithm of a product taken apart; None if there is none."""
    links: list[Derivation] = []
    here = term
    while len(links) < MOST_LINKS and (step := _step(session, here, given)) is not None:
        links.append(step)
        here = sides(step)[1]
    return chain(links, given) if links else None


def opened(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    """`term = …` written out, with its powers and logarithms opened; None if there is nothing to be done."""
    links: list[Derivation] = []
    here = term
    for _ in range(ROUNDS):
        steps = []
        for way in (unfolded, expanded):
            step = way(session, here, given)
            if step is not None:
                steps.append(step)
                here = sides(step)[1]
        if not steps:
            break
        links += steps
    return chain(links, given) if links else None


def has_powers(term: Term) -> bool:
    """Whether there is a power in it whose exponent is unknown."""
    return any(isinstance(t, App) and t.head == "^" and free(t.args[1]) for t in subterms(term))


def _is_whole(exponent: Term) -> bool:
    known = as_number(exponent)
    return known is not None and known.denominator == 1


def _step(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    for at, node in nodes(term):
        match node:
            case App("ln", (App("*" | "/" as operation, (u, v)),)) if free(node):
                name, head = ("product", "+") if operation == "*" else ("quotient", "-")
                right: Term = App(head, (App("ln", (u,)), App("ln", (v,))))
                rule = f"logarithm of a {name}"
            case App("ln", (App("^", (u, Num(n) as power)),)) if n.denominator == 1 and n > 0 and free(u):
                right, rule = App("*", (power, App("ln", (u,)))), "logarithm of a power"
            case App("^", (u, c)) if not _is_whole(c):
                right, rule = App("exp", (App("*", (c, App("ln", (u,)))),)), "general power"
            case _:
                continue
        known = usable(given, term, at)
        try:
            prove(session, Claim(App("defined", (right,)), known))
            return link(term, at, by_rule(session, rule, Claim(equation(node, right), known), prove), given)
        except NoProof:
            continue
    return None
