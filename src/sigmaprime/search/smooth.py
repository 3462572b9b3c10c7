"""Continuity and smoothness, found from the outermost operation inwards."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import REALS, membership
from sigmaprime.kernel.term import App, Term, Var, Wrong, free
from sigmaprime.search.chain import equation, transport
from sigmaprime.search.fit import Prove, by_rule, first_of
from sigmaprime.search.fractional import is_fractional
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

SMOOTH = {
    "neg": "negative of a smooth function", "+": "sum of smooth functions", "-": "difference of smooth functions",
    "*": "product of smooth functions", "/": "quotient of smooth functions",
}  # fmt: skip
CONTINUOUS = {
    "neg": "continuous negative", "+": "continuous sum", "-": "continuous difference", "*": "continuous product",
    "/": "continuous quotient",
}  # fmt: skip


def prove_smooth(session: Session, goal: Claim, prove: Prove) -> Derivation:
    match goal.says:
        case App("smooth", (App("fn", (Var(x), body)), region)):
            return _smooth(session, goal, x, body, region, prove)
        case App("differentiable", _):
            try:
                return by_rule(session, "smooth, so differentiable", goal, prove)
            except NoProof:
                return _joined(session, goal)
        case App("continuous", (App("fn", (Var(x), body)), _)):
            try:
                return _continuous(session, goal, x, body, prove)
            except NoProof:
                return _continuous_otherwise(session, goal, prove)
    raise NoProof("not about smoothness")


def _continuous_otherwise(session: Session, goal: Claim, prove: Prove) -> Derivation:
    from sigmaprime.search.both_sides import continuous_on_both_sides
    from sigmaprime.search.properties import on_natural_domain

    try:
        return by_rule(session, "differentiable, so continuous", goal, prove)
    except NoProof:
        match goal.says:
            case App(_, (_, App("domain", _) as region)):
                return on_natural_domain(session, goal, region)
        return continuous_on_both_sides(session, goal)


def _joined(session: Session, goal: Claim) -> Derivation:
    from sigmaprime.search.joins import side_by_side
    from sigmaprime.search.properties import on_natural_domain

    match goal.says:
        case App(_, (_, App("domain", _) as region)):
            try:
                return side_by_side(session, goal)
            except NoProof:
                return on_natural_domain(session, goal, region)
        case App(_, (App("fn", (Var() as x, body)), region)):
            try:
                return side_by_side(session, goal)
            except NoProof:
                return _on_the_set(session, goal, x, body, region)
    raise NoProof("not on a set")


def _on_the_set(session: Session, goal: Claim, x: Var, body: Term, region: Term) -> Derivation:
    """|x| on [0, oo) is x there."""
    from sigmaprime.search.forms import unfolded

    try:
        inside = membership(x, region)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    fact = unfolded(session, body, inside)
    if fact is None:
        raise NoProof("nothing to write out on the set")
    new = fact.claim.says.args[1]  # type: ignore[union-attr]
    there = App(goal.says.head, (App("fn", (x, new)), region))  # type: ignore[union-attr]
    return transport(
        goal.says,
        (0, 1),
        fact,
        by_rule(session, "smooth, so differentiable", Claim(there, goal.given), prove),
        goal.given,
    )


def _smooth(session: Session, goal: Claim, x: str, body: Term, region: Term, prove: Prove) -> Derivation:
    if x not in free(body):
        return by_rule(session, "constants are smooth", goal, prove)
    match body:
        case Var():
            return by_rule(session, "the variable is smooth", goal, prove)
        case App("D", (App("fn", _), _)):
            if region is not REALS:
                return by_rule(session, "smooth on a part", goal, prove)
            return by_rule(session, "derivative of a smooth function", goal, prove)
        case App("^", _):
            return _power(session, ("power of a smooth function", "negative power of a smooth function"), goal, prove)
        case App(head, _) if (name := SMOOTH.get(head)) or (name := _row(session, f"{head} is smooth")):
            return by_rule(session, name, goal, prove)
    return _unfolded(session, goal, body, prove)


def _row(session: Session, name: str) -> str | None:
    return name if name in session.rules else None


def _continuous(session: Session, goal: Claim, x: str, body: Term, prove: Prove) -> Derivation:
    if x not in free(body):
        return by_rule(session, "continuous constant", goal, prove)
    match body:
        case Var():
            return by_rule(session, "continuous variable", goal, prove)
        case App("^", _) if is_fractional(body):
            return by_rule(session, "continuous power, fixed exponent", goal, prove)
        case App("^", _):
            return _power(session, ("continuous power",), goal, prove)
        case App(head, _) if (name := CONTINUOUS.get(head)) or (name := _row(session, f"{head} is continuous")):
            return by_rule(session, name, goal, prove)
    return _unfolded(session, goal, body, prove)


def _power(session: Session, names: tuple[str, ...], goal: Claim, prove: Prove) -> Derivation:
    """A power: of a function with a whole exponent, else u^c as exp(c·ln(u))."""
    try:
        return first_of(session, names, goal, prove)
    except NoProof:
        body = goal.says.args[0].args[1]  # type: ignore[union-attr]
        u, c = body.args  # type: ignore[union-attr]
        right = App("exp", (App("*", (c, App("ln", (u,)))),))
        fact = by_rule(session, "general power", Claim(equation(body, right)), prove)
        return _replaced(session, goal, fact, prove)


def _unfolded(session: Session, goal: Claim, body: Term, prove: Prove) -> Derivation:
    """The outermost defined function, or prime, is replaced by what it means."""
    from sigmaprime.search.meaning import meaning

    fact = meaning(session, body)
    if fact is None:
        raise NoProof("no rule of smoothness fits")
    return _replaced(session, goal, fact, prove)


def _replaced(session: Session, goal: Claim, fact: Derivation, prove: Prove) -> Derivation:
    new = fact.claim.says.args[1]  # type: ignore[union-attr]
    function, *rest = goal.says.args  # type: ignore[union-attr]
    there = App(goal.says.head, (App("fn", (function.args[0], new)), *rest))  # type: ignore[union-attr]
    return transport(goal.says, (0, 1), fact, prove(session, Claim(there, goal.given)), goal.given)
