"""Whether something with an index occurs in a term: it has no value at a point that is given by plain numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from sigmaprime.kernel.term import App, Term, subterms

BY_INDEX: Final = frozenset(("component", "put", "delta", "dot"))


@lru_cache(maxsize=4096)
def has_index(term: Term) -> bool:
    return any(isinstance(t, App) and t.head in BY_INDEX for t in subterms(term))
