"""`prove`: the verdict on a statement, with its evidence, as an object that one can look at and compute with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sigmaprime.api import showing
from sigmaprime.api.asking import Let, question, understood
from sigmaprime.api.working import decided
from sigmaprime.claims import LAWS
from sigmaprime.document.page import Detail, Document
from sigmaprime.document.verdict import verdict_document
from sigmaprime.kernel.proof import Claim, Point
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Statement
from sigmaprime.run.one_line import declarations as lets_of
from sigmaprime.verdict import Found, Proved, Refuted, Undecided
from sigmaprime.verdict import Verdict as Decided
from sigmaprime.write import latex as tex
from sigmaprime.write.proof import proof_to_json


def prove(
    statement: Any, let: Let = None, *,
    detail: Detail = "normal", timeout: float = 5.0, isolated: bool = False,
) -> Verdict:  # fmt: skip
    """The verdict on a statement: a text, a SymPy relation, or an `And` of relations.

    `let` declares functions and parameters: a text with one declaration a line, or a list of texts and SymPy
    symbols, relations and equations `Eq(s(x), …)`.

    Symbols stand for real numbers, those without assumptions too; SymPy's assumptions `positive`, `nonzero`, … are
    hypotheses. SymPy may change a relation before it gets here (`sp.diff` differentiates, `x/x` is 1): a text is
    taken as it stands.

    The work is done in this process, under a limit of `timeout` seconds; see `isolated` in `sigmaprime.api.working`.
    Raises `NotUnderstood` for what cannot be read, or has no counterpart in the language.

    >>> v = prove("s'(x) <= 1/4", let="s(x) = 1/(1 + exp(-x))")
    >>> v.proved
    True
    >>> import sympy as sp
    >>> x = sp.symbols("x", positive=True)
    >>> prove(sp.Ge(sp.exp(x), 1)).proved
    True
    >>> w = prove(sp.Le(x**2, x))
    >>> w.refuted, w.witness
    (True, {'at': {x: 2}, 'left': 4, 'right': 2, 'relation': '<='})
    """
    asked = question((statement,), let)
    line, scope = understood(asked, Statement)
    found, seconds = decided(line, scope, timeout, isolated=isolated)
    return Verdict(line, scope, found, seconds, asked.symbols, detail)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a claim: `proved`, `refuted` or `undecided`, each with its evidence; `prove` makes one.

    A verdict is not a truth value, since there are three of them: `if verdict:` is an error, ask for `.proved`.
    """

    statement: Statement
    scope: Scope
    found: Decided
    seconds: float
    symbols: Mapping[str, Any]
    detail: Detail = "normal"
    language: str = "en"

    @property
    def proved(self) -> bool:
        return isinstance(self.found, Proved)

    @property
    def refuted(self) -> bool:
        return isinstance(self.found, Refuted)

    @property
    def undecided(self) -> bool:
        return isinstance(self.found, Undecided)

    @property
    def word(self) -> Literal["proved", "refuted", "undecided"]:
        return "proved" if self.proved else "refuted" if self.refuted else "undecided"

    def __bool__(self) -> bool:
        raise TypeError("a verdict is proved, refuted or undecided: ask for .proved or .refuted")

    @property
    def reason(self) -> str:
        return self.found.reason

    @property
    def domain(self) -> str | None:
        """For which values of its variables the claim was judged; None if it is undecided."""
        return None if isinstance(self.found, Undecided) else self.found.domain

    @property
    def notes(self) -> tuple[str, ...]:
        """What else is worth knowing; for an undecided claim also what was tried."""
        tried = self.found.tried if isinstance(self.found, Undecided) else ()
        return (*self.found.notes, *(f"tried: {attempt}" for attempt in tried))

    @property
    def suggestion(self) -> str | None:
        """The nearest true statement that was found, itself proved, for a refuted claim."""
        found = self.found.suggestion if isinstance(self.found, Refuted) else None
        return found.text if found else None

    @property
    def witness(self) -> dict[str, Any] | None:
        """Where a refuted claim fails; None for any other.

        For a relation `{"at": {x: 1}, "left": …, "right": …, "relation": "="}`; where it takes several points to see
        it, `{"points": [{x: -1}, {x: 0}], "values": […], "why": …}`. Coordinates are exact. So is a value that ends
        after a few digits; any other is a number with the digits that are certain.
        """
        from sigmaprime.search.bridge_out import digits_to_sympy, point_to_sympy

        found = self._witness
        if found is None:
            return None
        points = [point_to_sympy(dict(point), self.symbols) for point in found.points]
        values = list(map(digits_to_sympy, found.values))
        if _is_pair(found):
            return {"at": points[0], "left": values[0], "right": values[1], "relation": found.relation}
        return {"points": points, "values": values, "why": found.why}

    @property
    def _witness(self) -> Found | None:
        return self.found.witness if isinstance(self.found, Refuted) else None

    @property
    def proof(self) -> dict[str, Any] | None:
        """The proof of the claim, or of its negation, as data that `sigmaprime recheck` takes; None if undecided."""
        if isinstance(self.found, Undecided):
            return None
        fact = self.found.fact
        return {"let": list(lets_of(self.scope)), **proof_to_json(fact.proof, fact.definitions)}

    def in_language(self, code: str) -> Verdict:
        """The same in the language with that code, `"de"`; `NotUnderstood` if there is none."""
        return replace(self, language=showing.checked_code(code))

    def document(self) -> Document:
        claim = Claim(self.statement.says, self.statement.given)
        return verdict_document(claim, self.found, self.detail, LAWS)

    def to_text(self) -> str:
        return showing.page(self.document(), "text", self.language)

    def to_markdown(self) -> str:
        return showing.page(self.document(), "markdown", self.language)

    def to_html(self) -> str:
        """A whole page that needs nothing else."""
        return showing.page(self.document(), "html", self.language)

    def to_latex(self, *, document: bool = False) -> str:
        """A part of a document that loads amsmath; or a whole document."""
        page = showing.page(self.document(), "latex", self.language)
        return page if document else showing.latex_part(self.document(), self.language)

    def to_mathml(self) -> str:
        """The whole verdict as a fragment of XHTML with MathML in it."""
        return showing.page(self.document(), "mathml", self.language)

    def to_json(self) -> str:
        """What `sigmaprime prove --to json` prints: the verdict with its proof."""
        import json

        return json.dumps({**as_data(self), "proof": self.proof}, ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        return f"<{self.word}: {self.statement.text}>"

    def __str__(self) -> str:
        return self.to_text()

    def _repr_latex_(self) -> str:
        return rf"$\displaystyle {tex.inline(self.statement.says)} \qquad \text{{{self.word}}}$"

    def _repr_html_(self) -> str:
        return showing.html_part(self.document(), self.language)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/latex": self._repr_latex_(), "text/html": self._repr_html_()}


def as_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict as an element of `claims` in the JSON of `check`."""
    statement, found = verdict.statement, verdict._witness  # noqa: SLF001
    place = statement.place
    return {
        "id": statement.label or f"L{place.line}", "file": place.file, "line": place.line, "column": place.column,
        "statement": statement.text, "latex": tex.inline(statement.says), "expected": statement.expected,
        "verdict": verdict.word, "as_stated": verdict.word == statement.expected, "domain": verdict.domain,
        "reason": verdict.reason, "witness": _as_text(found) if found else None, "suggestion": verdict.suggestion,
        "notes": list(verdict.notes), "seconds": round(verdict.seconds, 6),
    }  # fmt: skip


def _as_text(found: Found) -> dict[str, Any]:
    if _is_pair(found):
        left, right = found.values
        return {"at": _coordinates(found.points[0]), "left": left, "right": right, "relation": found.relation}
    return {"points": list(map(_coordinates, found.points)), "values": list(found.values), "why": found.why}


def _is_pair(found: Found) -> bool:
    return found.relation is not None and len(found.points) == 1 and len(found.values) == 2


def _coordinates(point: Point) -> dict[str, str]:
    return {name: language(value) for name, value in point}
