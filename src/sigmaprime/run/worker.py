"""The worker's side: it calls one function again and again, under limits, and sends back what comes of it.

Nothing inside a process can interrupt a library written in C, so the system ends a worker that has used up its
processor time, whatever it is doing. The parent looks at the clock on the wall, much later, since a busy machine gives
a worker a part of its time only; the alarm set here does the same, in case the parent is no longer there to do it.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run.limits import Done, Limits, Outcome, Stopped, too_big, too_long

READY = b"ready"
GRACE = 5.0  # seconds between the parent's deadline and the worker's own
ORPHAN_CHECK = 2.0  # seconds between two looks whether the parent is still there


def work(pipe: Connection, target: str, limits: Limits) -> None:
    """Serve calls of `target` ("module:function") with pickled arguments until the pipe closes or one is stopped."""
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    module, _, name = target.partition(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    _cap_memory(limits)
    _be_silent()
    pipe.send_bytes(READY)
    while True:
        while not pipe.poll(ORPHAN_CHECK):
            if os.getppid() != parent:
                return
        try:
            arguments = pickle.loads(pipe.recv_bytes())
        except EOFError:
            return
        _alarm(limits.seconds, limits.wall + GRACE)
        outcome = call(function, arguments, limits)
        answer = _pickled(outcome, limits)
        _alarm(0, 0)
        pipe.send_bytes(answer)
        if isinstance(outcome, Stopped):
            return


def call(function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits) -> Outcome:
    """What comes of `function(*arguments)`; no exception leaves it, for each is an answer about that call."""
    began = time.perf_counter()
    try:
        return Done(function(*arguments), time.perf_counter() - began)
    except NotUnderstood as error:
        return Done(error, time.perf_counter() - began)
    except MemoryError:
        reason = too_big(limits)
    except RecursionError:
        reason = "nested too deeply"
    except Exception as error:  # noqa: BLE001  (a fault on one claim must not end the others)
        reason = fault(error)
    return Stopped(reason, time.perf_counter() - began)


def _pickled(outcome: Outcome, limits: Limits) -> bytes:
    try:
        answer = pickle.dumps(outcome, protocol=pickle.HIGHEST_PROTOCOL)
    except (MemoryError, RecursionError):
        answer = b""
    if answer and len(answer) <= limits.answer:
        return answer
    return pickle.dumps(Stopped(too_long(limits), outcome.seconds))


def fault(error: Exception) -> str:
    """One line for an exception that nobody expected: what it is, and where it was raised."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(str(error).split())
    return f"fault in the program: {type(error).__name__}: {what} ({Path(frame.filename).name}:{frame.lineno})"


def _cap_memory(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    cap = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (cap, hard))
    # FLINT aborts when it runs out of memory; the parent answers for that, and a core dump helps nobody.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _be_silent() -> None:
    """Keep the last words of a C library that aborts off the terminal: the parent says what happened."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _alarm(seconds: float, wall: float) -> None:
    """End this process after so much processor time, or so much time by the clock on the wall; 0 takes that back."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, wall)
        signal.setitimer(signal.ITIMER_PROF, seconds)
