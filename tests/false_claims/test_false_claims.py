"""No false claim is ever proved, and no true one refuted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from tests.false_claims.fuzz import LETS, pairs
from tests.false_claims.judging import verdict, verdicts
from tests.false_claims.long_run import said
from tests.false_claims.spoil import spoilt_claims, true_claims

HERE = Path(__file__).parent
SEED = int(os.environ.get("SIGMAPRIME_SEED", "1"))
CLAIMS = int(os.environ.get("SIGMAPRIME_CLAIMS", "500"))
SECONDS = 0.5


def judged(name: str) -> list[tuple[str, str]]:
    return list(verdicts((HERE / name).read_text(), SECONDS))


def test_no_false_claim_is_proved() -> None:
    found = judged("false.claims")
    assert len(found) >= 300
    assert [claim for claim, seen in found if seen in ("proved", "not read")] == []
    assert Counter(seen for _, seen in found)["refuted"] > 200


def test_nothing_is_proved_of_what_is_undefined_or_empty() -> None:
    found = judged("undefined.claims")
    assert len(found) >= 45
    assert [claim for claim, seen in found if seen == "proved"] == []


@pytest.mark.parametrize("part", range(1, 5))
def test_no_sceptic_has_a_false_claim_proved(part: int) -> None:
    found = judged(f"sceptic_{part}.claims")
    assert len(found) >= 130
    assert [claim for claim, seen in found if seen == "proved"] == []


def test_no_true_claim_is_refuted() -> None:
    found = judged("true.claims")
    assert len(found) >= 100
    assert [claim for claim, seen in found if seen in ("refuted", "not read")] == []
    assert Counter(seen for _, seen in found)["proved"] > 70


def test_claims_made_at_random(record_testsuite_property: Callable[[str, object], None]) -> None:
    """500 of them; SIGMAPRIME_CLAIMS asks for more, SIGMAPRIME_SEED for others."""
    made = pairs(SEED, CLAIMS // 2)
    true = list(verdicts(LETS + "\n".join(t for t, _ in made), SECONDS))
    false = list(verdicts(LETS + "\n".join(f for _, f in made), SECONDS))
    assert len(true) == len(false) == len(made)
    record_testsuite_property("true claims", dict(Counter(v for _, v in true)))
    record_testsuite_property("false claims", dict(Counter(v for _, v in false)))
    assert [claim for claim, seen in true if seen in ("refuted", "not read")] == []
    assert [claim for claim, seen in false if seen in ("proved", "not read")] == []


def test_true_claims_that_were_spoilt(record_testsuite_property: Callable[[str, object], None]) -> None:
    """500 in all with those above; `python -m tests.false_claims.long_run` tries as many as one likes."""
    spoilt = list(islice(spoilt_claims(SEED, true_claims()), CLAIMS // 2))
    found = [(said(one), verdict(one.claim, one.scope, SECONDS)) for one in spoilt]
    record_testsuite_property("spoilt claims", dict(Counter(seen for _, seen in found)))
    assert [claim for claim, seen in found if seen == "proved"] == []
