"""The pages worked out: what they claim is proved, what they draw is drawn, and each is written, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sigmaprime.book.cache import Cache
from sigmaprime.book.entry import Settled, Trouble
from sigmaprime.book.judge import judge
from sigmaprime.book.page import Page
from sigmaprime.book.pictures import Kind
from sigmaprime.book.render import Kept, Written
from sigmaprime.book.rendered import Around, Format, Rendered
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Done, Limits, Outcome
from sigmaprime.run.pool import Pool
from sigmaprime.run.verdicts import PATIENCE

SETTLE: Final = "sigmaprime.book.work:settle"
WRITE: Final = "sigmaprime.book.work:write"
FOR_A_PAGE: Final = 300.0  # seconds to write it
PICTURES: Final[Mapping[Format, Kind]] = MappingProxyType(
    {"html": "svg", "latex": "pdf", "pdf": "pdf", "markdown": "standalone"}
)


def work_out(
    pages: Sequence[Page], around: Sequence[Around], to: Format, jobs: int, limits: Limits, cache: Cache | None
) -> tuple[tuple[Rendered, ...], tuple[Trouble, ...]]:
    """Every page as it is written in that format, or every trouble."""
    keys = [cache.key(page, near, to) if cache else "" for page, near in zip(pages, around, strict=True)]
    with Pool(WRITE, jobs, replace(limits, seconds=max(limits.seconds, FOR_A_PAGE))) as pool:
        done = _recalled(pages, keys, cache, pool)
        missing = [index for index in range(len(pages)) if index not in done]
        settled, troubles = _judged([pages[index] for index in missing], to, jobs, limits)
        if troubles:
            return (), troubles
        calls = [(Written(page, to, around[index]),) for index, page in zip(missing, settled, strict=True)]
        for index, page, outcome in zip(missing, settled, pool.outcomes(calls), strict=True):
            done[index], content = _written(page, outcome)
            if cache:
                cache.store(keys[index], content)
    if cache:
        cache.tidy()
    return tuple(done[index] for index in range(len(pages))), ()


def _recalled(pages: Sequence[Page], keys: Sequence[str], cache: Cache | None, pool: Pool) -> dict[int, Rendered]:
    """The pages that were kept and whose proofs the kernel accepts again, by their places."""
    if cache is None:
        return {}
    kept = [(index, content) for index, key in enumerate(keys) if (content := cache.load(key)) is not None]
    outcomes = pool.outcomes([(Kept(pages[index], content),) for index, content in kept])
    found = {index: outcome for (index, _), outcome in zip(kept, outcomes, strict=True)}
    return {
        index: one.value for index, one in found.items() if isinstance(one, Done) and isinstance(one.value, Rendered)
    }


def _judged(
    pages: Sequence[Page], to: Format, jobs: int, limits: Limits
) -> tuple[tuple[Settled, ...], tuple[Trouble, ...]]:
    if not pages:
        return (), ()
    with Pool(SETTLE, jobs, limits) as pool:
        return judge(pages, PICTURES[to], pool, PATIENCE * limits.seconds)


def _written(settled: Settled, outcome: Outcome) -> tuple[Rendered, bytes]:
    if not isinstance(outcome, Done):
        raise NotUnderstood(f"{settled.page.path}: could not be written: {outcome.reason}", remedy="divide the page")
    if isinstance(outcome.value, NotUnderstood):
        raise outcome.value
    found: tuple[Rendered, bytes] = outcome.value
    return found
