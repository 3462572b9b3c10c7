"""What is written is read again as the same term: in the language, in rows and in LaTeX."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sigmaprime.document.margin import said
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import Term
from sigmaprime.notation.line import language
from sigmaprime.read.claim import read_claim
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Statement
from sigmaprime.read.text import read_term
from sigmaprime.write import WRITERS
from sigmaprime.write.latex import inline
from tests.notation.terms import SCOPE, TERMS
from tests.read.article import ARTICLE
from tests.read.phrases import PHRASES


@settings(max_examples=400, deadline=None)
@given(TERMS)
def test_the_language_reads_back(term: Term) -> None:
    assert read_term(language(term), SCOPE) is term


@settings(max_examples=400, deadline=None)
@given(TERMS)
def test_latex_reads_back(term: Term) -> None:
    assert read_term(f"${inline(term)}$", SCOPE) is term


MORE = """
let f(x) = 1/x
(x*exp(-x)) has maximum exp(-1) at x = 1
f is continuous on (-oo, 0) U (0, oo)
f has vertical asymptote x = 0
f(x) -> oo as x -> 0+
f has no limit as x -> 0
max s' = 1/4
s has asymptote y = 1 as x -> oo
s(k*x) > 0 for x > 0, k >= 1
f is periodic with period 2*pi
f has zeros at x = 1, 2, 3
f has range {0, 1}
f(x) ~ 1/x as x -> oo
"""


def test_every_claim_of_the_article_reads_back_from_text_and_latex() -> None:
    scope = Scope()
    for line in read_claims(ARTICLE + MORE, "article", PHRASES):
        match line:
            case Definition():
                scope = extend(scope, line)
            case Statement(says, supposed):
                words = WRITERS["text"].text(said(Claim(says, supposed)))
                assert read_claim(words, scope, PHRASES) == (says, supposed)
                assert read_claim(f"${inline(says)}$", scope, PHRASES)[0] is says
            case _:
                pytest.fail(line.text)
