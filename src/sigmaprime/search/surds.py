"""Polynomials with coefficients p + q√d: √3/18 − σ″ = 2(σ − 1/2 + √3/6)²(1/2 + √3/3 − σ).

With d fixed, p + q√d is a pair of rational numbers. The roots of F = P + Q√d are among those of its norm P² − dQ², a
rational polynomial, which is factored; those that are again p + q√d are divided out of F one after the other.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.normal import Poly, Quotient, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import factors, fraction, generator_term, symbols
from sigmaprime.search.bounds import Bounds, bounds, surd
from sigmaprime.search.different import prove_different
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.linear import LARGEST_DISCRIMINANT, minus, square_root
from sigmaprime.search.positive import Factor, times, with_sign
from sigmaprime.search.session import NoProof, Session

Pair: TypeAlias = tuple[Fraction, Fraction]
ZERO = Num(0)
HIGHEST_DEGREE = 8


def with_surds(session: Session, form: Quotient, relation: str, given: tuple[Term, ...]) -> tuple[Term, Derivation]:
    """The factored form of a polynomial in one generator over the numbers p + q√d, and the proof of its sign."""
    root, t, coefficients = _read(form)
    d = root.args[0].value  # type: ignore[union-attr]
    limits = bounds(session, t, given)
    found: list[Factor] = []
    flips = 0
    divided = _divided(coefficients, d)
    for r, multiplicity, _ in divided:
        factor, turned = _factor(session, surd(*r, root), multiplicity, t, limits, given)
        found.append(factor)
        flips += turned
    (lead,) = divided[-1][2]
    constant = surd(*lead, root)
    positive, negative = (_is(session, constant, sign) for sign in (">", "<"))
    if positive is None and negative is None:
        raise NoProof("the leading coefficient has no sign")
    if constant is not Num(1) and positive is not None:
        found.insert(0, Factor(constant, True, positive))
    elif negative is not None:
        size = surd(-lead[0], -lead[1], root)
        found.insert(0, Factor(size, True, prove(session, Claim(App(">", (size, ZERO)), ()))))
        flips += 1
    whole = times(session, found, given)
    if (relation[0] == ">") == bool(flips % 2):
        raise NoProof("the sign is the other one")
    return with_sign(session, whole, relation, bool(flips % 2), given)


def _is(session: Session, constant: Term, sign: str) -> Derivation | None:
    try:
        return prove(session, Claim(App(sign, (constant, ZERO)), ()))
    except NoProof:
        return None


def _read(form: Quotient) -> tuple[App, Term, list[Pair]]:
    """The square root, the generator and the coefficients, lowest first."""
    found = symbols(form)
    roots = [s for s in found if isinstance(s, App) and s.head == "sqrt" and isinstance(s.args[0], Num)]
    others = [s for s in found if s not in roots]
    if len(roots) != 1 or len(others) != 1 or form.bottom.keys() != {frozenset()}:
        raise NoProof("not a polynomial in one generator with one square root")
    scale = fraction(form.bottom[frozenset()])
    return roots[0], generator_term(others[0], Fraction(1)), _coefficients(form.top, roots[0], others[0], scale)


def _coefficients(poly: Poly, root: Term, generator: Symbol, scale: Fraction) -> list[Pair]:
    found: dict[int, list[Fraction]] = {}
    for monomial, coefficient in poly.items():
        powers = dict(monomial)
        degree = powers.get(generator, Fraction(0))
        if degree.denominator != 1 or not 0 <= degree <= HIGHEST_DEGREE:
            raise NoProof("not a polynomial in the generator")
        pair = found.setdefault(int(degree), [Fraction(0), Fraction(0)])
        pair[int(powers.get(root, 0))] += fraction(coefficient) / scale
    return [(p, q) for p, q in (found.get(k, [Fraction(0), Fraction(0)]) for k in range(max(found) + 1))]


def _divided(poly: list[Pair], d: Fraction) -> list[tuple[Pair, int, list[Pair]]]:
    """Each root p + q√d with its multiplicity and what is left once it is divided out."""
    found = []
    for r in _candidates(poly, d):
        multiplicity = 0
        while len(poly) > 1:
            quotient, rest = _by_root(poly, r, d)
            if any(rest):
                break
            poly, multiplicity = quotient, multiplicity + 1
        if multiplicity:
            found.append((r, multiplicity, poly))
    if len(poly) > 1 or not found:
        raise NoProof("it does not fall into linear factors")
    return found


def _candidates(poly: list[Pair], d: Fraction) -> list[Pair]:
    p, q = (fmpq_poly([fmpq(c[k].numerator, c[k].denominator) for c in poly]) for k in (0, 1))
    norm = p * p - fmpq(d.numerator, d.denominator) * q * q
    found: list[Pair] = []
    for factor, _ in factors(norm)[1]:
        if factor.degree() == 1:
            found.append((fraction(-factor[0]), Fraction(0)))
        elif factor.degree() == 2:
            b, c = fraction(factor[1]), fraction(factor[0])
            square = b * b - 4 * c
            if square > 0 and square.numerator * square.denominator <= LARGEST_DISCRIMINANT:
                outside, own = square_root(square)
                found += [(-b / 2, sign * outside / 2) for sign in (1, -1)] if own == d else []
    return found


def _by_root(poly: list[Pair], r: Pair, d: Fraction) -> tuple[list[Pair], Pair]:
    """Horner's scheme: the quotient by t − r and the remainder."""
    carried: list[Pair] = []
    here: Pair = (Fraction(0), Fraction(0))
    for p, q in reversed(poly):
        here = (here[0] * r[0] + here[1] * r[1] * d + p, here[0] * r[1] + here[1] * r[0] + q)
        carried.append(here)
    return list(reversed(carried[:-1])), carried[-1]


def _factor(
    session: Session, r: Term, multiplicity: int, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> tuple[Factor, bool]:
    """(t − r)^m as a positive factor, and whether it was turned round; a square where t may lie on both sides of r."""
    for rising in (True, False):
        for relation in (">", ">="):
            try:
                term, proof = minus(session, r, rising, relation, t, limits, given)
            except NoProof:
                continue
            factor = Factor(term, relation == ">", proof)
            return times(session, [factor] * multiplicity, given), not rising and multiplicity % 2 == 1
    if multiplicity % 2:
        raise NoProof("a factor changes its sign")
    square = App("^", (App("-", (t, r)), Num(2)))
    loose = Claim(App(">=", (square, ZERO)), given)
    try:
        strict = by_rule(session, "square is positive", Claim(App(">", (square, ZERO)), given), prove_different)
        factor = Factor(square, True, strict)
    except NoProof:
        factor = Factor(square, False, by_rule(session, "square is not negative", loose, prove))
    return times(session, [factor] * (multiplicity // 2), given), False
