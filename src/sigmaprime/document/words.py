"""Which rules a reader takes in at a glance, and which claims go without saying: what decides how a proof is told."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

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

# A fact that is used on the way to another.
CUT: Final = "with what follows"
# How the names of the rules begin or go on that are proofs by induction.
INDUCTION: Final = "by induction"

# Two sums that are equal because their terms are.
TERM_BY_TERM: Final = "sums of equal terms"

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
    "local maximum", "local minimum",
}  # fmt: skip

# Rules that compare a monotonic function with its value at another point, and the words for it.
BESIDE: Final = MappingProxyType({
    "above an earlier value": "rises from at least", "still above an earlier value": "rises from above",
    "not below an earlier value": "rises from at least", "above a later value": "falls to at least",
    "still above a later value": "falls to above", "not below a later value": "falls to at least",
    "below a later value": "rises to at most", "still below a later value": "rises to below",
    "not above a later value": "rises to at most", "below an earlier value": "falls from at most",
    "still below an earlier value": "falls from below", "not above an earlier value": "falls from at most",
})  # fmt: skip

# The definitions of words, which give no reason beyond "that is what it means".
MEANING: Final = "the definition of the word"

# What a reader takes for granted; proved all the same, and shown when asked for.
QUIET_HEADS: Final = frozenset((
    "defined", "undefined", "interval", "open", "in", "inhabited", "outside", "some", "smooth", "continuous",
    "differentiable", "whole",
))  # fmt: skip
