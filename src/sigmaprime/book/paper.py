"""The book as one LaTeX file with its pictures, and as a PDF where a TeX is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from sigmaprime.book.bibliography import Bibliography
from sigmaprime.book.numbered import opens, parts
from sigmaprime.book.page import Page
from sigmaprime.book.prose_latex import escape_latex
from sigmaprime.book.reference_list import latex_list
from sigmaprime.book.rendered import Rendered, addresses
from sigmaprime.document.page import Document
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.words import Language, wording
from sigmaprime.write import speaking

_UNNUMBERED = "\\unnumbered{"
RUNS = 2  # the table of contents and the links are right after the second
SECONDS = 120
NO_TEX = (
    "no PDF was made, because pdflatex was not found: install a TeX (on Debian: apt install texlive-latex-base), or "
    "print the HTML pages from a browser; book.tex is complete and can be compiled elsewhere"
)


def latex_files(
    pages: Sequence[Page], written: Sequence[Rendered], works: Bibliography, language: Language
) -> dict[str, bytes]:
    """File names and contents: `book.tex`, and each picture as a PDF."""
    template = files("sigmaprime.book").joinpath("templates", "book.tex").read_text(encoding="utf-8")
    sealed = escape_latex(wording(language, "book.sealed") or "")
    body = "".join(_chapters(pages, written))
    body += "".join(latex_list(works, addresses(pages, "latex"), language)) if works else ""
    title = escape_latex(pages[0].title)
    preamble = speaking("latex", language).page(Document(())).partition("\\begin{document}")[0].strip()
    preamble = preamble.replace("{article}", "{report}", 1)
    filled = template.replace("%%PREAMBLE%%", preamble).replace("%%TITLE%%", title).replace("%%SEALED%%", sealed)
    filled = filled.replace("%%BODY%%", body)
    pictures = {name: picture for one in written for name, picture in one.files.items()}
    return {"book.tex": filled.encode(), **pictures}


def _chapters(pages: Sequence[Page], written: Sequence[Rendered]) -> Iterator[str]:
    for page, part, one in zip(pages, parts(pages), written, strict=True):
        if part:
            yield f"\\part{{{escape_latex(part)}}}\n"
        unnumbered = page is opens(pages)
        yield one.text.replace("\\chapter{", _UNNUMBERED, 1) if unnumbered else one.text


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
