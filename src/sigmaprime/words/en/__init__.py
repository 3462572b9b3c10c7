"""English."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from sigmaprime.words.en.book import BOOK
from sigmaprime.words.en.claims import CLAIMS
from sigmaprime.words.en.integrals import INTEGRALS
from sigmaprime.words.en.limits import LIMITS
from sigmaprime.words.en.lines import LINES, SLIPS
from sigmaprime.words.en.reasons import REASONS
from sigmaprime.words.en.remarks import REMARKS
from sigmaprime.words.en.sentences import SENTENCES
from sigmaprime.words.en.study import STUDY
from sigmaprime.words.en.theorems import THEOREMS
from sigmaprime.words.language import Language

_ALL: Final = MappingProxyType(
    {
        **SENTENCES,
        **BOOK,
        **STUDY,
        **LINES,
        **SLIPS,
        **INTEGRALS,
        **CLAIMS,
        **REASONS,
        **LIMITS,
        **REMARKS,
        **THEOREMS,
    }
)

LANGUAGE: Final = Language("en", "English", _ALL)
