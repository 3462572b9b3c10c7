"""How a textbook says a theorem, in one sentence."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Theorems that several rules share.
_BETWEEN = "A continuous function on an interval takes every value between two that it takes or comes close to."
_COMBINED = "Sums, products, quotients and compositions of smooth functions are smooth."

_THEOREMS: Final = {
    "positive slope":
        "A continuous function on an interval whose derivative is positive inside it is strictly increasing.",
    "negative slope":
        "A continuous function on an interval whose derivative is negative inside it is strictly decreasing.",
    "nonnegative slope": "A continuous function on an interval whose derivative is nowhere negative is increasing.",
    "nonpositive slope": "A continuous function on an interval whose derivative is nowhere positive is decreasing.",
    "slope zero": "A continuous function on an interval whose derivative is 0 inside it is constant.",
    "slope bounded":
        "By the mean value theorem a bound for the absolute value of the derivative is a Lipschitz constant.",
    "positive curvature": "A function whose second derivative is positive inside an interval is strictly convex there.",
    "negative curvature":
        "A function whose second derivative is negative inside an interval is strictly concave there.",
    "squeeze": "What lies between two functions with the same limit has that limit.",
    "squeeze, far to the right": "What lies, far to the right, between two functions with one limit has that limit.",
    "squeeze, far to the left": "What lies, far to the left, between two functions with one limit has that limit.",
    "inverse function rule": "The slope of an inverse function is one over the slope of the function.",
    "logarithmic differentiation":
        "The derivative of a positive function is the function times the derivative of its logarithm.",
    **dict.fromkeys((
        "open range", "range with its least value", "range with its greatest value", "closed range",
        "range open and unbounded above", "range closed and unbounded above", "range open and unbounded below",
        "range closed and unbounded below", "range is everything",
    ), _BETWEEN),
    **dict.fromkeys((
        "sum of smooth functions", "difference of smooth functions", "product of smooth functions",
        "quotient of smooth functions", "power of a smooth function", "negative of a smooth function",
    ), _COMBINED),
    "derivative of a smooth function": "The derivative of a smooth function is smooth.",
}  # fmt: skip

THEOREMS: Final = MappingProxyType({f"theorem.{rule}": sentence for rule, sentence in _THEOREMS.items()})
