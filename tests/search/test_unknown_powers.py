"""Powers with unknown exponents: their limits, what their powers are, and their second derivatives."""

from __future__ import annotations

import pytest

from sigmaprime import prove

PARAMETERS = ("K > 0", "k > 0", "nu > 0", "Q > 0", "r(t) = K/(1 + Q*exp(-k*t))^(1/nu)")


@pytest.mark.parametrize(
    "claim",
    [
        "r(t) -> K as t -> oo",
        "r''(t) = k/nu*r'(t)*(1 - (1 + nu)*(r(t)/K)^nu)",
        "r is strictly convex on (-oo, ln(Q/nu)/k]",
        "d/dt (r(t)^(-nu)) = -k*(r(t)^(-nu) - K^(-nu))",
    ],
)
def test_richards(claim: str) -> None:
    assert prove(claim, let=PARAMETERS).proved


def test_the_greatest_slope_of_gompertz() -> None:
    let = ("K > 0", "k > 0", "b > 0", "g(t) = K*exp(-b*exp(-k*t))")
    assert prove("g' has unique maximum K*k/e at t = ln(b)/k", let=let).proved
    assert not prove("g' has unique maximum K*k/2 at t = ln(b)/k", let=let).proved


def test_the_other_curvature() -> None:
    assert not prove("r is strictly concave on (-oo, ln(Q/nu)/k]", let=PARAMETERS, timeout=3).proved
