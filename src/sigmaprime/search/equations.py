"""An equation from another: p = q from u = v, since p − q = c·(u − v), or since p = F(u) and q = F(v).

From ln w = v follows w = exp v, from √w = v follows w = v², from exp w = v follows w = ln v: these are used as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation, Given
from sigmaprime.kernel.term import App, Num, Path, Term, Var, number, substitute
from sigmaprime.search.agreeing import agree
from sigmaprime.search.chain import chain, equation, link, sides
from sigmaprime.search.cofactor import cofactor, combination
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
MOST = 8
LETTER = Var("u")
# What is done to both sides of an equation, and where the sides stand in it.
IMAGES: tuple[tuple[Term, Path], ...] = (
    (App("^", (LETTER, Num(2))), (0,)), (App("^", (LETTER, Num(3))), (0,)), (App("exp", (LETTER,)), (0,)),
    (App("ln", (LETTER,)), (0,)), (App("sqrt", (LETTER,)), (0,)), (App("/", (Num(1), LETTER)), (1,)),
)  # fmt: skip
UNDONE = {"ln": IMAGES[2], "sqrt": IMAGES[0], "exp": IMAGES[3]}


def as_a_multiple(session: Session, goal: Claim) -> Derivation:
    """p = q from u = v, since p − q = c·(u − v)."""
    match goal.says:
        case App("=", (p, q)):
            whole = App("-", (p, q))
            for known in _equations(session, goal):
                with suppress(NoProof):
                    return _multiple(session, goal, whole, known)
            return _as_a_combination(session, goal, whole)
    raise NoProof("it is no multiple of a hypothesis")


def _equations(session: Session, goal: Claim) -> Iterator[Derivation]:
    """The equations among the hypotheses, and what they are after a function on one side is undone."""
    for index, h in enumerate(goal.given):
        match h:
            case App("=", (u, _)):
                known = Derivation(Claim(h, goal.given), Given(index))
                yield known
                match u:
                    case App(head, (w,)) if head in UNDONE:
                        image, at = UNDONE[head]
                        there = _put(image, u)
                        with suppress(NoProof):
                            first = prove(session, Claim(equation(w, there), goal.given))
                            yield chain([first, link(there, at, known, goal.given)], goal.given)


def _multiple(session: Session, goal: Claim, whole: Term, known: Derivation) -> Derivation:
    u, v = sides(known)
    factor = _factor(session, whole, App("-", (u, v)))
    product = App("*", (factor, App("-", (u, v))))
    nothing = App("*", (factor, App("-", (v, v))))
    steps = [
        prove(session, Claim(equation(whole, product), goal.given)),
        link(product, (1, 0), known, goal.given),
        prove(session, Claim(equation(nothing, ZERO), goal.given)),
    ]
    return by_rule(session, "equal, by a difference", goal, knowing(prove, chain(steps, goal.given)))


def _factor(session: Session, whole: Term, part: Term) -> Term:
    """c with whole = c·part."""
    try:
        return cofactor(session, whole, part)
    except NoProof:
        for factor in (ONE, App("neg", (ONE,))):
            if agree(session, whole, App("*", (factor, part))):
                return factor
        raise


def _as_a_combination(session: Session, goal: Claim, whole: Term) -> Derivation:
    """p = q from several equations, since p − q = c·(u − v) + c′·(u′ − v′)."""
    known = [(index, h.args) for index, h in enumerate(goal.given) if isinstance(h, App) and h.head == "="]
    if not 2 <= len(known) <= MOST:
        raise NoProof("not several equations")
    numbers = combination(session, whole, tuple(App("-", pair) for _, pair in known))
    terms = [App("*", (number(c), App("-", pair))) for c, (_, pair) in zip(numbers, known, strict=True)]
    total: Term = terms[0]
    for term in terms[1:]:
        total = App("+", (total, term))
    steps = [prove(session, Claim(equation(whole, total), goal.given))]
    for place, (index, _) in enumerate(known):
        fact = Derivation(Claim(goal.given[index], goal.given), Given(index))
        at = (0,) * (len(known) - 1 - place) + (() if place == 0 else (1,)) + (1, 0)
        steps.append(link(total, at, fact, goal.given))
        total = sides(steps[-1])[1]
    steps.append(prove(session, Claim(equation(total, ZERO), goal.given)))
    return by_rule(session, "equal, by a difference", goal, knowing(prove, chain(steps, goal.given)))


def as_an_image(session: Session, goal: Claim) -> Derivation:
    """p = q from u = v, since p = F(u) and q = F(v)."""
    match goal.says:
        case App("=", (p, q)):
            for index, h in enumerate(goal.given):
                match h:
                    case App("=", (u, v)):
                        known = Derivation(Claim(h, goal.given), Given(index))
                        for image, at in IMAGES:
                            there, here = (_put(image, side) for side in (u, v))
                            with suppress(NoProof):
                                steps = [
                                    prove(session, Claim(equation(p, there), goal.given)),
                                    link(there, at, known, goal.given),
                                    prove(session, Claim(equation(here, q), goal.given)),
                                ]
                                return chain(steps, goal.given)
    raise NoProof("it is no image of a hypothesis")


def _put(image: Term, side: Term) -> Term:
    return substitute(image, {LETTER.name: side})
