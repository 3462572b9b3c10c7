"""How the commands start: at once, and without loading what they do not need."""

import re
import subprocess
import sys

import pytest

from sigmaprime.cli import COMMANDS
from sigmaprime.version import __version__
from tests.conftest import Command

HEAVY = ("sympy", "mpmath", "flint", "latex2mathml", "matplotlib", "numpy", "jinja2", "markdown_it")


def loaded(*arguments: str) -> set[str]:
    """The packages that a command imports into its own process."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sigmaprime.cli", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), *((name, "--help") for name in COMMANDS)])
def test_help_and_version_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not loaded(*arguments) & set(HEAVY)


def test_proving_needs_no_sympy() -> None:
    assert "sympy" not in loaded("prove", "s'(x) <= 1/4", "--let", "s(x) = 1/(1 + exp(-x))")


def test_version(sigmaprime: Command) -> None:
    ran = sigmaprime("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"sigmaprime {__version__}\n", "")


def test_help_names_every_command_and_the_exit_statuses(sigmaprime: Command) -> None:
    ran = sigmaprime("--help")
    assert ran.status == 0
    assert all(re.search(rf"^  {name} ", ran.out, re.MULTILINE) for name in COMMANDS)
    assert "Exit status: 0" in ran.out


def test_every_line_of_help_is_the_command_s_own(sigmaprime: Command) -> None:
    for name in COMMANDS:
        ran = sigmaprime(name, "--help")
        assert ran.status == 0
        assert ran.out.startswith(f"Usage: sigmaprime {name} ")


def test_without_a_command_there_is_help_and_status_2(sigmaprime: Command) -> None:
    ran = sigmaprime()
    assert ran.status == 2
    assert "Usage:" in ran.out + ran.err
