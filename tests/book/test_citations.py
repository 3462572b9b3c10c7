"""Citations: read in prose only, found in the files of works, collected in one list, and wrong ones refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sigmaprime.book import BuildResult, build
from sigmaprime.book.citations import Citation, citations
from sigmaprime.book.works import read_works
from sigmaprime.read.syntax import NotUnderstood

HILL = '[hill1910]\nauthor = "A. V. Hill"\ntitle = "On *aggregation* & more"\nyear = 1910\nwhere = "J. Physiol. 40"\n'
ROE = '[roe]\nauthor = ["Roe, J.", "T. van der Ito", "{The Office}"]\ntitle = "T"\nyear = 1999\ndoi = "10.1000/x_1"\n'
PAGE = "# A\n\nSee [@hill1910, p. iv], `[@code]`, $s[@x]$ and [@roe;\n@hill1910].\n"


def made(tmp_path: Path, to: str = "html", page: str = PAGE, **files: str) -> BuildResult:
    folder = tmp_path / "pages"
    folder.joinpath("references").mkdir(parents=True)
    folder.joinpath("a.md").write_text(page, encoding="utf-8")
    folder.joinpath("b.md").write_text("# B\n\nAgain [@roe].\n", encoding="utf-8")
    for name, text in (files or {"one": HILL + ROE}).items():
        folder.joinpath("references", f"{name}.toml").write_text(text, encoding="utf-8")
    return build([folder], to, tmp_path / "book")


def text(tmp_path: Path, name: str) -> str:
    return tmp_path.joinpath("book", name).read_text(encoding="utf-8")


def test_what_stands_between_the_brackets() -> None:
    assert citations("@a, p. 3; @b-c") == (Citation("a", "p. 3"), Citation("b-c"))
    for none in ("@", "@a b", "a", "@a; b", "@a,"):
        assert citations(none) is None


def test_html(tmp_path: Path) -> None:
    assert made(tmp_path).ok
    page, listed = text(tmp_path, "index.html"), text(tmp_path, "references.html")
    assert re.search(
        r'\(<a class="cite" id="cites-hill1910" href="references.html#hill1910"[^>]*>Hill 1910</a>, p. iv\)', page
    )
    assert page.count('id="cites-hill1910"') == 1
    assert ">Roe et al. 1999</a>; <a" in page
    assert "<code>[@code]</code>" in page
    assert '<li id="hill1910">A. V. Hill (1910). <cite>On *aggregation* &amp; more</cite>. J. Physiol. 40.' in listed
    assert '<a href="https://doi.org/10.1000/x_1">' in listed
    assert 'Cited in <a href="index.html#cites-roe">A</a>, <a href="b.html#cites-roe">B</a>.' in listed
    assert 'rel="next" href="references.html"' in text(tmp_path, "b.html")


def test_latex(tmp_path: Path) -> None:
    assert made(tmp_path, "latex").ok
    book = text(tmp_path, "book.tex")
    assert r"(\hyperlink{work:hill1910}{Hill~1910}, p.~iv)" in book
    assert r"\emph{On *aggregation* \& more}. J. Physiol. 40." in book
    assert r"\url{https://doi.org/10.1000/x_1}" in book


def test_markdown(tmp_path: Path) -> None:
    assert made(tmp_path, "markdown").ok
    assert "([Hill 1910](references.md#hill1910), p. iv), `[@code]`, $`s[@x]`$ and" in text(tmp_path, "a.md")
    assert r"*On \*aggregation\* & more*" in text(tmp_path, "references.md")


def test_two_works_of_one_year_get_letters(tmp_path: Path) -> None:
    other = HILL.replace("hill1910", "hill-b").replace("On", "Zur")
    made(tmp_path, page="# A\n\n[@hill-b] [@hill1910]\n", one=HILL + other + ROE)
    page = text(tmp_path, "index.html")
    assert page.index(">Hill 1910b</a>") < page.index(">Hill 1910a</a>")


def test_a_work_that_is_not_cited_is_remarked_upon(tmp_path: Path) -> None:
    result = made(tmp_path, page="# A\n\nNothing.\n")
    (note,) = result.notes
    assert "one.toml:1: hill1910 is described and not cited" in note
    assert "Hill" not in text(tmp_path, "references.html")


def test_a_work_that_is_not_described(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"a\.md:4: no work is called none"):
        made(tmp_path, page="# A\n\nWords\nand [@none].\n")


def test_what_looks_like_a_citation_and_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"a\.md:3: \[@roe page 3\] is no citation"):
        made(tmp_path, page="# A\n\n[@roe page 3]\n")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("\n" + HILL.replace("year = 1910\n", ""), "one.toml:2: hill1910 has no year"),
        (HILL.replace('where = "J. Physiol. 40"\n', ""), "1: hill1910 cannot be found"),
        (HILL + "pages = 3\n", "no field is called pages"),
        (HILL.replace("A. V. Hill", "A. Ito and B. Roe"), "is not one author"),
        (HILL + 'doi = "doi.org/10.1"\n', "is no DOI"),
        (HILL + 'url = "example.org"\n', "is no address"),
        (HILL + HILL.replace("hill", "Hill").replace("Hill1910", "hill1910"), "not a file of references"),
        ("hill = 3\n", "hill is no work"),
    ],
)
def test_entries_that_cannot_be_used(tmp_path: Path, entry: str, message: str) -> None:
    with pytest.raises(NotUnderstood, match=re.escape(message)):
        made(tmp_path, one=entry)


def test_a_key_is_used_once_in_all_files(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match=r"two\.toml:1: hill1910 is described twice, also in .*one\.toml:1"):
        made(tmp_path, one=HILL, two=HILL)


def test_names_of_families(tmp_path: Path) -> None:
    tmp_path.joinpath("references.toml").write_text(ROE, encoding="utf-8")
    assert read_works([tmp_path])["roe"].families == ("Roe", "van der Ito", "The Office")
