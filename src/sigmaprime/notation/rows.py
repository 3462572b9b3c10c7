"""Boxes side by side: lists, intervals and points, letters with indices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term
from sigmaprime.notation.box import Box, Bracketed, Lowered, Raised, Row, Sign, Word, is_tall, row_with
from sigmaprime.notation.index import is_short

Boxed: TypeAlias = Callable[[Term], Box]


def bracketed(box: Box, left: str = "(", right: str = ")") -> Box:
    return Bracketed(box, left, right, is_tall(box))


def listed(members: tuple[Term, ...], boxed: Boxed, separator: str = "") -> Box:
    return boxed(members[0]) if len(members) == 1 else row_with(tuple(map(boxed, members)), Sign(separator or ","))


def pair(term: App, boxed: Boxed) -> Box:
    """An interval, or a point of the plane; the whole line is ℝ."""
    if term is REALS:
        return Word("ℝ", r"\mathbb{R}")
    if term.head.startswith("point"):
        return bracketed(listed(term.args, boxed, term.head[5:]))
    return bracketed(listed(term.args, boxed, term.head[2:]), term.head[0], term.head[1])


def indexed(of: Term, places: tuple[Term, ...], boxed: Boxed, script: Boxed) -> Box:
    """x_i, X_kj, δ_ij"""
    parts = tuple(map(script, places))
    row = Row(parts) if is_short(places) else row_with(parts, Sign(","))
    return Lowered(boxed(of), parts[0] if len(parts) == 1 else row)


def space(kind: str, ends: tuple[Term, ...], boxed: Boxed) -> Box:
    """ℕ, {1, …, n}, or ℝⁿ"""
    if kind == "vectors":
        return Raised(Word("ℝ", r"\mathbb{R}"), row_with(tuple(map(boxed, ends)), Sign("×")))
    if not ends:
        return Word("ℕ", r"\mathbb{N}")
    low, high = map(boxed, ends)
    return bracketed(row_with((low, Word("…", r"\dots"), high), Sign(",")), "{", "}")
