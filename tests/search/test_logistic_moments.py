"""Integrals of x times the slope of a sigmoid: by parts, where v is a power of the sum below the line."""

from __future__ import annotations

import pytest

from sigmaprime import prove


@pytest.mark.parametrize(
    "claim",
    [
        "int(x*exp(x)/(1 + exp(x))^2, x, 0, oo) = ln(2)",
        "int(x*exp(-x)/(1 + exp(-x))^2, x) = x/(1 + exp(-x)) - ln(exp(x) + 1) + C",
    ],
)
def test_mean(claim: str) -> None:
    assert prove(claim).proved


def test_a_wrong_mean() -> None:
    assert not prove("int(x*exp(x)/(1 + exp(x))^2, x, 0, oo) = 1/2").proved
