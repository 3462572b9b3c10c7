"""The short reason beside a line, where the name of the rule would sound odd there; any other rule goes by its name."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_REASONS: Final = {
    **{f"one period shows {sign} everywhere": "what holds over one period holds everywhere"
       for sign in ("<", "<=", ">", ">=", "!=")},
    "absolute values, by their squares, at most": "the squares are in this order",
    "absolute values, by their squares, less": "the squares are in this order",
    "power rule, whole exponent": "power rule",
    "power rule, whole exponent below": "power rule",
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
    "square rule": "power rule",
    "negative power rule": "power rule",
    "general power rule": "power rule",
    "power rule, variable exponent": "derivative of a power with a variable exponent",
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
    "derivative of a sum over an index": "term by term",
    "derivative of a component": "every component is a variable of its own",
    "derivative of a dot product, factor last": "derivative of a dot product",
    "the one term that delta leaves": "only one term is not zero",
    "dot product": "meaning of the dot product",
    "logarithm of an exponential": "ln undoes exp",
    "exponential of a logarithm": "exp undoes ln",
}  # fmt: skip

REASONS: Final = MappingProxyType({f"reason.{rule}": words for rule, words in _REASONS.items()})
