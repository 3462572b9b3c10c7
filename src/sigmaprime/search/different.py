"""A monotone function takes a value only once: f(x) ≠ f(c) where x ≠ c."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import transport, turned
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def prove_different(session: Session, goal: Claim) -> Derivation:
    """`f(x) − v ≠ 0` from the hypothesis x ≠ c, if f(c) = v and f is strictly monotonic."""
    match goal.says:
        case App("!=", (App("-", (App(_, (Var() as x,)) as t, v)), _)) if not free(v):
            return _from_excluded(session, goal, x, t, v)
        case App("!=", (App(_, (Var() as x,)) as t, v)) if not free(v):
            return _from_excluded(session, goal, x, t, v)
    raise NoProof("no hypothesis excludes a point")


def _from_excluded(session: Session, goal: Claim, x: Var, t: App, v: Term) -> Derivation:
    for c in _excluded(x, goal.given):
        try:
            return _at(session, goal, t.head, x, t, v, c)
        except NoProof:
            continue
    raise NoProof("no hypothesis excludes a point")


def _excluded(x: Var, given: tuple[Term, ...]) -> list[Term]:
    return [h.args[1] for h in given if isinstance(h, App) and h.head == "!=" and h.args[0] is x]


def _at(session: Session, goal: Claim, head: str, x: Var, t: Term, v: Term, c: Term) -> Derivation:
    from sigmaprime.search.bounds import closed_form, monotone

    there = App(head, (c,))
    function = App("fn", (Var("x"), App(head, (Var("x"),))))
    monotone(session, function)
    apart = Claim(App("!=", (t, there)), goal.given)
    name = "a monotonic function takes a value once"
    if there is v and goal.says is apart.says:
        return by_rule(session, name, apart, prove, k=function, S=REALS, u=x, v=c)
    value = closed_form(session, there)
    if value is None:
        raise NoProof("no exact value")
    same = turned(value, prove(session, Claim(App("defined", (value.claim.says.args[1],)), ())))  # type: ignore[union-attr]
    if same.claim.says.args[0] is not v:  # type: ignore[union-attr]
        same = arithmetic(session, v, there, (), prove)
    step = by_rule(session, name, apart, prove, k=function, S=REALS, u=x, v=c)
    moved = transport(App("!=", (t, v)), (1,), same, step, goal.given)

    if moved.claim.says is goal.says:
        return moved
    return by_rule(session, "not equal, so a difference that is not zero", goal, knowing(prove, moved))
