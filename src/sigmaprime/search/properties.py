"""Properties of a function on a set: which theorem proves them."""

from __future__ import annotations

from sigmaprime.claims import KINDS
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.chain import equation, transport
from sigmaprime.search.fit import by_rule, first_of
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def prove_property(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("inverse", _):
            return by_rule(session, "inverse functions", goal, prove, x=Var("x"))
        case App("domain_is", _):
            return by_rule(session, "the domain is that", goal, prove)
        case App(_, (App("fn", _) as function, App("domain", (other,)) as region, *_)) if function is other:
            try:
                return on_natural_domain(session, goal, region)
            except NoProof:
                pass
    return _on_set(session, goal)


def _on_set(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.existence import WAYS

    head = goal.says.head if isinstance(goal.says, App) else ""
    if head in WAYS:
        return WAYS[head](session, goal)
    kind = KINDS.get(head)
    return first_of(session, kind.theorems if kind is not None else (), goal, prove)


def on_natural_domain(session: Session, goal: Claim, region: App) -> Derivation:
    """The goal on the natural domain, once that is known to be an interval."""
    fact = natural_domain(session, region)
    new = fact.claim.says.args[1]  # type: ignore[union-attr]
    head, (function, _, *rest) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    there = Claim(App(head, (function, new, *rest)), goal.given)
    return transport(goal.says, (1,), fact, prove(session, there), goal.given)


def natural_domain(session: Session, region: App) -> Derivation:
    """`domain(fn(x, u)) = S` for the interval S that it is; `NoProof` if it is not found."""
    function = region.args[0]
    match function:
        case App("fn", (Var() as x, body)):
            for candidate in candidates():
                goal = Claim(equation(region, candidate), ())
                try:
                    prove(session, Claim(App("defined", (body,)), _members(x, candidate)))
                    return by_rule(session, "natural domain", goal, prove)
                except NoProof:
                    continue
    raise NoProof("the natural domain was not found")


def _members(x: Var, region: Term) -> tuple[Term, ...]:
    from sigmaprime.kernel.sets import membership

    return membership(x, region)


def candidates() -> tuple[Term, ...]:
    from sigmaprime.kernel.sets import MINUS_OO, OO
    from sigmaprime.kernel.term import Num

    zero = Num(0)
    return REALS, App("()", (zero, OO)), App("[)", (zero, OO)), App("()", (MINUS_OO, zero))
