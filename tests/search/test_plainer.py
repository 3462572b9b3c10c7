"""Conditions in the form of a textbook."""

import pytest

from sigmaprime.notation.line import language
from sigmaprime.read.row import read_row
from sigmaprime.search.plainer import plainer


@pytest.mark.parametrize(
    ("condition", "simple"),
    [
        ("sin(x)^2 > 0", "sin(x) != 0"),
        ("sin(x)^2 != 0", "sin(x) != 0"),
        ("x^3 > 0", "x^3 > 0"),
        ("abs(x) > 0", "x != 0"),
        ("2*x^4 > 0", "x != 0"),
        ("-2*x > 0", "-2*x > 0"),
        ("sqrt(x - 1) != 0", "x - 1 > 0"),
        ("(exp(x) - 1)^2 != 0", "x != 0"),
        ("exp(x) - 1 > 0", "x > 0"),
        ("x - 1 > 0", "x - 1 > 0"),
    ],
)
def test_a_condition_is_said_simply(condition: str, simple: str) -> None:
    assert language(plainer(read_row(condition))) == simple
