"""Products of powers are compared by their logarithms: (1 + x/n)^n <= exp(x) because n·ln(1 + x/n) <= x."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, as_number, free, subterms
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.expanding import opened
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

NAMES = {
    "<": "less, as the logarithms are", "<=": "at most, as the logarithms are",
    ">": "greater, as the logarithms are", ">=": "at least, as the logarithms are",
}  # fmt: skip
LEAST_POWER = 3
ZERO = Num(0)


def by_logarithm(session: Session, goal: Claim) -> Derivation:
    """`u rel v` for products with a high power in them, or one that is no whole number."""
    match goal.says:
        case App(relation, (u, v)) if relation in NAMES and ZERO not in (u, v):
            if _is_product(u) and _is_product(v) and (_is_high(u) or _is_high(v)):
                return _compared(session, goal)
    raise NoProof("not products of powers")


def by_steep_logarithm(session: Session, goal: Claim) -> Derivation:
    """`u rel v` where one side is exp(x²) or the like."""
    match goal.says:
        case App(relation, (u, v)) if relation in NAMES and ZERO not in (u, v) and (_is_steep(u) or _is_steep(v)):
            return _compared(session, goal)
    raise NoProof("no steep exponential")


def _compared(session: Session, goal: Claim) -> Derivation:
    relation, (u, v) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    says = App(relation, (App("ln", (u,)), App("ln", (v,))))
    facts = [(index, opened(session, side, goal.given)) for index, side in enumerate(says.args)]
    there = says
    for index, fact in facts:
        if fact is not None:
            there = App(relation, (sides(fact)[1], there.args[1]) if index == 0 else (there.args[0], sides(fact)[1]))
    proof = prove(session, Claim(there, goal.given))
    for index, fact in reversed(facts):
        if fact is not None:
            old = proof.claim.says.args  # type: ignore[union-attr]
            back = App(relation, (says.args[0], old[1]) if index == 0 else (old[0], says.args[1]))
            proof = transport(back, (index,), fact, proof, goal.given)
    return by_rule(session, NAMES[relation], goal, knowing(prove, proof))


def _is_product(term: Term) -> bool:
    match term:
        case App("*" | "/", (u, v)):
            return _is_product(u) and _is_product(v)
        case App("+" | "-" | "neg", _):
            return not free(term)
    return True


def _is_high(term: Term) -> bool:
    match term:
        case App("*" | "/", (u, v)):
            return _is_high(u) or _is_high(v)
        case App("^", (App() as base, Num(n))):
            return bool(free(base)) and (n >= LEAST_POWER or n.denominator != 1)
        case App("^", (base, exponent)):
            return bool(free(base)) and as_number(exponent) is None
    return False


def _is_steep(term: Term) -> bool:
    """exp(u) for a u that is not linear: its derivatives do not become simpler."""
    match term:
        case App("exp", (u,)):
            return any(isinstance(t, App) and t.head in ("^", "exp", "ln") and free(t) for t in subterms(u))
    return False
