"""What the search offers is a proposal: whatever it finds, the kernel has the last word."""

from __future__ import annotations

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import Wrong
from sigmaprime.read.row import read_row
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, OutOfTime, Session

TRUE = (
    "defined(1/(1 + exp(-x)))", "exp(x) > 0", "x^2 + 1 > 0", "exp(x)*exp(-x) = 1", "D(exp(x), x) = exp(x)",
    "tends(exp(-x), x, oo, 0)", "continuous(exp(x), x, (-oo, oo))", "smooth(sin(x), x, (-oo, oo))",
    "strictly_increasing(exp(x), x, (-oo, oo))", "range(exp(x), x, (-oo, oo), (0, oo))", "all(x > 0, x > 1)",
    "tends(1/x, x, from_above(0), oo)", "tends(1/x, x, from_below(0), -oo)", "tends(1/x^2, x, 0, oo)",
    "tends(ln(x - 1), x, from_above(1), -oo)", "tends((1 - x)/x, x, from_below(0), -oo)",
    "odd(1/x, x, domain(1/x, x))", "even(1/x^2, x, domain(1/x^2, x))", "even(abs(x), x, (-oo, oo))",
    "all(x != 0, defined(3/(2*x^2)))", "all(sqrt(x)^2 = x, x >= 0)",
    "all(D(ln(x), x) = 1/x, defined(D(ln(x), x)))", "all(x > 0, defined(ln'(x)))",
    "some(x > 0, x < 1)", "even(x^2, x, (-oo, oo))", "undefined(1/0)", "2 in (1, 3)",
)  # fmt: skip
FALSE = (
    "defined(1/x)", "exp(x) > 1", "x^2 > 0", "exp(x)*exp(x) = 1", "D(exp(x), x) = exp(x) + 1", "tends(exp(-x), x, oo, 1)",  # noqa: E501
    "continuous(1/x, x, (-oo, oo))", "smooth(abs(x), x, (-oo, oo))", "strictly_increasing(x^2, x, (-oo, oo))",
    "range(exp(x), x, (-oo, oo), [0, oo))", "all(x > 1, x > 0)", "some(x > 1, x < 0)", "even(x^3, x, (-oo, oo))",
    "undefined(1/1)", "3 in (1, 3)",
)  # fmt: skip


@pytest.mark.parametrize("text", TRUE)
def test_what_is_found_is_accepted(text: str) -> None:
    goal = Claim(read_row(text))
    found = prove(Session(LAWS), goal)
    assert found.claim == goal
    check(found, LAWS)


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_is_not_found_or_not_accepted(text: str) -> None:
    session = Session(LAWS)
    with pytest.raises((NoProof, Wrong)):
        check(prove(session, Claim(read_row(text))), LAWS)


def test_time_runs_out() -> None:
    with pytest.raises(OutOfTime):
        prove(Session(LAWS, deadline=0.0), Claim(read_row("exp(x) > 0")))


def test_a_hypothesis_is_its_own_proof() -> None:
    goal = Claim(read_row("x > 7"), (read_row("x > 7"),))
    check(prove(Session(LAWS), goal), LAWS)
