"""Claims about limits, joins, integrals, sums and inequalities whose truth is known, each in a file of claims.

Those labelled `open-…` are not decided yet; even so they must not be decided wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Parameters, Statement
from tests.false_claims.judging import verdict

HERE = Path(__file__).parent
FILES = (
    "limits.claims",
    "limits_more.claims",
    "limits_false.claims",
    "joins.claims",
    "integrals.claims",
    "inequalities.claims",
    "waves.claims",
    "powers.claims",
    "critical.claims",
    "lambert.claims",
    "vectors.claims",
)
SECONDS = 20.0  # a slow machine is not a failing test
WRONG = {"proved": "refuted", "refuted": "proved"}


def lines(name: str) -> Iterator[tuple[str, Statement, Scope]]:
    """Each claim of a file, with its text and the declarations before it."""
    scope = Scope()
    for line in read_claims((HERE / name).read_text(), name, PHRASES):
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Statement():
                yield f"{name}: {line.text}", line, scope
            case _:
                raise AssertionError(line)


CLAIMS = [each for name in FILES for each in lines(name)]


@pytest.mark.parametrize(("claim", "scope"), [each[1:] for each in CLAIMS], ids=[each[0] for each in CLAIMS])
def test_claim(claim: Statement, scope: Scope) -> None:
    if (claim.label or "").startswith("open-"):
        assert verdict(claim, scope, 1.0) != WRONG[claim.expected]
    else:
        assert verdict(claim, scope, SECONDS) == claim.expected
