"""Claims with parameters, in several variables, and about differential equations: whose truth is known.

A claim marked `open` is not decided yet; even so it must not be decided wrongly.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.read.files import read_jsonl
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Parameters, Statement
from tests.false_claims.judging import verdict

HERE = Path(__file__).parent
FILES = ("parametric_families.jsonl", "several_variables.jsonl", "differential_equations.jsonl")
SECONDS = 20.0  # a slow machine is not a failing test
LESS = 1.0
LINES = tuple(line for name in FILES for line in (HERE / name).read_text().splitlines())


def judged(line: str, seconds: float) -> str:
    (sheet,) = read_jsonl(line, "claims", PHRASES)
    scope = Scope()
    for each in sheet:
        match each:
            case Definition() | Parameters():
                scope = extend(scope, each)
            case Statement():
                return verdict(each, scope, seconds)
    return "not read"


@pytest.mark.parametrize("line", LINES, ids=lambda line: json.loads(line)["id"])
def test_claim(line: str) -> None:
    record = json.loads(line)
    known = record.get("open", False)
    allowed = (record["expect"], "undecided") if known else (record["expect"],)
    assert judged(line, LESS if known else SECONDS) in allowed
