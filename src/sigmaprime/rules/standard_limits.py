"""The standard limits, which a textbook proves once and then uses by name."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

TRIGONOMETRIC = "DLMF §4.17, https://dlmf.nist.gov/4.17"
HYPERBOLIC = "DLMF §4.31, https://dlmf.nist.gov/4.31"
GROWTH = "DLMF §4.4(iii), https://dlmf.nist.gov/4.4#iii"
SLOPE = "the definition of the derivative (Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 5.1)"
QUOTIENTS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 4.4 and 4.7 (quotients and compositions)"
CONTINUITY = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 4.4 and 8.6 (u^v is exp(v*ln(u)) for u > 0)"

# functions that are given by others, and where they are continuous
CONTINUOUS: Final = (
    *((name, "cos(a) != 0") for name in ("tan", "sec")), *((name, "sin(a) != 0") for name in ("cot", "csc")),
    *((name, "defined(a)") for name in ("sinh", "cosh", "tanh", "sech", "sigmoid", "softplus")),
)  # fmt: skip

# fmt: off
RULES: Final = (
    *(rule(f"limit under {f}", f"tends({f}(u), x, p, {f}(a))", given=f"tends(u, x, p, a); {where}", source=QUOTIENTS)
      for f, where in CONTINUOUS),
    rule("standard limit sin(x)/x",           "tends(sin(x)/x, x, 0, 1)",             source=TRIGONOMETRIC),
    rule("standard limit tan(x)/x",           "tends(tan(x)/x, x, 0, 1)",             source=TRIGONOMETRIC),
    rule("standard limit (1 - cos(x))/x^2",   "tends((1 - cos(x))/x^2, x, 0, 1/2)",   source=TRIGONOMETRIC),
    rule("standard limit (1 - cos(x))/x",     "tends((1 - cos(x))/x, x, 0, 0)",       source=SLOPE),
    rule("standard limit asin(x)/x",          "tends(asin(x)/x, x, 0, 1)",            source=SLOPE),
    rule("standard limit atan(x)/x",          "tends(atan(x)/x, x, 0, 1)",            source=SLOPE),
    rule("standard limit sinh(x)/x",          "tends(sinh(x)/x, x, 0, 1)",            source=HYPERBOLIC),
    rule("standard limit tanh(x)/x",          "tends(tanh(x)/x, x, 0, 1)",            source=HYPERBOLIC),
    rule("standard limit (exp(x) - 1)/x",     "tends((exp(x) - 1)/x, x, 0, 1)",       source=SLOPE),
    rule("standard limit (a^x - 1)/x",        "tends((a^x - 1)/x, x, 0, ln(a))",      given="a > 0", source=SLOPE),
    rule("standard limit ln(1 + x)/x",        "tends(ln(1 + x)/x, x, 0, 1)",          source=SLOPE),
    rule("standard limit ((1 + x)^a - 1)/x",  "tends(((1 + x)^a - 1)/x, x, 0, a)",    given="defined(a)", source=SLOPE),
    rule("standard limit (1 + x)^(1/x)",      "tends((1 + x)^(1/x), x, 0, exp(1))",   source=GROWTH),
    rule("standard limit (1 + 1/x)^x",        "tends((1 + 1/x)^x, x, oo, exp(1))",    source=GROWTH),
    rule("standard limit (1 + 1/x)^x at -oo", "tends((1 + 1/x)^x, x, -oo, exp(1))",   source=GROWTH),
    rule("powers grow more slowly than exp",  "tends(x^a/exp(x), x, oo, 0)",          given="defined(a)", source=GROWTH),
    rule("exp grows faster than powers",      "tends(exp(x)/x^a, x, oo, oo)",         given="defined(a)", source=GROWTH),
    rule("ln grows more slowly than powers",  "tends(ln(x)/x^a, x, oo, 0)",           given="a > 0", source=GROWTH),
    rule("powers outweigh ln at 0",           "tends(x^a*ln(x), x, from_above(0), 0)", given="a > 0", source=GROWTH),
    rule("x grows more slowly than exp",      "tends(x/exp(x), x, oo, 0)",            source=GROWTH),
    rule("exp grows faster than x",           "tends(exp(x)/x, x, oo, oo)",           source=GROWTH),
    rule("ln grows more slowly than x",       "tends(ln(x)/x, x, oo, 0)",             source=GROWTH),
    rule("x outweighs ln at 0",               "tends(x*ln(x), x, from_above(0), 0)",  source=GROWTH),
    rule("limit of a real power",             "tends(u^v, x, p, a^b)",
         given="tends(u, x, p, a); tends(v, x, p, b); a > 0; defined(b)", source=CONTINUITY),
    rule("real power of what grows",          "tends(u^v, x, p, oo)",
         given="tends(u, x, p, oo); tends(v, x, p, b); b > 0", source=CONTINUITY),
    rule("negative power of what grows",      "tends(u^v, x, p, 0)",
         given="tends(u, x, p, oo); tends(v, x, p, b); b < 0", source=CONTINUITY),
    rule("power of a number above 1 that grows", "tends(a^u, x, p, oo)", given="a > 1; tends(u, x, p, oo)", source=GROWTH),
    rule("power of a number above 1 that falls", "tends(a^u, x, p, 0)",  given="a > 1; tends(u, x, p, -oo)", source=GROWTH),
    rule("power of a number below 1 that grows", "tends(a^u, x, p, 0)",  given="a > 0; a < 1; tends(u, x, p, oo)", source=GROWTH),
    rule("power of a number below 1 that falls", "tends(a^u, x, p, oo)", given="a > 0; a < 1; tends(u, x, p, -oo)", source=GROWTH),
)
# fmt: on
