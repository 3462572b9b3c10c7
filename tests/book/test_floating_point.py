"""The page on floating point against NumPy: where its formulas first give 0, and how far off the stable one is."""

from collections.abc import Callable
from fractions import Fraction
from math import log

import numpy as np
import pytest

from sigmaprime.floating import FORMATS, NEAREST, rounded

Real = np.floating[np.typing.NBitBase]


def bfloat16(value: float) -> np.float32:
    """The nearest bfloat16, ties to even, kept as a binary32."""
    nearest = rounded(Fraction(float(value)), FORMATS["bfloat16"], NEAREST)
    return np.float32(float(nearest) if nearest is not None else np.inf)


TYPES = {"binary16": np.float16, "bfloat16": bfloat16, "binary32": np.float32, "binary64": np.float64}


def sigmoid(x: float, of: Callable[[float], Real]) -> Real:
    return of(1 / of(1 + of(np.exp(of(-x)))))


def naive(x: float, of: Callable[[float], Real]) -> Real:
    s = sigmoid(x, of)
    return of(s * of(1 - s))


def stable(x: float, of: Callable[[float], Real]) -> Real:
    e = of(np.exp(of(-abs(x))))
    below = of(1 + e)
    return of(e / of(below * below))


def first_zero(function: Callable[[float, Callable[[float], Real]], Real], of: Callable[[float], Real]) -> float:
    """Where the function of a falling value becomes 0, by halving."""
    low, high = 1.0, 2000.0
    with np.errstate(over="ignore", under="ignore"):
        while high - low > 2**-12 * high:
            middle = (low + high) / 2
            low, high = (low, middle) if function(middle, of) == 0 else (middle, high)
    return high


@pytest.mark.parametrize("form", FORMATS)
def test_the_product_becomes_zero_where_the_page_says(form: str) -> None:
    bits = FORMATS[form].bits
    there = first_zero(naive, TYPES[form])
    # the computed sum is lost at p ln 2, the exact sigmoid at ln(2^(p+1) - 1); inputs are rounded, too
    one = 2.0 ** (2 - bits)
    assert bits * log(2) * (1 - one) - 0.01 <= there <= log(2.0 ** (bits + 1) - 1) * (1 + one)


@pytest.mark.parametrize("form", FORMATS)
def test_the_stable_form_becomes_zero_where_the_derivative_underflows(form: str) -> None:
    smallest = 2 - FORMATS[form].bits - FORMATS[form].largest
    there = first_zero(stable, TYPES[form])
    assert there == pytest.approx((1 - smallest) * log(2), rel=2.0 ** (1 - FORMATS[form].bits) + 2e-3)


@pytest.mark.parametrize("form", ["binary32", "binary64"])
def test_the_stable_form_is_off_by_less_than_the_page_allows(form: str) -> None:
    bits, of = FORMATS[form].bits, TYPES[form]
    points = np.linspace(-80, 80, 2001)
    if form == "binary32":
        computed = np.array([float(stable(float(np.float32(x)), of)) for x in points])
        exact = np.array([float(stable(float(np.float32(x)), np.float64)) for x in points])
    else:
        long = np.longdouble
        computed = np.array([stable(float(x), of) for x in points], dtype=long)
        exact = np.exp(-abs(points.astype(long))) / (1 + np.exp(-abs(points.astype(long)))) ** 2
    assert float(np.max(abs(computed / exact - 1))) <= 7 * 2.0**-bits
