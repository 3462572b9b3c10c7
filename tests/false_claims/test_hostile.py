"""Claims that ask too much end in time, with a verdict or an error that says what to do; none is decided wrongly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Parameters, Statement, Unread
from sigmaprime.run.limits import Done, Limits
from sigmaprime.run.pool import Pool
from sigmaprime.run.verdicts import DECIDE
from sigmaprime.verdict import Proved, Refuted
from tests.false_claims.judging import verdict

HERE = Path(__file__).parent
SECONDS = 0.5
GRACE = 2.0  # what a library written in C may take on a machine with a lot to do
HARD = 24  # every so many claims are also decided by a worker
WRONG = {"proved": "refuted", "refuted": "proved"}


def lines() -> Iterator[tuple[str, Statement | Unread, Scope]]:
    scope = Scope()
    for line in read_claims((HERE / "hostile.claims").read_text(), "hostile.claims", PHRASES):
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Statement() | Unread():
                yield line.text[:60], line, scope


CLAIMS = list(lines())


@pytest.mark.parametrize(("claim", "scope"), [each[1:] for each in CLAIMS], ids=[each[0] for each in CLAIMS])
def test_ends_in_time(claim: Statement | Unread, scope: Scope) -> None:
    if isinstance(claim, Unread):
        assert claim.message
        return
    before = time.process_time()
    assert verdict(claim, scope, SECONDS) != WRONG[claim.expected]
    assert time.process_time() - before < SECONDS + GRACE


def test_a_worker_goes_on_after_each() -> None:
    hard = [(claim, scope) for _, claim, scope in CLAIMS if isinstance(claim, Statement)][::HARD]
    with Pool(DECIDE, limits=Limits(seconds=SECONDS)) as pool:
        outcomes = list(pool.outcomes((claim, scope, SECONDS) for claim, scope in hard))
    assert len(outcomes) == len(hard)
    for (claim, _), outcome in zip(hard, outcomes, strict=True):
        opposite = Refuted if claim.expected == "proved" else Proved
        assert not (isinstance(outcome, Done) and isinstance(outcome.value, opposite))
        assert outcome.seconds <= SECONDS + GRACE
