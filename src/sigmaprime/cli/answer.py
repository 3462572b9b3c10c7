"""A command about one line: a worker is asked while the page is prepared, and what it answers is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Never

from sigmaprime.cli.terminal import AS_STATED, NOT_AS_STATED, deliver, note, refused
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Limits, Pool, Stopped
from sigmaprime.run.verdicts import PATIENCE


def answer(
    target: str,
    timeout: float,
    out: Path | None,
    prepared: Callable[[], Callable[[Any], str]],
    asked: Callable[[], tuple[Any, Scope]],
) -> Never:
    """Write what comes of the question, and leave. Preparing imports a lot, which is done while the worker starts."""
    with Pool(target, limits=Limits(seconds=timeout)) as pool:
        page_of = prepared()
        try:
            (outcome,) = pool.outcomes([(*asked(), timeout * PATIENCE)])
            if isinstance(outcome, Stopped):
                note(f"undecided: {outcome.reason}")
                raise SystemExit(NOT_AS_STATED)
            if isinstance(outcome.value, NotUnderstood):
                raise outcome.value
        except NotUnderstood as error:
            refused(error)
    deliver(page_of(outcome.value), out)
    raise SystemExit(AS_STATED)
