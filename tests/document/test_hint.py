"""A hint shows the next steps, names the one after them, and never gives the end away."""

from __future__ import annotations

import pytest

from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.hint import hinted
from sigmaprime.document.page import Display, Document, Line
from sigmaprime.kernel.term import Term
from sigmaprime.write import WRITERS
from tests.document import examples

WHOLE = derivation_document(examples.ROUTES)
START: Term = examples.ROUTES[0].fact.statement.args[0]  # type: ignore[union-attr]


def lines(document: Document) -> list[Line]:
    return [line for block in document.blocks if isinstance(block, Display) for line in block.lines]


@pytest.mark.parametrize("steps", range(len(lines(WHOLE))))
def test_the_next_steps_and_no_more(steps: int) -> None:
    document = hinted(WHOLE, steps, (START,))
    assert lines(document) == lines(WHOLE)[:steps]
    page = WRITERS["text"].page(document)
    assert "s(x)*(1 - s(x))" not in page
    reason = WRITERS["text"].text(lines(WHOLE)[steps].reason)
    left = len(lines(WHOLE)) - steps
    assert (f"Next: {reason}. There are {left} steps left." if left > 1 else f"Next, and last: {reason}.") in page


@pytest.mark.parametrize("more", [0, 1, 100])
def test_all_the_steps_are_the_whole_page(more: int) -> None:
    assert hinted(WHOLE, len(lines(WHOLE)) + more, (START,)) == WHOLE


def test_every_route_has_its_own_next_steps() -> None:
    twice = derivation_document((*examples.ROUTES, *examples.ROUTES))
    assert len(lines(hinted(twice, 2, (START,)))) == 4
