"""Inequalities between polynomials in sin(t) and cos(t), wherever t lies.

A·sin(t) + B·cos(t) <= K for K > 0, since K² − (A·sin(t) + B·cos(t))² = (A·cos(t) − B·sin(t))² + K² − A² − B².
Where one of the two occurs in even powers only, sin² + cos² = 1 makes it a polynomial in the other; where all degrees
are even, sin² = (1 − cos 2t)/2, cos² = (1 + cos 2t)/2 and sin·cos = (sin 2t)/2 make it one of half the degree in 2t.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.normal import ONE
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, as_number, free, number, subterms
from sigmaprime.search.algebra import normal_form, scaled, sum_of
from sigmaprime.search.angles import units_of
from sigmaprime.search.chain import chain, sides, transport
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.identity import simplified
from sigmaprime.search.numbers import value
from sigmaprime.search.opening import open_form
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE
from sigmaprime.search.waves import Bivariate, Parts, Waves, as_term, doubled_angle, in_one, polynomial, waves
from sigmaprime.search.work import work_on

ZERO = Num(0)
HIGHEST = 8
ROOT = {">=": "square root at least", ">": "square root greater than"}
TURNED = {"<=": ("negative of a nonnegative", ">="), "<": ("negative of a positive", ">")}
NAME = "waves"


def by_waves(session: Session, goal: Claim) -> Derivation:
    """`u rel v`, by the sign of the difference of the two sides."""
    circular = [t for t in subterms(goal.says) if isinstance(t, App) and t.head in ("sin", "cos") and free(t)]
    if len(set(circular)) < 2 or NAME in session.nesting:
        raise NoProof("not a polynomial in a sine and a cosine")
    session.nesting.append(NAME)
    try:
        match goal.says:
            case App("<" | "<=" | ">" | ">=" as relation, (_, v)):
                if v is ZERO:
                    return _signed(session, goal)
                if relation[0] == "<" and not free(v):
                    with suppress(NoProof):
                        return _bounded(session, goal, relation)
                return by_rule(session, DIFFERENCE[relation][0], goal, _signed)
    finally:
        session.nesting.remove(NAME)
    raise NoProof("not an inequality")


def _bounded(session: Session, goal: Claim, relation: str) -> Derivation:
    """`A·sin(t) + B·cos(t) <= K` with these very sides."""
    u, k = goal.says.args  # type: ignore[union-attr]
    found = waves(normal_form(session, App("-", (k, u))))
    if found is None or not found.is_linear or (0, 0) in (waves(normal_form(session, u)) or found).terms:
        raise NoProof("not a sine and a cosine below a number")
    loose = relation == "<="
    there = _at_least(session, found, k, u, ">=" if loose else ">", goal.given)
    return by_rule(session, f"{'at most' if loose else 'less'}, turned round", goal, knowing(prove, there))


def _signed(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(">" | ">=" as relation, (u, v)) if v is ZERO:
            return _positive(session, u, relation, goal.given)
        case App("<" | "<=" as relation, (u, v)) if v is ZERO:
            name, turned = TURNED[relation]
            opposite = App("neg", (u,))
            there = _positive(session, opposite, turned, goal.given)
            twice = App("neg", (opposite,))
            same = prove(session, Claim(App("=", (u, twice)), goal.given))
            sign = by_rule(session, name, Claim(App(relation, (twice, ZERO)), goal.given), knowing(prove, there))
            return transport(goal.says, (0,), same, sign, goal.given)
    raise NoProof("not a sign")


def _positive(session: Session, u: Term, relation: str, given: tuple[Term, ...]) -> Derivation:
    found = waves(normal_form(session, u)) or _of_one_angle(session, u, given)
    if found is None:
        raise NoProof("not a polynomial in a sine and a cosine")
    if found.is_linear:
        shown, there = _swing(session, found, relation, given)
    else:
        shown, there = _reduced(session, found.angle, polynomial(found), found.surds, relation, given)
    if shown is u:
        return there
    same = prove(session, Claim(App("=", (u, shown)), given))
    return transport(App(relation, (u, ZERO)), (0,), chain([same], given), there, given)


def _of_one_angle(session: Session, u: Term, given: tuple[Term, ...]) -> Waves | None:
    """With the sines and cosines of multiples of an angle written by those of the angle."""
    work = work_on(session, given)
    work.units.update(units_of(work, open_form(work, u)))
    fact = simplified(work, u)
    return waves(normal_form(session, u if fact is None else sides(fact)[1]))


def _swing(session: Session, found: Waves, relation: str, given: tuple[Term, ...]) -> tuple[Term, Derivation]:
    """K − v >= 0, because K >= v."""
    sine, cosine = App("sin", (found.angle,)), App("cos", (found.angle,))
    a, b, k = (found.coefficient(*key) for key in ((1, 0), (0, 1), (0, 0)))
    v = _sum(_times(_opposite(a), sine), _times(_opposite(b), cosine))
    name = "nonnegative difference" if relation == ">=" else "positive difference"
    turned = "at most, turned round" if relation == ">=" else "less, turned round"
    below = by_rule(
        session, turned, Claim(App("<=" if relation == ">=" else "<", (v, k)), given),
        knowing(prove, _at_least(session, found, k, v, relation, given)),
    )  # fmt: skip
    gap = App("-", (k, v))
    return gap, by_rule(session, name, Claim(App(relation, (gap, ZERO)), given), knowing(prove, below))


def _at_least(session: Session, found: Waves, k: Term, v: Term, relation: str, given: tuple[Term, ...]) -> Derivation:
    """K >= v, where v = ±(A·sin(t) + B·cos(t)): the square of v is K² − (A·cos(t) − B·sin(t))² − (K² − A² − B²)."""
    a, b = found.coefficient(1, 0), found.coefficient(0, 1)
    if (as_number(a) or 0) < 0:
        a, b = _opposite(a), _opposite(b)
    if free(a) | free(b) | free(k) or (size := value(session, k)) is None or not size > 0:
        raise NoProof("a coefficient that is no number")
    from sigmaprime.search.bounds import quadratic_number

    rest = _rest(a, b, k)
    square = quadratic_number(App("^", (k, Num(2))))
    if square is None:
        raise NoProof("a square that is not written down")
    sine, cosine = App("sin", (found.angle,)), App("cos", (found.angle,))
    written: Term = App("^", (_sum(_times(a, cosine), _times(_opposite(b), sine)), Num(2)))
    written = written if rest == 0 else App("+", (written, Num(rest)))
    gap = App("-", (square, App("^", (v, Num(2)))))
    same = prove(session, Claim(App("=", (gap, written)), given))
    sign = prove(session, Claim(App(relation, (written, ZERO)), given))
    there = transport(App(relation, (gap, ZERO)), (0,), same, sign, given)
    larger = by_rule(session, DIFFERENCE[relation][0], Claim(App(relation, gap.args), given), knowing(prove, there))
    root = App("sqrt", (square,))
    rooted = by_rule(session, ROOT[relation], Claim(App(relation, (root, v)), given), knowing(prove, larger))
    if root is k:
        return rooted
    known = prove(session, Claim(App("=", (k, root)), given))
    return transport(App(relation, (k, v)), (0,), known, rooted, given)


def _opposite(a: Term) -> Term:
    exact = as_number(a)
    if exact is not None:
        return number(-exact)
    return a.args[0] if isinstance(a, App) and a.head == "neg" else App("neg", (a,))


def _rest(a: Term, b: Term, k: Term) -> Fraction:
    """K² − A² − B², which must be rational and must not be negative."""
    from sigmaprime.search.bounds import quadratic_number

    squares = [App("^", (each, Num(2))) for each in (k, a, b)]
    simple = quadratic_number(App("-", (App("-", (squares[0], squares[1])), squares[2])))
    rest = None if simple is None else as_number(simple)
    if rest is None or rest < 0:
        raise NoProof("the swing is larger, or not known")
    return rest


def _reduced(
    session: Session, angle: Term, poly: Bivariate, surds: Parts, relation: str, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """A polynomial in the cosine alone, in the sine alone, or in those of twice the angle."""
    for own in (1, 0):
        alone = in_one(poly, own)
        if alone is not None:
            shown = as_term(angle, alone)
            shown = App("+", (shown, sum_of(surds))) if surds else shown
            return shown, prove(session, Claim(App(relation, (shown, ZERO)), given))
    if any((i + j) % 2 or i + j > HIGHEST for i, j in poly):
        raise NoProof("degrees of both kinds")
    doubled = doubled_angle(poly)
    double = App("*", (Num(2), angle))
    if all(i + j <= 1 for i, j in doubled):
        terms: dict[tuple[int, int], Parts] = {key: ((ONE, c),) for key, c in doubled.items()}
        terms[0, 0] = (*terms.get((0, 0), ()), *surds)
        return _swing(session, Waves(double, terms), relation, given)
    return _reduced(session, double, doubled, surds, relation, given)


def _times(a: Term, wave: Term) -> Term:
    exact = as_number(a)
    if exact is None:
        return App("*", (a, wave))
    return number(exact) if exact == 0 else scaled(wave, exact)


def _sum(first: Term, second: Term) -> Term:
    if first is ZERO or second is ZERO:
        return second if first is ZERO else first
    match second:
        case App("neg", (size,)):
            return App("-", (first, size))
    return App("+", (first, second))
