"""Signs that are seen at once are right, by trial; and what nobody sees is not said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.read.row import read_row
from sigmaprime.search.at_sight import holds_at_sight, is_known, make_known
from sigmaprime.search.session import Session
from sigmaprime.search.trial import holds_at

SEEN = (
    "1 + exp(-x) != 0", "x^2 + 3 > 0", "abs(x) >= 0", "cosh(x) > 0", "4*cosh(x/2)^2 != 0", "sqrt(x^2 + 1) > 0",
    "sigmoid(x) > 0", "pi/exp(x) > 0", "2^x > 0", "x^4 + abs(x) >= 0",
    "-exp(x) < 0", "-cosh(x) < 0",
)  # fmt: skip
NOT_SEEN = (
    "x > 0", "x != 0", "x^3 >= 0", "exp(x) - 1 >= 0", "sinh(x) > 0", "x^2 > 0", "abs(x) > 0", "0 > 0", "sqrt(x) > 0",
    "exp(x) < 0", "exp(x) > 1", "-exp(x) != 0", "1/(x + 1) > 0", "x + exp(x) > 0", "unknown(x) > 0", "-x < 0",
)  # fmt: skip
PLACES = tuple(Fraction(n, 7) for n in range(-40, 41))


@pytest.mark.parametrize("condition", SEEN)
def test_what_is_seen_holds(condition: str) -> None:
    session, says = Session(LAWS), read_row(condition)
    assert holds_at_sight(session, says)
    assert all(holds_at(session, says, {"x": place}) is not False for place in PLACES)


@pytest.mark.parametrize("condition", NOT_SEEN)
def test_what_is_not_seen_is_not_said(condition: str) -> None:
    assert not holds_at_sight(Session(LAWS), read_row(condition))


def test_what_somebody_worked_out_is_known() -> None:
    session, says = Session(LAWS), read_row("tanh(x) < 1")
    assert not is_known(session, says)
    make_known(session, says)
    assert is_known(session, says)
    assert not is_known(Session(LAWS), says)
