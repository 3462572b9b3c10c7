"""Pages read as a textbook does: these are the sentences and the lines, word for word."""

from __future__ import annotations

import pytest

from sigmaprime.claims import LAWS as RULES
from sigmaprime.document.choice import Teller, law
from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.page import Details, Display, Document, say
from sigmaprime.document.verdict import verdict_document
from sigmaprime.kernel.proof import Claim
from sigmaprime.read.row import read_row
from sigmaprime.write import WRITERS
from tests.document import examples


def squeezed(document: Document) -> str:
    """The page as plain text, with single spaces."""
    return "\n".join(" ".join(line.split()) for line in WRITERS["text"].page(document).splitlines() if line.strip())


def test_a_derivation_line_by_line() -> None:
    assert squeezed(derivation_document(examples.ROUTES)).splitlines()[2:] == [
        "Here s(x) = 1/(1 + exp(-x)).",
        "s'(x) = diff(s(x), x) [meaning of the prime]",
        "= diff(1/(1 + exp(-x)), x) [definition of s]",
        "= -diff(1 + exp(-x), x)/(1 + exp(-x))^2 [reciprocal rule]",
        "= -(0 + diff(exp(-x), x))/(1 + exp(-x))^2 [sum rule, constant rule]",
        "= -(0 + exp(-x)*diff(-x, x))/(1 + exp(-x))^2 [chain rule, derivative of exp]",
        "= -(0 + exp(-x)*(-1))/(1 + exp(-x))^2 [negative rule, identity rule]",
        "= 1/(1 + exp(-x))*(1 - 1/(1 + exp(-x))) [algebra]",
        "= s(x)*(1 - s(x)) [definition of s]",
    ]


def test_a_brief_derivation_keeps_the_thoughts() -> None:
    assert squeezed(derivation_document(examples.ROUTES, "brief")).splitlines()[3:] == [
        "s'(x) = diff(1/(1 + exp(-x)), x) [meaning of the prime, definition of s]",
        "= -diff(1 + exp(-x), x)/(1 + exp(-x))^2 [reciprocal rule]",
        "= 1/(1 + exp(-x))*(1 - 1/(1 + exp(-x))) [differentiate and simplify]",
        "= s(x)*(1 - s(x)) [definition of s]",
    ]


def test_the_bounds_are_told_through_a_square() -> None:
    page = squeezed(verdict_document(examples.BOUNDS.claim, examples.proved(examples.BOUNDS)))
    assert page.splitlines() == [
        "Proved. 0 < s'(x) <= 1/4.",
        "Here s(x) = 1/(1 + exp(-x)).",
        "s'(x) = exp(-x)/(1 + exp(-x))^2 [algebra]",
        "> 0 [a quotient of positive numbers]",
        "Hence 0 < s'(x).",
        "1/4 - s'(x) = 1/4 - s(x)*(1 - s(x)) [differentiate]",
        "= (s(x) - 1/2)^2 [algebra]",
        ">= 0 [a square is never negative]",
        "Hence s'(x) <= 1/4.",
        "Together: 0 < s'(x) <= 1/4.",
    ]


def test_a_limit_is_a_column_under_the_limit_sign() -> None:
    page = squeezed(verdict_document(examples.LIMIT.claim, examples.proved(examples.LIMIT)))
    assert page.splitlines()[2:] == [
        "lim(s(x), x, oo) = lim(1/(1 + exp(-x)), x, oo) [definition of s]",
        "= 1/(1 + 0) [as exp(-x) -> 0]",
        "= 1",
    ]


def test_monotonicity_says_the_theorem() -> None:
    page = " ".join(squeezed(verdict_document(examples.INCREASING.claim, examples.proved(examples.INCREASING))).split())
    assert page.endswith(
        "Hence s is strictly increasing: a continuous function on an interval whose derivative is "
        "positive inside it is strictly increasing."
    )
    assert "is an interval" not in page


def test_a_refutation_says_what_is_true() -> None:
    page = squeezed(verdict_document(Claim(read_row("s'(x) <= 1/5")), examples.REFUTED))
    assert "Refuted. It is not true that s'(x) <= 1/5." in page
    assert "At x = 0 the left side is 0.25 and the right side is 0.2: the left side is greater." in page
    assert "What is true instead: s'(x) <= 1/4." in page


def test_what_is_undecided_says_what_was_tried() -> None:
    page = squeezed(verdict_document(Claim(examples.UNDECIDED.statement), examples.UNDECIDED))
    assert page.startswith("Undecided. Neither proved nor refuted: s'(x) < 1/4.")
    assert "Tried: the rows for signs." in page
    assert "Note: No counterexample among 40 points." in page


@pytest.mark.parametrize("detail", ["normal", "full"])
def test_full_detail_opens_what_normal_folds(detail: str) -> None:
    document = derivation_document(examples.ROUTES, detail, RULES)  # type: ignore[arg-type]
    lines = [line for block in document.blocks if isinstance(block, Display) for line in block.lines]
    assert {line.open for line in lines} == {detail == "full"}
    (reciprocal,) = [line for line in lines if line.reason == (say("reason.reciprocal rule"),)]
    assert reciprocal.conditions == ((read_row("1 + exp(-x) != 0"),),)
    assert any(isinstance(block, Details) for block in reciprocal.details)


def test_no_route_is_said() -> None:
    assert "No route leads there." in squeezed(derivation_document(()))


def test_a_law_about_a_function_names_it() -> None:
    teller = Teller("full", RULES)
    (law_,) = law(teller, "an increasing function keeps <")
    assert WRITERS["text"].blocks((law_,)).startswith("f(u) < f(v) if f is strictly increasing on S and u < v.")
