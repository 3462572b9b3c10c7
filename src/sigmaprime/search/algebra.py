"""Rational functions of one generator: from the kernel's normal form to polynomials, factors, and back to terms."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.normal import Monomial, Poly, Quotient, Symbol, equal, normal
from sigmaprime.kernel.proof import Arithmetic, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, number
from sigmaprime.search.chain import equation
from sigmaprime.search.fit import Prove
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
# FLINT cannot be interrupted: what it is given is bounded beforehand.
HIGHEST_DEGREE = 512
LARGEST_TO_FACTOR = 100_000  # degree times bits of the longest coefficient


@dataclass(frozen=True, slots=True)
class Rational:
    """top(t)/bottom(t), polynomials over the rationals in the generator t."""

    generator: Term
    top: fmpq_poly
    bottom: fmpq_poly


def normal_form(session: Session, term: Term) -> Quotient:
    """The kernel's normal form, remembered; `NoProof` where there is none."""
    found = session.forms.get(term)
    if found is None:
        try:
            found = normal(term)
        except Wrong as wrong:
            raise NoProof(str(wrong)) from None
        session.forms[term] = found
    return found  # type: ignore[return-value]


def same_form(left: Term, right: Term) -> bool:
    """Whether two terms have the same normal form; `NoProof` where one has none."""
    try:
        return equal(left, right)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None


def arithmetic(session: Session, left: Term, right: Term, given: tuple[Term, ...], prove: Prove) -> Derivation:
    """`left = right` by comparing normal forms, its conditions proved."""
    a, b = normal_form(session, left), normal_form(session, right)
    if not same_form(left, right):
        raise NoProof("the two sides have different normal forms")
    needed = [App("!=", (d, ZERO)) for d in a.divisors - b.divisors]
    needed += [App("defined", (atom,)) for atom in a.atoms - b.atoms]
    needed.sort(key=repr)
    parts = tuple(prove(session, Claim(condition, given)) for condition in needed)
    return Derivation(Claim(equation(left, right), given), Arithmetic(), parts)


def _joined(form: Quotient) -> Quotient | None:
    """exp(2)·exp(−2x) and its powers as powers of one symbol, the exponential of 2 − 2x; None if they are not that."""
    exponents = [dict(m) for poly in (form.top, form.bottom) for m in poly if m]
    first = min(exponents, key=lambda powers: sorted(abs(p) for p in powers.values()))
    key = next(iter(first))
    unit = abs(first[key])
    base = {symbol: power / unit for symbol, power in first.items()}
    if any(powers != {s: p * powers.get(key, 0) / base[key] for s, p in base.items()} for powers in exponents):
        return None
    whole: Symbol = ("sum of exponents", frozenset((m, p) for (_, m), p in base.items()))  # type: ignore[misc]

    def over(poly: Poly) -> Poly:
        return {frozenset(((whole, dict(m)[key] / base[key]),)) if m else m: c for m, c in poly.items()}

    return Quotient(over(form.top), over(form.bottom), form.divisors, form.atoms)


def symbols(form: Quotient) -> frozenset[Symbol]:
    return frozenset(symbol for poly in (form.top, form.bottom) for monomial in poly for symbol, _ in monomial)


def univariate(form: Quotient) -> Rational | None:
    """The form as a rational function of a single generator; None if there are more."""
    found = symbols(form)
    if not found:
        return Rational(ZERO, _constant(form.top), _constant(form.bottom))
    if len(found) > 1:
        joined = _joined(form) if all(isinstance(symbol, tuple) for symbol in found) else None
        return None if joined is None else univariate(joined)
    (symbol,) = found
    powers = [dict(m).get(symbol, Fraction(0)) for poly in (form.top, form.bottom) for m in poly]
    is_exponential = isinstance(symbol, tuple)
    unit = _unit([p for p in powers if p]) if is_exponential else Fraction(1)
    if max(powers) <= 0:
        unit = -unit
    lowest = min(int(p / unit) for p in powers)
    shift = -lowest if lowest < 0 else 0
    degrees = [int(p / unit) + shift for p in powers]
    common = (gcd(*degrees) or 1) if is_exponential else 1  # (e^x − e^−x)/(e^x + e^−x) is a function of e^2x
    if max(degrees) > HIGHEST_DEGREE * common:
        return None
    return Rational(
        generator_term(symbol, unit * common),
        _polynomial(form.top, symbol, unit, shift, common),
        _polynomial(form.bottom, symbol, unit, shift, common),
    )


