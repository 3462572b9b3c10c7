"""Inequalities between polynomials in sin(t) and cos(t), wherever t lies.

K + L >= 0 for L = A·sin(t) + B·cos(t) and K > 0, since (K + L)(K − L) = (A·cos(t) − B·sin(t))² + K² − A² − B².
Where one of the two occurs in even powers only, sin² + cos² = 1 makes it a polynomial in the other; where all degrees
are even, sin² = (1 − cos 2t)/2, cos² = (1 + cos 2t)/2 and sin·cos = (sin 2t)/2 make it one of half the degree in 2t.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from sigmaprime.search.waves import Bivariate, Parts, Waves, doubled_angle, in_one, polynomial, waves
from sigmaprime.search.work import work_on

ZERO = Num(0)
HIGHEST = 8
CONJUGATE = {">=": "nonnegative with its conjugate", ">": "positive with its conjugate"}
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
                return by_rule(session, DIFFERENCE[relation][0], goal, _signed)
    finally:
        session.nesting.remove(NAME)
    raise NoProof("not an inequality")


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
    same = prove(session, Claim(App("=", (u, shown)), given))
    return transport(App(relation, (u, ZERO)), (0,), chain([same], given), there, given)


def _of_one_angle(session: Session, u: Term, given: tuple[Term, ...]) -> Waves | None:
    """With the sines and cosines of multiples of an angle written by those of the angle."""
    work = work_on(session, given)
    work.units.update(units_of(work, open_form(work, u)))
    fact = simplified(work, u)
    return waves(normal_form(session, u if fact is None else sides(fact)[1]))


def _swing(session: Session, found: Waves, relation: str, given: tuple[Term, ...]) -> tuple[Term, Derivation]:
    """K + L >= 0 by its conjugate."""
    a, b, k = (found.coefficient(*key) for key in ((1, 0), (0, 1), (0, 0)))
    if free(a) | free(b) | free(k) or (size := value(session, k)) is None or not size > 0:
        raise NoProof("a coefficient that is no number")
    sine, cosine = App("sin", (found.angle,)), App("cos", (found.angle,))
    swing = _sum(_times(a, sine), _times(b, cosine))
    other = App("-", (_times(a, cosine), _times(b, sine)))
    rest = _rest(a, b, k)
    square: Term = App("^", (other, Num(2)))
    written = square if rest == 0 else App("+", (square, Num(rest)))
    u, v = App("+", (k, swing)), App("-", (k, swing))
    product = App("*", (u, v))
    same = prove(session, Claim(App("=", (product, written)), given))
    sign = prove(session, Claim(App(relation, (written, ZERO)), given))
    there = transport(App(relation, (product, ZERO)), (0,), same, sign, given)
    both, twice = App("+", (u, v)), App("*", (Num(2), k))
    same = prove(session, Claim(App("=", (both, twice)), given))
    large = prove(session, Claim(App(">", (twice, ZERO)), given))
    total = transport(App(">", (both, ZERO)), (0,), same, large, given)
    goal = Claim(App(relation, (u, ZERO)), given)
    proof = by_rule(session, CONJUGATE[relation], goal, knowing(prove, there, total), v=v)
    return u, proof


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
            shown = _written(angle, alone)
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


def _written(angle: Term, poly: Bivariate) -> Term:
    """The polynomial as one would write it, highest powers first."""
    sine, cosine = App("sin", (angle,)), App("cos", (angle,))
    total: Term | None = None
    for (i, j), c in sorted(poly.items(), reverse=True):
        factors = [t if n == 1 else App("^", (t, Num(n))) for t, n in ((sine, i), (cosine, j)) if n]
        size = Num(abs(c)) if not factors else scaled(_product(factors), abs(c))
        signed = size if c > 0 else App("neg", (size,))
        total = signed if total is None else App("+" if c > 0 else "-", (total, size))
    return ZERO if total is None else total


def _product(factors: Sequence[Term]) -> Term:
    first, *others = factors
    for other in others:
        first = App("*", (first, other))
    return first


def _times(a: Term, wave: Term) -> Term:
    exact = as_number(a)
    if exact is None:
        return App("*", (a, wave))
    return number(exact) if exact == 0 else scaled(wave, exact)


def _sum(first: Term, second: Term) -> Term:
    match second:
        case App("neg", (size,)):
            return App("-", (first, size))
    return App("+", (first, second))
