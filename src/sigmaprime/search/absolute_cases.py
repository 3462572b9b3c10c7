"""Cases: an absolute value in the goal once where it is u and once where it is −u, and both sides of c where x != c."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free, number, paths, subterm
from sigmaprime.search.algebra import fraction, normal_form, univariate
from sigmaprime.search.equality import by_cases
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)


def _where_it_bends(session: Session, u: Term) -> tuple[Term, Term]:
    """What to compare so that |u| becomes u or −u: x with a number where u is linear in x, else u with 0."""
    line = univariate(normal_form(session, u))
    if line is not None and isinstance(line.generator, Var) and (line.top.degree(), line.bottom.degree()) == (1, 0):
        return line.generator, number(fraction(-line.top[0] / line.top[1]))
    return u, ZERO


def by_absolute_cases(session: Session, goal: Claim) -> Derivation:
    """|u| in the goal: once where u <= 0, once where u >= 0; and both sides of c where x != c."""
    for at in paths(goal.says):
        node = subterm(goal.says, at)
        if isinstance(node, App) and node.head == "abs" and free(node):
            left, right = _where_it_bends(session, node.args[0])
            if not _is_split(goal, left, right):
                return by_cases(session, goal, left, right)
    for hypothesis in goal.given:
        match hypothesis:
            case App("!=", (Var() as x, c)) if not free(c) and x.name in free(goal.says) and not _is_split(goal, x, c):
                return by_cases(session, goal, x, c)
    raise NoProof("no cases to distinguish")


def _is_split(goal: Claim, u: Term, v: Term) -> bool:
    return bool({App(relation, (u, v)) for relation in ("<=", ">=", "<", ">")} & set(goal.given))