def _unit(powers: list[Fraction]) -> Fraction:
    return Fraction(gcd(*(abs(p.numerator) for p in powers)), lcm(*(p.denominator for p in powers)))


def _constant(poly: Poly) -> fmpq_poly:
    return fmpq_poly([poly.get(frozenset(), fmpq(0))])


def _polynomial(poly: Poly, symbol: Symbol, unit: Fraction, shift: int, common: int) -> fmpq_poly:
    result = fmpq_poly([])
    for monomial, coefficient in poly.items():
        degree = (int(dict(monomial).get(symbol, Fraction(0)) / unit) + shift) // common
        if degree > HIGHEST_DEGREE:
            raise NoProof("a polynomial of too high a degree")
        result += fmpq_poly([0] * degree + [coefficient])
    return result


def generator_term(symbol: Symbol, unit: Fraction) -> Term:
    match symbol:
        case ("exp", monomial):
            return App("exp", (scaled(_monomial_term(monomial), unit),))
        case ("sum of exponents", parts):
            return App("exp", (sum_of(tuple((m, p * unit) for m, p in parts)),))  # type: ignore[misc]
        case Num() | Var() | App():
            return symbol if unit == 1 else App("^", (symbol, number(unit)))
    raise NoProof("not a generator")


def sum_of(parts: tuple[tuple[Monomial, Fraction], ...]) -> Term:
    """The sum of rational multiples of monomials, its variables first: −2·x + 2."""
    ordered = sorted(parts, key=lambda part: (not part[0], repr(sorted(part[0], key=repr))))
    total: Term | None = None
    for monomial, factor in ordered:
        size = scaled(_monomial_term(monomial), abs(factor))
        if total is None:
            total = size if factor > 0 else App("neg", (size,))
        else:
            total = App("+" if factor > 0 else "-", (total, size))
    return total if total is not None else ZERO


@lru_cache(maxsize=4096)
def scaled(term: Term, factor: Fraction) -> Term:
    """factor·term, written as one would: −x, x/2, 3·x."""
    if factor < 0:
        positive = scaled(term, -factor)
        return positive.args[0] if isinstance(positive, App) and positive.head == "neg" else App("neg", (positive,))
    if term is ONE:
        return number(factor)
    if factor.numerator == 1 and factor != 1:
        return App("/", (term, Num(factor.denominator)))
    return term if factor == 1 else App("*", (Num(factor), term))


def _monomial_term(monomial: Monomial) -> Term:
    result: Term | None = None
    for symbol, power in sorted(monomial, key=repr):
        factor = generator_term(symbol, power) if isinstance(symbol, tuple) else raised(symbol, int(power))
        result = factor if result is None else App("*", (result, factor))
    return result if result is not None else ONE


def raised(base: Term, exponent: int) -> Term:
    return base if exponent == 1 else App("^", (base, Num(exponent)))


def fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def poly_term(poly: fmpq_poly, t: Term) -> Term:
    """The polynomial written out, constant first where the leading coefficient is negative: 1 − 2t, t² − 4t + 1."""
    terms = [(k, fraction(c)) for k, c in enumerate(poly.coeffs()) if c != 0]
    if not terms:
        return ZERO
    if terms[-1][1] > 0:
        terms.reverse()
    (k, c), *others = terms
    result = _power_term(abs(c), k, t)
    if c < 0:
        result = App("neg", (result,))
    for k, c in others:
        result = App("+" if c > 0 else "-", (result, _power_term(abs(c), k, t)))
    return result


def _power_term(coefficient: Fraction, exponent: int, t: Term) -> Term:
    if exponent == 0:
        return Num(coefficient)
    power = raised(t, exponent)
    return power if coefficient == 1 else App("*", (Num(coefficient), power))


def product(factors: list[Term]) -> Term:
    result, *others = factors or [ONE]
    for factor in others:
        result = App("*", (result, factor))
    return result


def factors(poly: fmpq_poly) -> tuple[Fraction, list[tuple[fmpq_poly, int]]]:
    """A constant and the monic irreducible factors over the rationals, with their multiplicities."""
    if poly.degree() * max((int(c.p).bit_length() for c in poly.coeffs()), default=0) > LARGEST_TO_FACTOR:
        raise NoProof("a polynomial that is too large to factor")
    constant, found = poly.factor()
    scale = fraction(constant)
    monic = []
    for factor, multiplicity in sorted(found, key=lambda f: (f[0].degree(), str(f[0]))):
        lead = factor.leading_coefficient()
        scale *= fraction(lead) ** multiplicity
        monic.append((factor / lead, multiplicity))
    return scale, monic
