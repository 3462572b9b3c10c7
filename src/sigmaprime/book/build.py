"""From pages to a book: read them, prove what they say, write it down, and only then put it where it belongs.

A book is written when every claim on every page is as stated, and otherwise not at all.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sigmaprime.book.bibliography import bibliography, uncited
from sigmaprime.book.entry import Book, BuildResult, Checked, Entry, Judged, Tabulated
from sigmaprime.book.judge import judge
from sigmaprime.book.page import Page, page
from sigmaprime.book.pictures import Kind
from sigmaprime.claims import PHRASES
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Limits
from sigmaprime.words import Language
from sigmaprime.words import language as words

FORMATS: Final = ("html", "latex", "pdf", "markdown")
MARKER: Final = ".sigmaprime-book"
LARGEST_PAGE: Final = 2_000_000  # bytes


def build(
    sources: Sequence[Path | str], to: str = "html", out: Path | str = "book", *,
    jobs: int = 2, seconds: float = 20.0, language: str = "en",
) -> BuildResult:  # fmt: skip
    """Build the pages in `sources` (files, or folders of `.md` files) into the folder `out`.

    `language` is the code of the language in which the proofs and derivations are told; the prose stays what it is.

    Raises `NotUnderstood` when a page cannot be read or `out` cannot be used. A claim that is not as stated is no
    exception but a trouble in the result, which then is not `ok`; nothing is written.
    """
    if to not in FORMATS:
        raise NotUnderstood(f"no such format: {to}", remedy=f"choose one of {', '.join(FORMATS)}")
    target = _usable(Path(out))
    pages = tuple(map(_page, _files(sources)))
    _linked(pages)
    works, others = bibliography(pages)
    remarks = uncited(others) if any(Path(source).is_dir() for source in sources) else ()
    settled, troubles = judge(pages, _PICTURES[to], jobs, Limits(seconds=seconds))
    statements = sum(_claims(entry) for one in settled for entries in one.blocks.values() for entry in entries)
    if troubles:
        return BuildResult(False, (), troubles, remarks, statements)
    contents, finish = _WRITERS[to](Book(settled, works), words(language))
    written, notes = _put(contents, target, finish)
    return BuildResult(True, written, (), (*remarks, *notes), statements)


def _claims(entry: Entry) -> int:
    """How many claims were judged here; every value of a table is one."""
    if isinstance(entry, Tabulated):
        return sum(map(len, entry.values))
    return isinstance(entry, Judged | Checked)


Finish = Callable[[Path], str | None]


def _html(book: Book, language: Language) -> tuple[dict[str, bytes], Finish | None]:
    from sigmaprime.book.html import html_files

    return html_files(book, language), None


def _latex(book: Book, language: Language) -> tuple[dict[str, bytes], Finish | None]:
    from sigmaprime.book.latex import latex_files

    return latex_files(book, language), None


def _pdf(book: Book, language: Language) -> tuple[dict[str, bytes], Finish | None]:
    from sigmaprime.book.latex import compile_pdf, latex_files

    return latex_files(book, language), compile_pdf


def _markdown(book: Book, language: Language) -> tuple[dict[str, bytes], Finish | None]:
    from sigmaprime.book.markdown import markdown_files

    return markdown_files(book, language), None


Made = tuple[dict[str, bytes], Finish | None]
_PICTURES: Final[Mapping[str, Kind]] = MappingProxyType(
    {"html": "svg", "latex": "pdf", "pdf": "pdf", "markdown": "standalone"}
)
_WRITERS: Final[Mapping[str, Callable[[Book, Language], Made]]] = MappingProxyType(
    {"html": _html, "latex": _latex, "pdf": _pdf, "markdown": _markdown}
)


def _files(sources: Iterable[Path | str]) -> list[Path]:
    found: list[Path] = []
    for source in map(Path, sources):
        inside = sorted(source.glob("*.md")) if source.is_dir() else [source]
        if not inside:
            raise NotUnderstood(f"{source}: no pages in this folder", remedy="pages are files that end in .md")
        found += inside
    if not found:
        raise NotUnderstood("no pages were named", remedy="name a folder of .md files, or files")
    names = [path.name for path in found]
    for path in found:
        if names.count(path.name) > 1:
            raise NotUnderstood(f"two pages are called {path.name}", remedy="give them different names")
    return found


def _page(path: Path) -> Page:
    if path.suffix != ".md":
        raise NotUnderstood(f"{path}: not a page", remedy="pages are Markdown files that end in .md")
    try:
        raw = path.read_bytes()
    except OSError as error:
        remedy = "check the name and its permissions"
        raise NotUnderstood(f"{path}: cannot be read: {error.strerror}", remedy=remedy) from error
    if len(raw) > LARGEST_PAGE:
        raise NotUnderstood(f"{path}: longer than {LARGEST_PAGE} bytes", remedy="divide it into several pages")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUnderstood(f"{path}: not text in UTF-8", remedy="save it as UTF-8") from error
    if not text.strip():
        raise NotUnderstood(f"{path}: the page is empty", remedy="write something, or remove it")
    return page(path, text, PHRASES)


def _linked(pages: Sequence[Page]) -> None:
    """Every link to a page leads to one."""
    known = {page.path.name for page in pages}
    for here in pages:
        for target, line in here.links:
            if target.endswith(".md") and "/" not in target and target not in known and len(pages) > 1:
                raise NotUnderstood(f"{here.path}:{line}: there is no page {target}", remedy="correct the link")


def _usable(out: Path) -> Path:
    if out.is_file():
        raise NotUnderstood(f"{out} is a file", remedy="name a folder for the book")
    if out.is_dir() and any(out.iterdir()) and not out.joinpath(MARKER).exists():
        raise NotUnderstood(
            f"{out} holds files that are not from an earlier book", remedy="name a new or an empty folder"
        )
    return out.absolute()


def _put(
    contents: Mapping[str, bytes], target: Path, finish: Finish | None
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write everything beside `target`, then let it take its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
        fresh, old = Path(beside, "new"), Path(beside, "old")
        fresh.mkdir()
        for name, content in {**contents, MARKER: b"This folder was written by sigmaprime build.\n"}.items():
            fresh.joinpath(name).write_bytes(content)
        note = finish(fresh) if finish else None
        if target.exists():
            target.rename(old)
        shutil.move(fresh, target)
    names = sorted(path.name for path in target.iterdir() if path.name != MARKER)
    return tuple(target / name for name in names), (note,) if note else ()
