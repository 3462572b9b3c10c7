"""Whatever the search remarks, a page finds it in the catalogue."""

from __future__ import annotations

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.page import say
from sigmaprime.document.remark import remark
from sigmaprime.search.show import NEVER, SHOWS


@pytest.mark.parametrize("words", sorted({*SHOWS.values(), *NEVER.values()}))
def test_what_a_refutation_shows_is_in_the_catalogue(words: str) -> None:
    assert remark(words.format(c="1/4", V="1/4", b="1/4")) != (words,)


def test_what_a_remark_speaks_of_is_put_into_it() -> None:
    assert remark("1/4 is never taken") == (say("remark.never taken", value="1/4"),)


def test_a_remark_may_hold_another() -> None:
    why = say("remark.tends", value="1")
    assert remark("the difference: it tends to 1") == (say("remark.of the difference", why=why),)


def test_unknown_words_stay_as_they_are() -> None:
    assert remark("quite another matter") == ("quite another matter",)
    assert remark("") == ()


def test_every_source_is_a_book_or_in_the_catalogue() -> None:
    sources = {law.source for law in LAWS.values() if law.source.startswith("the ")}
    assert {source for source in sources if remark(source) == (source,)} == set()
