"""What one sees to be positive: e^x + 1, x² + 4, x + √(x² + 1)."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.integrals.polynomial import as_polynomial, rational
from sigmaprime.search.integrals.product import HALF, Product, summands, total


def is_positive(term: Term) -> bool:
    """Whether one sees that the term is positive: e^x + 1, x² + 4, √(x² + 1)."""
    parts = summands(term)
    if len(parts) > 1:
        plainly = all(map(_is_nonnegative, parts)) and any(map(_is_positive, parts))
        return plainly or _has_no_zero(term) or _is_below_its_root(parts)
    return _is_positive(parts[0])


def _is_below_its_root(parts: tuple[Product, ...]) -> bool:
    """L + √(L² + c) with c > 0."""
    if len(parts) < 2:
        return False
    roots = [p for p in parts if any(e == HALF for _, e in p.factors)]
    if len(roots) != 1 or roots[0].number <= 0 or len(roots[0].factors) != 1:
        return False
    rest = total(p for p in parts if p is not roots[0])
    inside, names = roots[0].factors[0][0], free(rest)
    if len(names) != 1:
        return False
    x = Var(next(iter(names)))
    low, q = as_polynomial(rest, x), as_polynomial(inside, x)
    if low is None or q is None:
        return False
    left = q * rational(roots[0].number) ** 2 - low * low
    return left.degree() == 0 and left[0] > 0


def _is_positive(p: Product) -> bool:
    return p.number > 0 and all(_positive_base(b) for b, _ in p.factors)


def _is_nonnegative(p: Product) -> bool:
    return p.number > 0 and all(_positive_base(b) or (e % 2 == 0) or e.denominator % 2 == 0 for b, e in p.factors)


def _positive_base(base: Term) -> bool:
    match base:
        case Num(value):
            return value > 0
        case App("exp" | "cosh" | "sech" | "pi", _):
            return True
        case App("+" | "-", _):
            return is_positive(base)
    return False


def _has_no_zero(term: Term) -> bool:
    """A quadratic polynomial of negative discriminant that opens upwards."""
    if len(free(term)) != 1:
        return False
    q = as_polynomial(term, Var(next(iter(free(term)))))
    return q is not None and q.degree() == 2 and q[2] > 0 and q[1] * q[1] < 4 * q[0] * q[2]
