"""Signs that are seen at once: of exponentials, of sums, products and quotients of what is positive.

Where a sign is not seen of a term as it stands, it may be seen of its factors once the term is opened:
1 − 1/(1 + exp(−x)) is 1/(exp(x) + 1).
"""

from __future__ import annotations

from sigmaprime.kernel.proof import Claim, Derivation, Enclosure
from sigmaprime.kernel.term import App, Num, Term, Wrong
from sigmaprime.search.algebra import product, scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.opening import opened
from sigmaprime.search.quotients import Factored, factors_of
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, joined, law, transported
from sigmaprime.search.work import Work, calculated, settle

BELOW = {"sin": "sine at least -1", "cos": "cosine at least -1"}
ABOVE = {"sin": "sine at most 1", "cos": "cosine at most 1"}
MINUS_ONE = App("neg", (Num(1),))
PAIRS = {"+": "sum of positives", "*": "product of positives", "/": "quotient of positives"}


def positive(work: Work, u: Term) -> Derivation | None:
    """`u > 0` where it is seen; None where it is not."""
    says = App(">", (u, ZERO))
    if (way := work.facts.get(says)) is not None:
        return way()
    match u:
        case Num(value) if value > 0:
            return Derivation(Claim(says), Enclosure(64))
        case App("pi"):
            return Derivation(Claim(says), Enclosure(64))
        case App("exp", (v,)):
            return _of_exponential(work, says, v)
        case App("+" | "*" | "/" as head, (v, w)):
            return _of_pair(work, says, head, v, w)
        case App("^", (v, Num(n) as exponent)) if n.denominator == 1 and n > 0 and (first := positive(work, v)):
            return law("power of a positive", says, first, u=v, n=exponent)
        case App("abs", (v,)) if (apart := App("!=", (v, ZERO))) in work.facts:
            return law("absolute value is positive", says, work.facts[apart](), u=v)
        case App("sqrt", (v,)) if first := positive(work, v):
            return law("square root is positive", says, first, u=v)
    return None


def _of_exponential(work: Work, says: Term, v: Term) -> Derivation | None:
    try:
        return law("exponential is positive", says, settle(work, App("defined", (v,))), u=v)
    except NoProof:
        return None


def _of_pair(work: Work, says: Term, head: str, v: Term, w: Term) -> Derivation | None:
    first, second = positive(work, v), positive(work, w)
    if first is not None and second is not None:
        return law(PAIRS[head], says, first, second, u=v, v=w)
    if head != "+":
        return None
    if first is not None and (other := not_negative(work, w)) is not None:
        return law("positive plus nonnegative", says, first, other, u=v, v=w)
    if second is not None and (other := not_negative(work, v)) is not None:
        return law("nonnegative plus positive", says, other, second, u=v, v=w)
    return None


def not_negative(work: Work, u: Term) -> Derivation | None:
    """`u >= 0` where it is seen of a square, a root or an absolute value."""
    says = App(">=", (u, ZERO))
    if (way := work.facts.get(says)) is not None:
        return way()
    try:
        match u:
            case App("^", (v, Num(n))) if n == 2:
                return law("square is not negative", says, settle(work, App("defined", (v,))), u=v)
            case App("+" | "-", (App(), Num(one)) | (Num(one), App())) if one == 1:
                return _beside_one(work, u)
            case App("abs", (v,)):
                return law("absolute value is not negative", says, settle(work, App("defined", (v,))), u=v)
    except NoProof:
        return None
    return None


def _beside_one(work: Work, u: Term) -> Derivation | None:
    """1 + sin v, 1 − cos v and the like are not negative."""
    match u:
        case App("+", (App("sin" | "cos" as head, (v,)) as t, Num())) | App(
            "+", (Num(), App("sin" | "cos" as head, (v,)) as t)
        ):
            bound = law(BELOW[head], App(">=", (t, MINUS_ONE)), settle(work, App("defined", (v,))), u=v)
            turned = law("at most, turned round", App("<=", (MINUS_ONE, t)), bound, u=MINUS_ONE, v=t)
            low: Term = MINUS_ONE
            high: Term = t
        case App("-", (Num(), App("sin" | "cos" as head, (v,)) as t)):
            turned = law(ABOVE[head], App("<=", (t, Num(1))), settle(work, App("defined", (v,))), u=v)
            low, high = t, Num(1)
        case _:
            return None
    gap = App("-", (high, low))
    seen = law("nonnegative difference", App(">=", (gap, ZERO)), turned, u=low, v=high)
    return seen if gap is u else transported(App(">=", (u, ZERO)), (0,), calculated(work, u, gap), seen)


def by_factors(work: Work, u: Term) -> tuple[str, Derivation] | None:
    """`u > 0` or `u < 0`, if every factor of u, opened, is seen to be positive."""
    try:
        fact = opened(work, u)
        here = u if fact is None else sides(fact)[1]
        found = factors_of(here)
        whole = _product(found)
        if whole is here and fact is None:
            return None
        proof = positive(work, whole)
        if proof is None:
            return None
        relation = ">"
        if found.constant < 0:
            relation, whole = "<", App("neg", (whole,))
            proof = law("negative of a positive", App("<", (whole, ZERO)), proof, u=whole.args[0])
        links = [fact] if fact is not None else []
        if whole is not here:
            links.append(calculated(work, here, whole))
        return relation, transported(App(relation, (u, ZERO)), (0,), joined(links), proof)
    except (NoProof, Wrong):
        return None


def _product(found: Factored) -> Term:
    """The size of a factored quotient, written as one quotient of products."""
    above: list[Term] = []
    below: list[Term] = []
    for base, power in found.factors:
        if isinstance(base, App) and base.head == "exp":
            above.append(App("exp", (scaled(base.args[0], power),)))
            continue
        side = above if power > 0 else below
        side.append(base if abs(power) == 1 else App("^", (base, Num(abs(power)))))
    size = abs(found.constant)
    for side, value in ((above, size.numerator), (below, size.denominator)):
        if value != 1:
            side.insert(0, Num(value))
    top = product(above)
    return App("/", (top, product(below))) if below else top
