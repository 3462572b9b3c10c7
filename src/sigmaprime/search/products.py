"""A product of nonnegative factors is at most the product of bounds of the factors."""

from __future__ import annotations

from itertools import product

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, REALS
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session


def by_product_of_bounds(session: Session, goal: Claim) -> Derivation:
    """`u*v <= c` from 0 <= u <= w, 0 <= v <= h and w*h <= c."""
    match goal.says:
        case App("<=", (App("*", (u, v)), c)):
            for w, h in product(_upper(session, u, goal.given), _upper(session, v, goal.given)):
                try:
                    return _bounded(session, goal, u, v, w, h, c)
                except NoProof:
                    continue
    raise NoProof("not a product of bounded factors")


def _bounded(session: Session, goal: Claim, u: Term, v: Term, w: Term, h: Term, c: Term) -> Derivation:
    bound = _product(w, h)
    plain = App("*", (w, h))
    step = by_rule(session, "product of bounds", Claim(App("<=", (App("*", (u, v)), plain)), goal.given), prove)
    try:
        same = arithmetic(session, c, plain, goal.given, prove)
    except NoProof:
        return by_rule(session, "at most what is at most", goal, knowing(prove, step), v=plain)
    if bound is c and plain is c:
        return step
    return transport(goal.says, (1,), same, step, goal.given)


def _product(w: Term, h: Term) -> Term:
    a, b = as_number(w), as_number(h)
    return Num(a * b) if a is not None and b is not None and a * b >= 0 else App("*", (w, h))


def _upper(session: Session, u: Term, given: tuple[Term, ...]) -> list[Term]:
    """Candidates for an upper bound: what a hypothesis says, and the greatest value of a function of one variable."""
    found = []
    for hypothesis in given:
        match hypothesis:
            case App("<" | "<=", (left, right)) if left is u:
                found.append(right)
            case App(">" | ">=", (left, right)) if right is u:
                found.append(left)
    if not free(u):
        found.append(u)
    match u:
        case App("*", (a, b)):
            found += [_product(w, h) for w in _upper(session, a, given) for h in _upper(session, b, given)]
    if len(free(u)) == 1 and not isinstance(u, Var):
        from sigmaprime.search.optimum import extreme

        (name,) = free(u)
        best = extreme(session, Var(name), u, REALS, largest=True)
        if best is not None and best[0] not in (OO, MINUS_OO):
            found.append(best[0])
    return found
