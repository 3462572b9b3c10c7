"""A monotonic function stays on one side of its limit at an end: it comes from there, or goes there."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

LIMIT = "Rudin, Principles of Mathematical Analysis, 3rd ed., Theorem 4.29 (one-sided limits of monotonic functions)"

# fmt: off
RULES: Final = (
    rule("above where it comes from",     "apply(k, u) > v",
         given="interval[S]; strictly_increasing[k, S]; u in S; w in S; w < u; tends[k, left(S), a]; a >= v", source=LIMIT),
    rule("not below where it comes from", "apply(k, u) >= v",
         given="interval[S]; increasing[k, S]; u in S; w in S; w < u; tends[k, left(S), a]; a >= v", source=LIMIT),
    rule("above where it goes",           "apply(k, u) > v",
         given="interval[S]; strictly_decreasing[k, S]; u in S; w in S; w > u; tends[k, right(S), a]; a >= v", source=LIMIT),
    rule("not below where it goes",       "apply(k, u) >= v",
         given="interval[S]; decreasing[k, S]; u in S; w in S; w > u; tends[k, right(S), a]; a >= v", source=LIMIT),
    rule("below where it goes",           "apply(k, u) < v",
         given="interval[S]; strictly_increasing[k, S]; u in S; w in S; w > u; tends[k, right(S), a]; a <= v", source=LIMIT),
    rule("not above where it goes",       "apply(k, u) <= v",
         given="interval[S]; increasing[k, S]; u in S; w in S; w > u; tends[k, right(S), a]; a <= v", source=LIMIT),
    rule("below where it comes from",     "apply(k, u) < v",
         given="interval[S]; strictly_decreasing[k, S]; u in S; w in S; w < u; tends[k, left(S), a]; a <= v", source=LIMIT),
    rule("not above where it comes from", "apply(k, u) <= v",
         given="interval[S]; decreasing[k, S]; u in S; w in S; w < u; tends[k, left(S), a]; a <= v", source=LIMIT),
)
# fmt: on
