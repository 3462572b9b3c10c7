"""A hole that stands only under hypotheses may be filled with what is undefined: each such row has been thought about.

A premise `P under h` is true for want of a case where h never holds, for instance since the hole in it is undefined.
Where that is so the row must be true all the same.
"""

from __future__ import annotations

from sigmaprime.claims import LAWS
from sigmaprime.kernel.rule import Rule, Sort
from sigmaprime.kernel.term import free

SIDES = ("near a point", "close to a point", "from above", "from below", "far to the right", "far to the left")
# Why each is true: the hole is a bound that another premise says to be defined, or the set is empty where it is not.
THOUGHT_ABOUT = {
    *((f"{law}, {side}", "c") for law in ("bounded times what tends to 0", "order by a bound") for side in SIDES),
    *(
        (f"{direction} on two parts, one after the other", end)
        for direction in ("strictly increasing", "increasing", "strictly decreasing", "decreasing")
        for end in "ab"
    ),
    ("injective on two parts with values apart", "b"),
    ("bounded", "a"),
    ("bounded", "b"),
}


def under_hypotheses_only(row: Rule) -> set[str]:
    """The holes of a row that stand neither in its conclusion nor in a premise without hypotheses."""
    seen = free(row.conclusion).union(*(free(p.says) for p in row.premises if not p.given))
    return {name for name, sort in row.holes if sort not in (Sort.VARIABLE, Sort.NUMERAL) and name not in seen}


def test_no_other_row_has_a_hole_under_hypotheses_only() -> None:
    found = {(name, hole) for name, row in LAWS.items() for hole in under_hypotheses_only(row)}
    assert found == THOUGHT_ABOUT
