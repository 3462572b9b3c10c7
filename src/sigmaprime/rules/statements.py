"""How statements are put together and denied."""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

LOGIC = "Enderton, A Mathematical Introduction to Logic, 2nd ed., §1.2 (tautologies)"

# fmt: off
RULES: Final = (
    rule("both",                   "and(P, Q)",      given="P; Q",           source=LOGIC),
    rule("the first is false",     "not(and(P, Q))", given="not(P)",         source=LOGIC),
    rule("the second is false",    "not(and(P, Q))", given="not(Q)",         source=LOGIC),
)
# fmt: on
