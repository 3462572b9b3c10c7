"""Tables of variations as rows of plain cells, for formats that set a table in lines of text.

A row with values becomes three: what stands high, the arrows, what stands low. A bar goes through all three.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sigmaprime.document.page import Cell, Strip, Text, Variations

Write = Callable[[Text], str]
HIGH, MIDDLE, LOW = 1, 0, -1


def rows(table: Variations, write: Write, signs: Mapping[str, str], *, tall: bool) -> list[list[list[str]]]:
    """For every strip its rows, each with its label first; strips without values have one row, the others three."""
    head = [write(table.variable), *_header(table, write)]
    return [[head], *(_strip(strip, write, signs, tall=tall) for strip in table.strips)]


def _header(table: Variations, write: Write) -> list[str]:
    cells: list[str] = []
    for index, place in enumerate(table.places):
        cells += [write(place)] if index == 0 else ["", write(place)]
    return cells


def _strip(strip: Strip, write: Write, signs: Mapping[str, str], *, tall: bool) -> list[list[str]]:
    if not (strip.tall and tall):
        return [[write(strip.label), *(_cell(cell, write, signs) for cell in strip.cells)]]
    return [
        [write(strip.label) if level == MIDDLE else "", *(_at(cell, level, write, signs) for cell in strip.cells)]
        for level in (HIGH, MIDDLE, LOW)
    ]


def _cell(cell: Cell, write: Write, signs: Mapping[str, str]) -> str:
    parts = (write(cell.left) if cell.left else "", signs.get(cell.sign, ""), write(cell.right) if cell.right else "")
    return " ".join(filter(None, parts))


def _at(cell: Cell, level: int, write: Write, signs: Mapping[str, str]) -> str:
    """What of a cell stands at that height."""
    mark = signs.get(cell.sign, "") if level == MIDDLE or cell.sign in ("bar", "void") else ""
    left = write(cell.left) if cell.left and cell.up[0] == level else ""
    right = write(cell.right) if cell.right and cell.up[1] == level else ""
    return " ".join(filter(None, (left, mark, right)))
