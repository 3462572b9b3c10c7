"""The pictures of a book, drawn side by side by worker processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sigmaprime.book.entry import Drawn, Entry, Settled, Trouble
from sigmaprime.kernel.term import Wrong
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Done
from sigmaprime.run.pool import Pool
from sigmaprime.verbs import rules_in
from sigmaprime.write.plots import Curves, pdf, standalone, svg

Kind = Literal["svg", "pdf", "standalone"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn, and as what: for a page, for paper, or as a file of its own."""

    name: str
    curves: Curves
    kind: Kind


def draw(picture: Picture, scope: Scope) -> bytes:
    """The picture as a worker makes it; `NotUnderstood` where nothing can be drawn."""
    rules = rules_in(scope)
    try:
        match picture.kind:
            case "pdf":
                return pdf(picture.curves, rules)
            case "standalone":
                return standalone(picture.curves, rules, picture.name).encode()
        return svg(picture.curves, rules, picture.name).encode()
    except Wrong as wrong:
        raise NotUnderstood(str(wrong)) from wrong


def with_pictures(
    book: Sequence[Settled], kind: Kind, pool: Pool, patience: float
) -> tuple[tuple[Settled, ...], tuple[Trouble, ...]]:
    """The pages with their pictures, and what could not be drawn."""
    wanted = [
        entry for page in book for entries in page.blocks.values() for entry in entries if isinstance(entry, Drawn)
    ]
    calls = [(Picture(entry.name, entry.curves, kind), entry.scope, patience) for entry in wanted]
    pictures: dict[str, bytes] = {}
    troubles = []
    for entry, outcome in zip(wanted, pool.outcomes(calls), strict=True):
        if isinstance(outcome, Done) and not isinstance(outcome.value, NotUnderstood):
            pictures[entry.name] = outcome.value
            continue
        verdict, reason = (
            ("error", outcome.value.message) if isinstance(outcome, Done) else ("undecided", outcome.reason)
        )
        line = entry.request
        troubles.append(Trouble(line.place.file, line.place.line, line.text, verdict, reason))

    def finished(entry: Entry) -> Entry:
        return replace(entry, picture=pictures.get(entry.name, b"")) if isinstance(entry, Drawn) else entry

    blocks = [{first: tuple(map(finished, entries)) for first, entries in page.blocks.items()} for page in book]
    return tuple(replace(page, blocks=found) for page, found in zip(book, blocks, strict=True)), tuple(troubles)
