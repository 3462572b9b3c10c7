"""Work that does not look at the clock, SymPy's above all, is interrupted when its time is over.

A timer that counts the time of this process sends a signal now and again; the first that comes too late raises
`OutOfTime` wherever the interpreter is. Signals are heard in the main thread only, and not inside a library
written in C: elsewhere a worker that is killed from outside is what keeps to the time.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from flint import ctx

from sigmaprime.kernel.term import forget
from sigmaprime.search.clock import now
from sigmaprime.search.session import OutOfTime

IMPORTING: Final = {"importlib._bootstrap", "_frozen_importlib"}
# Whose work may be stopped half-way. Others may hold a lock, or be called where nobody hears of an exception, as when
# an object is taken away: what they have begun they end, and the next signal finds one of these again.
STOPPABLE: Final = frozenset(("sigmaprime", "sympy", "mpmath"))
EVERY: Final = 0.05  # seconds between two signals: one may be lost where an exception is not heard


@contextmanager
def interrupting(deadline: float) -> Iterator[None]:
    """Raise `OutOfTime` in the block when the deadline has passed."""
    if not hasattr(signal, "SIGVTALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    over = False

    def look(_: int, frame: FrameType | None) -> None:
        if not over and now() > deadline and _may_stop(frame):
            raise OutOfTime

    precision = ctx.prec, ctx.cap
    before = signal.signal(signal.SIGVTALRM, look)
    timer = signal.setitimer(signal.ITIMER_VIRTUAL, EVERY, EVERY)
    try:
        try:
            yield
        finally:
            over = True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *timer)
        signal.signal(signal.SIGVTALRM, before)
        ctx.prec, ctx.cap = precision  # where it was being changed nobody else may have put it back


def _may_stop(frame: FrameType | None) -> bool:
    """Not while a module is half imported, nor in the middle of what others do, nor while a term is taken away."""
    if frame is not None and frame.f_code is forget.__code__:
        return False
    names = []
    while frame is not None:
        names.append(str(frame.f_globals.get("__name__")))
        frame = frame.f_back
    return bool(names) and names[0].partition(".")[0] in STOPPABLE and not IMPORTING & set(names)
