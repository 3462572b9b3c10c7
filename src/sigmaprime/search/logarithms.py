"""Exponentials of sums with logarithms in them, and equations between such sums.

exp(2·ln u − ln v + w) is u²·exp(w)/v; and since exp takes a value only once, two sums with logarithms are equal as
soon as their exponentials are.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from sigmaprime.kernel.normal import Monomial
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, subterms
from sigmaprime.search.algebra import arithmetic, fraction, normal_form, product, raised, sum_of
from sigmaprime.search.cancelled import cancelled
from sigmaprime.search.chain import equation, link
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

LARGEST_MULTIPLE = 12
Parts = tuple[dict[Term, int], tuple[tuple[Monomial, Fraction], ...]]


def exponential(session: Session, node: App, u: Term, given: tuple[Term, ...]) -> Derivation | None:
    """exp(u) with the logarithms in u undone, as far as one step goes; None if there are none."""
    if (plainer := _cancelled(session, node, u, given)) is not None:
        return plainer
    try:
        match u:
            case App("ln", (w,)):
                return by_rule(session, "exponential of a logarithm", Claim(equation(node, w), given), prove)
            case App("neg", (App("ln", (w,)),)):
                goal = Claim(equation(node, App("/", (Num(1), w))), given)
                return by_rule(session, "exponential of a negative logarithm", goal, prove)
        parts = _parts(session, u)
        if parts is None or not parts[0]:
            return None
        better = _product(*parts)
        return None if better is node else arithmetic(session, node, better, given, prove)
    except NoProof:
        return None


def _cancelled(session: Session, node: App, u: Term, given: tuple[Term, ...]) -> Derivation | None:
    """exp(−c·(ln(b)/c)) = exp(−ln(b)): an exponent without what can be cancelled in it."""
    if not any(isinstance(t, App) and t.head == "/" and free(t.args[1]) for t in subterms(u)):
        return None
    try:
        plain = cancelled(session, u).term
        if len(subterms(plain)) >= len(subterms(u)):
            return None
        return link(node, (0,), arithmetic(session, u, plain, given, prove), given)
    except NoProof:
        return None


def _parts(session: Session, u: Term) -> Parts | None:
    """The whole multiples of logarithms in a sum, and what else is in it."""
    form = normal_form(session, u)
    if form.bottom.keys() != {frozenset()}:
        return None
    scale = fraction(form.bottom[frozenset()])
    logs: dict[Term, int] = {}
    rest: list[tuple[Monomial, Fraction]] = []
    for monomial, coefficient in form.top.items():
        factor = fraction(coefficient) / scale
        match tuple(monomial):
            case ((App("ln", _) as log, power),) if power == 1 and factor.denominator == 1:
                logs[log] = int(factor)
            case _:
                rest.append((monomial, factor))
    return logs, tuple(rest)


def _product(logs: dict[Term, int], rest: tuple[tuple[Monomial, Fraction], ...]) -> Term:
    ordered = sorted(logs.items(), key=lambda entry: repr(entry[0]))
    above = [raised(App("exp", (log,)), k) for log, k in ordered if k > 0]
    below = [raised(App("exp", (log,)), -k) for log, k in ordered if k < 0]
    if rest:
        above.append(App("exp", (sum_of(rest),)))
    top = product(above)
    return App("/", (top, product(below))) if below else top


def equal_exponentials(session: Session, goal: Claim, left: Term, right: Term) -> Derivation:
    """`left = right` because exp(n·left) = exp(n·right), where n clears the denominators of the logarithms."""
    if not any(isinstance(t, App) and t.head == "ln" for side in (left, right) for t in subterms(side)):
        raise NoProof("no logarithms")
    n = lcm(*(_denominator(session, side) for side in (left, right)))
    if n > LARGEST_MULTIPLE:
        raise NoProof("too large a multiple")
    way, holes = ("equal multiples", {"n": Num(n)}) if n > 1 else ("equal exponentials", {})
    if way in session.nesting:  # else exponentials of exponentials without end
        raise NoProof("tried before")
    session.nesting.append(way)
    try:
        return by_rule(session, way, goal, prove, **holes)
    finally:
        session.nesting.pop()


def _denominator(session: Session, side: Term) -> int:
    form = normal_form(session, side)
    if form.bottom.keys() != {frozenset()}:
        raise NoProof("not a sum of logarithms")
    scale = fraction(form.bottom[frozenset()])
    found = [1]
    for monomial, coefficient in form.top.items():
        logs = [s for s, _ in monomial if isinstance(s, App) and s.head == "ln"]
        if logs and len(monomial) == 1:
            found.append((fraction(coefficient) / scale).denominator)
        elif logs:
            raise NoProof("a product with a logarithm in it")
    return lcm(*found)
