"""What every test may use: the command line as a process, and settings for tests that invent their own examples."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is not a failing test.
settings.register_profile("sigmaprime", deadline=None, max_examples=50)
settings.load_profile("sigmaprime")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit status, what it wrote, and the seconds of a processor that it took."""

    status: int
    out: str
    err: str
    seconds: float


Command = Callable[..., Ran]


@pytest.fixture
def sigmaprime(tmp_path: Path) -> Command:
    """Run `sigmaprime ARGUMENTS…` as a process, in a folder of its own."""

    def run(*arguments: str, stdin: str | bytes = "", cwd: Path = tmp_path, **environment: str) -> Ran:
        began = _seconds()
        done = subprocess.run(
            [sys.executable, "-m", "sigmaprime.cli", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "COLUMNS": "100", **environment},
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode(), _seconds() - began)

    return run


def _seconds() -> float:
    """Processor time of all commands so far: what a command takes, however busy the machine is."""
    times = os.times()
    return times.children_user + times.children_system
