"""An integrand in a new variable: x² + 1 as u, x⁴ as (u − 1)², e^(2x) as u²."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.term import App, Term, Var, as_number, free
from sigmaprime.search.integrals.polynomial import as_polynomial, composed
from sigmaprime.search.integrals.product import ONE, Product, power, product, raised, summands, times, total, written
from sigmaprime.search.integrals.simplify import simplified
from sigmaprime.search.integrals.sums import linear, polynomial_term


class NotInTerms(Exception):
    """It cannot be written in the new variable."""


def expressed(p: Product, inner: Term, u: Var, x: Var, old: Term | None = None) -> Product:
    """The product with u for `inner`; `old` is x in terms of u, where that may be used."""
    return product(
        simplified(written(times(Product(p.number), *(_factor(b, e, inner, u, x, old) for b, e in p.factors))))
    )


def _factor(base: Term, exponent: Fraction, inner: Term, u: Var, x: Var, old: Term | None) -> Product:
    if x.name not in free(base):
        return Product(ONE, ((base, exponent),))
    own = product(inner)
    if len(own.factors) == 1 and own.factors[0][0] is base and own.number == 1:  # √x is u, so x^(3/2) is u³
        ratio = exponent / own.factors[0][1]
        if ratio.denominator != 1 and own.factors[0][1] > 1:
            raise NotInTerms  # x is not √u for u = x²
        return Product(ONE, ((u, ratio),))
    if isinstance(base, App) and base.head == "exp":
        return _exponential(base, inner, u, x, old)
    if exponent.denominator == 1 and (whole := _polynomial(base, exponent, inner, u, x)) is not None:
        return whole
    if exponent.denominator != 1 and (whole := _polynomial(base, ONE, inner, u, x)) is not None:
        return power(whole, exponent) if whole.number == 1 else raised(_as_term(whole), exponent)
    new = _term(base, inner, u, x, old)
    return power(product(new), exponent) if exponent.denominator == 1 else raised(new, exponent)


def _as_term(p: Product) -> Term:
    return total((p,))


def _polynomial(base: Term, exponent: Fraction, inner: Term, u: Var, x: Var) -> Product | None:
    """A power of a polynomial that is a polynomial in `inner`."""
    g, p = as_polynomial(inner, x), as_polynomial(base, x)
    if g is None or p is None or g.degree() < 1:
        return None
    if (h := composed(p, g)) is not None:
        return power(product(polynomial_term(h, u)), exponent)
    if exponent > 1 and p.degree() * exponent <= 20 and (h := composed(p ** int(exponent), g)) is not None:
        return product(polynomial_term(h, u))
    if exponent < -1 and p.degree() * -exponent <= 20 and (h := composed(p ** int(-exponent), g)) is not None:
        return power(product(polynomial_term(h, u)), -ONE)
    return None


def _exponential(base: App, inner: Term, u: Var, x: Var, old: Term | None) -> Product:
    match inner:
        case App("exp", (v,)):
            ratio = _ratio(base.args[0], v, x)
            if ratio is not None:
                times_, rest = ratio
                outside = () if as_number(rest) == 0 else ((App("exp", (rest,)), ONE),)
                return times(Product(ONE, ((u, times_),)), Product(ONE, outside))
    return Product(ONE, ((App("exp", (_term(base.args[0], inner, u, x, old),)), ONE),))


def _ratio(w: Term, v: Term, x: Var) -> tuple[Fraction, Term] | None:
    """r and s with w = r·v + s, for v without a constant term."""
    a, b = linear(w, x), linear(v, x)
    if a is None or b is None or b[1]:
        return None
    r = times(a[0], Product(1 / b[0].number, tuple((f, -e) for f, e in b[0].factors)))
    return (r.number, total(a[1])) if not r.factors and r.number.denominator == 1 else None


def _term(term: Term, inner: Term, u: Var, x: Var, old: Term | None) -> Term:
    if term is inner:
        return u
    if x.name not in free(term):
        return term
    match term:
        case Var():
            if old is None:
                raise NotInTerms
            return old
        case App("+" | "-" | "neg", _):
            p = as_polynomial(term, x)
            g = as_polynomial(inner, x)
            if p is not None and g is not None and (h := composed(p, g)) is not None:
                return polynomial_term(h, u)
            return total(_factors(q, inner, u, x, old) for q in summands(term))
        case App("*" | "/" | "^" | "sqrt" | "exp", _):
            if product(term).factors == ((term, ONE),) and term.head != "exp":
                raise NotInTerms
            return total((_factors(product(term), inner, u, x, old),))
        case App("fn" | "D" | "int", _):
            raise NotInTerms
        case App(head, args):
            return App(head, tuple(_term(a, inner, u, x, old) for a in args))
    raise NotInTerms


def _factors(p: Product, inner: Term, u: Var, x: Var, old: Term | None) -> Product:
    return times(Product(p.number), *(_factor(b, e, inner, u, x, old) for b, e in p.factors))
