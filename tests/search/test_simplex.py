"""Nonnegative solutions of linear equations: found where there are some, exact, and none where there are none."""

from __future__ import annotations

from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from sigmaprime.search.simplex import nonnegative_solution

Column = dict[str, fmpq]
NONE: frozenset[int] = frozenset()


def column(**entries: int) -> Column:
    return {name: fmpq(entry) for name, entry in entries.items() if entry}


def solve(columns: list[Column], target: Column, wanted: frozenset[int] = NONE) -> dict[int, fmpq] | None:
    return nonnegative_solution(columns, target, wanted, lambda: None)


def test_a_solution_is_exact() -> None:
    assert solve([column(a=1, b=1), column(a=1, b=-2)], column(a=1)) == {0: fmpq(2, 3), 1: fmpq(1, 3)}


def test_there_may_be_none() -> None:
    assert solve([column(a=1)], column(a=-1)) is None
    assert solve([column(a=1, b=1)], column(a=1)) is None
    assert solve([], column(a=1)) is None


def test_a_wanted_column_is_used_where_that_is_possible() -> None:
    columns = [column(a=1), column(a=2)]
    found = solve(columns, column(a=1), frozenset({1}))
    assert found is not None and found.get(1, fmpq(0)) > 0
    assert solve([column(a=1), column(b=1)], column(a=1), frozenset({1})) is None


@given(st.lists(st.tuples(*[st.integers(-3, 3)] * 3), min_size=1, max_size=6), st.data())
def test_what_has_a_solution_is_solved(rows: list[tuple[int, int, int]], data: st.DataObject) -> None:
    columns = [column(a=a, b=b, c=c) for a, b, c in rows]
    sizes = data.draw(st.lists(st.integers(0, 3), min_size=len(rows), max_size=len(rows)))
    target = _total(columns, dict(enumerate(map(fmpq, sizes))))
    found = solve(columns, target)
    assert found is not None and all(size > 0 for size in found.values())
    assert _total(columns, found) == target


def _total(columns: list[Column], sizes: dict[int, fmpq]) -> Column:
    total: Column = {}
    for j, size in sizes.items():
        for name, entry in columns[j].items():
            total[name] = total.get(name, fmpq(0)) + size * entry
    return {name: entry for name, entry in total.items() if entry}
