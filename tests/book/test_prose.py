"""Prose in each format: nothing of it lost, nothing of it taken for markup."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sigmaprime.book.mathematics import mathml
from sigmaprime.book.page import Prose, page
from sigmaprime.book.prose_html import prose_html
from sigmaprime.book.prose_latex import escape_latex, prose_latex
from sigmaprime.book.prose_markdown import prose_markdown
from sigmaprime.read.declare import scope_of
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.write.writer import NotWritable

SCOPE = scope_of(["s(x) = 1/(1 + exp(-x))"])


def tokens(text: str) -> list[object]:
    (prose,) = page(Path("p.md"), text, ()).parts
    assert isinstance(prose, Prose)
    return list(prose.tokens)


def html(text: str) -> str:
    return prose_html(
        tokens(text), {"02.md": "02.html"}, lambda latex, display, line: f"[{latex}|{display}|{line}]", str
    )  # type: ignore[arg-type]


def latex(text: str) -> str:
    return prose_latex(tokens(text), {"02.md": "page:02"}, str)  # type: ignore[arg-type]


def test_html() -> None:
    assert html("a & <b> $x$") == "<p>a &amp; &lt;b&gt; [x|False|1]</p>\n"
    assert html("a\nb $y$") == "<p>a\nb [y|False|2]</p>\n"
    assert "[\nx\n|True|1]" in html("$$\nx\n$$\n")
    assert '<a href="02.html#there">' in html("[l](02.md#there)")
    assert '<a href="https://example.org/?a=1&amp;b=2">' in html("[l](https://example.org/?a=1&b=2)")
    assert "<code>a &lt; b\n</code>" in html("```\na < b\n```\n")
    assert '<div class="scroll"' in html("| a |\n|---|\n| b |\n")


def test_no_markup_of_the_author_and_no_script() -> None:
    assert "<script" not in html("<script>alert(1)</script>")
    assert "<script" not in html('a <script src="x"></script> b')
    assert "javascript:" not in html("[l](javascript:alert)").replace("[l](javascript:alert)", "")


def test_latex() -> None:
    assert latex("50 % of $x_1$ & *all* **of** `a_b`") == (
        "50 \\% of $x_1$ \\& \\emph{all} \\textbf{of} \\texttt{a\\_b}\n\n"
    )
    assert latex("[l](02.md)").startswith(r"\hyperref[page:02]{l}")
    assert latex("[l](https://example.org/a%20b#c)").startswith(r"\href{https://example.org/a\%20b\#c}{l}")
    assert "\\begin{tabular}{ll}\na & b \\\\\n\\hline\nc & d \\\\\n" in latex("| a | b |\n|---|---|\n| c | d |\n")
    assert latex("- a\n- b\n").startswith("\\begin{itemize}\n\\item a")
    assert latex('He said "yes".').startswith("He said ``yes''.")
    assert "\\begin{verbatim}\na_b\n\\end{verbatim}" in latex("```\na_b\n```\n")


def test_latex_says_what_it_cannot_print() -> None:
    assert escape_latex("−≤σ′") == r"$-$$\le$$\sigma$$'$"
    with pytest.raises(NotUnderstood, match="'漢'"):
        escape_latex("漢")
    with pytest.raises(NotUnderstood, match="ASCII"):
        latex("```\nσ\n```\n")
    with pytest.raises(NotUnderstood, match="image"):
        latex("![a](b.png)")


def test_markdown_for_github() -> None:
    text = "a $x_1$ and `$not$` b\n\n$$\nx\n$$\n\n```sh\n$HOME $PATH\n```\n"
    assert prose_markdown(text.splitlines(keepends=True), str) == (
        "a $`x_1`$ and `$not$` b\n\n```math\nx\n```\n\n```sh\n$HOME $PATH\n```\n"
    )
    assert prose_markdown(["It costs 5 $ and 6 $ more.\n"], str) == "It costs 5 $ and 6 $ more.\n"


@pytest.mark.parametrize(
    "formula",
    [
        "s'(x) = s(x)(1 - s(x)).", r"x_1, x_2, \ldots, x_n", r"\pm\ln(2 + \sqrt 3)", r"\tfrac14", "e^{-|x|}", "s",
        r"0 < P_n \le \frac{1}{4^n} \qquad \text{for every } n \ge 1,", r"\blacksquare", "(0, 1]", "-x", r"\sigma",
        r"x = \ln\left(\frac{y}{1 - y}\right).", r"1 - \tanh^2", r"\max(0, x)", r"s'(x_1) \cdots s'(x_n)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("display", [True, False])
def test_mathematics_is_well_formed(formula: str, display: bool) -> None:
    root = ET.fromstring(mathml(formula, display, SCOPE))
    assert root.tag.endswith("}math")
    assert "\\" not in "".join(root.itertext())


def test_words_in_a_formula_are_escaped() -> None:
    assert "<img" not in mathml(r"x \text{ <img src=x> }", False, SCOPE)


def test_brackets_grow_with_what_they_hold_only() -> None:
    written = mathml(r"s(x) = \frac{1}{1 + e^{-x}}", True, SCOPE)
    assert 'stretchy="true"' not in written
    assert 'stretchy="true"' in mathml(r"\left(\frac{a}{b}\right)^2 = c", True, SCOPE)


def test_a_minus_after_a_relation_is_a_sign() -> None:
    assert '<mo form="prefix">−</mo>' in mathml("y = -x", False, SCOPE)


@pytest.mark.parametrize("formula", ["", r"\begin{aligned} a &= b \end{aligned}", r"\foo x", r"\frac{1}"])
def test_what_cannot_be_shown_is_refused(formula: str) -> None:
    with pytest.raises(NotWritable):
        mathml(formula, False, SCOPE)
