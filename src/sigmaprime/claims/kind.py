"""A kind of claim: the words that say it, the theorems that prove it, the rules that deny it. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.kernel.rule import Rule
from sigmaprime.read.phrase import Phrase
from sigmaprime.rules.row import rule


@dataclass(frozen=True, slots=True)
class Kind:
    """Claims with the head `head`; `theorems` and `denials` name rules, in the order in which they are tried."""

    head: str
    words: tuple[Phrase, ...]
    theorems: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()


def undefined(heads: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rows by which a point where the function is undefined denies a property on a set."""
    return tuple(
        rule(
            f"undefined, so not {head.replace('_', ' ')}",
            f"not({head}(u, x, S))",
            given="a in S; undefined(at(u, x, a))",
            source="the meaning of a property on a set: the function is defined on all of it",
        )
        for head in heads
    )
