"""A monotonic function of an expression against its value at 0: tanh(k·x) > 0 = tanh(0), because k·x > 0."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.bound import TURN
from sigmaprime.search.bounds import closed_form, monotone
from sigmaprime.search.chain import sides, transport, turned
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
SIGNED = frozenset(("tanh", "sinh", "erf", "atan", "asinh", "sigmoid", "softplus", "Phi"))


def by_monotone(session: Session, goal: Claim) -> Derivation:
    """`f(u) rel v` where v is f(0) and f is strictly monotonic on the line."""
    match goal.says:
        case App("<" | "<=" | ">" | ">=" as relation, (App(head, (u,)), v)) if (
            head in SIGNED and not free(v) and not isinstance(u, Var) and free(u)
        ):
            return _against_zero(session, goal, relation, head, u)
    raise NoProof("not a monotonic function against a number")


def _against_zero(session: Session, goal: Claim, relation: str, head: str, u: Term) -> Derivation:
    left, v = goal.says.args  # type: ignore[union-attr]
    there = App(head, (ZERO,))
    value = closed_form(session, there)
    if value is None or sides(value)[1] is not v:
        raise NoProof("the number is not its value at 0")
    function = App("fn", (Var("x"), App(head, (Var("x"),))))
    name, inner = f"an increasing function keeps {relation}", relation
    if not monotone(session, function):
        name, inner = f"a decreasing function turns {TURN[relation]} round", TURN[relation]
    prove(session, Claim(App(inner, (u, ZERO)), goal.given))
    step = by_rule(
        session, name, Claim(App(relation, (left, there)), goal.given), prove, k=function, S=REALS, u=u, v=ZERO
    )
    back = turned(value, prove(session, Claim(App("defined", (v,)), ())))
    return transport(goal.says, (1,), back, step, goal.given)
