"""The book through TeX: it compiles, and nothing runs into the margin."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
TOLERATED = 5.0  # points


def test_the_book_compiles_without_overfull_lines(latex_book: Path) -> None:
    for _ in range(2):
        done = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "book.tex"], cwd=latex_book,
            capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]
    log = latex_book.joinpath("book.log").read_text(errors="replace")
    wide = [found for found in re.findall(r"Overfull \\hbox \(([0-9.]+)pt.*", log) if float(found) > TOLERATED]
    assert not wide
    assert "undefined references" not in log
    assert latex_book.joinpath("book.pdf").read_bytes().startswith(b"%PDF")
