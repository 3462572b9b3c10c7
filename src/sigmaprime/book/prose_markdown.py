"""Prose as Markdown that GitHub shows as meant: its mathematics is put where Markdown's own signs cannot reach it.

`$…$` becomes ``$`…`$`` and a display becomes a block named `math`; everything else stays as the author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sigmaprime.book.citations import Citation, citations

_CODE_OR_FORMULA = re.compile(
    r"(`+).+?(?<!`)\1(?!`)|(?<![\\$])\$(?!\s|\$)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)|\[(@[^\]]+)\]", re.DOTALL
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


Cite = Callable[[tuple[Citation, ...]], str]


def prose_markdown(lines: Sequence[str], cite: Cite) -> str:
    """The lines (each with its line break) of the prose between two claims blocks."""
    return "".join(_sections(lines, cite))


def _sections(lines: Sequence[str], cite: Cite) -> Iterator[str]:
    """Plain stretches with their formulas rewritten, listings as they are, displays as blocks."""
    plain: list[str] = []
    inside: str | None = None  # the marks that close the listing, or the display, that we are in
    for line in lines:
        if inside is not None:
            closed = line.strip() == "$$" if inside == "$$" else line.strip().startswith(inside)
            yield "```\n" if closed and inside == "$$" else line
            inside = None if closed else inside
        elif line.strip() == "$$" or _FENCE.match(line):
            yield _safe("".join(plain), cite)
            plain = []
            found = _FENCE.match(line)
            inside = found[1] if found else "$$"
            yield line if found else "```math\n"
        else:
            plain.append(line)
    yield _safe("".join(plain), cite)


def _safe(text: str, cite: Cite) -> str:
    def put(found: re.Match[str]) -> str:
        if found[2]:
            return f"$`{found[2]}`$"
        return cite(citations(found[3]) or ()) if found[3] else found[0]

    return _CODE_OR_FORMULA.sub(put, text)
