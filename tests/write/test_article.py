"""Every claim of the article, as it is really proved or refuted, in every format."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from sigmaprime.claims import LAWS, PHRASES
from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.page import Block, Detail, Document, Heading
from sigmaprime.document.verdict import verdict_blocks
from sigmaprime.kernel.proof import Claim
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Derive, Statement
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.verdict import Route, Verdict
from sigmaprime.write import WRITERS
from tests.read.article import ARTICLE

DERIVATIONS = "\nderive s'(x) = s(x)*(1 - s(x)) by all\n"


@cache
def results() -> tuple[tuple[Statement, Verdict] | tuple[Derive, tuple[Route, ...]], ...]:
    scope = Scope()
    found: list[tuple[Statement, Verdict] | tuple[Derive, tuple[Route, ...]]] = []
    for line in read_claims(ARTICLE + DERIVATIONS, "article", PHRASES):
        match line:
            case Definition():
                scope = extend(scope, line)
            case Statement():
                found.append((line, decide(line, scope)))
            case Derive():
                found.append((line, derive_routes(line, scope)))
    return tuple(found)


def article(detail: Detail) -> Document:
    blocks: list[Block] = []
    for line, result in results():
        blocks.append(Heading((line.text,)))
        if isinstance(line, Statement):
            blocks += verdict_blocks(Claim(line.says, line.given), result, detail, LAWS)  # type: ignore[arg-type]
        else:
            blocks += derivation_document(result, detail, LAWS).blocks  # type: ignore[arg-type]
    return Document(("The article",), tuple(blocks))


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("detail", ["brief", "normal", "full"])
def test_every_format_can_say_it(name: str, detail: Detail) -> None:
    assert WRITERS[name].page(article(detail))


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs TeX")
@pytest.mark.parametrize("detail", ["brief", "normal", "full"])
def test_nothing_runs_into_the_margin(tmp_path: Path, detail: Detail) -> None:
    (tmp_path / "article.tex").write_text(WRITERS["latex"].page(article(detail)), encoding="utf-8")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "article.tex"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert b"Overfull \\hbox" not in done.stdout
