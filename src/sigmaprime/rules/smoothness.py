"""Continuity and smoothness of combinations: sums, products, quotients and compositions of smooth functions are smooth."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

SMOOTH = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 5.3 and 5.5, applied again and again"
CONTINUOUS = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorems 4.7, 4.9 and 5.2"

# fmt: off
RULES: Final = (
    rule("constants are smooth",          "smooth(c, x, S)",      given="defined(c)",                          source=SMOOTH),
    rule("the variable is smooth",        "smooth(x, x, S)",                                                  source=SMOOTH),
    rule("negative of a smooth function", "smooth(-u, x, S)",     given="smooth(u, x, S)",                     source=SMOOTH),
    rule("sum of smooth functions",       "smooth(u + v, x, S)",  given="smooth(u, x, S); smooth(v, x, S)",    source=SMOOTH),
    rule("difference of smooth functions", "smooth(u - v, x, S)", given="smooth(u, x, S); smooth(v, x, S)",    source=SMOOTH),
    rule("product of smooth functions",   "smooth(u*v, x, S)",    given="smooth(u, x, S); smooth(v, x, S)",    source=SMOOTH),
    rule("quotient of smooth functions",  "smooth(u/v, x, S)",
         given="smooth(u, x, S); smooth(v, x, S); in(x, S) => v != 0", source=SMOOTH),
    rule("power of a smooth function",    "smooth(u^n, x, S)",    given="smooth(u, x, S)",                     source=SMOOTH),
    rule("negative power of a smooth function", "smooth(u^(-n), x, S)",
         given="smooth(u, x, S); in(x, S) => u != 0", source=SMOOTH),
    rule("derivative of a smooth function", "smooth(D(u, x), x, S)",
         given="smooth(u, x, S); open[S]", source=SMOOTH),
    rule("smooth, so differentiable",     "differentiable(u, x, S)", given="smooth(u, x, S)",                  source=SMOOTH),
    rule("differentiable, so continuous", "continuous(u, x, S)",  given="differentiable(u, x, S)",             source=CONTINUOUS),
    rule("continuous constant",           "continuous(c, x, S)",  given="defined(c)",                          source=CONTINUOUS),
    rule("continuous variable",           "continuous(x, x, S)",                                              source=CONTINUOUS),
    rule("continuous negative",           "continuous(-u, x, S)", given="continuous(u, x, S)",                 source=CONTINUOUS),
    rule("continuous sum",                "continuous(u + v, x, S)", given="continuous(u, x, S); continuous(v, x, S)", source=CONTINUOUS),
    rule("continuous difference",         "continuous(u - v, x, S)", given="continuous(u, x, S); continuous(v, x, S)", source=CONTINUOUS),
    rule("continuous product",            "continuous(u*v, x, S)",   given="continuous(u, x, S); continuous(v, x, S)", source=CONTINUOUS),
    rule("continuous quotient",           "continuous(u/v, x, S)",
         given="continuous(u, x, S); continuous(v, x, S); in(x, S) => v != 0", source=CONTINUOUS),
    rule("continuous power",              "continuous(u^n, x, S)",   given="continuous(u, x, S)",              source=CONTINUOUS),
    rule("continuous power, fixed exponent", "continuous(u^c, x, S)",
         given="continuous(u, x, S); in(x, S) => defined(u^c)", source=CONTINUOUS),
    rule("smooth on a part",              "smooth(u, x, S)",        given="smooth(u, x, (-oo, oo))",          source=SMOOTH),
)
# fmt: on
