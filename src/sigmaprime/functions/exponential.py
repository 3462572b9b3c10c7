"""The exponential function and the logarithms.

exp is its own derivative and exp(0) = 1; ln undoes exp.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.functions.function import Function

ELEMENTARY = "DLMF §4.2 (definitions), §4.7 (derivatives), https://dlmf.nist.gov/4.2"

FUNCTIONS: Final = (
    Function("exp", ELEMENTARY, derivative="exp(u)", latex=r"\exp", unicode="exp"),
    Function("ln", ELEMENTARY, aliases=("log",), derivative="1/u", domain=("u > 0",), latex=r"\ln", unicode="ln"),
    Function("log2", ELEMENTARY, definition="ln(x)/ln(2)", latex=r"\log_2", unicode="log₂"),
    Function("log10", ELEMENTARY, definition="ln(x)/ln(10)", latex=r"\log_{10}", unicode="log₁₀"),
)
