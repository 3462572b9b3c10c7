"""The parent's side: a few workers, each killed and replaced when it takes too long or dies.

A worker is forked before anything heavy is imported and imports its function by itself, while the parent
goes on reading: on a cold start the two run side by side, and the parent never loads FLINT.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Self

from sigmaprime.run.limits import Limits, Outcome, Stopped, too_slow
from sigmaprime.run.worker import READY, work

STARTING = 60.0  # seconds that a worker may take to import its function, on a machine with a lot to do


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any  # a process of either kind, forked or spawned: they have no common public type
    pipe: Connection
    deadline: float
    ready: bool = False
    job: int | None = None


class Pool:
    """Workers that call one function, named "module:function". Leaving the `with` block ends them all."""

    def __init__(self, target: str, jobs: int = 1, limits: Limits | None = None) -> None:
        self._target, self._limits = target, limits or Limits()
        # A process with threads must not be forked: a lock that another thread holds would never be released.
        forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
        self._context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        self._workers = [self._start() for _ in range(jobs)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)

    def outcomes(self, calls: Iterable[tuple[Any, ...]]) -> Iterator[Outcome]:
        """What comes of each call, in the order of the calls, each as soon as it and all before it are there."""
        waiting = deque(enumerate(calls))
        done: dict[int, Outcome] = {}
        for following in range(len(waiting)):
            while following not in done:
                self._hand_out(waiting)
                self._collect(done)
            yield done.pop(following)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._target, self._limits), daemon=True)
        # What stands in the buffers would be written by the child a second time.
        sys.stdout.flush()
        sys.stderr.flush()
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + STARTING)

    def _hand_out(self, waiting: deque[tuple[int, tuple[Any, ...]]]) -> None:
        for worker in self._workers:
            if waiting and worker.ready and worker.job is None:
                worker.job, arguments = waiting.popleft()
                worker.deadline = time.monotonic() + self._limits.wall
                worker.pipe.send_bytes(pickle.dumps(arguments, protocol=pickle.HIGHEST_PROTOCOL))

    def _collect(self, done: dict[int, Outcome]) -> None:
        """Wait until some worker has something to say, or has had its time."""
        expected = [worker for worker in self._workers if worker.job is not None or not worker.ready]
        patience = min(worker.deadline for worker in expected) - time.monotonic()
        speaking = wait([worker.pipe for worker in expected], max(patience, 0))
        for worker in expected:
            if worker.pipe in speaking:
                self._hear(worker, done)
            elif worker.deadline <= time.monotonic():
                self._replace(worker, Stopped(too_slow(self._limits), self._limits.seconds), done)

    def _hear(self, worker: _Worker, done: dict[int, Outcome]) -> None:
        try:
            message = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._replace(worker, self._died(worker), done)
            return
        if message == READY:
            worker.ready = True
            return
        outcome: Outcome = pickle.loads(message)
        if isinstance(outcome, Stopped):
            self._replace(worker, outcome, done)
        elif worker.job is not None:
            done[worker.job], worker.job = outcome, None

    def _died(self, worker: _Worker) -> Stopped:
        worker.process.join(1)
        code = worker.process.exitcode or 0
        if -code == getattr(signal, "SIGPROF", None):
            return Stopped(too_slow(self._limits), self._limits.seconds)
        cause = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
        seconds = self._limits.wall - max(worker.deadline - time.monotonic(), 0)
        return Stopped(f"the process ended early ({cause}), most likely for want of memory", seconds)

    def _replace(self, worker: _Worker, outcome: Stopped, done: dict[int, Outcome]) -> None:
        _end(worker)
        if worker.job is None:
            raise RuntimeError(f"a worker for {self._target} could not start: {outcome.reason}")
        done[worker.job] = outcome
        self._workers[self._workers.index(worker)] = self._start()


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
