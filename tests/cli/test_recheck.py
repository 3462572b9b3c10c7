"""`recheck`: stored proofs are accepted as they are, and in no other way."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command

SIGMOID = ("--let", "s(x) = 1/(1 + exp(-x))")


@pytest.fixture
def proof(sigmaprime: Command, tmp_path: Path) -> dict[str, Any]:
    sigmaprime("prove", "s'(x) <= 1/4", *SIGMOID, "--to", "json", "-o", "proof.json")
    stored: dict[str, Any] = json.loads(Path(tmp_path, "proof.json").read_text())
    return stored


@pytest.mark.usefixtures("proof")
def test_a_proof_is_accepted(sigmaprime: Command) -> None:
    ran = sigmaprime("recheck", "proof.json")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("checked  proved: s'(x) <= 1/4; let s(x) = 1/(1 + exp(-x))  (")


def test_all_the_proofs_of_a_check(sigmaprime: Command, tmp_path: Path) -> None:
    claims = "let k > 0, m\nlet s(x) = 1/(1 + exp(-x))\ns(k*x) > 0\nfalse s is decreasing\ns(-x) = 1 - s(x)\n"
    Path(tmp_path, "all.json").write_text(sigmaprime("check", "-", "--format", "json", "--proofs", stdin=claims).out)
    ran = sigmaprime("recheck", "all.json")
    assert ran.status == 0
    assert ran.out.count("checked  ") == 3


def other(stored: dict[str, Any], **changes: object) -> dict[str, Any]:
    return {**stored, **changes}


def in_proof(stored: dict[str, Any], **changes: object) -> dict[str, Any]:
    return other(stored, proof={**stored["proof"], **changes})


TAMPERED: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "another claim": lambda stored: other(stored, statement="s'(x) <= 1/5"),
    "a weaker claim that the proof is not of": lambda stored: other(stored, statement="s'(x) <= 1/3"),
    "the opposite": lambda stored: other(stored, verdict="refuted"),
    "another meaning of s": lambda stored: in_proof(stored, let=["s(x) = 2/(1 + exp(-x))"]),
    "another meaning of s in the proof": lambda stored: in_proof(
        stored, definitions=[{**row, "law": row["law"].replace("1/", "2/")} for row in stored["proof"]["definitions"]]
    ),
    "a rule that there is not": lambda stored: in_proof(
        stored, nodes=json.loads(json.dumps(stored["proof"]["nodes"]).replace('"rule": "', '"rule": "new '))
    ),
    "only the last step": lambda stored: in_proof(stored, nodes=[{**stored["proof"]["nodes"][-1], "parts": []}]),
    "a triviality": lambda stored: in_proof(
        stored,
        nodes=[{"says": "0 <= 1/4", "given": [], "by": {"kind": "enclosure", "bits": 53}, "parts": []}],
        definitions=[],
    ),
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_a_proof_that_was_tampered_with_is_rejected(
    sigmaprime: Command, tmp_path: Path, proof: dict[str, Any], change: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    Path(tmp_path, "proof.json").write_text(json.dumps(change(proof)))
    ran = sigmaprime("recheck", "proof.json")
    assert ran.status == 1
    assert ran.out.startswith("rejected  ")
    assert ran.out.rstrip().endswith(")")


MALFORMED: dict[str, Callable[[dict[str, Any]], object]] = {
    "a list": lambda stored: [stored],
    "no proof": lambda stored: other(stored, proof=None),
    "undecided": lambda stored: other(stored, verdict="undecided"),
    "no statement": lambda stored: {key: value for key, value in stored.items() if key != "statement"},
    "a statement that cannot be read": lambda stored: other(stored, statement="s'(x) <="),
    "no nodes": lambda stored: in_proof(stored, nodes=[]),
    "nodes that are none": lambda stored: in_proof(stored, nodes=[1, 2]),
    "a part that comes later": lambda stored: in_proof(stored, nodes=[{**stored["proof"]["nodes"][0], "parts": [5]}]),
    "an unknown reason": lambda stored: in_proof(
        stored, nodes=[{**stored["proof"]["nodes"][0], "by": {"kind": "faith"}}]
    ),
    "one field too many": lambda stored: in_proof(stored, trust="me"),
}


@pytest.mark.parametrize("change", MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_stored_proof(
    sigmaprime: Command, tmp_path: Path, proof: dict[str, Any], change: Callable[[dict[str, Any]], object]
) -> None:
    Path(tmp_path, "proof.json").write_text(json.dumps(change(proof)))
    ran = sigmaprime("recheck", "proof.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: proof.json: ")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00", b"[" * 100_000, b"1", b"{}", b'{"claims": []}'])
def test_what_is_no_json_of_ours(sigmaprime: Command, tmp_path: Path, content: bytes) -> None:
    Path(tmp_path, "proof.json").write_bytes(content)
    ran = sigmaprime("recheck", "proof.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: proof.json: ")
