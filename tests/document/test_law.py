"""Every law of the rule book can be shown, in every language and format."""

from __future__ import annotations

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.choice import Teller, law
from sigmaprime.document.law import printed
from sigmaprime.notation.line import language as in_language
from sigmaprime.read.row import read_row
from sigmaprime.words import codes, language
from sigmaprime.write import speaking


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("form", ["text", "html", "latex", "markdown"])
def test_every_law_can_be_shown(code: str, form: str) -> None:
    writer = speaking(form, language(code))
    for name in LAWS:
        assert writer.blocks(law(Teller("normal", LAWS), name)).strip(), name


@pytest.mark.parametrize(("row", "shown"), [
    ("apply(k, u) < apply(k, v)", "f(u) < f(v)"),
    ("increasing(u, x, S)", "u is increasing on S"),
    ("at(u, x, a) > at(u, x, b)", "u(a) > u(b)"),
    ("u + v > 0", "u + v > 0"),
])  # fmt: skip
def test_a_letter_that_stands_for_a_function_is_its_name(row: str, shown: str) -> None:
    assert in_language(printed(read_row(row))) == shown


def test_a_property_of_a_function_that_is_a_letter() -> None:
    premise = LAWS["an increasing function keeps <"].premises[0]
    assert in_language(printed(premise.says)) == "f is strictly increasing on S"
