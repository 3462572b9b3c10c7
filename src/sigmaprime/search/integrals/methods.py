"""The methods in the order in which one thinks of them."""

from __future__ import annotations

from typing import Final

from sigmaprime.search.integrals.angles import conjugates, double_angles, half_angle_tangent, products, squares
from sigmaprime.search.integrals.expanding import expanding, hyperbolic, logistic
from sigmaprime.search.integrals.parts import exponential_and_slope, parts
from sigmaprime.search.integrals.radicals import conjugate_roots, radical, root_of_quotient
from sigmaprime.search.integrals.rational import rational_function
from sigmaprime.search.integrals.substitution import algebraic, rationalised, substitution
from sigmaprime.search.integrals.trigonometric import powers
from sigmaprime.search.integrals.work import Method

METHODS: Final[tuple[Method, ...]] = (
    logistic, substitution, powers, products, squares, double_angles, rational_function, expanding, radical,
    conjugate_roots, root_of_quotient, algebraic, parts, exponential_and_slope, conjugates, rationalised, hyperbolic,
    half_angle_tangent,
)  # fmt: skip
