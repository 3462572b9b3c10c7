"""The values that a refutation shows."""

from __future__ import annotations

import time

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.read.row import read_row
from sigmaprime.search.session import Session
from sigmaprime.search.show import shown_value


@pytest.mark.parametrize(("term", "shown"), [
    ("1/3", "1/3"), ("1/5", "0.2"), ("sin(pi)", "0"), ("sin(pi/2)", "1"), ("cos(pi)", "-1"), ("sqrt(4)", "2"),
    ("ln(exp(2))", "2"), ("exp(1)", "2.71828182846…"),
])  # fmt: skip
def test_a_value_is_exact_where_it_is_rational(term: str, shown: str) -> None:
    assert shown_value(Session(dict(LAWS), time.monotonic() + 20), read_row(term)) == shown
