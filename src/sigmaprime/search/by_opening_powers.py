"""The sign of a function with unknown exponents in it, opened: r″ = r·e^(−t)·(e^(−t) − 1)/(1 + ν·e^(−t))²."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Wrong, free, subterms
from sigmaprime.search.algebra import product, scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.opening import opened
from sigmaprime.search.quotients import Factored, factors_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.steps import joined, transported
from sigmaprime.search.work import calculated, work_on

ZERO = Num(0)
NAME = "opening powers"


def by_opening_powers(session: Session, goal: Claim) -> Derivation:
    """`u rel 0`, factor by factor, where u is a derivative or a sum with a power whose exponent is a parameter."""
    match goal.says:
        case App("<" | "<=" | ">" | ">=" as relation, (u, zero)) if zero is ZERO and NAME not in session.nesting:
            pass
        case _:
            raise NoProof("not a sign")
    if not _has_unknown_power(session, u, goal.given):
        raise NoProof("no power with an unknown exponent")
    session.nesting.append(NAME)
    try:
        work = work_on(session, goal.given)
        fact = opened(work, u)
        if fact is None:
            raise NoProof("nothing to open")
        here = sides(fact)[1]
        whole = _written(factors_of(here))
        there = prove(session, Claim(App(relation, (whole, ZERO)), goal.given))
        links = [fact] if whole is here else [fact, calculated(work, here, whole)]
        return transported(goal.says, (0,), joined(links), there)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    finally:
        session.nesting.pop()


def _has_unknown_power(session: Session, u: Term, given: tuple[Term, ...]) -> bool:
    """Whether there is one in it, what is defined being written out."""
    if any(isinstance(t, App) and t.head == "^" and free(t.args[1]) for t in subterms(u)):
        return True
    if not any(isinstance(t, App) and t.head == "D" for t in subterms(u)):
        return False
    out = unfolded(session, u, given)
    return out is not None and any(
        isinstance(t, App) and t.head == "^" and free(t.args[1]) for t in subterms(sides(out)[1])
    )


def _written(found: Factored) -> Term:
    """One quotient of products, exponentials above the line."""
    above: list[Term] = []
    below: list[Term] = []
    for base, power in found.factors:
        if isinstance(base, App) and base.head == "exp" and power.denominator != 1:
            above.append(App("exp", (scaled(base.args[0], power),)))
            continue
        size = abs(power)
        (above if power > 0 else below).append(base if size == 1 else App("^", (base, Num(size))))
    constant = abs(found.constant)
    for side, value in ((above, constant.numerator), (below, constant.denominator)):
        if value != 1:
            side.insert(0, Num(Fraction(value)))
    top = product(above)
    whole = App("/", (top, product(below))) if below else top
    return App("neg", (whole,)) if found.constant < 0 else whole
