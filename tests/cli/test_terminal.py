"""Carets, colours and files that are whole or not there."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sigmaprime.cli.terminal import colourful, did_you_mean, pointer, write_whole


def test_the_caret_stands_under_the_place() -> None:
    assert pointer("s'(x) = t*2", 8) == ["  s'(x) = t*2", "          ^"]


@pytest.mark.parametrize("offset", [0, 3, 500, 99_999, 100_000, 10**9])
def test_of_a_long_line_only_the_neighbourhood_is_shown(offset: int) -> None:
    text = "(" * 50_000 + ")" * 50_000
    line, caret = pointer(text, offset)
    assert len(line) < 85
    assert caret.strip() == "^"
    assert len(caret) <= len(line) + 1


def test_control_characters_do_not_reach_the_terminal() -> None:
    line, _ = pointer("x\x1b[31m\n\x00y", 0)
    assert line == "  x [31m  y"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert colourful(Terminal())
    assert not colourful(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not colourful(Terminal())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert colourful(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colourful(Terminal())


def test_a_name_that_is_nearly_right() -> None:
    assert did_you_mean("prov", ["prove", "derive"]) == " Did you mean 'prove'?"
    assert did_you_mean("zzz", ["prove", "derive"]) == ""


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_whole(path, "old")
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "half \udcff")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(SystemExit, match="2"):
        write_whole(tmp_path / "no" / "such" / "folder", "text")
    assert "cannot write" in capsys.readouterr().err


def test_json_is_json_in_any_encoding() -> None:
    code = "from sigmaprime.cli.terminal import *; harden(); result(as_json({'σ': '≤ \\udcff'}))"
    for encoding in ("utf-8", "ascii", "latin-1"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )
        assert json.loads(done.stdout.decode(encoding)) == {"σ": "≤ \udcff"}
