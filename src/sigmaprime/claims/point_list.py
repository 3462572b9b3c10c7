"""Inflection points, zeros, critical points: exactly these and no others."""

from __future__ import annotations

from typing import Final

from sigmaprime.claims.kind import Kind
from sigmaprime.read.phrase import Phrase

CLAIM: Final = (
    Kind(
        "inflections",
        words=(Phrase("inflections", "has inflection points at {x} = {A:terms}"),),
    ),
    Kind(
        "zeros",
        words=(Phrase("zeros", "has zeros at {x} = {A:terms}"),),
    ),
    Kind(
        "critical",
        words=(Phrase("critical", "has critical points at {x} = {A:terms}"),),
    ),
)
