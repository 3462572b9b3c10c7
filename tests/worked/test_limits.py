"""Limits as textbooks set them: each worked out, checked by the kernel and by numbers; spoilt answers are refused."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import mpmath as mp
import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.derivation import derivation_document
from sigmaprime.document.steps import ends_of, steps_of
from sigmaprime.kernel.check import check
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.verbs import derive_routes, rules_in
from sigmaprime.verdict import Route
from sigmaprime.words import language as words
from sigmaprime.write import speaking
from tests.worked.independent import DIGITS, Worth, agrees
from tests.worked.numerical import Undefined

COLLECTION = [json.loads(line) for line in (Path(__file__).parent / "limits.jsonl").read_text().splitlines()]
SECONDS = 20.0
INFINITE = {"oo": mp.inf, "-oo": -mp.inf}
AT = {"a": Fraction(3, 2), "b": Fraction(7, 4)}
# what no reader of a textbook wants to see
ODD = ("lim(1*", "+ -", "- -", "+ (-", "limit of an equal", "^1)", "^1*", "*1,", "/1,", "by a difference")


def asked(text: str, entry: dict[str, Any]) -> tuple[Route, ...]:
    request, scope = one_line(f"derive {text}", tuple(entry.get("let", ())), Derive)
    found = derive_routes(request, scope, SECONDS)
    for route in found:
        check(route.fact.proof, rules_in(scope))
    return found


def ids(entry: dict[str, Any]) -> str:
    return str(entry["limit"])


def test_there_are_many() -> None:
    assert len(COLLECTION) >= 75
    assert len({ids(entry) for entry in COLLECTION}) == len(COLLECTION)


@pytest.mark.parametrize("entry", COLLECTION, ids=ids)
def test_the_answers_agree_with_numbers(entry: dict[str, Any]) -> None:
    lets = [let for let in entry.get("let", ()) if "=" in let]
    value = entry["value"]
    if value is not None and value not in INFINITE:
        assert agrees(entry["limit"], value, lets=lets, given=AT)
        return
    worth = Worth(lets)
    with mp.workdps(DIGITS):
        if value is None:
            with pytest.raises(Undefined):
                worth(worth.tree(entry["limit"]), dict(AT))
        else:
            assert worth(worth.tree(entry["limit"]), dict(AT)) == INFINITE[value]


@pytest.mark.parametrize("entry", COLLECTION, ids=ids)
def test_it_is_worked_out(entry: dict[str, Any]) -> None:
    (route,) = asked(entry["limit"], entry)
    end = ends_of(route.fact.statement)[1]
    assert (None if end is None else language(end)) == entry["value"]
    steps = steps_of(route.fact.proof)
    for before, after in pairwise(steps):
        assert before.right is after.left or entry["value"] is None
    page = speaking("text", words("en")).page(derivation_document((route,), "normal", LAWS))
    assert not [odd for odd in ODD if odd in page], page


@pytest.mark.parametrize("entry", [e for e in COLLECTION if e["value"] is not None], ids=ids)
def test_a_spoilt_answer_is_refused(entry: dict[str, Any]) -> None:
    value = entry["value"]
    spoilt = "0" if value in INFINITE else f"{value} + 1"
    with pytest.raises(NotUnderstood, match="the limit is not") as refused:
        asked(f"{entry['limit']} = {spoilt}", entry)
    assert value in str(refused.value.remedy)


@pytest.mark.parametrize("entry", [e for e in COLLECTION if e["value"] is None], ids=ids)
def test_what_does_not_exist_has_no_value(entry: dict[str, Any]) -> None:
    with pytest.raises(NotUnderstood, match="does not exist"):
        asked(f"{entry['limit']} = 1", entry)
