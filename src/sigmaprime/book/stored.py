"""A written page as it is kept in the cache, with the proofs of everything that it claims.

Nothing in it is believed. A page is taken back only if it is undamaged, if the claims of the page, read again from its
text, are what the stored proofs prove or refute, and if the kernel accepts every one of these proofs.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256
from json import dumps, loads
from typing import Any, Final

from sigmaprime.book.entry import Settled
from sigmaprime.book.judge import WORKED, lines_of
from sigmaprime.book.page import Page
from sigmaprime.book.rendered import Rendered
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Var, Wrong, require
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Line, NotUnderstood, Statement, Study, Table, Unread
from sigmaprime.statement import closed
from sigmaprime.studies.make import desk_for
from sigmaprime.verbs import rules_in
from sigmaprime.verdict import Fact
from sigmaprime.write.proof import proof_from_json, proof_to_json

SCHEMA: Final = 1
SECONDS: Final = 1.0  # more than is needed to find out what a study is about
LARGEST: Final = 512 * 1024 * 1024  # bytes, unpacked
_FAULTS: Final = (
    Wrong, NotUnderstood, zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError,
    MemoryError,
)  # fmt: skip


def packed(settled: Settled, written: Rendered) -> bytes:
    """The page with its proofs, for the cache."""
    entries = (entry for found in settled.blocks.values() for entry in found)
    lines = zip(lines_of(settled.page), entries, strict=True)
    proofs = [
        [proof_to_json(fact.proof) for fact in _facts(entry)]
        for (_, line, _), entry in lines
        if isinstance(line, WORKED)
    ]
    files = {name: b64encode(content).decode("ascii") for name, content in written.files.items()}
    body = dumps({"schema": SCHEMA, "text": written.text, "files": files, "claims": written.claims, "proofs": proofs})
    return zlib.compress(f"{_digest(body)}\n{body}".encode(), 3)


def unpacked(page: Page, content: bytes) -> Rendered | None:
    """The page as it was written, once everything it claims has been checked again; nothing if anything is amiss."""
    try:
        unzip = zlib.decompressobj()
        digest, _, body = unzip.decompress(content, LARGEST).decode("utf-8").partition("\n")
        require(unzip.eof and digest == _digest(body), "damaged")
        stored = loads(body)
        require(stored["schema"] == SCHEMA, "stored in another format")
        worked = [(line, scope) for _, line, scope in lines_of(page) if isinstance(line, WORKED)]
        for (line, scope), proofs in zip(worked, stored["proofs"], strict=True):
            _check(line, scope, [proof_from_json(proof)[0] for proof in proofs])
        files = {name: b64decode(text, validate=True) for name, text in stored["files"].items()}
        require(isinstance(stored["text"], str) and type(stored["claims"]) is int, "not a page")
        require(all("/" not in name and "\\" not in name for name in files), "not the name of a picture")
        return Rendered(stored["text"], files, stored["claims"])
    except _FAULTS:
        return None


def _check(line: Line | Unread, scope: Scope, proofs: Sequence[Derivation]) -> None:
    """`Wrong` unless the proofs are what the line needs; the words of the page say what follows from them.

    The definitions that they rest on are those of the page, never stored ones.
    """
    match line:
        case Statement():
            said = closed(line, scope)
            wanted = said if line.expected == "proved" else App("not", (said,))
            require(bool(proofs) and proofs[0].claim == Claim(wanted), "the proof of another claim")
        case Table():
            require(len(proofs) == len(line.functions) * len(line.places), "not every value is proved")
        case Study():
            scope = desk_for(line.function, scope, SECONDS).scope  # a study names its function where it has no name
    for proof in proofs:
        check(proof, rules_in(scope))


def _facts(found: Any) -> Iterator[Fact]:
    """Every proved fact in what has become of a line, the one that decides a claim first."""
    match found:
        case Fact():
            yield found
        case Num() | Var() | App() | Derivation() | Page() | Scope():
            return
        case tuple():
            for part in found:
                yield from _facts(part)
        case _ if is_dataclass(found):
            for field in fields(found):
                yield from _facts(getattr(found, field.name))


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()
