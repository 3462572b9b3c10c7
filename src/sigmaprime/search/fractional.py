"""Powers with a fractional exponent: the rows say m/n, a claim says the number 2/3."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, subterms
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import arithmetic_step, inside, widened
from sigmaprime.search.work import work_on


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


def from_a_power(session: Session, goal: Claim) -> Derivation:
    """`u >= 0`, since a hypothesis says that u^(m/n) is defined."""
    if not any(is_fractional(t) for h in goal.given for t in subterms(h)):
        raise NoProof("no power with a fractional exponent")
    found = work_on(session, goal.given).facts.get(goal.says)
    if found is None:
        raise NoProof("no hypothesis says so")
    return widened(found(), goal)
