"""A folder in which the pages of a book are kept by what they were made of, so that only changed ones are made anew.

A page is found by a digest of its text, of what it uses of the book around it, and of this whole program. What is
found is a proposal and no more: `stored` says what has to hold before it is used.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from json import dumps
from pathlib import Path
from typing import Final

from sigmaprime.book.page import Page
from sigmaprime.book.rendered import Around, Format

PACKAGE: Final = Path(__file__).parents[1]
LIBRARIES: Final = (
    "python-flint",
    "sympy",
    "mpmath",
    "latex2mathml",
    "markdown-it-py",
    "mdit-py-plugins",
    "matplotlib",
)
LARGEST: Final = 64 * 1024 * 1024  # bytes of one page
MOST: Final = 512 * 1024 * 1024  # bytes of the whole folder


def usual_folder() -> Path:
    """Where programs keep what they could make again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "sigmaprime" / "book"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sigmaprime" / "book"


@dataclass(frozen=True, slots=True)
class Cache:
    """Whatever goes wrong with the folder, the book is built: without it, if need be."""

    folder: Path

    def key(self, page: Page, around: Around, to: Format) -> str:
        works = {key: (one.label, one.work.authors, one.work.title) for key, one in around.works.items()}
        form = "latex" if to == "pdf" else to
        made_of = (
            program(), form, page.name, page.text, dict(around.names), works, around.chapter, around.language
        )  # fmt: skip
        return sha256(dumps(made_of, sort_keys=True).encode()).hexdigest()

    def load(self, key: str) -> bytes | None:
        path = self._path(key)
        with suppress(OSError):
            if path.stat().st_size <= LARGEST:
                os.utime(path)
                return path.read_bytes()
        return None

    def store(self, key: str, content: bytes) -> None:
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as file:
                file.write(content)
            Path(file.name).replace(self._path(key))

    def tidy(self) -> None:
        """Forget the pages that were not used for the longest time, where there are too many."""
        with suppress(OSError):
            kept = sorted(((path.stat(), path) for path in self.folder.glob("*.page")), key=_age)
            room = MOST
            for stat, path in kept:
                room -= stat.st_size
                if room < 0:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.page"


def _age(found: tuple[os.stat_result, Path]) -> float:
    return -found[0].st_mtime


@cache
def program() -> str:
    """A digest of everything that a page comes from besides its text: this package, and the libraries it uses."""
    digest = sha256(repr((sys.version_info[:3], _versions(LIBRARIES))).encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            content = path.read_bytes()
            digest.update(f"{path.relative_to(PACKAGE).as_posix()} {len(content)} ".encode() + content)
    return digest.hexdigest()


def _versions(libraries: Sequence[str]) -> list[str]:
    found = []
    for library in libraries:
        with suppress(ImportError):  # one that is not installed; what needs it says so itself
            found.append(f"{library} {version(library)}")
    return found
