"""What computer algebra systems get wrong: no wrong verdict, and most of the right ones."""

from __future__ import annotations

from pathlib import Path

from tests.false_claims.judging import verdict
from tests.false_claims.spoil import read

TRAPS = Path(__file__).parent / "traps.claims"
SECONDS = 2.0


def test_no_trap_gets_the_wrong_verdict() -> None:
    found = [(claim, verdict(claim, scope, SECONDS)) for claim, scope in read(TRAPS)]
    assert len(found) >= 75
    assert [claim.label for claim, seen in found if seen not in (claim.expected, "undecided")] == []
    assert sum(seen == claim.expected for claim, seen in found) >= 50
