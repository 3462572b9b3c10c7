"""How much one piece of work may cost, and what came of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any, TypeAlias

MIB = 1024 * 1024
# How many times its processor time a piece of work may take by the clock on the wall, since it shares the machine.
BUSY = 4.0 if sys.platform != "win32" else 1.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of the processor and bytes for one piece of work; `answer` bounds the bytes of what it gives back."""

    seconds: float = 5.0
    memory: int = 2048 * MIB
    answer: int = 64 * MIB

    @property
    def wall(self) -> float:
        return self.seconds * BUSY


@dataclass(frozen=True, slots=True)
class Done:
    """What the work gave back: a value, or the `NotUnderstood` that it raised."""

    value: Any
    seconds: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """The work gave nothing back; `reason` is a clause without a full stop."""

    reason: str
    seconds: float


Outcome: TypeAlias = Done | Stopped


def too_slow(limits: Limits) -> str:
    return f"time limit of {limits.seconds:g} s reached"


def too_big(limits: Limits) -> str:
    return f"memory limit of {limits.memory // MIB} MiB reached"


def too_long(limits: Limits) -> str:
    return f"the answer is longer than {limits.answer // MIB} MiB"
