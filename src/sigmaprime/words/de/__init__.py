"""German, with the comma before decimals and the semicolon between the ends of an interval.

A rule that belongs to many functions has words for all of them, `derivative of {f}`; every other rule has its own.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from sigmaprime.words.de.book import BOOK
from sigmaprime.words.de.claims import CLAIMS
from sigmaprime.words.de.integrals import INTEGRALS
from sigmaprime.words.de.limits import LIMITS
from sigmaprime.words.de.lines import LINES, SLIPS
from sigmaprime.words.de.reasons_derivatives import DERIVATIVES
from sigmaprime.words.de.reasons_functions import FUNCTIONS
from sigmaprime.words.de.reasons_limits import LIMITS as OF_LIMITS
from sigmaprime.words.de.reasons_order import ORDER
from sigmaprime.words.de.reasons_properties import PROPERTIES
from sigmaprime.words.de.reasons_sets import SETS
from sigmaprime.words.de.reasons_values import VALUES
from sigmaprime.words.de.reasons_vectors import VECTORS
from sigmaprime.words.de.reasons_whole_numbers import WHOLE_NUMBERS
from sigmaprime.words.de.remarks import REMARKS
from sigmaprime.words.de.sentences import SENTENCES
from sigmaprime.words.de.study import STUDY
from sigmaprime.words.de.theorems import THEOREMS
from sigmaprime.words.language import Language

_RULES: Final = {
    **DERIVATIVES,
    **OF_LIMITS,
    **ORDER,
    **SETS,
    **FUNCTIONS,
    **PROPERTIES,
    **VALUES,
    **WHOLE_NUMBERS,
    **VECTORS,
}
_REASONS: Final = {f"reason.{rule}": words for rule, words in _RULES.items()}
_WORDS: Final = MappingProxyType(
    {
        **SENTENCES,
        **BOOK,
        **STUDY,
        **LINES,
        **SLIPS,
        **INTEGRALS,
        **CLAIMS,
        **_REASONS,
        **LIMITS,
        **REMARKS,
        **THEOREMS,
    }
)

LANGUAGE: Final = Language("de", "Deutsch", _WORDS, decimal=",", separator=";")
