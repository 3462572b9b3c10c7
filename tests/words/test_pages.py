"""Pages in German: what they say, and that no English word is left on them."""

from __future__ import annotations

import re

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.page import Detail, Document
from sigmaprime.document.study import study_document
from sigmaprime.document.verdict import verdict_document
from sigmaprime.document.working import working_document
from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.proof import Claim
from sigmaprime.read.syntax import Derive, Statement
from sigmaprime.run.one_line import one_line, study_line
from sigmaprime.run.working import working_in
from sigmaprime.studies.make import study_function
from sigmaprime.verbs import decide, derive_routes
from sigmaprime.words import ENGLISH, language
from sigmaprime.workings.judge import judge
from sigmaprime.write import speaking

GERMAN = language("de")
LETS = ("s(x) = 1/(1 + exp(-x))", "k > 0")
CLAIMS = (
    "0 < s'(x) <= 1/4", "s'(x) <= 1/5", "s'(x) = s(x)*(s(x) - 1)", "s(x) < 1", "s(0) ~= 0.6",
    "s is strictly increasing", "s' is decreasing", "s is even", "s is symmetric about (0, 1/2)", "s has range (0, 1)",
    "s' has unique maximum 1/4 at x = 0", "s' has maximum 1/3 at x = 0", "s has inflection points at x = 0",
    "s(x) -> 1 as x -> oo", "s(x) -> 2 as x -> oo", "abs(x)/x -> 1 as x -> 0", "sin(x)/x -> 1 as x -> 0",
    "(x^2*sin(1/x)) -> 0 as x -> 0", "(abs(x)) is differentiable", "(1/x) is continuous on [-1, 1]",
    "s has asymptote y = 1 as x -> oo", "s solves y' = y*(1 - y) with y(0) = 1/2", "ln(x) <= x - 1",
    "(sin(x)) is periodic with period pi", "(x^3 - x) has zeros at x = -1, 0, 1", "(x^3 - x) has zeros at x = 0, 1",
    "exp(k*x) > 0", "int(s(x), x) = ln(1 + exp(x)) + C", "(x^3) has no maximum", "(exp(x)) is convex",
    "int(1/x^2, x, 1, oo) = 1", "(ln(x)) has domain (0, oo)", "(x^2) is injective", "sqrt(x^2) = x",
)  # fmt: skip
STUDIES = ("s'", "x*exp(-x)", "x^3 - 3*x", "ln(x)/x", "1/(x^2 - 1)", "sin(x)", "abs(x)")
WORKINGS = (
    "diff(sin(x^2), x) = cos(x^2)", "(x + 1)^2 = x^2 + 1", "x^2 = x => x = 1", "1/(x - x) = 1",
    "diff(x^2*exp(x), x) = 2*x*exp(x) + x^2*exp(x) = (x^2 + 2*x)*exp(x)", "x < 1 => -x < -1",
    "sqrt(x^2) = x", "int(2*x, x, 0, 1) = 2",
)  # fmt: skip
DERIVATIONS = (
    "s'(x)", "diff(x^2*sin(3*x), x)", "diff(ln(1 + x^2)/x, x)", "diff(x^x, x)", "diff(atan(x), x)",
    "diff(exp(2*x), x, 3)",
    "lim((1 + 1/x)^x, x, oo)", "lim(sin(3*x)/x, x, 0)", "lim((x^2 - 1)/(x - 1), x, 1)", "lim(x*ln(x), x, 0+)",
    "lim(sqrt(x^2 + x) - x, x, oo)", "int(x*exp(x), x)", "int(x/(1 + x^2), x, 0, 1)", "int(1/(x^2 - 1), x)",
    "int(sin(x)^2, x)", "int(exp(-x), x, 0, oo)",
)  # fmt: skip


def letters(words: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", words)}


def only_english() -> set[str]:
    """Words of English pages that German pages have no use for."""
    english = letters(" ".join((*ENGLISH.words.values(), *LAWS)))
    shared = letters(" ".join((*GERMAN.words.values(), *FUNCTIONS, "oo pi diff int lim at")))
    return english - shared


def said(document: Document) -> str:
    return speaking("text", GERMAN).page(document)


def verdict(text: str, detail: Detail = "normal") -> Document:
    statement, scope = one_line(text, LETS, Statement)
    return verdict_document(Claim(statement.says, statement.given), decide(statement, scope, 20), detail, LAWS)


def derivation(text: str) -> Document:
    request, scope = one_line(f"derive {text}", LETS, Derive)
    return derivation_document(derive_routes(request, scope, 20), "normal", LAWS)


@pytest.mark.parametrize("text", CLAIMS)
def test_a_verdict_is_all_german(text: str) -> None:
    page = said(verdict(text))
    assert page.startswith(("Bewiesen.", "Widerlegt."))
    assert letters(page) & only_english() == set()


@pytest.mark.parametrize("text", CLAIMS[::3])
def test_an_unfolded_verdict_is_all_german_but_for_the_books_it_cites(text: str) -> None:
    books = letters(" ".join(law.source for law in LAWS.values()))
    assert letters(said(verdict(text, "full"))) & only_english() - books == set()


@pytest.mark.parametrize("text", DERIVATIONS)
def test_a_derivation_is_all_german(text: str) -> None:
    assert letters(said(derivation(text))) & only_english() == set()


@pytest.mark.parametrize("text", STUDIES)
def test_a_study_is_all_german(text: str) -> None:
    request, scope = study_line(text, LETS)
    study = study_function(request, scope, 20)
    assert letters(said(study_document(study, "normal", LAWS, unfolds=False))) & only_english() == set()


@pytest.mark.parametrize("text", WORKINGS)
def test_a_checked_working_is_all_german(text: str) -> None:
    steps, scope = working_in(text, LETS)
    assert letters(said(working_document(judge(steps, scope, 20), "normal", LAWS))) & only_english() == set()


def test_a_refutation_reads_as_in_a_textbook() -> None:
    lines = [line for line in said(verdict("s' is decreasing")).splitlines() if line]
    assert lines[:5] == [
        "Widerlegt. Nicht wahr ist: s' ist monoton fallend.",
        "Dabei ist s(x) = 1/(1 + exp(-x)).",
        "An der Stelle x = -1 ist der Wert 0.196611933241…, an der Stelle x = 0 ist er 0.25.",
        "Der Wert wächst von einer Stelle zur nächsten.",
        "Stattdessen gilt: s' ist monoton wachsend auf (-oo, 0] und s' ist monoton fallend auf [0, oo).",
    ]


def test_reasons_with_the_same_words_are_given_once() -> None:
    assert "Faktorregel, Faktorregel" not in said(derivation("diff(-3*x/2, x)"))


@pytest.mark.parametrize("form", ["html", "latex", "mathml", "markdown"])
def test_formulas_have_the_signs_of_the_country(form: str) -> None:
    page = speaking(form, GERMAN).page(verdict("s' is decreasing"))
    assert "0.1966" not in page
    assert "0,1966" in page or "0{,}1966" in page
    assert "wächst" in page


def test_a_page_says_in_which_language_it_is() -> None:
    assert '<html lang="de">' in speaking("html", GERMAN).page(verdict("s(x) < 1"))


def test_german_quotation_marks_in_latex() -> None:
    page = speaking("latex", GERMAN).page(verdict("s is even"))
    assert "Die Aussage ,," in page
    assert "?" not in page
