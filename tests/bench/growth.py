"""How the time of a decision grows with the size of the claim."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

SIGMOID = "s(x) = 1/(1 + exp(-x))"


def nested(depth: int) -> str:
    """The derivative of sigmoids in one another: a product of one factor for each."""
    inner, slope = "x", []
    for _ in range(depth):
        inner = f"s({inner})"
        slope.append(f"{inner}*(1 - {inner})")
    return f"diff({inner}, x) = {'*'.join(reversed(slope))}"


def product(count: int) -> str:
    """The logarithmic derivative of a product of shifted sigmoids."""
    factors = [f"s(x + {k})" for k in range(1, count + 1)]
    return f"diff({'*'.join(factors)}, x) = {'*'.join(factors)}*({' + '.join(f'(1 - {f})' for f in factors)})"


def derivative(order: int) -> str:
    """σ⁽ⁿ⁾ as a polynomial in σ, by p ↦ s(1 − s)p′."""
    p = [0, 1]
    for _ in range(order):
        slope = [k * c for k, c in enumerate(p)][1:]
        shifted = [0, *slope, 0]
        p = [shifted[k] - (shifted[k - 1] if k else 0) for k in range(len(shifted))]
    terms = " + ".join(f"({c})*s(x)^{k}" for k, c in enumerate(p) if c)
    return f"diff(s(x), x, {order}) = {terms}"


def polynomial(degree: int) -> str:
    """A polynomial with its least value 1 at 1: a sum of squares that is written out."""
    half = degree // 2
    powers = [Fraction(0)] * (degree + 1)
    powers[degree] += 1  # (x^half - 1)^2 + 1
    powers[half] -= 2
    powers[0] += 2
    terms = " + ".join(f"({c})*x^{k}" for k, c in enumerate(powers) if c)
    return f"{terms} >= 1"


def families() -> Iterator[tuple[str, list[tuple[int, str]]]]:
    yield "nested sigmoids, depth", [(d, nested(d)) for d in range(1, 7)]
    yield "product of sigmoids, factors", [(n, product(n)) for n in (1, 2, 4, 8, 12)]
    yield "n-th derivative, n", [(n, derivative(n)) for n in (1, 2, 5, 10, 20, 50, 100, 200)]
    yield "polynomial, degree", [(d, polynomial(d)) for d in (2, 10, 20, 50, 100, 200)]
