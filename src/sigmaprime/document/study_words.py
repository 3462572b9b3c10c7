"""Small parts of the sentences of a study: lists with `and`, intervals on which something holds, proofs to unfold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sigmaprime.document.choice import Teller
from sigmaprime.document.margin import said
from sigmaprime.document.page import Block, Detail, Details, Paragraph, Piece, Text, say
from sigmaprime.document.tell import tell
from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.studies.found import Finding
from sigmaprime.studies.found import Piece as On


def listing(parts: Iterable[Piece | Text]) -> Text:
    """`a, b and c`"""
    items = tuple(part if isinstance(part, tuple) else (part,) for part in parts)
    done: list[Piece] = []
    for index, item in enumerate(items):
        if index:
            done.append(say("claim.and") if index + 1 == len(items) else ", ")
        done += item
    return tuple(done)


def one_of(x: Var, places: Iterable[Term]) -> Text:
    """`x = 1, x = 2 or x = 3`"""
    *others, last = (App("=", (x, place)) for place in places)
    if not others:
        return (last,)
    first: list[Piece] = []
    for one in others:
        first += [", ", one] if first else [one]
    return (say("study.or", first=tuple(first), last=last),)


def at_places(x: Var, places: Iterable[Term]) -> Text:
    """`x = 1, x = 2 and x = 3`"""
    return listing(App("=", (x, place)) for place in places)


def grouped(found: Iterable[On], whole: Mapping[str, str], apart: Mapping[str, str], *, single: bool) -> Text:
    """`strictly increasing on … and on …, and strictly decreasing on …`"""
    places: dict[str, list[Term]] = {}
    for one in found:
        places.setdefault(one.word, []).append(one.on)
    if single and len(places) == 1:
        (word,) = places
        return (say(whole[word]),)
    return listing(say(apart[word], where=listing(where)) for word, where in places.items())


def proofs(
    findings: Iterable[Finding | None], detail: Detail, rules: Mapping[str, Rule], *, unfolds: bool
) -> tuple[Block, ...]:
    """The proofs of what a section says, folded away."""
    shown = detail == "full"
    if not (unfolds or shown):
        return ()
    teller: dict[str, Teller] = {}
    blocks: list[Block] = []
    for one in dict.fromkeys(f for f in findings if f is not None and f.fact is not None):
        if one.fact is None:
            continue
        known = teller.setdefault(
            "teller", Teller(detail, {**rules, **{row.name: row for row in one.fact.definitions}}, is_root=False)
        )
        blocks.append(Details(said(Claim(one.says, one.given)), tell(known, one.fact.proof), shown))
    return (Details((say("study.proofs"),), tuple(blocks), shown, aside=True),) if blocks else ()


def sentence(name: str, /, **parts: Piece | Text) -> Paragraph:
    return Paragraph((say(name, **parts),))
