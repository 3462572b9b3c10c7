"""`read`: what a text is read as, shown back in the language, in LaTeX and as a SymPy object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sigmaprime.api.asking import Let, pointed, question
from sigmaprime.claims import PHRASES
from sigmaprime.document.margin import said
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import Term
from sigmaprime.read.claim import read_claim
from sigmaprime.read.declare import scope_of
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import read_term
from sigmaprime.write import WRITERS


def read(text: Any, let: Let = None) -> Reading:
    """What an expression or a claim is read as; nothing is evaluated. `NotUnderstood` says what is wrong, and where.

    >>> read("2x/3 e^-x")
    <read as 2*x/3*exp(-x)>
    >>> read("s is increasing for x > 0", let="s(x) = x^2")
    <read as s is increasing on (0, oo)>
    >>> read("1/3 = x").sympy
    Eq(1/3, x)
    """
    asked = question((text,), let)
    with pointed():
        scope = scope_of(asked.lets)
        try:
            return Reading(read_term(asked.line, scope), (), is_claim=False, symbols=asked.symbols)
        except NotUnderstood:
            # Not an expression: then it is to be a claim, and what is wrong with it as a claim is worth saying.
            says, given = read_claim(asked.line, scope, PHRASES)
    return Reading(says, given, is_claim=True, symbols=asked.symbols)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was read as: a term, and for a claim the conditions under which it is stated."""

    term: Term
    given: tuple[Term, ...]
    is_claim: bool
    symbols: Mapping[str, Any]

    @property
    def text(self) -> str:
        """In the language; reads back as the same."""
        return WRITERS["text"].text(said(Claim(self.term, self.given)))

    @property
    def latex(self) -> str:
        inline = WRITERS["latex"].inline
        conditions = r",\ ".join(map(inline, self.given))
        return inline(self.term) + (rf" \quad \text{{for }} {conditions}" if conditions else "")

    @property
    def sympy(self) -> Any:
        """As SymPy writes it, evaluated; for a claim its relation, without the conditions.

        `NotUnderstood` for a claim that SymPy has no object for, such as a property of a function.
        """
        from sigmaprime.search.bridge_out import to_sympy

        return to_sympy(self.term, self.symbols)

    def __repr__(self) -> str:
        return f"<read as {self.text}>"

    def _repr_latex_(self) -> str:
        return rf"$\displaystyle {self.latex}$"
