"""A dip that a ball shows to lie above 0 is not followed to its bottom; one that may touch 0 is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.kernel.enclosure import precision
from sigmaprime.read.row import read_row
from sigmaprime.search.aim import aim_at
from sigmaprime.search.hunt import Line
from sigmaprime.search.session import Session


@pytest.mark.parametrize(
    ("says", "seen"),
    [
        ("x^2 + 1 > 0", True),
        ("x^2 >= 0", False),
        ("x^2 + 1/10 > 0", False),  # the ball of a square of a wide ball reaches below 0
        ("ln(x) < 5", False),  # not defined on all of it
        ("exp(x) != 0", True),
        ("x = x + 1", False),
    ],
)
def test_what_holds_between_two_numbers(says: str, seen: bool) -> None:
    aim = aim_at(Session(LAWS), read_row(says), ())
    assert aim is not None
    with precision(64, 1):
        assert Line(aim, "x", {}).holds_between(Fraction(-1, 2), Fraction(1, 2)) is seen
