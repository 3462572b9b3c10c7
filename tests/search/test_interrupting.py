"""Work that does not look at the clock is interrupted; what it changed for all is put back."""

from __future__ import annotations

import signal
import sys
import threading
import time
import types

import pytest
from flint import ctx

from sigmaprime.kernel.term import forget
from sigmaprime.search.clock import now
from sigmaprime.search.interrupting import _may_stop, interrupting
from sigmaprime.search.session import OutOfTime


def busy(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def of(package: str, function: types.FunctionType, **names: object) -> types.FunctionType:
    """The function, as if it stood in a module of that package."""
    return types.FunctionType(function.__code__, {**globals(), **names, "__name__": f"{package}.example"})


work = of("sympy", busy)  # type: ignore[arg-type]


def test_it_is_interrupted() -> None:
    with pytest.raises(OutOfTime), interrupting(now() + 0.1):
        work(20)


def test_in_time_nothing_happens() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with interrupting(now() + 60):
        work(0.2)
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


def inner_and_outer() -> None:
    with pytest.raises(OutOfTime), interrupting(now() + 0.1):
        work(20)
    work(20)


def test_an_inner_deadline_leaves_the_outer_one() -> None:
    with pytest.raises(OutOfTime), interrupting(now() + 0.3):
        inner_and_outer()


def finer() -> None:
    ctx.prec, ctx.cap = 777, 7
    work(20)


def test_the_precision_is_put_back() -> None:
    before = ctx.prec, ctx.cap
    with pytest.raises(OutOfTime), interrupting(now()):
        finer()
    assert (ctx.prec, ctx.cap) == before


def test_elsewhere_than_in_the_main_thread_nothing_is_done() -> None:
    done = []

    def elsewhere() -> None:
        with interrupting(now()):
            work(0.1)
        done.append(True)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert done


def test_a_term_that_is_taken_away_is_not_left_half_forgotten() -> None:
    """Nobody hears of an exception that is raised there."""

    def look() -> types.FrameType:
        return sys._getframe()

    frame = types.FunctionType(look.__code__, {**globals(), "__name__": "sigmaprime.example"})()
    assert _may_stop(frame)
    seen: list[bool] = []
    forget(types.SimpleNamespace(key=0), {}, lambda *_: seen.append(_may_stop(sys._getframe(1))))
    assert seen == [False]


def locked(lock: threading.Lock) -> None:
    lock.acquire()
    work(0.3)
    lock.release()


def test_what_may_hold_a_lock_comes_to_its_end() -> None:
    """The lock is free again, though the time was over while it was held."""
    lock = threading.Lock()
    holding = of("threading", locked, work=of("threading", busy))  # type: ignore[arg-type]

    def holding_and_more() -> None:
        holding(lock)
        work(20)

    with pytest.raises(OutOfTime), interrupting(now() + 0.1):
        holding_and_more()
    assert not lock.locked()
