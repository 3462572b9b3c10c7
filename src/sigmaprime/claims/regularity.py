"""Continuous, differentiable, smooth: composed of functions that are; refuted by a point where the function is undefined."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind, undefined
from sigmaprime.read.phrase import Phrase

MEANING = "the definition of the word"

# fmt: off
ROWS: Final = (
    *undefined(("continuous", "differentiable", "smooth")),
)
# fmt: on

CLAIM: Final = (
    Kind(
        "continuous",
        words=(Phrase("continuous", "is continuous"),),
        denials=("undefined, so not continuous",),
    ),
    Kind(
        "differentiable",
        words=(Phrase("differentiable", "is differentiable"),),
        denials=("undefined, so not differentiable",),
    ),
    Kind(
        "smooth",
        words=(Phrase("smooth", "is smooth"),),
        denials=("undefined, so not smooth",),
    ),
)
