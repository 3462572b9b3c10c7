"""Claims of every kind of property, on natural and given domains, decided as they are stated."""

from __future__ import annotations

from pathlib import Path

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.read.lines import read_claims
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Statement, Unread
from sigmaprime.verbs import decide
from sigmaprime.verdict import Proved, Refuted

HERE = Path(__file__).parent
SECONDS = 20.0  # a slow machine is not a failing test


def _statements(name: str) -> list[Statement]:
    sheet = read_claims((HERE / name).read_text(encoding="utf-8"), name, PHRASES)
    assert not [line for line in sheet if isinstance(line, Unread)]
    return [line for line in sheet if isinstance(line, Statement)]


@pytest.mark.parametrize(
    "statement", [*_statements("properties.claims"), *_statements("properties_spoilt.claims")], ids=lambda s: s.text
)
def test_decided_as_stated(statement: Statement) -> None:
    verdict = decide(statement, Scope(), SECONDS)
    assert {Proved: "proved", Refuted: "refuted"}.get(type(verdict)) == statement.expected


@pytest.mark.parametrize("statement", _statements("properties_open.claims"), ids=lambda s: s.text)
def test_never_decided_wrongly(statement: Statement) -> None:
    verdict = decide(statement, Scope(), 0.5)
    wrong = Refuted if statement.expected == "proved" else Proved
    assert not isinstance(verdict, wrong)
