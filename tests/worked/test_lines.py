"""Students' workings: the right ones are accepted, the first wrong line is found in the others, and the slip named.

The collection is of our own writing. What is said to be right there is tried by the independent engine; every slip that
is named has been proved to yield what was written. A derivation of ours that is spoilt at one line is caught there.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sigmaprime.kernel.check import check
from sigmaprime.notation.line import language
from sigmaprime.read.lines import Entry, read_entry
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive
from sigmaprime.run.working import working_in
from sigmaprime.verbs import derive_routes, rules_in
from sigmaprime.words import language as words
from sigmaprime.workings.judge import judge
from tests.worked.independent import agrees

HERE = Path(__file__).parent
WORKINGS = [json.loads(line) for line in HERE.joinpath("lines.jsonl").read_text(encoding="utf-8").splitlines()]
RIGHT = [working for working in WORKINGS if working["first_wrong"] is None]
LATEX = [working for working in WORKINGS if "\\" in working["lines"]]
SPOILT = (
    "diff(x^2*exp(3*x), x)",
    "diff(sin(x)/x, x)",
    "diff((x^2 + 1)^5, x)",
    "diff(ln(x^2 + 1), x)",
    "diff(x*cos(x), x)",
)


def named(working: dict) -> str:
    return working["id"]


def test_the_collection_is_large_enough():
    assert len(WORKINGS) >= 60
    assert len(RIGHT) >= 15
    assert len(LATEX) >= 10
    assert len({working["id"] for working in WORKINGS}) == len(WORKINGS)


@pytest.mark.parametrize("working", WORKINGS, ids=named)
def test_working(working):
    steps, scope = working_in(working["lines"], working.get("let", ()))
    found = judge(steps, scope)
    first = None if found.first is None else found.links[found.first]
    assert (found.first + 1 if first else None) == working["first_wrong"]
    assert found.verdict == ("proved" if first is None else "refuted")
    assert (first.slip.id if first is not None and first.slip else None) == working["slip"]
    for link in found.links:
        facts = (*link.facts, *link.proof, *((link.slip.fact,) if link.slip else ()))
        for fact in facts:
            check(fact.proof, rules_in(scope))
            assert fact.proof.claim.says is fact.statement or language(fact.proof.claim.says).startswith("it is not so")


@pytest.mark.parametrize("working", RIGHT, ids=named)
def test_what_is_right_is_right(working):
    for left, right in working["checks"]:
        assert agrees(left, right, "x y", tolerance=1e-9)


def test_every_slip_has_words():
    for code in ("en", "de"):
        known = words(code).words
        assert all(f"slip.{working['slip']}" in known for working in WORKINGS if working["slip"])


@pytest.mark.parametrize("start", SPOILT)
def test_a_spoilt_derivation_is_caught_where_it_was_spoilt(start):
    """Each member of a derivation of ours in turn is changed: the line where it first appears is wrong, no earlier."""
    entry = read_entry(Entry(f"derive {start}", 1), "", (), Scope(), frozenset())
    assert isinstance(entry, Derive)
    proof = derive_routes(entry, Scope())[0].fact.proof
    members = [language(part.claim.says.args[1]) for part in proof.parts]
    assert judge(*working_in("\n= ".join((start, *members)), ())).verdict == "proved"
    for index, member in enumerate(members):
        spoilt = [*members[:index], f"{member} + x", *members[index + 1 :]]
        found = judge(*working_in("\n= ".join((start, *spoilt)), ()))
        assert found.first == index + 1
        assert found.links[found.first].verdict == "refuted"
