"""Figures and tables of a page: numbered, captioned, with values that were proved, in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sigmaprime.book import build
from sigmaprime.book.page import page
from sigmaprime.book.tabulate import tabulated
from sigmaprime.claims import PHRASES
from sigmaprime.kernel.check import check
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, NotUnderstood, Parameters, Table
from sigmaprime.verbs import rules_in
from sigmaprime.write import WRITERS

pytest.importorskip("matplotlib")

LET = "let k > 0\nlet s(x) = 1/(1 + exp(-x))\nlet f(x) = s(k*x)\n"
PAGE = f"""# Page

```claims
{LET}plot s on [-2, 2] with points (0, 1/2), caption "Of *height* 1, $s(x)$, [@roe]."
plot f, s on [-1, 1] with k = 2
table s(x), f(x) at x = -1, 0 to 3 digits, with k = 2
```
"""
ROE = '[roe]\nauthor = "J. Roe"\ntitle = "T"\nyear = 1999\nwhere = "W"\n'


def written(tmp_path: Path, to: str, name: str, text: str = PAGE) -> str:
    folder = tmp_path / "pages"
    folder.mkdir()
    folder.joinpath("references.toml").write_text(ROE, encoding="utf-8")
    folder.joinpath("00-index.md").write_text("# Book\n", encoding="utf-8")
    folder.joinpath("01-page.md").write_text(f"---\npart: One\n---\n\n{text}", encoding="utf-8")
    result = build([folder], to, tmp_path / "book")
    assert result.ok, result.troubles
    assert result.statements == 4
    return tmp_path.joinpath("book", name).read_text(encoding="utf-8")


def values(text: str) -> list[list[str]]:
    """The table that ends `text`, as LaTeX; every proof in it is checked once more."""
    scope = Scope()
    for line in read_claims(LET + text, "f.claims", PHRASES):
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Table():
                found = tabulated(line, scope, 10)
                assert isinstance(found, tuple)
                for row in found:
                    for value in row:
                        check(value.fact.proof, rules_in(scope))
                return [[WRITERS["latex"].inline(value.shown) for value in row] for row in found]
    raise AssertionError


def test_html(tmp_path: Path) -> None:
    html = written(tmp_path, "html", "01-page.html")
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", html, re.DOTALL)
    assert captions[0].startswith('<b>Figure 1.1.</b> Of <em>height</em> 1, <span class="nowrap"><math')
    assert ">Roe 1999</a>)" in captions[0]
    assert captions[1].startswith("<b>Figure 1.2.</b> The graphs of <math")
    assert captions[2].startswith("<b>Table 1.1.</b> For <math")
    assert html.count("<figure id=") == 3
    assert "Marked: (0, 1/2)." in html


def test_latex_and_markdown(tmp_path: Path) -> None:
    latex = written(tmp_path, "latex", "book.tex")
    assert r"\numbered{Figure 1.1.}{Of \emph{height} 1, $s(x)$, (\hyperlink{work:roe}{Roe~1999}).}" in latex
    assert "$-1$ & $0.269$ & $0.119$" in latex
    build([tmp_path / "pages"], "markdown", tmp_path / "markdown")
    markdown = tmp_path.joinpath("markdown", "01-page.md").read_text(encoding="utf-8")
    assert "**Figure 1.1.** Of *height* 1, $`s(x)`$, ([Roe 1999](references.md#roe))." in markdown
    assert "| $`-1`$ | $`0.269`$ | $`0.119`$ |" in markdown


def test_values_are_rounded_as_a_reader_expects() -> None:
    assert values("table s, s', s'' at x = 0, 40, -1 to 4 digits") == [
        ["0.5000", "0.2500", "0"],
        ["1.000", r"4.248 \cdot 10^{-18}", r"-4.248 \cdot 10^{-18}"],
        ["0.2689", "0.1966", "0.09086"],
    ]
    assert values("table x^2, -x at x = 99.996, 12345 to 3 digits") == [["9999", "-100"], ["152399025", "-12345"]]
    assert values("table s(x) at x = -3 to 2 decimals") == [["0.05"]]


def test_a_place_without_a_value() -> None:
    with pytest.raises(NotUnderstood, match=r"ln\(0\) has no value"):
        values("table ln(x) at x = 1, 0")
    with pytest.raises(NotUnderstood, match="the parameter k has no value"):
        values("table f(x) at x = 1")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("plot s on [0, 1] with points (0, ln(0))", r"the point \(0, ln\(0\)\) is not known to be defined"),
        ("plot f on [0, 1]", "the parameter k has no value here; give it one: with k = 1"),
        ("plot s on [1, 0]", "the ends are not two numbers in order"),
        ("plot s on [0, 1], shaded between 0 and ln(-1 - x^2)", "nothing to shade"),
        ("plot ln(-1 - x^2) on [0, 1]", "nothing to draw"),
    ],
)
def test_pictures_that_cannot_be_drawn(tmp_path: Path, line: str, message: str) -> None:
    tmp_path.joinpath("a.md").write_text(f"# A\n\n```claims\n{LET}{line}\n```\n", encoding="utf-8")
    (trouble,) = build([tmp_path / "a.md"], "html", tmp_path / "book").troubles
    assert trouble.line == 7
    assert re.search(message, trouble.reason)


def test_a_citation_in_a_caption_belongs_to_the_page() -> None:
    read = page(Path("a.md"), PAGE, PHRASES)
    assert [(citation.key, line) for citation, line in read.citations] == [("roe", 7)]
