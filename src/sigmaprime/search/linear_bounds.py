"""Bounds of a variable from hypotheses that are linear in it: x − (1 − x) <= 0 says x <= 1/2."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation, Given
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.search.algebra import arithmetic, fraction, normal_form, univariate
from sigmaprime.search.bound import TURN, Bound
from sigmaprime.search.chain import transport
from sigmaprime.search.facts import difference
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, positive_number, times
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
BY_A_DIFFERENCE = {
    "<": "less by a positive difference", "<=": "at most, by a difference",
    ">": "greater by a positive difference", ">=": "at least, by a difference",
}  # fmt: skip


def linear_bounds(session: Session, x: Var, given: tuple[Term, ...]) -> list[Bound]:
    found = []
    for index, hypothesis in enumerate(given):
        match hypothesis:
            case App("<" | "<=" | ">" | ">=" as relation, (u, v)) if free(hypothesis) == {x.name}:
                if u is x or v is x:
                    continue  # read off directly
                known = Derivation(Claim(hypothesis, given), Given(index))
                try:
                    found.append(_bound(session, x, relation, App("-", (u, v)), known))
                except NoProof:
                    continue
    return found


def _bound(session: Session, x: Var, relation: str, w: Term, known: Derivation) -> Bound:
    """a·x + b rel 0 as x rel −b/a, turned round for a negative a."""
    given = known.claim.given
    rational = univariate(normal_form(session, w))
    if rational is None or rational.generator is not x or rational.top.degree() != 1 or rational.bottom.degree() > 0:
        raise NoProof("not linear")
    a, b = (fraction(rational.top[k] / rational.bottom[0]) for k in (1, 0))
    end, relation = number(-b / a), relation if a > 0 else TURN[relation]
    fact = difference(session, known, given)  # v − u or u − v, whichever is not negative
    size = Fraction(1) / abs(a)
    shown = times(session, [Factor(Num(size), True, positive_number(session, size, given)), fact], given)
    gap = App("-", (end, x) if relation[0] == "<" else (x, end))
    sign = ">" if len(relation) == 1 else ">="
    same = arithmetic(session, gap, shown.term, given, prove)
    positive = transport(App(sign, (gap, ZERO)), (0,), same, shown.proof, given)
    goal = Claim(App(relation, (x, end)), given)
    return Bound(relation, end, by_rule(session, BY_A_DIFFERENCE[relation], goal, knowing(prove, positive)))
