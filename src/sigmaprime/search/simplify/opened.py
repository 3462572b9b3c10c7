"""From terms to products of powers, with sums multiplied out and put together, or left as they are.

Of a sum of products what is common is taken out, with the lowest exponents, so that fractions come over a common
denominator; the rest is multiplied out, and divided by sums that the author has written as long as that goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from math import isqrt

from flint import fmpq, fmpq_poly

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, subterms
from sigmaprime.search.algebra import factors, fraction
from sigmaprime.search.session import NoProof
from sigmaprime.search.simplify.bases import Bases, common_powers, family, known_sum, loosely, named
from sigmaprime.search.simplify.poly import (
    Poly,
    constant,
    divided,
    generator,
    monomial_content,
    numeric_content,
    plus,
    power,
    reduced,
    times,
)
from sigmaprime.search.simplify.poly import joined as joined_monomials
from sigmaprime.search.simplify.product import HALF, Product, together
from sigmaprime.search.simplify.sums import terms_of

ONE = Product(Fraction(1))
HIGHEST_POWER = 30


def bases_of(term: Term, *, deep: bool, unities: dict[Term, Poly] | None = None) -> Bases:
    """What occurs in `term`; `unities` are squares to be replaced, as sin² by 1 − cos²."""
    bases = Bases(deep, unities=unities or {})
    _exponentials(bases, term)
    if deep:
        _author_sums(bases, term)
    return bases


def _exponentials(bases: Bases, term: Term) -> None:
    """For each family exp(c·m) its member with the least |c|, of positive sign where signs are mixed."""
    found: dict[object, list[tuple[Fraction, Term]]] = {}
    for node in sorted((t for t in subterms(term) if isinstance(t, App) and t.head == "exp"), key=repr):
        if (kin := family(node.args[0])) is not None:
            found.setdefault(kin[0], []).append((kin[1], node))
    for key, members in found.items():
        positive = [m for m in members if (m[0] > 0) == (members[0][0] > 0)]
        mixed = len(positive) < len(members)
        chosen = min([m for m in members if m[0] > 0] if mixed else members, key=lambda m: abs(m[0]))
        base = App("exp", (_plainer(chosen[1].args[0]),))  # type: ignore[union-attr]
        bases.exponents[key] = (base, chosen[0])
        if mixed:
            bases.roots[base] = "above"


def _plainer(argument: Term) -> Term:
    """−(x²)² as −x⁴."""
    if not any(isinstance(t, App) and t.head == "^" and isinstance(t.args[0], App) for t in subterms(argument)):
        return argument
    bases = bases_of(argument, deep=False)
    return bases.write(factored(bases, argument))


def _author_sums(bases: Bases, term: Term) -> None:
    """The sums under powers and roots, in products and denominators, inner ones first."""
    if not isinstance(term, App) or term.head == "fn":
        return
    for child in term.args:
        _author_sums(bases, child)
    if term.head in ("*", "/", "^", "sqrt", "cbrt"):
        for child in term.args:
            if isinstance(child, App) and child.head in ("+", "-") and child not in bases.sums:
                _keep(bases, child)


def _keep(bases: Bases, sum_: Term) -> None:
    plainly = bases_of(sum_, deep=False)
    if plainly.write(factored(plainly, sum_)) is not sum_:
        return  # not as one would leave it
    parts = [factored(bases, part).times(sign) for part, sign in _signed(sum_)]
    if any(len(expanded(bases, [part])) != 1 for part in parts):
        return
    if any(e < 0 and bases.roots.get(b) != "above" for part in parts for b, e in part.powers.items()):
        return
    poly = expanded(bases, parts)
    if bases.unities and poly != expanded(replace(bases, unities={}), parts):
        return
    content = monomial_content(poly) if poly else frozenset()
    plain = len(poly) == len(parts) > 1 and all(isinstance(base, Var) for base, _ in content)
    if plain and all(c.denominator == 1 for c in poly.values()):
        named(bases, poly, sum_)


def _signed(term: Term) -> list[tuple[Term, Product]]:
    return [(part, Product(Fraction(sign))) for part, sign in terms_of(term)]


def factored(bases: Bases, term: Term) -> Product:
    """`term` as a product of powers."""
    match term:
        case Num(value):
            return Product(value)
        case App("neg", (u,)):
            return Product(Fraction(-1)).times(factored(bases, u))
        case App("*", (u, v)):
            return settled(bases, factored(bases, u).times(factored(bases, v)))
        case App("/", (u, v)):
            below = factored(bases, v)
            if not below.number:
                raise NoProof("division by zero")
            return settled(bases, factored(bases, u).times(below.to(-1)))
        case App("+" | "-", _):
            return summed(bases, [factored(bases, part).times(sign) for part, sign in _signed(term)], term)
        case App("^", (u, v)):
            return _power(bases, term, u, v)
        case App("sqrt", (u,)):
            return _root(bases, term, u, HALF, "sqrt")
        case App("cbrt", (u,)):
            return _root(bases, term, u, Fraction(1, 3), "cbrt")
        case App("exp", (u,)) if free(u) and (kin := family(u)) is not None and kin[0] in bases.exponents:
            base, unit = bases.exponents[kin[0]]
            return Product(Fraction(1), {base: kin[1] / unit})
        case App("abs", (u,)) if bases.deep:
            inside = factored(bases, u)
            bases.squares[term] = power(expanded(bases, [inside]), 2) if _is_whole(inside) else {}
        case App("sign", (u,)) if bases.deep:
            size = factored(bases, App("abs", (u,)))
            return settled(bases, factored(bases, u).times(size.to(-1)))
    return Product(Fraction(1), {term: Fraction(1)})


def _is_whole(factors: Product) -> bool:
    return all(e > 0 and e.denominator == 1 for e in factors.powers.values())


def settled(bases: Bases, factors: Product) -> Product:
    """√2·√2 = 2 and |u|·|u| = u² in a product."""
    powers = dict(factors.powers)
    result = Product(factors.number)
    for base, exponent in factors.powers.items():
        match base:
            case App("sqrt", (Num(value),)) if abs(exponent) >= 2 and exponent.denominator == 1:
                half = int(exponent / 2)
                powers[base] = exponent - 2 * half
                result = result.times(Product(value**half))
            case App("abs", (u,)) if bases.deep and abs(exponent) >= 2 and exponent.denominator == 1:
                half = int(exponent / 2)
                powers[base] = exponent - 2 * half
                result = result.times(factored(bases, u).to(2 * half))
    for base, exponent in list(powers.items()):
        match base:
            case App("abs", (u,)) if bases.deep and exponent == -1 and powers.get(u, 0) >= 2:
                powers[base], powers[u] = Fraction(1), powers[u] - 2
    rest = {base: exponent for base, exponent in powers.items() if exponent}
    return Product(result.number, together(rest, result.powers))


def _power(bases: Bases, term: Term, u: Term, v: Term) -> Product:
    exponent = as_number(v)
    if exponent is not None and exponent.denominator == 1:
        if abs(exponent) > HIGHEST_POWER and _numeral(u) is not None:
            return Product(Fraction(1), {term: Fraction(1)})
        inside = factored(bases, u)
        if not inside.number and exponent < 0:
            raise NoProof("division by zero")
        return settled(bases, inside.to(int(exponent)))
    if exponent is not None:
        return _root(bases, term, u, exponent, "power")
    match v:
        case App("neg", (w,)):
            return Product(Fraction(1), {App("^", (u, w)): Fraction(-1)})
        case App("+" | "-" as head, (w, Num(shift))) if shift.denominator == 1:
            more = factored(bases, u).to(int(shift if head == "+" else -shift))
            return Product(Fraction(1), {App("^", (u, w)): Fraction(1)}).times(more)
    return Product(Fraction(1), {term: Fraction(1)})


def _numeral(term: Term) -> Fraction | None:
    return as_number(term)


def _root(bases: Bases, term: Term, u: Term, exponent: Fraction, style: str) -> Product:
    """u^(p/q) as a power of the base u, where u is one; else a part of its own."""
    inside = factored(bases, u)
    opaque = Product(Fraction(1), {term: Fraction(1)})
    number = _rational_root(inside.number, exponent)
    bare = {base: e for base, e in inside.powers.items() if e == 1}
    if number is None or len(inside.powers) != 1 or not bare:
        if style == "sqrt" and bases.deep and _is_whole(inside):
            bases.squares[term] = expanded(bases, [inside])
        if style == "power" and exponent != HALF:
            root = App("^", (u, Num(Fraction(1, exponent.denominator))))
            return Product(Fraction(1), {root: Fraction(exponent.numerator)})
        return opaque
    (base,) = bare
    if bases.roots.setdefault(base, style) != style and "cbrt" in (style, bases.roots[base]):
        return opaque
    return Product(number, {base: exponent})


def _rational_root(value: Fraction, exponent: Fraction) -> Fraction | None:
    if value == 1:
        return value
    if value <= 0 or exponent.denominator != 2:
        return None
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if top * top != value.numerator or bottom * bottom != value.denominator:
        return None
    return Fraction(top, bottom) ** exponent.numerator


def summed(bases: Bases, parts: Iterable[Product], term: Term | None = None) -> Product:
    """A sum of products as one product."""
    parts = [part for part in parts if part.number]
    if not bases.deep:
        return loosely(bases, parts)
    if term in bases.sums:
        return Product(Fraction(1), {term: Fraction(1)})
    common = common_powers(parts, bases.roots)
    rests = [Product(p.number, together(p.powers, {b: -e for b, e in common.items()})) for p in parts]
    total = expanded(bases, rests)
    if not total:
        return Product(Fraction(0))
    whole = Product(Fraction(1), common)
    if (known := known_sum(bases, total)) is not None:
        return settled(bases, whole.times(known))
    content = frozenset((b, e) for b, e in monomial_content(total) if bases.roots.get(b) != "above" or e > 0)
    scale = numeric_content(total)
    if all(c < 0 for c in total.values()):
        scale = -scale
    total = {joined_monomials(m, content, -1): c / scale for m, c in total.items()}
    return settled(bases, whole.times(Product(scale, dict(content))).times(_divided_out(bases, total)))


def expanded(bases: Bases, parts: list[Product]) -> Poly:
    total: Poly = {}
    for part in parts:
        poly = constant(part.number)
        for base, exponent in part.powers.items():
            poly = times(poly, generator(base, exponent))
        total = plus(total, poly)
    return reduced(total, bases.sums, {**bases.squares, **bases.unities})


def _as_power(poly: Poly) -> tuple[Poly, int] | None:
    """x² + 2x + 1 as (x + 1)², for a polynomial in one variable that is a power of another."""
    names = {base for monomial in poly for base, _ in monomial}
    degrees = [e for monomial in poly for _, e in monomial]
    if len(names) != 1 or any(e.denominator != 1 for e in degrees) or max(degrees) > HIGHEST_POWER:
        return None
    (base,) = names
    coefficients = [poly.get(frozenset(((base, Fraction(k)),)) if k else frozenset(), Fraction(0))
                    for k in range(int(max(degrees)) + 1)]  # fmt: skip
    scale, found = factors(fmpq_poly([fmpq(c.numerator, c.denominator) for c in coefficients]))
    if scale != 1 or len(found) != 1 or found[0][1] < 2:
        return None
    root, exponent = found[0]
    values = enumerate(map(fraction, root.coeffs()))
    return {frozenset(((base, Fraction(k)),)) if k else frozenset(): c for k, c in values if c}, exponent


def _divided_out(bases: Bases, poly: Poly) -> Product:
    """The polynomial divided by the sums that are known, as often as that goes; the rest is a new sum."""
    found = ONE
    for term, divisor in list(bases.sums.items()):
        while len(poly) > 1 and (quotient := divided(poly, divisor)) is not None:
            found, poly = found.times(Product(Fraction(1), {term: Fraction(1)})), quotient
    if poly.keys() == {frozenset()}:
        return found.times(Product(poly[frozenset()]))
    if len(poly) == 1:
        ((monomial, coefficient),) = poly.items()
        return found.times(Product(coefficient, dict(monomial)))
    if (known := known_sum(bases, poly)) is not None:
        return found.times(known)
    if (power_of := _as_power(poly)) is not None:
        base, exponent = power_of
        return found.times(_divided_out(bases, base).to(exponent))
    term = named(bases, poly, bases.write_sum(poly))
    bases.new.add(term)
    return found.times(Product(Fraction(1), {term: Fraction(1)}))
