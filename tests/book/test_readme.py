"""The README shows what the commands really say, and its two commands are where tools look for them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ sigmaprime ([^\n]*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_it_opens_with_a_derivation_a_proof_and_a_refutation() -> None:
    assert [command.split()[0] for command, _ in SHOWN[:3]] == ["derive", "prove", "prove"]
    assert "Proved" in SHOWN[1][1]
    assert "Refuted" in SHOWN[2][1]
    assert (
        README.index("```console") < README.index("<!-- the book command -->") < README.index("## Where does X live?")
    )


@pytest.mark.parametrize(("command", "output"), SHOWN)
def test_what_is_shown_is_what_comes_out(command: str, output: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sigmaprime.cli", *shlex.split(command)], capture_output=True, timeout=60, check=False,
        cwd=ROOT,
    )  # fmt: skip
    assert done.stdout.decode("utf-8") == output
    assert done.returncode == (1 if "Refuted" in output or "✗" in output else 0)


@pytest.mark.parametrize("name", ["book", "test"])
def test_each_command_is_one_block(name: str) -> None:
    (found,) = re.findall(rf"<!-- the {name} command -->\n```sh\n([^`]+)```\n", README)
    assert "python3 -m venv" in found
    assert "pip install" in found


def test_every_place_in_the_table_exists() -> None:
    table = README[README.index("## Where does X live?") :]
    places = re.findall(r"`((?:src|derivations)[^`:]*)`", table)
    assert places
    for place in places:
        assert ROOT.joinpath(place).exists(), place
