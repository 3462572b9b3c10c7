"""A nonnegative solution of linear equations, by the simplex method with exact fractions.

Find λ >= 0 with Σ λ_j·column_j = target; if a column is wanted, one in which its λ is positive.
G. B. Dantzig, Linear Programming and Extensions, chapter 5; pivots by R. G. Bland's rule, which cannot go round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from flint import fmpq

Row = TypeVar("Row")
Vector = dict[int, fmpq]
ZERO, ONE = fmpq(0), fmpq(1)


def nonnegative_solution(
    columns: Sequence[Mapping[Row, fmpq]],
    target: Mapping[Row, fmpq],
    wanted: frozenset[int],
    tick: Callable[[], None],
) -> dict[int, fmpq] | None:
    """The positive λ_j by their index; None if there is no solution, or none with a wanted column (if any is)."""
    rows, basis = _start(columns, target)
    count = len(columns)
    cost = dict.fromkeys(range(count, count + len(rows)), ONE)
    if _minimise(rows, basis, cost, count, tick) != 0:
        return None
    _drive_out(rows, basis, count)
    if wanted:
        _minimise(rows, basis, dict.fromkeys(wanted, -ONE), count, tick, until_negative=True)
    found = {j: row[-1] for row, j in zip(rows, basis, strict=True) if row.get(-1, ZERO) > 0 and j < count}
    return None if wanted and not wanted & found.keys() else found


def _start(columns: Sequence[Mapping[Row, fmpq]], target: Mapping[Row, fmpq]) -> tuple[list[Vector], list[int]]:
    """One equation a row, the right side under −1, with an artificial column of its own."""
    names = dict.fromkeys(name for each in (target, *columns) for name in each)
    rows: dict[Row, Vector] = {name: {} for name in names}
    for j, column in enumerate(columns):
        for name, entry in column.items():
            rows[name][j] = entry
    for name, entry in target.items():
        rows[name][-1] = entry
    basis = []
    for k, (name, row) in enumerate(rows.items()):
        if row.get(-1, ZERO) < 0:
            rows[name] = {j: -entry for j, entry in row.items()}
        rows[name][len(columns) + k] = ONE
        basis.append(len(columns) + k)
    return list(rows.values()), basis


def _minimise(
    rows: list[Vector],
    basis: list[int],
    cost: Mapping[int, fmpq],
    count: int,
    tick: Callable[[], None],
    *,
    until_negative: bool = False,
) -> fmpq:
    """Pivot until no column makes the cost smaller; the cost that is reached."""
    reduced: Vector = dict(cost)
    for row, j in zip(rows, basis, strict=True):
        if price := cost.get(j, ZERO):
            _subtract(reduced, row, price)
    while True:
        tick()
        if until_negative and -reduced.get(-1, ZERO) < 0:
            break
        entering = min((j for j, c in reduced.items() if 0 <= j < count and c < 0), default=None)
        if entering is None:
            break
        steps = [(r.get(-1, ZERO) / r[entering], basis[i], i) for i, r in enumerate(rows) if r.get(entering, ZERO) > 0]
        if not steps:
            break
        _, _, leaving = min(steps)
        _pivot(rows, basis, leaving, entering)
        _subtract(reduced, rows[leaving], reduced[entering])
    return -reduced.get(-1, ZERO)


def _drive_out(rows: list[Vector], basis: list[int], count: int) -> None:
    """Artificial columns that are left at 0 give way to others; an equation that says nothing is dropped."""
    for i in reversed(range(len(rows))):
        if basis[i] < count:
            continue
        other = next((j for j in rows[i] if 0 <= j < count), None)
        if other is None:
            del rows[i], basis[i]
        else:
            _pivot(rows, basis, i, other)


def _pivot(rows: list[Vector], basis: list[int], i: int, entering: int) -> None:
    lead = rows[i][entering]
    rows[i] = {j: entry / lead for j, entry in rows[i].items()}
    for k, row in enumerate(rows):
        if k != i and (factor := row.get(entering)):
            _subtract(row, rows[i], factor)
    basis[i] = entering


def _subtract(row: Vector, other: Vector, factor: fmpq) -> None:
    for j, entry in other.items():
        if value := row.get(j, ZERO) - factor * entry:
            row[j] = value
        else:
            row.pop(j, None)
