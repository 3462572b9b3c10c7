"""Properties of a function on a set: which theorem proves them."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from sigmaprime.claims import KINDS
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, REALS, membership
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.search.chain import equation, transport
from sigmaprime.search.fit import by_rule, first_of
from sigmaprime.search.goals import prove
from sigmaprime.search.parts import samples
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.ways import WAYS, by_its_way
from sigmaprime.search.written_domain import candidate

USUAL: Final = (
    REALS, App("()", (Num(0), OO)), App("[)", (Num(0), OO)), App("()", (MINUS_OO, Num(0))),
)  # fmt: skip


def prove_property(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("inverse", _):
            return by_rule(session, "inverse functions", goal, prove, x=Var("x"))
        case App("domain_is", _):
            return by_rule(session, "the domain is that", goal, prove)
        case App("antiderivative", (_, App("domain", _) as region, _)):
            with suppress(NoProof):
                return on_natural_domain(session, goal, region)
        case App(_, (App("fn", _) as function, App("domain", (other,)) as region, *_)) if function is other:
            try:
                fact = natural_domain(session, region, goal.given)
            except NoProof:
                return _on_set(session, goal)
            return _there(session, goal, fact)
    return _on_set(session, goal)


def _on_set(session: Session, goal: Claim) -> Derivation:
    head = goal.says.head if isinstance(goal.says, App) else ""
    if head in WAYS:
        return by_its_way(session, head, goal)
    if head == "antiderivative":
        with suppress(NoProof):
            return _up_to_the_ends(session, goal)  # where a function seldom has a derivative
    kind = KINDS.get(head)
    return first_of(session, kind.theorems if kind is not None else (), goal, prove)


def _up_to_the_ends(session: Session, goal: Claim) -> Derivation:
    """An antiderivative on an interval with an end that belongs to it; two points show that it is more than a point."""
    match goal.says:
        case App(_, (_, App("[]" | "[)" | "(]", _) as region, _)) if len(inner := samples(session, region)) > 1:
            name = "antiderivative up to the ends"
            return by_rule(session, name, goal, prove, a=number(inner[0]), b=number(inner[-1]))
    raise NoProof("not an interval with an end of its own")


def on_natural_domain(session: Session, goal: Claim, region: App) -> Derivation:
    """The goal on the natural domain, written as the set that it is."""
    return _there(session, goal, natural_domain(session, region, goal.given))


def _there(session: Session, goal: Claim, fact: Derivation) -> Derivation:
    new = fact.claim.says.args[1]  # type: ignore[union-attr]
    head, (function, _, *rest) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    there = Claim(App(head, (function, new, *rest)), goal.given)
    return transport(goal.says, (1,), fact, prove(session, there), goal.given)


def natural_domain(session: Session, region: App, given: tuple[Term, ...]) -> Derivation:
    """`domain(fn(x, u)) = S` for the set S that it is; `NoProof` if it is not found."""
    function = region.args[0]
    match function:
        case App("fn", (Var() as x, body)):
            known = tuple(h for h in given if x.name not in free(h))
            found = candidate(session, x, body)
            for one in (found,) if found is not None else USUAL:
                try:
                    if found is None:
                        prove(session, Claim(App("defined", (body,)), (*membership(x, one), *known)))
                    return prove(session, Claim(equation(region, one), known))
                except NoProof:
                    continue
    raise NoProof("the natural domain was not found")
