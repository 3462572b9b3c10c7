"""The methods in the order in which one thinks of them."""

from __future__ import annotations

from typing import Final

from sigmaprime.search.integrals.angles import conjugates, half_angle_tangent, products, squares
from sigmaprime.search.integrals.expanding import expanding, hyperbolic, logistic
from sigmaprime.search.integrals.parts import parts
from sigmaprime.search.integrals.radicals import radical
from sigmaprime.search.integrals.rational import rational_function
from sigmaprime.search.integrals.substitution import rationalised, substitution
from sigmaprime.search.integrals.trigonometric import powers
from sigmaprime.search.integrals.work import Method

METHODS: Final[tuple[Method, ...]] = (
    logistic, substitution, powers, products, squares, rational_function, expanding, radical, parts, conjugates,
    rationalised, hyperbolic, half_angle_tangent,
)  # fmt: skip
