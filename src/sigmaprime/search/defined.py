"""Why a term is defined, found from its outermost operation inwards."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation, Given, Prime
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.notation.line import language
from sigmaprime.search.fit import Prove, by_rule, first_of, knowing
from sigmaprime.search.fractional import fractional_defined, is_fractional
from sigmaprime.search.indices import opened_dot
from sigmaprime.search.meaning import meaning
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.session import NoProof, Session

RULE = {"neg": "negative is defined", "+": "sum is defined", "-": "difference is defined", "*": "product is defined",
        "/": "quotient is defined"}  # fmt: skip

POWERS = (
    "power is defined", "negative power is defined", "power of a positive is defined", "whole power is defined",
    "whole power of what is not zero is defined",
)  # fmt: skip


def prove_defined(session: Session, goal: Claim, prove: Prove) -> Derivation:
    (term,) = goal.says.args  # type: ignore[union-attr]
    if goal.says in goal.given:
        return Derivation(goal, Given(goal.given.index(goal.says)))
    if not free(term):
        try:
            return by_enclosure(session, goal)
        except NoProof:
            pass
    match term:
        case Var():
            return by_rule(session, "a variable is a number", goal, prove)
        case App(head, _) if head in RULE:
            return by_rule(session, RULE[head], goal, prove)
        case App("^", _) if is_fractional(term):
            return fractional_defined(session, goal)
        case App("^", _):
            return first_of(
                session,
                POWERS,
                goal,
                prove,
            )
        case App("component" | "put" | "delta" | "vec", _):
            return by_rule(session, _indexed(term), goal, prove)
        case App("sum", (_, low, high)) if free(low) | free(high) or not free(term):
            return by_rule(session, "sum over an index is defined", goal, prove)
        case App("dot", _):
            fact = opened_dot(term)
            return by_rule(session, "defined, being equal", goal, knowing(prove, fact), v=fact.claim.says.args[1])  # type: ignore[union-attr]
        case App(head, _) if head not in ("sum", "prod") and f"{head} is defined" in session.rules:
            return by_rule(session, f"{head} is defined", goal, prove)
    return _by_equality(session, goal, term, prove)


def _indexed(term: App) -> str:
    """The row by which what has an index is defined."""
    names = {"component": "component is defined", "put": "changed vector is defined", "delta": "delta is defined"}
    return names.get(term.head) or f"a list of {len(term.args)} is defined"


def _by_equality(session: Session, goal: Claim, term: Term, prove: Prove) -> Derivation:
    """A term with a definition or a derivative in it is defined where what it equals is defined."""
    from sigmaprime.search.forms import unfolded  # a form is found with the help of definedness
    from sigmaprime.search.selfref import self_referring

    fact = meaning(session, term)
    if fact is None or isinstance(fact.by, Prime):
        try:
            fact = unfolded(session, term, goal.given, self_referring(session, term))
        except NoProof:
            from sigmaprime.search.at_corners import at_corners

            return at_corners(session, goal)
    if fact is None:
        raise NoProof(f"it is not known that {language(term)} is defined")
    return by_rule(session, "defined, being equal", goal, knowing(prove, fact), v=fact.claim.says.args[1])  # type: ignore[union-attr]
