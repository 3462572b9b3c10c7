"""Prose as Markdown that GitHub shows as meant: its mathematics is put where Markdown's own signs cannot reach it.

`$…$` becomes ``$`…`$`` and a display becomes a block named `math`; everything else stays as the author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_CODE_OR_FORMULA = re.compile(r"(`+).+?(?<!`)\1(?!`)|(?<![\\$])\$(?!\s|\$)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def prose_markdown(lines: Sequence[str]) -> str:
    """The lines (each with its line break) of the prose between two claims blocks."""
    return "".join(_sections(lines))


def _sections(lines: Sequence[str]) -> Iterator[str]:
    """Plain stretches with their formulas rewritten, listings as they are, displays as blocks."""
    plain: list[str] = []
    inside: str | None = None  # the marks that close the listing, or the display, that we are in
    for line in lines:
        if inside is not None:
            closed = line.strip() == "$$" if inside == "$$" else line.strip().startswith(inside)
            yield "```\n" if closed and inside == "$$" else line
            inside = None if closed else inside
        elif line.strip() == "$$" or _FENCE.match(line):
            yield _safe("".join(plain))
            plain = []
            found = _FENCE.match(line)
            inside = found[1] if found else "$$"
            yield line if found else "```math\n"
        else:
            plain.append(line)
    yield _safe("".join(plain))


def _safe(text: str) -> str:
    return _CODE_OR_FORMULA.sub(lambda found: f"$`{found[2]}`$" if found[2] else found[0], text)
