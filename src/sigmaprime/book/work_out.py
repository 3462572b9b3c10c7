"""The pages worked out: what they claim is proved, what they draw is drawn, and each is written, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sigmaprime.book.entry import Settled, Trouble
from sigmaprime.book.judge import judge
from sigmaprime.book.page import Page
from sigmaprime.book.pictures import Kind
from sigmaprime.book.render import Written
from sigmaprime.book.rendered import Around, Format, Rendered
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Done, Limits, Outcome
from sigmaprime.run.pool import Pool
from sigmaprime.run.verdicts import PATIENCE

TARGET: Final = "sigmaprime.book.work:settle"
FOR_A_PAGE: Final = 300.0  # seconds to write it
PICTURES: Final[Mapping[Format, Kind]] = MappingProxyType(
    {"html": "svg", "latex": "pdf", "pdf": "pdf", "markdown": "standalone"}
)


def work_out(
    pages: Sequence[Page], around: Sequence[Around], to: Format, jobs: int, limits: Limits
) -> tuple[tuple[Rendered, ...], tuple[Trouble, ...]]:
    """Every page as it is written in that format, or every trouble."""
    with Pool(TARGET, jobs, limits) as pool:
        settled, troubles = judge(pages, PICTURES[to], pool, PATIENCE * limits.seconds)
    if troubles:
        return (), troubles
    with Pool(TARGET, jobs, replace(limits, seconds=max(limits.seconds, FOR_A_PAGE))) as pool:
        calls = [(Written(page, to, near), Scope(), 0.0) for page, near in zip(settled, around, strict=True)]
        return tuple(map(_written, settled, pool.outcomes(calls))), ()


def _written(settled: Settled, outcome: Outcome) -> Rendered:
    if not isinstance(outcome, Done):
        raise NotUnderstood(f"{settled.page.path}: could not be written: {outcome.reason}", remedy="divide the page")
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    found: Rendered = outcome.value
    return found
