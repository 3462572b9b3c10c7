"""Kinds of claims that are read but that no rule proves yet; their verdict is `undecided`, with that reason."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase

CLAIM: Final = (Kind("strictly_monotonic", words=(Phrase("strictly_monotonic", "is strictly monotonic"),)),)
