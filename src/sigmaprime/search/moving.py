"""One variable moves, the others are held: from the value where x = c, the difference of the sides rises or falls.

(b − a)/(ln b − ln a) < (a + b)/2 for 0 < a < b: at b = a both sides of 2(b − a) < (a + b)(ln b − ln a) are 0, and the
slope in b of their difference is positive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE

ZERO = Num(0)
NAME = "moving"
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Start:
    """x comes from c, upwards or downwards; the set over which it may move has c in it."""

    x: Var
    place: Term
    upwards: bool
    region: Term


def by_moving(session: Session, goal: Claim) -> Derivation:
    """`u rel v` in several variables, by the monotonicity of the difference in one of them."""
    if len(free(goal.says)) < 2 or session.nesting.count(NAME) >= DEEPEST:
        raise NoProof("not for moving a variable")
    session.nesting.append(NAME)
    try:
        match goal.says:
            case App(">" | ">=", (_, v)) if v is ZERO:
                return _moved(session, goal)
            case App("<" | "<=" | ">" | ">=" as relation, _):
                return by_rule(session, DIFFERENCE[relation][0], goal, _moved)
    finally:
        session.nesting.pop()
    raise NoProof("not an inequality")


def _moved(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(">" | ">=" as relation, (w, v)) if v is ZERO:
            for start in _starts(w, goal.given):
                session.tick()
                try:
                    return _from(session, goal, w, relation, start)
                except NoProof:
                    continue
    raise NoProof("no variable to be moved")


def _starts(w: Term, given: tuple[Term, ...]) -> Iterator[Start]:
    """Two variables in order: the greater one comes from the smaller one, or the smaller one from the greater one."""
    for hypothesis in given:
        match hypothesis:
            case App("<" | "<=", (low, high)) | App(">" | ">=", (high, low)):
                if not (isinstance(high, Var) and isinstance(low, Var)):
                    continue
                if high.name in free(w):
                    yield Start(high, low, True, App("[)", (low, _other(high, given, above=True))))
                if low.name in free(w):
                    yield Start(low, high, False, App("(]", (_other(low, given, above=False), high)))


def _other(x: Var, given: tuple[Term, ...], *, above: bool) -> Term:
    """A bound of x on the other side, which is a number or a variable."""
    for hypothesis in given:
        match hypothesis:
            case App("<" | "<=", (low, high)) | App(">" | ">=", (high, low)):
                if above and low is x and not isinstance(high, App):
                    return high
                if not above and high is x and not isinstance(low, App):
                    return low
    return OO if above else MINUS_OO


def _from(session: Session, goal: Claim, w: Term, relation: str, start: Start) -> Derivation:
    k = App("fn", (start.x, w))
    side = "an earlier" if start.upwards else "a later"
    names = (f"above {side} value", f"still above {side} value") if relation == ">" else (f"not below {side} value",)
    for name in names:
        try:
            return by_rule(session, name, goal, prove, k=k, S=start.region, u=start.x, a=start.place)
        except NoProof:
            continue
    raise NoProof("it does not rise from there")
