"""Proofs as JSON and back: what `recheck` reads, without trusting a word of it.

A proof is a list of nodes, each after the parts that it uses, so that a part used twice is stored once and reading
needs no recursion. Terms are rows (`read.row`). Reading only makes data: whether it proves anything is for the checker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    By,
    Cases,
    Chain,
    Claim,
    Counterexample,
    Cover,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Pieces,
    Prime,
    Replace,
    Rewrite,
    Roots,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.read.row import read_row, write_row
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.write._definitions import definition_from_json, definition_to_json

SCHEMA: Final = 1
MOST_NODES: Final = 50_000
LONGEST: Final = 20_000
DEEPEST: Final = 150
_WHOLE: Final = re.compile(r"-?[0-9]{1,2000}(/[1-9][0-9]{0,1999})?")

_KINDS: Final[Mapping[str, type[Any]]] = MappingProxyType({
    kind.__name__.lower(): kind
    for kind in (
        Apply, Arithmetic, Cases, Chain, Counterexample, Cover, Enclosure, Every,
        Given, Instance, Pieces, Prime, Replace, Rewrite, Roots, Witness,
    )
})  # fmt: skip


def proof_to_json(proof: Derivation, definitions: tuple[Rule, ...] = ()) -> dict[str, Any]:
    """The proof and the `let` definitions that it rests on, ready for `json.dumps`."""
    place: dict[int, int] = {}
    nodes: list[dict[str, Any]] = []
    waiting = [proof]
    while waiting:
        here = waiting[-1]
        missing = [part for part in here.parts if id(part) not in place]
        if missing and id(here) not in place:
            waiting += missing
            continue
        waiting.pop()
        if id(here) not in place:
            place[id(here)] = len(nodes)
            nodes.append(_node(here, [place[id(part)] for part in here.parts]))
    return {"schema": SCHEMA, "definitions": list(map(definition_to_json, definitions)), "nodes": nodes}


def proof_from_json(content: object) -> tuple[Derivation, tuple[Rule, ...]]:
    """The proof and the definitions; `NotUnderstood` says what is malformed."""
    stored = _object(content, "a stored proof", {"schema", "definitions", "nodes"})
    if stored["schema"] != SCHEMA:
        raise NotUnderstood("this proof was stored in another format", remedy=f"a proof of schema {SCHEMA} is needed")
    nodes = _list(stored["nodes"], "nodes")
    if not 0 < len(nodes) <= MOST_NODES:
        raise NotUnderstood(f"a proof has between 1 and {MOST_NODES} nodes, not {len(nodes)}")
    definitions: list[Rule] = []
    for entry in _list(stored["definitions"], "definitions"):
        definitions.append(definition_from_json(_object(entry, "a definition"), tuple(definitions)))
    done: list[tuple[Derivation, int]] = []
    for number, node in enumerate(nodes):
        done.append(_derivation(_object(node, f"node {number}", {"says", "given", "by", "parts"}), done, number))
    return done[-1][0], tuple(definitions)


def _node(proof: Derivation, parts: list[int]) -> dict[str, Any]:
    own = {field.name: _written(getattr(proof.by, field.name)) for field in fields(proof.by)}
    by = {"kind": type(proof.by).__name__.lower(), **own}
    return {
        "says": write_row(proof.claim.says), "given": list(map(write_row, proof.claim.given)), "by": by, "parts": parts,
    }  # fmt: skip


def _written(value: object) -> object:
    match value:
        case Num() | Var() | App():
            return write_row(value)
        case Fraction():
            return str(value)
        case tuple() if value and all(isinstance(part, Num | Var | App) for part in value):
            return list(map(write_row, value))
        case tuple() if value and all(isinstance(part, tuple) for part in value):
            return [[name, write_row(term)] for name, term in value]
        case tuple():
            return list(value)
    return value


def _derivation(node: Mapping[str, Any], done: list[tuple[Derivation, int]], number: int) -> tuple[Derivation, int]:
    where = f"node {number}"
    parts = []
    for place in _list(node["parts"], where):
        if type(place) is not int or not 0 <= place < number:
            raise NotUnderstood(f"{where}: a part must be an earlier node, not {place!r}")
        parts.append(done[place])
    depth = 1 + max((below for _, below in parts), default=0)
    if depth > DEEPEST:
        raise NotUnderstood(f"{where}: a proof nested more than {DEEPEST} deep")
    claim = Claim(_term(node["says"], where), tuple(_term(term, where) for term in _list(node["given"], where)))
    return Derivation(claim, _by(node["by"], where), tuple(part for part, _ in parts)), depth


def _by(content: object, where: str) -> By:
    stored = _object(content, f"{where}: the reason")
    kind = _KINDS.get(str(stored.get("kind")))
    if kind is None:
        raise NotUnderstood(f"{where}: there is no reason of kind {stored.get('kind')!r}")
    wanted = {field.name: _READERS[str(field.type)] for field in fields(kind)}
    if stored.keys() != wanted.keys() | {"kind"}:
        raise NotUnderstood(f"{where}: a reason of kind {stored['kind']} has the fields {', '.join(wanted) or 'kind'}")
    made: By = kind(**{name: read(stored[name], where) for name, read in wanted.items()})
    return made


def _term(content: object, where: str) -> Term:
    text = _string(content, where)
    try:
        return read_row(text)
    except (NotUnderstood, RecursionError) as wrong:
        message = wrong.message if isinstance(wrong, NotUnderstood) else "nested too deeply"
        raise NotUnderstood(f"{where}: {message}", text=text[:200]) from wrong


def _string(content: object, where: str) -> str:
    if not isinstance(content, str) or len(content) > LONGEST:
        raise NotUnderstood(f"{where}: a text of at most {LONGEST} characters was expected")
    return content


def _integer(content: object, where: str) -> int:
    if type(content) is not int or abs(content) > 10**6:
        raise NotUnderstood(f"{where}: a whole number was expected, not {content!r}")
    return content


def _fraction(content: object, where: str) -> Fraction | None:
    if content is None:
        return None
    if not _WHOLE.fullmatch(_string(content, where)):
        raise NotUnderstood(f"{where}: a fraction such as 1/4 was expected")
    return Fraction(str(content))


def _terms(content: object, where: str) -> tuple[Term, ...]:
    return tuple(_term(entry, where) for entry in _list(content, where))


def _named(content: object, where: str) -> tuple[tuple[str, Term], ...]:
    found = []
    for pair in _list(content, where):
        if not isinstance(pair, list) or len(pair) != 2:
            raise NotUnderstood(f"{where}: pairs of a name and a term were expected")
        found.append((_string(pair[0], where), _term(pair[1], where)))
    return tuple(found)


def _path(content: object, where: str) -> tuple[int, ...]:
    return tuple(_integer(step, where) for step in _list(content, where))


def _words(content: object, where: str) -> tuple[str, ...]:
    return tuple(_string(word, where) for word in _list(content, where))


def _list(content: object, where: str) -> list[Any]:
    if not isinstance(content, list) or len(content) > MOST_NODES:
        raise NotUnderstood(f"{where}: a list was expected")
    return content


def _object(content: object, where: str, keys: set[str] | None = None) -> dict[str, Any]:
    if not isinstance(content, dict) or (keys is not None and content.keys() != keys):
        raise NotUnderstood(f"{where}: an object{' with ' + ', '.join(sorted(keys)) if keys else ''} was expected")
    return content


_READERS: Final[Mapping[str, Callable[[object, str], Any]]] = MappingProxyType({
    "str": _string, "int": _integer, "Term": _term, "Path": _path, "Holes": _named, "Point": _named,
    "Fraction | None": _fraction, "tuple[str, ...]": _words, "tuple[Term, ...]": _terms,
})  # fmt: skip
