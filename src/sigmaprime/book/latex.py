"""The book as one LaTeX file with its pictures, and as a PDF where a TeX is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path

from sigmaprime.book.bibliography import Bibliography
from sigmaprime.book.entry import Book, Checked, Derived, Drawn, Judged, Named, Settled, Studied, Tabulated
from sigmaprime.book.numbered import anchor, called, chapters, contents, usual_caption
from sigmaprime.book.page import Block, Prose
from sigmaprime.book.prose_latex import escape_latex, prose_latex
from sigmaprime.book.reference_list import latex_citation, latex_list
from sigmaprime.book.said import checked, claimed, evidence, names, seal, seal_word, studied, worked
from sigmaprime.document.page import Detail, Document
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.words import ENGLISH, Language
from sigmaprime.write import speaking

RUNS = 2  # the table of contents and the links are right after the second
SECONDS = 120
NO_TEX = (
    "no PDF was made, because pdflatex was not found: install a TeX (on Debian: apt install texlive-latex-base), or "
    "print the HTML pages from a browser; book.tex is complete and can be compiled elsewhere"
)


def latex_files(book: Book, language: Language = ENGLISH) -> dict[str, bytes]:
    """File names and contents: `book.tex`, and each picture as a PDF."""
    labels = {settled.page.path.name: f"page:{settled.page.name}" for settled in book.pages}
    template = files("sigmaprime.book").joinpath("templates", "book.tex").read_text(encoding="utf-8")
    numbers = chapters([settled.page for settled in book.pages])
    body = "".join(
        section
        for settled in book.pages
        for section in _sections(settled, labels, book.works, numbers[settled.page.name], language)
    )
    body += "".join(latex_list(book.works, labels, language)) if book.works else ""
    title = escape_latex(book.pages[0].page.title)
    preamble = speaking("latex", language).page(Document(())).partition("\\begin{document}")[0].strip()
    preamble = preamble.replace("{article}", "{report}", 1)
    filled = template.replace("%%PREAMBLE%%", preamble).replace("%%TITLE%%", title).replace("%%BODY%%", body)
    written = {"book.tex": filled.encode()}
    for settled in book.pages:
        for entries in settled.blocks.values():
            for entry in entries:
                if isinstance(entry, Drawn):
                    written[f"{entry.name}.pdf"] = entry.picture
    return written


def compile_pdf(folder: Path) -> str | None:
    """Make `book.pdf` from `book.tex` in the same folder; what to tell the reader where there is no TeX."""
    program = shutil.which("pdflatex")
    if program is None:
        return NO_TEX
    command = [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "book.tex"]
    for _ in range(RUNS):
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
        except subprocess.TimeoutExpired as error:
            raise NotUnderstood("pdflatex did not come to an end", remedy="use --to latex, and look at it") from error
        if done.returncode:
            said = done.stdout.decode(errors="replace")
            stop = " ".join(said[max(said.find("\n!"), 0) :][:400].split())
            raise NotUnderstood(f"pdflatex stopped: {stop}", remedy="use --to latex, and compile book.tex yourself")
    for ending in (".aux", ".toc", ".out", ".log"):
        folder.joinpath(f"book{ending}").unlink(missing_ok=True)
    return None


def _sections(
    settled: Settled, labels: Mapping[str, str], works: Bibliography, chapter: int, language: Language
) -> Iterator[str]:
    cite = partial(latex_citation, works=works)
    label = f"\\label{{{labels[settled.page.path.name]}}}\n"
    for part in settled.page.parts:
        match part:
            case Prose(tokens):
                yield prose_latex(tokens, labels, cite, label)
            case Block(_, first):
                entries = settled.blocks[first]
                detail: Detail = "normal" if sum(isinstance(entry, Judged) for entry in entries) == 1 else "brief"
                for entry in entries:
                    if isinstance(entry, Drawn | Tabulated):
                        said = prose_latex(entry.caption, labels, cite)
                        yield _numbered(entry, settled.page.name, chapter, said, language)
                    else:
                        yield _entry(entry, detail, language)


def _numbered(entry: Drawn | Tabulated, page: str, chapter: int, said: str, language: Language) -> str:
    """A figure, or a table, with its number and its caption."""
    writer = speaking("latex", language)
    target = f"\\hypertarget{{{page}:{anchor(entry)}}}{{}}"
    caption = f"\\numbered{{{writer.text(called(entry, chapter))}}}{{{said or writer.text(usual_caption(entry))}}}"
    match entry:
        case Drawn(name):
            inside = f"\\includegraphics[width=0.85\\textwidth]{{{name}.pdf}}\n{caption}"
        case Tabulated():
            inside = f"{caption}\n{writer.blocks((contents(entry),))}"
    return f"\\begin{{shown}}{target}\n{inside}\n\\end{{shown}}\n\n"


def _entry(entry: Judged | Derived | Studied | Checked | Named, detail: Detail, language: Language) -> str:
    """Where several claims stand together their proofs are brief: paper cannot fold them away."""
    writer = speaking("latex", language)
    match entry:
        case Judged(statement, found):
            word = seal_word(found, language)
            return (
                f"\\begin{{stated}}{{{seal(found)}}}{{{word}}}\n{writer.text(claimed(statement))}\n"
                f"\\end{{stated}}\n{writer.blocks(evidence(statement, found, detail))}\n\n"
            )
        case Derived(_, routes):
            return f"{writer.blocks(worked(routes))}\n\n"
        case Checked(_, working):
            return f"{writer.blocks(checked(working))}\n\n"
        case Studied(_, study):
            return f"{writer.blocks(studied(study, unfolds=False))}\n\n"
        case Named(line):
            return f"{writer.text(names(line))}\n\n"
