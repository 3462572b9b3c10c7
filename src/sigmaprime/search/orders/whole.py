"""Why a term is a whole number: from its form, or from what is supposed of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, subterms
from sigmaprime.search.chain import equation
from sigmaprime.search.fit import Prove, by_rule, knowing
from sigmaprime.search.hypotheses import from_definedness
from sigmaprime.search.orders.letters import plus, split
from sigmaprime.search.session import NoProof, Session

BY_FORM = {
    "+": "sum of whole numbers", "-": "difference of whole numbers", "*": "product of whole numbers",
    "neg": "negative of a whole number",
}  # fmt: skip


def prove_whole(session: Session, goal: Claim, prove: Prove) -> Derivation:
    (term,) = goal.says.args  # type: ignore[union-attr]
    match term:
        case Num(value) if value.denominator == 1:
            return by_rule(session, "a positive whole number" if value else "0 is a whole number", goal, prove)
        case App(head, _) if head in BY_FORM:
            with suppress(NoProof):
                return by_rule(session, BY_FORM[head], goal, prove)
    with suppress(NoProof):
        return from_definedness(session, goal)
    for other in _known(goal.given):
        mine, theirs = split(term), split(other)
        if other is term or mine is None or theirs is None or mine[0] is not theirs[0] or not free(term):
            continue
        with suppress(NoProof):
            written = plus(other, mine[1] - theirs[1])
            known = prove(session, Claim(App("whole", (written,)), goal.given))
            same = prove(session, Claim(equation(term, written), goal.given))
            return by_rule(session, "whole, being equal", goal, knowing(prove, known, same), v=written)
    for hypothesis in goal.given:
        match hypothesis:
            case App("defined", (App("component", (vector, index)),)) if index is term:
                return by_rule(session, "an index is whole", goal, prove, u=vector)
    raise NoProof("it is not known to be a whole number")


def _known(given: tuple[Term, ...]) -> Iterator[Term]:
    """What the hypotheses take to be whole, apart from what the goal says."""
    for part in subterms(*given):
        match part:
            case App("factorial" | "whole", (u,)) if as_number(u) is None and not isinstance(u, Var):
                yield u
            case App("nth", (_, order, _)) if not isinstance(order, Var):
                yield order
