"""Every format: complete pages, well-formed markup, LaTeX that TeX accepts, nothing that leaks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from sigmaprime.claims import LAWS as RULES
from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.page import Details, Document, Heading, Note, Paragraph, Shown, Strong, Table
from sigmaprime.document.verdict import verdict_document
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.read.claim import read_claim
from sigmaprime.read.lines import read_claims
from sigmaprime.read.row import read_row
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Statement
from sigmaprime.read.text import read_term
from sigmaprime.write import WRITERS
from sigmaprime.write.html import style
from sigmaprime.write.mathml import cell
from sigmaprime.write.writer import NotWritable
from tests.document import examples
from tests.notation.terms import SCOPE, TERMS
from tests.read.article import ARTICLE
from tests.read.phrases import PHRASES
from tests.write.mathml_reader import latex

PROOFS = (examples.BOUNDS, examples.INCREASING, examples.LIMIT)
STRAY = Document(
    ("<b>& $x_1$ \\ #",),
    (
        Heading(("50% of {a}",)),
        Paragraph(("<script>alert(1)</script> & ~ ^ \\", Shown("0.1966…"), Strong("*bold*"))),
        Note(("σ ≤ ∞ `code` | pipe",)),
        Table((("a",), ("b",)), (((Var("x"),), ("1 & 2",)),)),
        Details(("more",), (Paragraph(("inside",)),)),
    ),
)


def pages(detail: str) -> tuple[Document, ...]:
    return (
        derivation_document(examples.ROUTES, detail, RULES),  # type: ignore[arg-type]
        *(verdict_document(p.claim, examples.proved(p), detail, RULES) for p in PROOFS),  # type: ignore[arg-type]
        verdict_document(Claim(read_row("s'(x) <= 1/5")), examples.REFUTED, detail, RULES),  # type: ignore[arg-type]
        verdict_document(Claim(read_row("s'(x) < 1/4")), examples.UNDECIDED, detail, RULES),  # type: ignore[arg-type]
    )


def test_the_folder_is_the_registry() -> None:
    assert tuple(WRITERS) == ("html", "json", "latex", "markdown", "mathml", "text")
    assert all(WRITERS[name].name == name for name in WRITERS)
    with pytest.raises(KeyError):
        WRITERS["plots"]


def test_latex2mathml_is_loaded_only_for_mathml() -> None:
    program = (
        "import sys; from sigmaprime.write import WRITERS; WRITERS['text'], WRITERS['latex'], WRITERS['json']; "
        "sys.exit('latex2mathml' in sys.modules or 'sympy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@settings(max_examples=150, deadline=None)
@given(TERMS)
def test_mathml_is_well_formed_and_core(term: Term) -> None:
    root = ET.fromstring(WRITERS["mathml"].inline(term))
    assert not any(part.get("mathvariant") for part in root.iter())
    assert not any(mark in "".join(root.itertext()) for mark in "\\&$^")


def test_mathml_says_function_application_and_flat_primes() -> None:
    written = WRITERS["mathml"].inline(read_row("s'(x) = 2*x"))
    assert '<mi>s</mi><mo lspace="0" rspace="0">′</mo><mo>\u2061</mo>' in written
    assert "<mn>2</mn><mo>\u2062</mo><mi>x</mi>" in written


def test_mathml_refuses_a_name_that_it_cannot_write() -> None:
    with pytest.raises(NotWritable):
        WRITERS["mathml"].inline(Var(r"a}\text{<img>"))


def test_words_in_mathml_are_escaped() -> None:
    assert "<mtext>&#160;is&#160;even</mtext>" in WRITERS["mathml"].inline(
        App(
            "even",
            (
                App("fn", (Var("x"), App("s", (Var("x"),)))),
                App("domain", (App("fn", (Var("x"), App("s", (Var("x"),)))),)),
            ),
        )
    )


@pytest.mark.parametrize("detail", ["brief", "normal", "full"])
@pytest.mark.parametrize("name", WRITERS)
def test_every_format_writes_every_page(name: str, detail: str) -> None:
    for document in pages(detail):
        assert WRITERS[name].page(document)


@pytest.mark.parametrize("detail", ["normal", "full"])
def test_html_is_self_contained(detail: str) -> None:
    for document in (*pages(detail), STRAY):
        written = WRITERS["html"].page(document)
        body = written.partition("<body")[2]
        ET.fromstring(f"<body{body.rpartition('</html>')[0]}")
        assert "<script" not in written
        assert not re.search(r"(src|href)=", written)
        assert "url(" not in style()


def test_free_text_is_escaped_everywhere() -> None:
    assert "<script>" not in WRITERS["html"].page(STRAY)
    assert "<script>" not in WRITERS["markdown"].page(STRAY)
    assert "<script>" not in WRITERS["mathml"].page(STRAY)
    assert r"50\% of \{a\}" in WRITERS["latex"].page(STRAY)


def test_markdown_uses_only_what_github_knows() -> None:
    for document in pages("full"):
        written = WRITERS["markdown"].page(document)
        assert not re.search(r"\\operatorname|\\mbox|\\phantom|\$\$", written)
        assert written.count("```") % 2 == 0


def test_json_is_json() -> None:
    for document in (*pages("full"), STRAY):
        assert json.loads(WRITERS["json"].page(document))["schema"] == 1


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs TeX")
def test_tex_accepts_every_page(tmp_path: Path) -> None:
    for number, document in enumerate((*pages("normal"), pages("full")[0], pages("full")[1], STRAY)):
        source = tmp_path / f"page{number}.tex"
        source.write_text(WRITERS["latex"].page(document), encoding="utf-8")
        done = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", source.name],
            cwd=tmp_path, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-2000:]
        assert b"Overfull \\hbox" not in done.stdout, source.read_text(encoding="utf-8")


def test_a_cell_is_never_empty() -> None:
    from sigmaprime.notation.box import Row

    with pytest.raises(NotWritable):
        cell(Row(()))


@settings(max_examples=300, deadline=None)
@given(TERMS)
def test_mathml_reads_back(term: Term) -> None:
    shown = latex(ET.fromstring(WRITERS["mathml"].inline(term)))
    assert read_term(f"${shown}$", SCOPE) is term


def test_mathml_of_every_claim_of_the_article_reads_back() -> None:
    scope = Scope()
    for line in read_claims(ARTICLE, "article", PHRASES):
        match line:
            case Definition():
                scope = extend(scope, line)
            case Statement(says):
                shown = latex(ET.fromstring(WRITERS["mathml"].inline(says)))
                assert read_claim(f"${shown}$", scope, PHRASES)[0] is says
            case _:
                pytest.fail(line.text)


def test_mathml_says_that_two_functions_behave_alike() -> None:
    assert "<mo>∼</mo>" in WRITERS["mathml"].inline(App("~", (Var("x"), Var("y"))))
