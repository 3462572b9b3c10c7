"""Products of sums: multiplied out, gathered again, and as polynomials."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from flint import fmpq_poly

from sigmaprime.kernel.term import Term, Var, free
from sigmaprime.search.integrals.polynomial import as_polynomial, fraction, primitive
from sigmaprime.search.integrals.product import ONE, Product, collected, power, product, summands, times, total

MOST_TERMS: Final = 40


def as_polynomials(p: Product, x: Var) -> Product:
    """Sums in the factors made primitive: 2x + 4 as 2(x + 2), 3 − x as −(x − 3)."""
    done = [Product(p.number)]
    for base, exponent in p.factors:
        poly = as_polynomial(base, x) if not isinstance(base, Var) else None
        if poly is None or exponent.denominator != 1:
            done.append(Product(ONE, ((base, exponent),)))
            continue
        lead, rest = primitive(poly)
        lowest = next(k for k in range(rest.degree() + 1) if rest[k] != 0)
        rest = rest.right_shift(lowest)
        inner = Product(lead, ((x, Fraction(lowest)),) if lowest else ())
        inner = times(inner, product(polynomial_term(rest, x))) if rest.degree() > 0 else inner
        done.append(power(inner, exponent))
    return times(*done)


def polynomial_term(p: fmpq_poly, x: Var) -> Term:
    """3x² − x + 1: the highest power first; 4 − x² rather than −x² + 4."""
    terms = monomials(p, x)
    backwards = len(terms) > 1 and terms[0].number < 0 < terms[-1].number
    return total(terms[::-1] if backwards else terms)


def without_fractions(p: Product, x: Var) -> Product:
    """x²/4 − 1/4 as (x² − 1)/4."""
    done = [Product(p.number)]
    for base, exponent in p.factors:
        poly = as_polynomial(base, x) if not isinstance(base, Var) else None
        if poly is None or exponent.denominator != 1 or poly.denom() == 1:
            done.append(Product(ONE, ((base, exponent),)))
            continue
        lead, rest = primitive(poly)
        done += [
            power(Product(abs(lead)), exponent),
            power(product(polynomial_term(rest if lead > 0 else -rest, x)), exponent),
        ]
    return times(*done)


def monomials(p: fmpq_poly, x: Var) -> tuple[Product, ...]:
    degrees = (k for k in range(p.degree(), -1, -1) if p[k] != 0)
    return tuple(Product(fraction(p[k]), ((x, Fraction(k)),) if k else ()) for k in degrees)


def expanded(p: Product, x: Var) -> tuple[Product, ...] | None:
    """The product multiplied out; None if nothing is to be multiplied out, or it becomes too long."""
    sums = [(b, e) for b, e in p.factors if len(summands(b)) > 1 and e.denominator == 1 and e > 0]
    if not any(x.name in free(b) for b, _ in sums):
        return None
    rest = Product(p.number, tuple(f for f in p.factors if f not in sums))
    terms: tuple[Product, ...] = (rest,)
    for base, exponent in sums:
        for _ in range(int(exponent)):
            terms = collected(times(t, s) for t in terms for s in summands(base))
            if len(terms) > MOST_TERMS:
                return None
    return terms


def multiplied_out(term: Term, x: Var) -> tuple[Product, ...]:
    """Every power of a sum in the term multiplied out."""
    done: list[Product] = []
    for p in summands(term):
        done += expanded(p, x) or (p,)
    return collected(done)


def linear(term: Term, x: Var) -> tuple[Product, tuple[Product, ...]] | None:
    """a and b of a·x + b, a not 0; b as a sum."""
    slope: list[Product] = []
    rest: list[Product] = []
    for p in multiplied_out(term, x):
        fixed, moving = p.parts(x)
        if not moving.factors:
            rest.append(fixed)
        elif moving.factors == ((x, ONE),):
            slope.append(fixed)
        else:
            return None
    return (slope[0], tuple(rest)) if len(slope) == 1 else None


def one_product(terms: tuple[Product, ...], x: Var) -> tuple[Product, ...]:
    """e^x + x·e^x as (1 + x)·e^x: terms that differ by polynomials only, as one product."""
    split = [_polynomial_and_rest(p, x) for p in terms]
    if len(terms) < 2 or any(rest != split[0][1] or not rest.factors for _, rest in split):
        return terms
    whole = total(polynomial for polynomial, _ in split)
    poly = as_polynomial(whole, x)
    return terms if poly is None else (times(split[0][1], product(whole)),)


def _polynomial_and_rest(p: Product, x: Var) -> tuple[Product, Product]:
    inside = tuple(f for f in p.factors if as_polynomial(f[0], x) is not None and f[1] > 0 and f[1].denominator == 1)
    return Product(p.number, inside), Product(ONE, tuple(f for f in p.factors if f not in inside))
