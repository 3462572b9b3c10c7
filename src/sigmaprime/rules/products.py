"""Finite products: their sign, and their order, from those of the factors."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

FIELD: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Proposition 1.18 (ordered fields), by induction over the factors"
MEANING: Final = "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §2.1 (sums and products over an index)"
THERE: Final = "defined(prod(u, x, a, b))"
FACTORS: Final = "whole[x], x >= a, x <= b => "

# fmt: off
RULES: Final = (
    rule("product over the same indices is defined", "defined(prod(v, x, a, b))",
         given=f"{THERE}; {FACTORS} defined(v)", source=MEANING),
    rule("product of positive factors",    "prod(u, x, a, b) > 0",  given=f"{THERE}; {FACTORS} u > 0",  source=FIELD),
    rule("product of nonnegative factors", "prod(u, x, a, b) >= 0", given=f"{THERE}; {FACTORS} u >= 0", source=FIELD),
    rule("smaller factors, smaller product", "prod(u, x, a, b) <= prod(v, x, a, b)",
         given=f"{THERE}; {FACTORS} u >= 0; {FACTORS} u <= v", source=FIELD),
)
# fmt: on
