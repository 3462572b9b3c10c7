"""An integrand as one reads it: a number, times powers of factors; and sums of such products.

Roots count as powers here (√u is u^(1/2)) and exponentials are gathered into one, so that what is found with these
rules may hold on a smaller set than the integrand is defined on. It is only proposed: the derivative is compared later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number

ONE = Fraction(1)
HALF = Fraction(1, 2)
LARGEST_ROOT = 10**9


@dataclass(frozen=True, slots=True)
class Product:
    """number · Π base^exponent; no base is a number, none occurs twice."""

    number: Fraction
    factors: tuple[tuple[Term, Fraction], ...] = ()

    def parts(self, x: Var) -> tuple[Product, Product]:
        """What is constant, and what depends on x."""
        fixed = tuple(f for f in self.factors if x.name not in free(f[0]))
        moving = tuple(f for f in self.factors if x.name in free(f[0]))
        return Product(self.number, fixed), Product(ONE, moving)


UNIT = Product(ONE)


def times(*products: Product) -> Product:
    value = reduce(lambda a, b: a * b, (p.number for p in products), ONE)
    found: dict[Term, Fraction] = {}
    for base, exponent in (f for p in products for f in p.factors):
        found[base] = found.get(base, Fraction(0)) + exponent
    return Product(value, _gathered({b: e for b, e in found.items() if e}))


def power(p: Product, exponent: Fraction) -> Product:
    if exponent.denominator != 1 and p.number != 1:
        raise ValueError("a root of a number")
    value = p.number ** int(exponent) if exponent.denominator == 1 else ONE
    return times(Product(value), *(raised(b, e * exponent) for b, e in p.factors))


def raised(base: Term, exponent: Fraction) -> Product:
    match base:
        case App("exp", (u,)) if exponent != 1:
            return Product(ONE, ((App("exp", (scaled(u, exponent),)), ONE),))
        case App("^", (Num() as b, v)):
            return Product(ONE, ((App("^", (b, scaled(v, exponent))), ONE),))
    return Product(ONE, ((base, exponent),))


def scaled(term: Term, factor: Fraction) -> Term:
    return total(times(Product(factor), p) for p in summands(term))


def _gathered(found: dict[Term, Fraction]) -> tuple[tuple[Term, Fraction], ...]:
    """e^u·e^v as e^(u + v)."""
    powers = [b for b in found if isinstance(b, App) and b.head == "exp" and (free(b) or len(found) == 1)]
    if len(powers) < 2:
        return tuple(found.items())
    exponent = total(p for b in powers for p in summands(scaled(b.args[0], found[b])))
    whole = () if as_number(exponent) == 0 else ((App("exp", (exponent,)), ONE),)
    first = powers[0]
    done: list[tuple[Term, Fraction]] = []
    for base, e in found.items():
        done += whole if base is first else () if base in powers else ((base, e),)
    return tuple(done)


@lru_cache(maxsize=4096)
def product(term: Term) -> Product:
    """The term as a product."""
    match term:
        case Num(value):
            return Product(value)
        case App("neg", (u,)):
            return times(Product(-ONE), product(u))
        case App("*", (u, v)):
            return times(product(u), product(v))
        case App("/", (u, v)):
            below = product(v)
            return times(product(u), power(below, -ONE)) if below.number else Product(ONE, ((term, ONE),))
        case App("^", (u, v)) if (exponent := as_number(v)) is not None:
            inner = product(u)
            if exponent.denominator == 1 and (inner.number or exponent > 0):
                return power(inner, exponent)
            return raised(u, exponent)
        case App("sqrt", (Num() as u,)):
            return square_root_of(u)
        case App("sqrt", (u,)):
            return raised(u, HALF)
    return Product(ONE, ((term, ONE),))


def square_root_of(u: Num) -> Product:
    """√12 as 2√3."""
    whole = u.value.numerator * u.value.denominator
    if not whole or whole > LARGEST_ROOT:
        return Product(Fraction(0)) if not whole else Product(ONE, ((u, HALF),))
    outside = max((k for k in range(1, 200) if whole % (k * k) == 0), default=1)
    inside = whole // (outside * outside)
    value = Fraction(outside, u.value.denominator)
    return Product(value) if inside == 1 else Product(value, ((Num(inside), HALF),))


@lru_cache(maxsize=4096)
def written(p: Product) -> Term:
    """The product as a term: number, factors, and a fraction bar where there is something to put below it."""
    if not p.factors:
        return number(p.number)
    if (whole := _with_integral(p)) is not None:
        return whole
    above = [_power(b, e) for b, e in _in_order(p.factors) if e > 0]
    below = [_power(b, -e) for b, e in _in_order(p.factors) if e < 0]
    size = abs(p.number)
    if size.numerator != 1 or not above:
        above.insert(0, Num(size.numerator))
    if size.denominator != 1:
        below.insert(0, Num(size.denominator))
    top = reduce(lambda a, b: App("*", (a, b)), above)
    whole = App("/", (top, reduce(lambda a, b: App("*", (a, b)), below))) if below else top
    return App("neg", (whole,)) if p.number < 0 else whole


def _with_integral(p: Product) -> Term | None:
    """½·∫ … rather than a fraction with an integral above the bar."""
    integrals = [b for b, e in p.factors if isinstance(b, App) and b.head == "int" and e == 1]
    if len(integrals) != 1:
        return None
    rest = Product(abs(p.number), tuple(f for f in p.factors if f[0] is not integrals[0]))
    whole = integrals[0] if rest == UNIT else App("*", (written(rest), integrals[0]))
    return App("neg", (whole,)) if p.number < 0 else whole


def _in_order(factors: tuple[tuple[Term, Fraction], ...]) -> list[tuple[Term, Fraction]]:
    """Numbers, powers of letters and sums of them, exponentials; other functions as they came; integrals last."""
    return sorted(factors, key=lambda f: _rank(f[0]))


def _rank(base: Term) -> int:
    match base:
        case Var():
            return 1
        case App("+" | "-", _):
            return 2 if all(isinstance(b, Var) for p in summands(base) for b, _ in p.factors) else 5
        case App("exp", _):
            return 3
        case App("int", _):
            return 6
    return 4 if free(base) else 0


def _power(base: Term, exponent: Fraction) -> Term:
    if exponent == 1:
        return base
    return App("sqrt", (base,)) if exponent == HALF else App("^", (base, Num(exponent)))


@lru_cache(maxsize=4096)
def summands(term: Term) -> tuple[Product, ...]:
    """The term as a sum of products; a quotient of a sum stays one product."""
    match term:
        case App("+", (u, v)):
            return (*summands(u), *summands(v))
        case App("-", (u, v)):
            return (*summands(u), *(times(Product(-ONE), p) for p in summands(v)))
        case App("neg", (u,)):
            return tuple(times(Product(-ONE), p) for p in summands(u))
    return (product(term),)


def collected(products: Iterable[Product]) -> tuple[Product, ...]:
    """Like terms taken together."""
    found: dict[frozenset[tuple[Term, Fraction]], tuple[Fraction, Product]] = {}
    for p in products:
        key = frozenset(p.factors)
        value, first = found.get(key, (Fraction(0), p))
        found[key] = (value + p.number, first)
    return tuple(Product(value, p.factors) for value, p in found.values() if value)


def total(products: Iterable[Product]) -> Term:
    parts = collected(products)
    if not parts:
        return Num(0)
    whole = written(parts[0])
    for p in parts[1:]:
        sign, size = ("-", Product(-p.number, p.factors)) if p.number < 0 else ("+", p)
        whole = App(sign, (whole, written(size)))
    return whole


def distributed(outer: Product, inner: Iterable[Product]) -> tuple[Product, ...]:
    return tuple(times(outer, p) for p in inner)


def nodes(term: Term) -> Iterator[Term]:
    """Every subterm, outermost first, with repetitions."""
    yield term
    if isinstance(term, App):
        for arg in term.args:
            yield from nodes(arg)
