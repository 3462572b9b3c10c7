"""The logistic sigmoid and its relatives: logit undoes it, softplus is its antiderivative, silu is x·σ(x).

σ(x) = 1/(1 + e^(−x)). The Hill and the Gompertz curve are the other two S-shaped curves in use.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.functions.function import Function

SIGMOID = "MathWorld, Sigmoid Function, https://mathworld.wolfram.com/SigmoidFunction.html"
UNITS = "Hendrycks & Gimpel, Gaussian Error Linear Units, arXiv:1606.08415"
CURVES = "Wikipedia, Sigmoid function, https://en.wikipedia.org/wiki/Sigmoid_function"

FUNCTIONS: Final = (
    Function(
        "sigmoid",
        SIGMOID,
        aliases=("σ", "sigma", "logistic"),
        definition="1/(1 + exp(-x))",
        latex=r"\sigma",
        unicode="σ",
    ),
    Function("logit", SIGMOID, definition="ln(x/(1 - x))", latex=r"\mathrm{logit}", unicode="logit"),
    Function("softplus", UNITS, definition="ln(1 + exp(x))", latex=r"\mathrm{softplus}", unicode="softplus"),
    Function("silu", UNITS, aliases=("swish",), definition="x*sigmoid(x)", latex=r"\mathrm{silu}", unicode="silu"),
    Function("relu", UNITS, definition="max(x, 0)", latex=r"\mathrm{relu}", unicode="relu"),
    Function("gelu", UNITS, definition="x*Phi(x)", latex=r"\mathrm{gelu}", unicode="gelu"),
    Function("mish", UNITS, definition="x*tanh(softplus(x))", latex=r"\mathrm{mish}", unicode="mish"),
    Function(
        "hill", CURVES, parameters=("x", "k", "n"), definition="x^n/(k^n + x^n)", latex=r"\mathrm{hill}", unicode="hill"
    ),
    Function(
        "gompertz",
        CURVES,
        parameters=("x", "a", "b", "c"),
        definition="a*exp(-b*exp(-c*x))",
        latex=r"\mathrm{gompertz}",
        unicode="gompertz",
    ),
)
