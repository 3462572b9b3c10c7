"""Values of one function at two points are no further apart than a bound of its slope allows (mean value theorem)."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.algebra import arithmetic, normal_form
from sigmaprime.search.chain import transport
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.ring import polynomial, ring_of, term_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.templates import value_at
from sigmaprime.search.two_points import SETS


def by_slope(session: Session, goal: Claim) -> Derivation:
    """`|A(x) − A(y)| <= c·|x − y|`, because A is Lipschitz with the constant c."""
    match goal.says:
        case App("<=", (App("abs", (App("-", (a, b)),)), right)):
            for name in sorted(free(a)):
                x = Var(name)
                y = value_at(a, x, b)
                if isinstance(y, Var) and y is not x:
                    return _bounded(session, goal, x, a, y, right)
    raise NoProof("not the distance of two values of a function")


def _bounded(session: Session, goal: Claim, x: Var, a: Term, y: Var, right: Term) -> Derivation:
    distance = App("abs", (App("-", (x, y)),))
    constant = _factor(session, right, distance)
    usual = App("*", (constant, distance))
    plain = App("<=", (goal.says.args[0], usual))  # type: ignore[union-attr]
    name = "values no further apart than the constant allows"
    for region in SETS:
        try:
            step = by_rule(
                session, name, Claim(plain, goal.given), prove, k=App("fn", (x, a)), S=region, u=x, v=y, c=constant
            )
        except NoProof:
            continue
        if right is usual:
            return step
        same = arithmetic(session, right, usual, goal.given, prove)
        return transport(goal.says, (1,), same, step, goal.given)
    raise NoProof("no bound of the slope is known")


def _factor(session: Session, right: Term, distance: Term) -> Term:
    """c, where right is c times the distance."""
    if right is distance:
        return Num(1)
    form = normal_form(session, right)
    ring = ring_of([form])
    top = polynomial(ring, form.top)
    if top is None or distance not in ring.generators or form.bottom.keys() != {frozenset()}:
        raise NoProof("not a multiple of the distance")
    place = ring.generators.index(distance)
    if any(key[place] != 1 for key in top):
        raise NoProof("not a multiple of the distance")
    scale = form.bottom[frozenset()]
    return term_of(
        ring, {tuple(0 if i == place else k for i, k in enumerate(key)): c / scale for key, c in top.items()}
    )
