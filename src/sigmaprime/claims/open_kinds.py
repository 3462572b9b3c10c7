"""Kinds of claims that are read but that no rule proves yet; their verdict is `undecided`, with that reason."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase

CLAIM: Final = (
    Kind("strictly_monotonic", words=(Phrase("strictly_monotonic", "is strictly monotonic"),)),
    Kind("no_limit", words=(Phrase("no_limit", "has no limit as {x} -> {p:place}", on_set=False),)),
    Kind("vertical_asymptote", words=(Phrase("vertical_asymptote", "has vertical asymptote {x} = {a:term}"),)),
)
