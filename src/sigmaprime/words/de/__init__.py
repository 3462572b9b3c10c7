"""German, with the comma before decimals and the semicolon between the ends of an interval."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from sigmaprime.words.language import Language

LANGUAGE: Final = Language("de", "Deutsch", MappingProxyType({}), decimal=",", separator=";")
