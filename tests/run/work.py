"""What the workers of these tests do."""

import os
import time
from typing import Never

from sigmaprime.read.syntax import NotUnderstood


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def toil(seconds: float) -> float:
    """Keep the processor busy."""
    while time.process_time() < seconds:
        pass
    return seconds


def hoard(size: int) -> bytes:
    return bytes(size)


def die(now: bool) -> None:
    if now:
        os.abort()


def fault(what: str) -> Never:
    raise KeyError(what)


def dig(depth: int) -> int:
    return dig(depth + 1) + 1


def refuse(message: str) -> Never:
    raise NotUnderstood(message, text="x", offset=0, remedy="say something else")
