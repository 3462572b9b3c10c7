"""A table of variations as a table of HTML: headers for its rows and columns, words for its signs and arrows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sigmaprime.document.page import Cell, Strip, Text, Variations

Write = Callable[[Text], str]
_SIGNS: Final = {
    "+": "+", "-": "−", "0": "0", "bar": "", "void": "", "rises": "↗", "falls": "↘", "level": "→",
    "convex": "∪", "concave": "∩", "": "",
}  # fmt: skip
_HEIGHT: Final = {1: "sp-high", 0: "sp-middle", -1: "sp-low"}


def variations(table: Variations, write: Write) -> str:
    """The table with its caption; it scrolls by itself where it is too wide."""
    places = [f'<th scope="col">{write(place)}</th>' for place in table.places]
    head = "<td></td>".join(places)
    body = "\n".join(_strip(strip, write) for strip in table.strips)
    caption = f"<caption>{write(table.caption)}</caption>" if table.caption else ""
    return (
        f'<div class="sp-scroll"><table class="sp-variations">{caption}'
        f'<thead><tr><th scope="row">{write(table.variable)}</th>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def _strip(strip: Strip, write: Write) -> str:
    cells = "".join(_cell(cell, write, gap=bool(index % 2)) for index, cell in enumerate(strip.cells))
    kind = ' class="sp-tall"' if strip.tall else ""
    return f'<tr{kind}><th scope="row">{write(strip.label)}</th>{cells}</tr>'


def _cell(cell: Cell, write: Write, *, gap: bool) -> str:
    if cell.sign == "bar":
        sides = "".join(
            f'<span class="{_HEIGHT[up]}">{write(part) if part else ""}</span>'
            for part, up in ((cell.left, cell.up[0]), (cell.right, cell.up[1]))
        )
        return f'<td class="sp-bar"><span class="sp-sides">{sides}</span></td>'
    if cell.sign == "void":
        return '<td class="sp-void"></td>'
    if cell.left:
        return f'<td class="{_HEIGHT[cell.up[0]]}">{write(cell.left)}</td>'
    kind = ' class="sp-gap"' if gap else ' class="sp-at"'
    return f"<td{kind}>{_SIGNS[cell.sign]}</td>"
