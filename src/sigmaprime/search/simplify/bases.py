"""What the author has written: which sums, roots and exponentials occur, and sums that are left as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sigmaprime.kernel.normal import Monomial as Exponents
from sigmaprime.kernel.normal import Quotient, normal
from sigmaprime.kernel.term import App, Term, Wrong
from sigmaprime.search.simplify.poly import Poly, scaled
from sigmaprime.search.simplify.product import Product, written
from sigmaprime.search.simplify.sums import written_sum


@dataclass(slots=True)
class Bases:
    """What the author has written: sums and their polynomials, how roots are written, which exponentials occur."""

    deep: bool
    sums: dict[Term, Poly] = field(default_factory=dict)
    named: dict[frozenset[tuple[object, ...]], Term] = field(default_factory=dict)
    roots: dict[Term, str] = field(default_factory=dict)
    squares: dict[Term, Poly] = field(default_factory=dict)
    unities: dict[Term, Poly] = field(default_factory=dict)
    exponents: dict[object, tuple[Term, Fraction]] = field(default_factory=dict)
    new: set[Term] = field(default_factory=set)

    def write(self, factors: Product) -> Term:
        return written(factors, self.roots, frozenset(self.new))

    def write_sum(self, poly: Poly) -> Term:
        return written_sum(poly, lambda factors: written(factors, self.roots))


def family(argument: Term) -> tuple[object, Fraction] | None:
    try:
        form: Quotient = normal(argument)
    except Wrong:
        return None
    if not form.top or len(form.bottom) != 1:
        return None
    ((below, scale),) = form.bottom.items()
    ordered: list[tuple[Exponents, object]] = sorted(form.top.items(), key=lambda item: repr(sorted(item[0], key=repr)))
    first = form.top[ordered[0][0]]
    key = (below, frozenset((monomial, str(form.top[monomial] / first)) for monomial in form.top))
    factor = first / scale
    return key, Fraction(int(factor.p), int(factor.q))


def named(bases: Bases, poly: Poly, term: Term) -> Term:
    bases.sums[term] = poly
    bases.named[key_of(poly)] = term
    return term


def key_of(poly: Poly) -> frozenset[tuple[object, ...]]:
    return frozenset(poly.items())


def common_powers(parts: list[Product], roots: Mapping[Term, str]) -> dict[Term, Fraction]:
    """What can be taken out of every part; of e^x and e^(−x) nothing."""
    lowest: dict[Term, Fraction] = {}
    for base in dict.fromkeys(base for part in parts for base in part.powers):
        exponents = [part.powers.get(base, Fraction(0)) for part in parts]
        low = min(exponents)
        if roots.get(base) == "above" and low < 0:
            high = max(exponents)
            low = high if high < 0 else Fraction(0)
        if low:
            lowest[base] = low
    return lowest


def known_sum(bases: Bases, poly: Poly) -> Product | None:
    for sign in (1, -1):
        term = bases.named.get(key_of(scaled(poly, Fraction(sign))))
        if term is not None:
            return Product(Fraction(sign), {term: Fraction(1)})
    return None


def loosely(bases: Bases, parts: list[Product]) -> Product:
    """Like terms taken together, and nothing else; the sum is a base."""
    total: dict[frozenset[tuple[Term, Fraction]], tuple[Fraction, Product]] = {}
    for part in parts:
        key = frozenset(part.powers.items())
        number = total[key][0] if key in total else Fraction(0)
        total[key] = (number + part.number, part)
    kept = [Product(number, part.powers) for number, part in total.values() if number]
    if len(kept) < 2:
        return kept[0] if kept else Product(Fraction(0))
    first = next((i for i, part in enumerate(kept) if part.number > 0), 0)
    kept = [kept[first], *kept[:first], *kept[first + 1 :]]
    sign = -1 if kept[0].number < 0 else 1
    result: Term = bases.write(Product(abs(kept[0].number), kept[0].powers))
    for part in kept[1:]:
        head = "+" if part.number * sign > 0 else "-"
        result = App(head, (result, bases.write(Product(abs(part.number), part.powers))))
    return Product(Fraction(sign), {result: Fraction(1)})
