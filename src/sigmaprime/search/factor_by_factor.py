"""Products over an index compared factor by factor: Π u(i) <= w(n) if 0 <= u(i) <= w(i)/w(i − 1).

The quotient of two neighbouring values of the bound is what one more factor may be; that their product is the bound is
shown by induction.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.chain import sides, transport, turned
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.identity import simplified
from sigmaprime.search.quotients import canonical_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sums import by_induction
from sigmaprime.search.work import work_on

ZERO = Num(0)
LEFT_OUT = ("defined", "whole")
SIGNS = {">": "product of positive factors", ">=": "product of nonnegative factors"}


def factor_by_factor(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(">" | ">=" | "<=", (App("prod", _) as product, w)) if App("defined", (product,)) in goal.given:
            return _signed(session, goal) if w is ZERO else _bounded(session, goal, product, w)
    raise NoProof("not a product over an index")


def _signed(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(relation, _) if relation in SIGNS:
            return by_rule(session, SIGNS[relation], goal, _of_a_factor)
    raise NoProof("not a sign of a product")


def _bounded(session: Session, goal: Claim, product: Term, w: Term) -> Derivation:
    match goal.says, product:
        case App("<=", _), App("prod", (App("fn", (Var() as x, _)), low, Var() as n)):
            bound = _product_of_ratios(session, goal, x, low, n, w)
            known = Claim(App("<=", (product, sides(bound)[0])), goal.given)
            there = by_rule(session, "smaller factors, smaller product", known, _of_a_factor)
            return transport(goal.says, (1,), _back(session, bound, w, goal), there, goal.given)
    raise NoProof("not a bound of a product")


def _of_a_factor(session: Session, goal: Claim) -> Derivation:
    """What holds of a factor holds as a rule whatever the index is, and is easier to prove with few hypotheses."""
    names = free(goal.says)
    plain = tuple(
        h for h in goal.given if free(h) <= names and not (isinstance(h, App) and h.head in ("defined", "whole"))
    )
    for given in (tuple(h for h in plain if len(free(h)) == 1), plain):
        with suppress(NoProof):
            return prove(session, Claim(goal.says, given))
    return prove(session, goal)


def _back(session: Session, fact: Derivation, w: Term, goal: Claim) -> Derivation:
    return turned(fact, prove(session, Claim(App("defined", (w,)), goal.given)))


def _product_of_ratios(session: Session, goal: Claim, x: Var, low: Term, n: Var, w: Term) -> Derivation:
    """Π v(i) = w(n), where v(i) is w(i)/w(i − 1)."""
    before = App("-", (x, Num(1)))
    ratio: Term = App("/", (substitute(w, {n.name: x}), substitute(w, {n.name: before})))
    fact = simplified(work_on(session, goal.given), ratio)
    ratio = canonical_of(ratio if fact is None else sides(fact)[1])
    product = App("prod", (App("fn", (x, ratio)), low, n))
    defined = Claim(App("defined", (product,)), goal.given)
    body = goal.says.args[0].args[0].args[1]  # type: ignore[union-attr]
    there = by_rule(session, "product over the same indices is defined", defined, prove, u=body)
    return by_induction(session, Claim(App("=", (product, w)), goal.given), knowing(prove, there))
