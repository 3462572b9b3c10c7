"""Someone's working as text, with the declarations that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from sigmaprime.claims import PHRASES
from sigmaprime.read.declare import scope_of
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.working import Step, read_working


def working_in(text: str, lets: Iterable[str]) -> tuple[tuple[Step, ...], Scope]:
    """The steps of the working, and what is declared; `NotUnderstood` says in which line something is wrong."""
    scope = scope_of(lets)
    try:
        return read_working(text, scope, PHRASES)
    except NotUnderstood as error:
        raise _in_its_line(error) from None


def _in_its_line(error: NotUnderstood) -> NotUnderstood:
    """The error with its line alone, and the number of that line if there are several."""
    text, at = error.text, error.offset
    if "\n" not in text.strip():
        return error
    start = text.rfind("\n", 0, at) + 1
    message = f"line {text.count(chr(10), 0, at) + 1}: {error.message}"
    return NotUnderstood(message, text=text[start:].split("\n")[0], offset=at - start, remedy=error.remedy)
