"""What stands round the pages: parts and chapters, the way from page to page, and what the search can find."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sigmaprime.book import build
from sigmaprime.read.syntax import NotUnderstood

PAGES = {
    "00-index.md": "# Book\n\nSee [the peak](02-two.md#the-peak) and [a claim](02-two.md#one).\n",
    "01-one.md": "---\npart: First part\n---\n\n# One & only\n\nWords.\n",
    "02-two.md": (
        "---\npart: First part\n---\n\n# Two\n\n## The peak\n\nOn $\\sigma$, </script> and more.\n\n"
        "## Below\n\n```claims\n[one] 1 + 1 = 2\n```\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, text in PAGES.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    assert build([folder], "html", folder / "book").ok
    return folder / "book"


def test_parts_and_numbered_chapters(site: Path) -> None:
    page = site.joinpath("02-two.html").read_text(encoding="utf-8")
    nav = page[page.index('<nav class="chapters"') :]
    assert nav.count("First part") == 1
    assert nav.index("First part") < nav.index('<span class="count">1</span> <a href="01-one.html">One &amp; only</a>')
    assert '<span class="count">2</span> <a href="02-two.html" aria-current="page">' in nav
    assert '<p class="number" aria-hidden="true">2</p>' in page
    index = site.joinpath("index.html").read_text(encoding="utf-8")
    assert "First part" in index[index.index('<nav class="contents"') : index.index('<nav class="chapters"')]


def test_contents_of_the_page_and_its_neighbours(site: Path) -> None:
    page = site.joinpath("02-two.html").read_text(encoding="utf-8")
    assert '<h2 id="the-peak">The peak</h2>' in page
    assert '<li><a href="#below">Below</a></li>' in page
    assert '<a rel="prev" href="01-one.html">' in page
    assert 'rel="next"' not in page


def test_the_search_finds_pages_sections_and_claims(site: Path) -> None:
    script = site.joinpath("search.js").read_text(encoding="utf-8")
    (line,) = re.findall(r"^  const entries = (.*);$", script, re.MULTILINE)
    assert "</script" not in line
    found = {where: (title, page, words) for where, title, page, words in json.loads(line)}
    assert found["01-one.html"] == ("One & only", "One & only", "Words.")
    assert found["02-two.html#the-peak"] == ("The peak", "Two", "On σ, </script> and more.")
    assert found["02-two.html#one"] == ("[one]", "Two", "1 + 1 = 2")


def test_a_link_to_nothing_on_a_page(tmp_path: Path) -> None:
    for name, text in {**PAGES, "03-three.md": "# C\n\n[x](02-two.md#summit)\n"}.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    with pytest.raises(NotUnderstood, match=r"03-three\.md:3: nothing on 02-two\.md is called summit"):
        build([tmp_path], "html", tmp_path / "book")


def test_parts_on_paper(tmp_path: Path) -> None:
    for name, text in PAGES.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    assert build([tmp_path], "latex", tmp_path / "book").ok
    paper = tmp_path.joinpath("book", "book.tex").read_text(encoding="utf-8")
    assert paper.index(r"\part{First part}") < paper.index(r"\chapter{One \& only}")
