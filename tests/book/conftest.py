"""The book of `derivations/`, proved once and written in three formats, for all tests and all their workers."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sigmaprime.book.bibliography import bibliography
from sigmaprime.book.build import assembled, read_pages
from sigmaprime.book.entry import Settled
from sigmaprime.book.judge import judge
from sigmaprime.book.page import Page
from sigmaprime.book.pictures import with_pictures
from sigmaprime.book.render import Written
from sigmaprime.book.rendered import Format, surroundings
from sigmaprime.book.work_out import PICTURES, SETTLE, WRITE
from sigmaprime.run import Done, Limits
from sigmaprime.run.pool import Pool
from sigmaprime.words import ENGLISH

DERIVATIONS = Path(__file__).parents[2] / "derivations"
FORMATS: tuple[Format, ...] = ("html", "latex", "markdown")
PATIENCE = 60.0  # seconds for each line
LONGEST = 900.0  # seconds for the whole book


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the book stands in every format; the worker that comes first makes it, the others wait."""
    pytest.importorskip("matplotlib")
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "the-book"
    told = folder.with_suffix(".told")  # what came of it: nothing, or what is wrong
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(told)
    else:
        _tell(told, folder)
    assert not told.read_text(encoding="utf-8"), told.read_text(encoding="utf-8")
    return folder


def _tell(told: Path, folder: Path) -> None:
    wrong = "the book could not be built"
    try:
        wrong = _build(folder)
    finally:
        part = told.with_suffix(".part")
        part.write_text(wrong, encoding="utf-8")
        part.rename(told)


def _wait_for(path: Path) -> None:
    until = time.monotonic() + LONGEST
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.2)


def _build(folder: Path) -> str:
    pages = read_pages([DERIVATIONS])
    with Pool(SETTLE, 2, Limits(seconds=PATIENCE)) as pool:
        settled, troubles = judge(pages, PICTURES["html"], pool, PATIENCE)
        if troubles:
            return "\n".join(map(str, troubles))
        drawn = {form: with_pictures(settled, PICTURES[form], pool, PATIENCE)[0] for form in FORMATS[1:]}
    for form in FORMATS:
        _write(pages, drawn.get(form, settled), form, folder / form)
    return ""


def _write(pages: tuple[Page, ...], settled: tuple[Settled, ...], form: Format, folder: Path) -> None:
    works, _ = bibliography(pages)
    around = surroundings(pages, works, form, ENGLISH.code)
    calls = [(Written(page, form, near),) for page, near in zip(settled, around, strict=True)]
    with Pool(WRITE, 2, Limits(seconds=600)) as pool:
        outcomes = list(pool.outcomes(calls))
    written = [outcome.value[0] for outcome in outcomes if isinstance(outcome, Done)]
    folder.mkdir()
    for name, content in assembled(pages, written, works, form, ENGLISH)[0].items():
        folder.joinpath(name).write_bytes(content)


@pytest.fixture(scope="session")
def html_book(books: Path) -> Path:
    return books / "html"


@pytest.fixture(scope="session")
def latex_book(books: Path) -> Path:
    return books / "latex"


@pytest.fixture(scope="session")
def markdown_book(books: Path) -> Path:
    return books / "markdown"
