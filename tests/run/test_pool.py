"""A claim that runs away is stopped, one that dies is answered for, and the others never notice."""

import os
import signal
import time

import pytest

from sigmaprime.run import Done, Limits, Pool, Stopped
from sigmaprime.run.limits import MIB


def test_the_answers_come_in_the_order_of_the_calls_whatever_order_they_finish_in() -> None:
    naps = [0.3, 0.0, 0.1, 0.0]
    with Pool("tests.run.work:nap", jobs=3) as pool:
        outcomes = list(pool.outcomes([(nap,) for nap in naps]))
    assert [outcome.value for outcome in outcomes if isinstance(outcome, Done)] == naps


def test_answers_are_given_as_soon_as_they_are_there() -> None:
    with Pool("tests.run.work:nap") as pool:
        outcomes = pool.outcomes([(0.0,), (2.0,)])
        began = time.monotonic()
        next(outcomes)
    assert time.monotonic() - began < 1.5


def test_one_that_takes_too_long_is_killed_and_the_rest_goes_on() -> None:
    with Pool("tests.run.work:nap", limits=Limits(seconds=0.3)) as pool:
        first, slow, last = pool.outcomes([(0.0,), (30.0,), (0.0,)])
    assert isinstance(first, Done)
    assert slow == Stopped("time limit of 0.3 s reached", 0.3)
    assert isinstance(last, Done)


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="this system has no limit on the time of the processor")
def test_one_that_uses_up_the_time_of_the_processor_is_stopped() -> None:
    with Pool("tests.run.work:toil", limits=Limits(seconds=0.5)) as pool:
        slow, last = pool.outcomes([(30.0,), (0.0,)])
    assert slow == Stopped("time limit of 0.5 s reached", 0.5)
    assert isinstance(last, Done)


def test_the_time_that_a_worker_needs_to_start_is_not_the_claim_s() -> None:
    with Pool("tests.run.slow_start:nap", limits=Limits(seconds=0.3)) as pool:
        (outcome,) = pool.outcomes([(0.0,)])
    assert isinstance(outcome, Done)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no limit on memory")
def test_one_that_wants_too_much_memory_is_stopped() -> None:
    with Pool("tests.run.work:hoard", limits=Limits(memory=512 * MIB)) as pool:
        greedy, modest = pool.outcomes([(1024 * MIB,), (MIB,)])
    assert isinstance(greedy, Stopped)
    assert greedy.reason == "memory limit of 512 MiB reached"
    assert isinstance(modest, Done)


def test_a_worker_that_dies_is_answered_for(capfd: pytest.CaptureFixture[str]) -> None:
    with Pool("tests.run.work:die") as pool:
        dead, alive = pool.outcomes([(True,), (False,)])
    assert isinstance(dead, Stopped)
    assert "ended early" in dead.reason
    assert isinstance(alive, Done)
    assert capfd.readouterr() == ("", "")


def test_a_fault_is_one_line_and_no_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    with Pool("tests.run.work:fault") as pool:
        (outcome,) = pool.outcomes([("what\nnow",)])
    assert isinstance(outcome, Stopped)
    assert outcome.reason.startswith("fault in the program: KeyError")
    assert "\n" not in outcome.reason
    assert capfd.readouterr() == ("", "")


def test_endless_recursion_is_stopped() -> None:
    with Pool("tests.run.work:dig") as pool:
        (outcome,) = pool.outcomes([(0,)])
    assert isinstance(outcome, Stopped)
    assert outcome.reason == "nested too deeply"


def test_an_answer_that_is_too_long_is_not_sent() -> None:
    with Pool("tests.run.work:hoard", limits=Limits(answer=MIB)) as pool:
        (outcome,) = pool.outcomes([(2 * MIB,)])
    assert isinstance(outcome, Stopped)
    assert outcome.reason == "the answer is longer than 1 MiB"


def test_what_is_not_understood_is_an_answer() -> None:
    with Pool("tests.run.work:refuse") as pool:
        (outcome,) = pool.outcomes([("no such thing",)])
    assert isinstance(outcome, Done)
    assert outcome.value.message == "no such thing"
    assert outcome.value.remedy == "say something else"
