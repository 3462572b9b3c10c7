"""Stored proofs: they come back as they were, and nothing malformed or smuggled comes through."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sigmaprime.kernel.proof import (
    By,
    Cases,
    Counterexample,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Pieces,
    Roots,
    Witness,
)
from sigmaprime.kernel.term import Num, Var
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.rules.row import backwards
from sigmaprime.write.json import derive_json
from sigmaprime.write.proof import proof_from_json, proof_to_json
from tests.document import examples

DEFINITIONS = (examples.DEFINITION, backwards(examples.DEFINITION))
X = Var("x")
OTHERS: tuple[By, ...] = (
    Given(0),
    Instance("x", Num(2)),
    Cases(X, Num(0)),
    Enclosure(64),
    Roots(X, Fraction(-1, 2), None),
    Every(),
    Witness((("x", Num(1)),)),
    Witness(()),
    Counterexample((("x", X),)),
    Pieces(("strictly_convex",)),
    Pieces(()),
)


def schema(name: str) -> Draft202012Validator:
    found = json.loads(files("sigmaprime.write").joinpath("schema", f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


@pytest.mark.parametrize("proof", [examples.SLOPE, examples.BOUNDS, examples.INCREASING, examples.LIMIT])
def test_a_proof_comes_back(proof: Derivation) -> None:
    stored = json.loads(json.dumps(proof_to_json(proof, DEFINITIONS)))
    schema("proof").validate(stored)
    assert proof_from_json(stored) == (proof, DEFINITIONS)


@pytest.mark.parametrize("by", OTHERS, ids=lambda by: type(by).__name__)
def test_every_reason_comes_back(by: By) -> None:
    proof = examples.node("x > 0 => x >= 0", by)
    stored = json.loads(json.dumps(proof_to_json(proof)))
    schema("proof").validate(stored)
    assert proof_from_json(stored) == (proof, ())


def test_a_shared_part_is_stored_once() -> None:
    both = examples.node("and(1 > 0, 1 > 0)", "both", examples.POSITIVE, examples.POSITIVE)
    assert len(proof_to_json(both)["nodes"]) == len(proof_to_json(examples.POSITIVE)["nodes"]) + 1


def test_the_derivation_fits_its_schema() -> None:
    left, right = examples.SLOPE.claim.says.args  # type: ignore[union-attr]
    schema("derive").validate(derive_json(left, right, examples.ROUTES))


def test_the_check_schema_is_a_schema() -> None:
    schema("check")


def node(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], object]:
    return lambda stored: change(stored["nodes"][-1])


def definition(name: str, law: str) -> Callable[[dict[str, Any]], object]:
    return lambda stored: stored["definitions"].append({"name": name, "law": law, "source": "let"})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda stored: stored.pop("nodes"),
        lambda stored: stored.update(schema=2),
        lambda stored: stored.update(nodes=[]),
        lambda stored: stored.update(nodes="x"),
        lambda stored: stored.update(definitions=[3]),
        node(lambda last: last.update(says=3)),
        node(lambda last: last.update(says="1 +")),
        node(lambda last: last.update(says="(" * 5000)),
        node(lambda last: last.update(says="x" * 100_000)),
        node(lambda last: last.update(given="x > 0")),
        node(lambda last: last.update(parts=[10**6])),
        node(lambda last: last.update(parts=[True])),
        node(lambda last: last.update(parts=[-1])),
        node(lambda last: last.update(by={"kind": "magic"})),
        node(lambda last: last.update(by={"kind": "given"})),
        node(lambda last: last.update(by={"kind": "given", "index": "0"})),
        node(lambda last: last.update(by={"kind": "given", "index": 10**9})),
        node(lambda last: last.update(by={"kind": "roots", "generator": "x", "low": "1/0", "high": None})),
        node(lambda last: last.update(by={"kind": "witness", "point": [["x"]]})),
        node(lambda last: last.update(by=None)),
        definition("definition of exp", "exp(x) = x"),
        definition("definition of f", "f(x) = y"),
        definition("definition of f", "f(x) = f(x) + 1"),
        definition("definition of f", "f(x) = f'(x) + 1"),
        definition("definition of f", "f(x, x) = x"),
        definition("definition of f", "f(1) = 2"),
        definition("definition of g", "f(x) = x"),
        definition("definition of f", "f(x) > x"),
        definition("definition of s", "s(x) = 2"),
        definition("definition of open", "open(x) = x"),
    ],
)
def test_what_is_malformed_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    stored = deepcopy(proof_to_json(examples.BOUNDS, DEFINITIONS))
    spoil(stored)
    with pytest.raises(NotUnderstood):
        proof_from_json(stored)


@pytest.mark.parametrize("content", [None, 3, "x", [], {}, {"schema": 1}])
def test_what_is_no_proof_is_refused(content: object) -> None:
    with pytest.raises(NotUnderstood):
        proof_from_json(content)


def test_definitions_do_not_go_round_in_a_circle() -> None:
    stored = proof_to_json(examples.POSITIVE)
    stored["definitions"] = [
        {"name": "definition of f", "law": "f(x) = g'(x) + 1", "source": ""},
        {"name": "definition of g", "law": "g(x) = f(x)", "source": ""},
    ]
    with pytest.raises(NotUnderstood):
        proof_from_json(stored)


def test_a_proof_nested_too_deeply_is_refused() -> None:
    stored = proof_to_json(examples.POSITIVE)
    leaf = stored["nodes"][0]
    stored["nodes"] = [leaf, *({**leaf, "parts": [place]} for place in range(1000))]
    with pytest.raises(NotUnderstood):
        proof_from_json(stored)
