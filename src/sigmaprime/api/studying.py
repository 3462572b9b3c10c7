"""`study`: not there yet, and it says so."""

from __future__ import annotations

from typing import Any, NoReturn

from sigmaprime.read.syntax import NotUnderstood


def study(function: Any, let: Any = None) -> NoReturn:  # noqa: ARG001
    """The study of a function; not yet, so it always raises `NotUnderstood`."""
    raise NotUnderstood("a function cannot be studied yet", remedy="prove its properties one by one")
