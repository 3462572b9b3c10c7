"""An angle written in one way only: its monomials in order, so that equal angles are one term."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.normal import ONE, normal
from sigmaprime.kernel.term import App, Num, Term, Var, number
from sigmaprime.search.algebra import fraction
from sigmaprime.search.session import NoProof

TURN = frozenset(((App("pi", ()), Fraction(1)),))


def written_angle(angle: Term, less: int) -> Term:
    """a·x + b + n·π/2 for an angle, less so many right angles."""
    form = normal(angle)
    scale = fraction(form.bottom[ONE])
    parts = {monomial: fraction(c) / scale for monomial, c in form.top.items()}
    parts[TURN] = parts.get(TURN, Fraction(0)) - Fraction(less, 2)
    result: Term | None = None
    for monomial in sorted(parts, key=lambda m: (any(s is App("pi", ()) for s, _ in m), not m, sorted(map(repr, m)))):
        if (coefficient := parts[monomial]) == 0:
            continue
        term = _product(abs(coefficient), monomial)
        if result is None:
            result = term if coefficient > 0 else App("neg", (term,))
        else:
            result = App("+" if coefficient > 0 else "-", (result, term))
    return result if result is not None else number(0)


def _product(coefficient: Fraction, monomial: frozenset[tuple[object, Fraction]]) -> Term:
    factors: list[Term] = []
    for symbol, power in sorted(monomial, key=lambda factor: (factor[0] is App("pi", ()), repr(factor))):
        if not isinstance(symbol, Num | Var | App) or power.denominator != 1:
            raise NoProof("not a plain angle")
        factors.append(symbol if power == 1 else App("^", (symbol, number(power))))
    top = Num(coefficient.numerator)
    named = [top, *factors] if coefficient.numerator != 1 or not factors else factors
    product = named[0]
    for factor in named[1:]:
        product = App("*", (product, factor))
    return product if coefficient.denominator == 1 else App("/", (product, Num(coefficient.denominator)))
