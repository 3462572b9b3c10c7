"""What the rows about vectors and sums must not allow: each of these would be false somewhere."""

from __future__ import annotations

import pytest

from sigmaprime.rules.row import rule
from tests.rules.test_rows import TRIES, tally

FALSE = (
    ("a delta outside the range", "sum(delta(x, c)*u, x, a, b) = at(u, x, c)", "defined(sum(u, x, a, b)); whole(c)"),
    ("a delta of no whole number", "sum(delta(x, c)*u, x, a, b) = at(u, x, c)",
     "defined(sum(u, x, a, b)); a <= c; c <= b"),
    ("a sum with no terms is not positive", "sum(u, x, a, b) > 0",
     "defined(sum(u, x, a, b)); whole(x), x >= a, x <= b => u > 0"),
    ("a factor outside an empty sum", "c*sum(u, x, a, b) = sum(c*u, x, a, b)", ""),
    ("sums in the other order, one of them undefined", "sum(sum(u, y, c, d), x, a, b) = sum(sum(u, x, a, b), y, c, d)",
     ""),
    ("equal terms elsewhere", "sum(u, x, a, b) = sum(v, x, a, b)", "whole(x), x >= a, x < b => u = v"),
    ("one term of any sign", "at(u, x, c) <= sum(u, x, a, b)",
     "defined(sum(u, x, a, b)); whole(c); a <= c; c <= b"),
    ("every component moves", "D(component(put(c, a, x), b), x) = 1", "defined(c); whole(a); whole(b)"),
    ("another component moves along", "component(put(u, v, w), h) = w", "defined(u); whole(v); whole(h)"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "law", "given"), FALSE, ids=[name for name, *_ in FALSE])
def test_a_false_row_is_caught(name: str, law: str, given: str) -> None:
    assert tally(rule(name, law, given=given, source="false"), 4 * TRIES, 10**9)[1] is not None
