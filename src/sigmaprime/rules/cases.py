"""Proof by cases and by contradiction: a member of a union lies in one of its sets, a number of a list is one of them."""

from __future__ import annotations

from typing import Final

from sigmaprime.kernel.rule import Rule
from sigmaprime.rules.row import rule

LOGIC = "Enderton, A Mathematical Introduction to Logic, 2nd ed., §1.2 and §2.4 (rule EI and proof by contradiction)"
SETS = "Halmos, Naive Set Theory, §4 (unions) and §3 (unordered pairs)"
ORDER = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 1.5 (order)"
LONGEST = 6
COUNTS = ("", "one", "two", "three", "four", "five", "six")


def _letters(letters: str, count: int) -> tuple[str, ...]:
    return tuple(letters[:count])


def _sets(count: int) -> Rule:
    parts = _letters("STRKAB", count)
    cases = "; ".join(f"in(u, {part}) => P" for part in parts)
    return rule(f"in one of {COUNTS[count]} sets", "P", given=f"u in union({', '.join(parts)}); {cases}", source=SETS)


def _numbers(count: int) -> Rule:
    numbers = _letters("abcdeo", count)
    cases = "; ".join(f"u = {number} => P" for number in numbers)
    name = "the only number" if count == 1 else f"one of {COUNTS[count]} numbers"
    return rule(name, "P", given=f"u in points({', '.join(numbers)}); {cases}", source=SETS)


# fmt: off
RULES: Final = (
    *(_sets(count) for count in range(2, LONGEST + 1)),
    *(_numbers(count) for count in range(1, LONGEST + 1)),
    rule("with what follows",              "P", given="Q; Q => P",                        source=LOGIC),
    rule("contradiction",                  "P", given="u < v; u >= v",                    source=LOGIC),
    rule("contradiction, above",           "P", given="u > v; u <= v",                    source=LOGIC),
    rule("contradiction, equal",           "P", given="u = v; u != v",                    source=LOGIC),
    rule("less, equal or greater",         "P",
         given="defined(u); defined(v); u < v => P; u = v => P; u > v => P",             source=ORDER),
)
# fmt: on
