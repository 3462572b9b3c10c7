"""From pages to a book: read them, prove what they say, write it down, and only then put it where it belongs.

A book is written when every claim on every page is as stated, and otherwise not at all.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from sigmaprime.book.bibliography import Bibliography, bibliography, uncited
from sigmaprime.book.cache import Cache
from sigmaprime.book.entry import BuildResult
from sigmaprime.book.page import Page, page
from sigmaprime.book.rendered import Format, Rendered, surroundings
from sigmaprime.book.work_out import work_out
from sigmaprime.claims import PHRASES
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Limits
from sigmaprime.words import Language
from sigmaprime.words import language as words

FORMATS: Final[tuple[Format, ...]] = ("html", "latex", "pdf", "markdown")
MARKER: Final = ".sigmaprime-book"
LARGEST_PAGE: Final = 2_000_000  # bytes


def build(
    sources: Sequence[Path | str], to: str = "html", out: Path | str = "book", *,
    jobs: int = 2, seconds: float = 20.0, language: str = "en",
    cache: Path | None = None,
) -> BuildResult:  # fmt: skip
    """Build the pages in `sources` (files, or folders of `.md` files) into the folder `out`.

    `cache` is a folder for what was made and proved before; only changed pages are made anew, and what is taken from
    the folder is checked again. `language` is the code of the language in which the proofs and derivations are told;
    the prose stays what it is.

    Raises `NotUnderstood` when a page cannot be read or `out` cannot be used. A claim that is not as stated is no
    exception but a trouble in the result, which then is not `ok`; nothing is written.
    """
    form = _format(to)
    target = _usable(Path(out))
    pages = read_pages(sources)
    works, others = bibliography(pages)
    remarks = uncited(others) if any(Path(source).is_dir() for source in sources) else ()
    around = surroundings(pages, works, form, language)
    written, troubles = work_out(pages, around, form, jobs, Limits(seconds=seconds), Cache(cache) if cache else None)
    if troubles:
        return BuildResult(False, (), troubles, remarks)
    contents, finish = assembled(pages, written, works, form, words(language))
    files, notes = _put(contents, target, finish)
    return BuildResult(True, files, (), (*remarks, *notes), sum(one.claims for one in written))


def _format(name: str) -> Format:
    for form in FORMATS:
        if name == form:
            return form
    raise NotUnderstood(f"no such format: {name}", remedy=f"choose one of {', '.join(FORMATS)}")


Finish = Callable[[Path], str | None]


def assembled(
    pages: Sequence[Page], written: Sequence[Rendered], works: Bibliography, to: Format, language: Language
) -> tuple[dict[str, bytes], Finish | None]:
    """The files of the whole book, and what is to be done with them once they stand in their folder."""
    match to:
        case "html":
            from sigmaprime.book.site import html_files

            return html_files(pages, written, works, language), None
        case "markdown":
            from sigmaprime.book.markdown import markdown_files

            return markdown_files(pages, written, works, language), None
    from sigmaprime.book.paper import compile_pdf, latex_files

    return latex_files(pages, written, works, language), compile_pdf if to == "pdf" else None


def read_pages(sources: Iterable[Path | str]) -> tuple[Page, ...]:
    """The pages in these files and folders, every link between them a good one."""
    pages = tuple(map(_page, _files(sources)))
    _linked(pages)
    return pages


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
    """Every link to a page, and to a place on it, leads there; a page that stands alone may lead to others."""
    known = {page.path.name: page.anchors for page in pages}
    for here in pages:
        for link in here.links:
            target = link.page or (here.path.name if link.anchor else "")
            if target in known and link.anchor and link.anchor not in known[target]:
                message = f"{here.path}:{link.line}: nothing on {target} is called {link.anchor}"
                raise NotUnderstood(message, remedy=f"there are {', '.join(sorted(known[target])[:12])}")
            if link.page.endswith(".md") and "/" not in link.page and link.page not in known and len(pages) > 1:
                raise NotUnderstood(f"{here.path}:{link.line}: there is no page {link.page}", remedy="correct the link")


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
