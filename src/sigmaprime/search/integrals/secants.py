"""sec w + tan w is not 0 where it is defined: (1 + sin w)(1 − sin w) = cos² w, and the same for csc w + cot w."""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.goals import prove
from sigmaprime.search.session import Session
from sigmaprime.search.steps import law, transported, widened

ZERO, ONE, TWO = Num(0), Num(1), Num(2)
NAMES = {("sec", "tan"): ("sin", "cos"), ("csc", "cot"): ("cos", "sin")}


def base_of(sum_: Term) -> tuple[Term, Term, Term] | None:
    """What must not be 0, 1 + sin w and the sum as it is written by sines and cosines; None for another sum."""
    match sum_:
        case App("+", (App(f, (u,)), App(g, (v,)))) if u is v and (names := NAMES.get((f, g))):
            top, below = App(names[0], (u,)), App(names[1], (u,))
            out = App("+", (App("/", (ONE, below)), App("/", (top, below))))
            return below, top, out
    return None


def remember(session: Session, sum_: Term, given: tuple[Term, ...]) -> None:
    """Prove that the sum is not 0, and keep the proof where the search looks for it."""
    found = base_of(sum_)
    if found is None:
        return
    below, top, out = found
    goal = Claim(App("!=", (out, ZERO)), given)
    session.found[goal] = widened(_proof(session, below, top, out, given), goal)


def _proof(session: Session, below: Term, top: Term, out: Term, given: tuple[Term, ...]) -> Derivation:
    more, less = App("+", (ONE, top)), App("-", (ONE, top))
    product, square = App("*", (more, less)), App("^", (below, TWO))
    same = prove(session, Claim(App("=", (product, square)), given))
    not_zero = transported(App("!=", (product, ZERO)), (0,), same, _not_zero(session, square, given))
    first = law("first factor of what is not zero", App("!=", (more, ZERO)), not_zero, u=more, v=less)
    quotient = App("/", (more, below))
    whole = law(
        "quotient that is not zero", App("!=", (quotient, ZERO)), first, _not_zero(session, below, given),
        u=more, v=below,
    )  # fmt: skip
    together = prove(session, Claim(App("=", (out, quotient)), given))
    return transported(App("!=", (out, ZERO)), (0,), together, whole)


def _not_zero(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation:
    return prove(session, Claim(App("!=", (term, ZERO)), given))
