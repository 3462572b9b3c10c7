"""The values that a refutation shows."""

from __future__ import annotations

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.read.row import read_row
from sigmaprime.search import show
from sigmaprime.search.clock import now
from sigmaprime.search.session import Session


@pytest.mark.parametrize(("term", "shown"), [
    ("1/3", "1/3"), ("1/5", "0.2"), ("sin(pi)", "0"), ("sin(pi/2)", "1"), ("cos(pi)", "-1"), ("sqrt(4)", "2"),
    ("ln(exp(2))", "2"), ("tanh(ln(3)/2)", "0.5"), ("exp(1)", "2.71828182846…"),
])  # fmt: skip
def test_a_value_is_exact_where_it_is_rational(term: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show, "FOR_A_VALUE", 20)  # on a busy machine a value would be left as it is
    assert show.shown_value(Session(dict(LAWS), now() + 20), read_row(term)) == shown
