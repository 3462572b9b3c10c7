"""The builder: a whole book or none, and every failure with its place."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sigmaprime.book import build, paper
from sigmaprime.read.syntax import NotUnderstood

DERIVATIONS = Path(__file__).parents[2] / "derivations"

VOID = frozenset(("meta", "link", "br", "hr", "img", "input"))
GOOD = "# Good\n\nProse, $x^2$.\n\n```claims\nlet s(x) = 1/(1 + exp(-x))\n[half] s(0) = 1/2\n```\n"
FALSE = "# False\n\n```claims\nlet s(x) = 1/(1 + exp(-x))\n\n[whole] s(0) = 1\n```\n"
DENIED = "# Denied\n\n```claims\nlet s(x) = 1/(1 + exp(-x))\nfalse s(0) = 1/2\n```\n"
UNREAD = "# Unread\n\n```claims\n1 + = 2\n```\n"


class Balanced(HTMLParser):
    """Every element is closed, in the right order; collects ids, links and classes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [str(found["id"])] if "id" in found else []
        if tag in ("a", "link", "img", "script"):
            self.links += [str(found[name]) for name in ("href", "src") if name in found]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def parsed(path: Path) -> Balanced:
    parser = Balanced()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    assert not parser.open, parser.open
    return parser


def write(folder: Path, **pages: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        folder.joinpath(f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_every_page_is_well_formed_and_every_link_leads_somewhere(html_book: Path) -> None:
    pages = {path.name: parsed(path) for path in html_book.glob("*.html")}
    assert len(pages) == len(list(DERIVATIONS.glob("*.md"))) + 1  # the references
    for page in pages.values():
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            target, _, anchor = link.partition("#")
            assert not target.startswith(("http:", "//")), link
            if target.startswith("https:"):
                continue
            assert not target or html_book.joinpath(target).exists(), link
            assert not anchor or anchor in (pages[target] if target else page).ids, link


def test_every_formula_is_well_formed(html_book: Path) -> None:
    for path in html_book.glob("*.html"):
        formulas = re.findall(r"<math.*?</math>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert formulas or path.name in ("07-python.html", "references.html")
        for formula in formulas:
            ET.fromstring(formula)


def test_pages_are_complete_in_themselves(html_book: Path) -> None:
    for path in html_book.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert text.count("<script") == 1
        assert '<script defer src="search.js"></script>' in text
        assert "```" not in text
        assert 'src="http' not in text
        assert '<link rel="stylesheet" href="style.css">' in text
    assert "@import" not in html_book.joinpath("style.css").read_text(encoding="utf-8")


def test_index_previous_and_next(html_book: Path) -> None:
    index = html_book.joinpath("index.html").read_text(encoding="utf-8")
    assert '<a rel="next" href="01-sigmoid.html">' in index
    for path in html_book.glob("0*.html"):
        assert f'<a href="{path.name}">' in index
    assert 'rel="prev" href="index.html"' in html_book.joinpath("01-sigmoid.html").read_text(encoding="utf-8")


def test_markdown(markdown_book: Path) -> None:
    text = markdown_book.joinpath("03-properties.md").read_text(encoding="utf-8")
    assert "```claims" not in text
    assert r"\operatorname" not in text
    assert "**Proved.**" in text
    for picture in re.findall(r"\]\((\S+\.svg)\)", text):
        ET.fromstring(markdown_book.joinpath(picture).read_text(encoding="utf-8"))


def test_a_false_claim_fails_loudly_and_nothing_is_written(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", a=GOOD, b=FALSE)
    result = build([pages], "html", tmp_path / "book")
    assert not result.ok
    assert result.written == ()
    (trouble,) = result.troubles
    assert (trouble.file, trouble.line, trouble.verdict) == (str(pages / "b.md"), 6, "refuted")
    assert "s(0) = 1" in str(trouble)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pages"]


def test_a_true_claim_that_is_stated_to_be_false(tmp_path: Path) -> None:
    (trouble,) = build([write(tmp_path / "pages", a=DENIED)], "html", tmp_path / "book").troubles
    assert trouble.verdict.startswith("proved")
    assert trouble.line == 5


def test_a_line_that_is_not_understood(tmp_path: Path) -> None:
    result = build([write(tmp_path / "pages", a=UNREAD)], "html", tmp_path / "book")
    (trouble,) = result.troubles
    assert (trouble.line, trouble.verdict) == (4, "error")


def test_a_block_that_is_never_closed(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", a="# A\n\n```claims\n1 = 1\n")
    with pytest.raises(NotUnderstood, match=r"a\.md:3: this block is opened and never closed"):
        build([pages], "html", tmp_path / "book")
    assert not tmp_path.joinpath("book").exists()


def test_an_earlier_book_stays_when_the_new_one_fails_and_goes_when_it_does_not(tmp_path: Path) -> None:
    pages, book = write(tmp_path / "pages", a=GOOD), tmp_path / "book"
    assert build([pages], "html", book).ok
    first = book.joinpath("index.html").read_bytes()
    write(pages, b=FALSE)
    assert not build([pages], "html", book).ok
    assert book.joinpath("index.html").read_bytes() == first
    write(pages, b=GOOD)
    assert build([pages], "html", book).ok
    assert book.joinpath("b.html").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book", "pages"]


def test_the_same_book_every_time(tmp_path: Path) -> None:
    pages = write(tmp_path / "pages", a=GOOD)
    for name in ("one", "two"):
        assert build([pages], "html", tmp_path / name).ok
    one, two = ({path.name: path.read_bytes() for path in tmp_path.joinpath(name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_a_folder_of_others_is_not_touched(tmp_path: Path) -> None:
    pages, mine = write(tmp_path / "pages", a=GOOD), write(tmp_path / "mine", thesis="")
    with pytest.raises(NotUnderstood, match="not from an earlier book"):
        build([pages], "html", mine)
    with pytest.raises(NotUnderstood, match="is a file"):
        build([pages], "html", mine / "thesis.md")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.md", b"", "the page is empty"), ("a.md", b"\xff\xfe\x00", "UTF-8"), ("a.txt", b"x", "not a page"),
        ("a.md", b"# A\n\nSee [there](b.md).\n\n$\\foo$\n", "a.md:5"),
    ],
)  # fmt: skip
def test_pages_that_cannot_be_used(tmp_path: Path, name: str, text: bytes, message: str) -> None:
    tmp_path.joinpath(name).write_bytes(text)
    with pytest.raises(NotUnderstood, match=message):
        build([tmp_path / name], "html", tmp_path / "book")
    assert not tmp_path.joinpath("book").exists()


def test_sources_that_cannot_be_used(tmp_path: Path) -> None:
    for sources, message in (([tmp_path / "none.md"], "cannot be read"), ([tmp_path], "no pages"), ([], "no pages")):
        with pytest.raises(NotUnderstood, match=message):
            build(sources, "html", tmp_path / "book")
    with pytest.raises(NotUnderstood, match="no such format"):
        build([tmp_path], "word", tmp_path / "book")
    pages = write(tmp_path / "pages", a="# A\n\n[lost](nowhere.md)\n", b=GOOD)
    with pytest.raises(NotUnderstood, match=r"a\.md:3: there is no page nowhere\.md"):
        build([pages], "html", tmp_path / "book")
    with pytest.raises(NotUnderstood, match="two pages are called"):
        build([pages, pages], "html", tmp_path / "book")


def test_no_tex_is_said_and_the_source_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper.shutil, "which", lambda _: None)
    result = build([write(tmp_path / "pages", a=GOOD)], "pdf", tmp_path / "book")
    assert result.ok
    assert [path.name for path in result.written] == ["book.tex"]
    assert "pdflatex was not found" in result.notes[0]


def test_a_book_that_speaks_german(tmp_path: Path) -> None:
    page = tmp_path / "seite.md"
    page.write_text(
        "# Die Seite\n\n```claims\nlet s(x) = 1/(1 + exp(-x))\n[b] s'(x) <= 1/4\nfalse [g] s is even\n```\n"
    )
    book = build([page], "html", tmp_path / "buch", language="de")
    assert book.ok
    written = (tmp_path / "buch" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in written
    assert '<span class="seal">Bewiesen</span>' in written
    assert '<span class="seal">Widerlegt</span>' in written
    assert "Proved" not in written
    assert "Umformung" in written
