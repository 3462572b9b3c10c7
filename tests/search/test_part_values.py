"""The value of a term from the values of its parts is the value that the kernel encloses."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.kernel.term import Num, replace
from sigmaprime.read.row import read_row
from sigmaprime.search.numbers import value
from sigmaprime.search.part_values import Parts
from sigmaprime.search.session import Session

AT = {"x": Fraction(3, 7), "y": Fraction(-9, 5)}
TERMS = (
    "x", "5/3", "x + y", "x*y/(x - y)", "x^3 - y^(-2)", "x^y", "exp(-x)*sin(y)", "tanh(x) + max(x, y)", "tan(x)",
    "D(exp(x)*x, x)", "sigmoid(x)*(1 - sigmoid(x))", "atan(y)/pi", "abs(y)^(1/3)",
)  # fmt: skip


@pytest.mark.parametrize("text", TERMS)
def test_the_values_agree(text: str) -> None:
    session, term = Session(LAWS), read_row(text)
    found, known = Parts(session, AT, 128)(term), value(session, term, AT, 128)
    assert found is not None and known is not None
    assert found.overlaps(known) and (found - known).contains(0)


def test_a_changed_place_changes_the_value() -> None:
    here = Parts(Session(LAWS), AT, 128)
    term = read_row("exp(x)*(1 + y)")
    changed = replace(term, (1, 0), Num(2))
    before, after = here(term), here(changed)
    assert before is not None and after is not None and not before.overlaps(after)


@pytest.mark.parametrize("text", ["ln(y)", "1/(x - x)", "y^(1/2)", "unknown(x)", "z + 1"])
def test_nothing_is_said_where_nothing_is_known(text: str) -> None:
    assert Parts(Session(LAWS), AT, 128)(read_row(text)) is None
