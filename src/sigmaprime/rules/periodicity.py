"""What holds of a periodic function over one period holds of it everywhere."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

MEANING = "the definition of a period: every point is a multiple of it away from one in [a, a + p]"

# fmt: off
RULES: Final = tuple(
    rule(f"one period shows {relation} everywhere", f"at(u, x, w) {relation} v",
         given=f"periodic(u, x, (-oo, oo), p); p > 0; a + p = b; defined(b); in(x, [a, b]) => u {relation} v; defined(w)",
         source=MEANING)
    for relation in ("<", "<=", ">", ">=", "!=")
)
# fmt: on
