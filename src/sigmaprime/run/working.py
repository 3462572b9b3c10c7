"""Someone's working as text, with the declarations that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from sigmaprime.claims import PHRASES
from sigmaprime.read.declare import scope_of
from sigmaprime.read.scope import Scope
from sigmaprime.read.working import Step, read_working


def working_in(text: str, lets: Iterable[str]) -> tuple[tuple[Step, ...], Scope]:
    """The steps of the working, and what is declared; `NotUnderstood` where it cannot be read."""
    return read_working(text, scope_of(lets), PHRASES)
