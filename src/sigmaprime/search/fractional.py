"""Powers with a fractional exponent: the rows say m/n, a claim says the number 2/3."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.known import known
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import arithmetic_step, inside, widened


def is_fractional(term: Term) -> bool:
    """Whether it is a power with a positive number that is not whole as its exponent."""
    match term:
        case App("^", (_, Num(value))):
            return value.denominator != 1
    return False


def _as_quotient(power: Term) -> tuple[Derivation, Term]:
    """`u^(2/3) = u^(2/3)`, the exponent on the right a quotient of two numbers."""
    match power:
        case App("^", (u, Num(value) as exponent)) if value.denominator != 1:
            quotient = App("/", (Num(value.numerator), Num(value.denominator)))
            return inside(power, (1,), arithmetic_step(exponent, quotient, ())), App("^", (u, quotient))
    raise NoProof("no power with a fractional exponent")


def fractional_defined(session: Session, goal: Claim) -> Derivation:
    (power,) = goal.says.args  # type: ignore[union-attr]
    same, written = _as_quotient(power)
    there = by_rule(session, "fractional power is defined", Claim(App("defined", (written,)), goal.given), prove)
    return by_rule(session, "defined, being equal", goal, knowing(prove, same, there), v=written)


def from_within(session: Session, goal: Claim) -> Derivation:
    """`u >= 0`, since a hypothesis says that u^(m/n) is defined, or f(x) for an f that is defined by it."""
    if not any(isinstance(h, App) and h.head == "defined" for h in goal.given):
        raise NoProof("nothing is said to be defined")
    found = known(session, goal.given).get(goal.says)
    if found is None:
        raise NoProof("no hypothesis says so")
    return widened(found(), goal)
