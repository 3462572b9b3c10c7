"""The catalogue of sentences: what a rule is called in a margin, and how a textbook says it.

A rule that is not listed goes by its name.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# The short reason beside a line, where the name of the rule would sound odd there.
REASONS: Final = MappingProxyType({
    "square is not negative": "a square is never negative",
    "square is positive": "the square of a number that is not 0",
    "power of a positive": "a power of a positive number",
    "sum of positives": "a sum of positive numbers",
    "positive plus nonnegative": "a positive number plus one that is not negative",
    "product of positives": "a product of positive numbers",
    "quotient of positives": "a quotient of positive numbers",
    "product of negatives": "a product of two negative numbers",
    "positive times negative": "a positive times a negative number",
    "negative times positive": "a negative times a positive number",
    "negative of a positive": "minus a positive number",
    "constant factor rule, factor last": "constant factor rule",
    "reciprocal rule, constant numerator": "reciprocal rule",
    "squeeze, far to the right": "squeeze",
    "squeeze, far to the left": "squeeze",
    "limit of an exponential": "the exponential function is continuous",
    "limit of a logarithm": "the logarithm is continuous",
    "exponential of what falls": "an exponential whose exponent falls without bound",
    "exponential of what grows": "an exponential whose exponent grows without bound",
    "product of bounds": "multiply the bounds",
    "number plus what grows": "a number plus what grows without bound",
    "number over what grows": "a number over what grows without bound",
    "negative of what grows": "minus what grows without bound",
    "negative of what falls": "minus what falls without bound",
    "logarithm of an exponential": "ln undoes exp",
    "exponential of a logarithm": "exp undoes ln",
})  # fmt: skip

# Theorems that several rules share.
_BETWEEN = "A continuous function on an interval takes every value between two that it takes or comes close to."
_COMBINED = "Sums, products, quotients and compositions of smooth functions are smooth."

# How a textbook says the theorem, in one sentence.
SENTENCES: Final = MappingProxyType({
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
})  # fmt: skip

# Rules whose links say little: a brief derivation takes neighbouring ones together.
ELEMENTARY: Final = frozenset((
    "constant rule", "identity rule", "negative rule", "sum rule", "difference rule", "constant factor rule",
    "constant factor rule, factor last", "constant divisor rule", "equality turned round",
))  # fmt: skip

# Of these the ones that change nothing but a symbol: they share a line with their neighbours.
TRIVIAL: Final = frozenset(("constant rule", "identity rule", "negative rule"))

# Rules that only join two relations into one: their parts are the lines of a display.
JOINING: Final = frozenset((
    "less than what is less", "less than what is at most", "at most what is less", "at most what is at most",
    "greater than what is greater", "greater than what is at least", "at least what is greater",
    "at least what is at least",
))  # fmt: skip

# Rules that say the same thing once more, in a weaker or turned-round form.
RESTATING: Final = frozenset((
    "less, so at most", "greater, so at least", "less, turned round", "at most, turned round", "greater, turned round",
    "at least, turned round", "different, turned round", "less, so not equal", "greater, so not equal",
))  # fmt: skip

# An equation read from right to left.
TURNED: Final = "equality turned round"

# Conclusions that need no reason: the reader sees that they say what has just been said.
SILENT: Final = RESTATING | {
    "less by a positive difference", "at most, by a difference", "greater by a positive difference",
    "at least, by a difference", "different by a difference", "positive difference", "nonnegative difference",
    "negative difference", "nonpositive difference", "value of a limit", "approached at the left end",
    "approached at the right end", "attained", "even, so symmetric about x = 0",
    "odd, so symmetric about the origin", "the first is false", "the second is false",
    "smooth, so differentiable", "differentiable, so continuous",
}  # fmt: skip

# The definitions of words, which give no reason beyond "that is what it means".
MEANING: Final = "the definition of the word"

# What a reader takes for granted; proved all the same, and shown when asked for.
QUIET_HEADS: Final = frozenset((
    "defined", "undefined", "interval", "open", "in", "inhabited", "outside", "some", "smooth", "continuous",
    "differentiable",
))  # fmt: skip


# What a route is called above its derivation.
ROUTES: Final = MappingProxyType({
    "reciprocal": "By the reciprocal rule",
    "quotient": "By the quotient rule",
    "logarithmic": "By the logarithmic derivative",
    "inverse": "Through the inverse function",
    "logit": "Through the inverse function, the logit",
    "tanh": "Through the hyperbolic tangent",
    "power": "By the power and chain rules",
})  # fmt: skip


def reason_for(rule: str) -> str:
    """The words beside a line that rests on `rule`."""
    return REASONS.get(rule, rule.removesuffix(", backwards"))
