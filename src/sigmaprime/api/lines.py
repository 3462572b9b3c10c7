"""`judge_lines`: someone's own working, each line judged, as an object that one can look at."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from sigmaprime.api import showing
from sigmaprime.api.asking import Let, pointed, question
from sigmaprime.api.working import judged
from sigmaprime.claims import LAWS
from sigmaprime.document.page import Detail, Document
from sigmaprime.document.working import slip_words, statement, working_document
from sigmaprime.judgement import Link, Working
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.run.working import working_in
from sigmaprime.words import language as words
from sigmaprime.write import speaking
from sigmaprime.write.working import said_of, working_json


def judge_lines(
    working: str, let: Let = None, *, detail: Detail = "normal", timeout: float = 20.0, isolated: bool = False
) -> Lines:
    """Judge a chain, or a working with a step on each line, in text or in LaTeX.

    A step is an equality or an inequality that goes on from the one before, or a statement that follows from the one
    before (`=>`, or no sign) or says the same (`<=>`). `let` declares functions and parameters, as for `prove`.

    Raises `NotUnderstood` for what cannot be read, and where no line says what follows from what.

    >>> found = judge_lines("x^2 = 9 => x = 3")
    >>> found.right, found.first_wrong, found.slip
    (False, 2, 'one-root')
    >>> found.instead
    'x = -3 or x = 3'
    >>> judge_lines("diff((x^2 + 1)^3, x) = 3*(x^2 + 1)^2").slip
    'inner-derivative'
    """
    lets = question((), let).lets
    with pointed():
        steps, scope = working_in(working, lets)
    return Lines(judged(steps, scope, timeout, isolated=isolated), scope, detail)


@dataclass(frozen=True, slots=True)
class Lines:
    """A working with a verdict on every line; `judge_lines` makes one."""

    found: Working
    scope: Scope
    detail: Detail = "normal"
    language: str = "en"

    @property
    def word(self) -> Literal["proved", "refuted", "undecided"]:
        word = self.found.verdict
        return "proved" if word == "given" else word

    @property
    def right(self) -> bool:
        """Whether every line is proved."""
        return self.word == "proved"

    @property
    def first_wrong(self) -> int | None:
        """The number of the first line that is wrong, counted from 1; None if none is known to be."""
        return self.found.first + 1 if self.found.first is not None and self.word == "refuted" else None

    @property
    def slip(self) -> str | None:
        """The id of the likely slip in that line."""
        link = self._link
        return link.slip.id if link is not None and link.slip else None

    @property
    def slip_in_words(self) -> str | None:
        link = self._link
        return self._said(slip_words(link.slip)) if link is not None and link.slip else None

    @property
    def witness(self) -> dict[str, str] | None:
        """Where that line fails: exact values of its variables."""
        found = self._link.witness if self._link is not None else None
        return {name: language(value) for name, value in found.points[0]} if found and found.points else None

    @property
    def instead(self) -> str | None:
        """What would be right in that line, proved."""
        link = self._link
        return self._said(*statement(link.instead)) if link is not None and link.instead is not None else None

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdict on each line: `given`, `proved`, `refuted` or `undecided`."""
        return tuple(link.verdict for link in self.found.links)

    @property
    def reason(self) -> str:
        return said_of(self.found)[0]

    @property
    def _link(self) -> Link | None:
        return self.found.links[self.first_wrong - 1] if self.first_wrong is not None else None

    def _said(self, *pieces: Any) -> str:
        return speaking("text", words(self.language)).text(pieces)

    def document(self) -> Document:
        return working_document(self.found, self.detail, LAWS)

    def in_language(self, code: str) -> Lines:
        """The same in the language with that code, `"de"`; `NotUnderstood` if there is none."""
        return replace(self, language=showing.checked_code(code))

    def to_text(self) -> str:
        return showing.page(self.document(), "text", self.language)

    def to_markdown(self) -> str:
        return showing.page(self.document(), "markdown", self.language)

    def to_html(self) -> str:
        """A whole page that needs nothing else."""
        return showing.page(self.document(), "html", self.language)

    def to_latex(self, *, document: bool = False) -> str:
        """A part of a document that loads amsmath and amssymb; or a whole document."""
        page = showing.page(self.document(), "latex", self.language)
        return page if document else showing.latex_part(self.document(), self.language)

    def to_mathml(self) -> str:
        return showing.page(self.document(), "mathml", self.language)

    def to_json(self, *, proofs: bool = False) -> str:
        """What `sigmaprime lines --to json` prints."""
        data = working_json(self.found, words(self.language), proofs=proofs)
        return json.dumps(data, ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        where = f", first wrong: line {self.first_wrong}" if self.first_wrong is not None else ""
        return f"<{len(self.found.links)} lines, {self.word}{where}>"

    def __str__(self) -> str:
        return self.to_text()

    def __bool__(self) -> bool:
        raise TypeError("a working is proved, refuted or undecided: ask for .right or .word")

    def _repr_html_(self) -> str:
        return showing.html_part(self.document(), self.language)
