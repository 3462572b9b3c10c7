"""Where the inverse hyperbolic functions and the logit are defined, said of their argument itself."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

INVERSE = "DLMF §4.37(ii) (domains on the real line), https://dlmf.nist.gov/4.37#ii"
LOGIT = "MathWorld, Logit Transformation, https://mathworld.wolfram.com/LogitTransformation.html"

# fmt: off
RULES: Final = (
    rule("domain of atanh, condition 1", "u > -1", given="defined(atanh(u))", source=INVERSE),
    rule("domain of atanh, condition 2", "u < 1",  given="defined(atanh(u))", source=INVERSE),
    rule("domain of acosh",              "u >= 1", given="defined(acosh(u))", source=INVERSE),
    rule("domain of logit, condition 1", "u > 0",  given="defined(logit(u))", source=LOGIT),
    rule("domain of logit, condition 2", "u < 1",  given="defined(logit(u))", source=LOGIT),
)
# fmt: on
