"""One door for every goal: the head of what is to be proved says who looks for the proof."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from sigmaprime.kernel.proof import Claim, Derivation, Given
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.orders.letters import speaks_of_whole_numbers
from sigmaprime.search.session import NoProof, Session

# head -> (module, function); imported when first needed, since every prover calls this door again
# fmt: off
PROVERS = {
    "defined": ("defined", "prove_defined"),
    "undefined": ("undefined", "prove_undefined"),
    "=": ("equality", "prove_equation"),
    **dict.fromkeys(("<", "<=", ">", ">=", "!="), ("order", "prove_order")),
    **dict.fromkeys(("continuous", "differentiable", "smooth"), ("smooth", "prove_smooth")),
    "inhabited": ("inhabited", "prove_inhabited"),
    **dict.fromkeys(("in", "outside", "interval", "open"), ("regions", "prove_region")),
    "tends": ("limits", "prove_limit"),
    **dict.fromkeys(("limit_in", "no_limit", "order", "vertical_asymptote"), ("asymptotics", "prove_asymptotic")),
    "all": ("statements", "prove_all"),
    "some": ("statements", "prove_some"),
    "and": ("statements", "prove_both"),
    "~=": ("decimals", "prove_decimal"),
    "whole": ("orders.whole", "prove_whole"),
}
# fmt: on
AT_NUMBERS = frozenset(("=", "<", "<=", ">", ">=", "!=", "defined"))
SPLIT = frozenset(("<", "<=", ">", ">=", "!=", "=", "defined", "in", "outside"))


def may_split(hypothesis: Term, says: Term) -> bool:
    """Whether a hypothesis leaves a few cases for what is said: x lies in a union or a list, or x is a number."""
    match hypothesis:
        case App("in", (_, App("union" | "points", _))):
            return True
        case App("=", (Var(name), a)) if not free(a):
            return name in free(says)
    return False


def prove(session: Session, goal: Claim) -> Derivation:
    """A derivation of `goal`; `NoProof` if none was found."""
    if goal.says in goal.given:
        return Derivation(goal, Given(goal.given.index(goal.says)))
    session.tick()
    if goal in session.found:
        known = session.found[goal]
        if known is None:
            raise NoProof(session.gaps.get(goal, "it would be its own reason"))
        return known
    if goal.given and (general := _whatever_is_given(session, goal.says)) is not None:
        return Derivation(goal, general.by, general.parts)
    session.found[goal] = None  # a proof must not go round in circles
    try:
        session.found[goal] = found = _prover(goal)(session, goal)
    except NoProof as gap:
        session.gaps[goal] = str(gap)
        raise
    return found


def _whatever_is_given(session: Session, says: Term) -> Derivation | None:
    """A proof without hypotheses: one that is there, or one of what no hypothesis speaks of."""
    general = Claim(says)
    if not says.names and general not in session.found:
        with suppress(NoProof):
            return prove(session, general)
    return session.found.get(general)


def _prover(goal: Claim) -> Callable[[Session, Claim], Derivation]:
    head = goal.says.head if isinstance(goal.says, App) else ""
    if head in AT_NUMBERS and not goal.says.names and speaks_of_whole_numbers(goal.says):
        from sigmaprime.search.orders.equation import at_numbers

        return at_numbers
    if head in SPLIT and any(may_split(h, goal.says) for h in goal.given):
        from sigmaprime.search.splitting import by_hypothesis

        return by_hypothesis
    if head in PROVERS:
        module, name = PROVERS[head]
        found = getattr(import_module(f"sigmaprime.search.{module}"), name)
        if module in ("numbers", "statements", "order", "equality", "limits", "inhabited", "asymptotics", "decimals"):
            return found  # type: ignore[no-any-return]
        return lambda session, goal: found(session, goal, prove)
    from sigmaprime.search.properties import prove_property

    return prove_property
