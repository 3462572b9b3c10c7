"""Finite sums and products: one term, one term more, and closed forms by induction over the upper end.

A sum from a to b is defined for whole numbers a and b with a <= b + 1, if all of its terms are; from b + 1 to b it has
no terms and is 0. The same holds of products, which are 1 then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

RECURSION: Final = "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §2.2 (sums and recurrences)"
INDUCTION: Final = (
    "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §2.1 and §2.5 (sums with no terms; proofs by induction)"
)
KINDS: Final = (("sum", "+", "0"), ("prod", "*", "1"))
# whole numbers that a sum may begin with
STARTS: Final = (("a positive number", "m", "m - 1"), ("0", "0", "-1"), ("a negative number", "-m", "-m - 1"))


def _rows(head: str, sign: str, nothing: str) -> Iterator[Rule]:
    word = {"sum": "sum", "prod": "product"}[head]
    for name, first, before in STARTS:
        yield rule(
            f"{word} of one term, from {name}", f"{head}(u, x, {first}, {first}) = at(u, x, {first})", source=RECURSION
        )
        yield rule(f"{word} by induction, from {name}", f"{head}[k, {first}, y] = v",
                   given=f"defined({head}[k, {first}, y]); at(v, y, {before}) = {nothing}; all(defined(v), y >= {before}); "
                         f"all(at(v, y, y + 1) = v {sign} apply(k, y + 1), y >= {before})", source=INDUCTION)  # fmt: skip
    yield rule(f"{word} with one term more", f"{head}(u, x, a, b) = {head}(u, x, a, c) {sign} at(u, x, b)",
               given="b = c + 1; a <= c", source=RECURSION)  # fmt: skip


RULES: Final = tuple(row for kind in KINDS for row in _rows(*kind))
