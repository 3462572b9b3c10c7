"""Which works a book cites, how each is called in the text (Hill 1910), and on which pages it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase
from types import MappingProxyType

from sigmaprime.book.page import Page
from sigmaprime.book.works import Work, read_works
from sigmaprime.read.syntax import NotUnderstood

NAME = "references"


@dataclass(frozen=True, slots=True)
class Cited:
    """A work, its `label` in the text, the letter after its year (or none), and the pages that cite it."""

    work: Work
    label: str
    letter: str
    pages: tuple[Page, ...]


Bibliography = Mapping[str, Cited]


def bibliography(pages: Sequence[Page]) -> tuple[Bibliography, tuple[Work, ...]]:
    """The cited works by their keys, in the order of the list, and those that are described and not cited.

    Raises `NotUnderstood` for a citation of a work that is not described.
    """
    works = read_works(page.path.parent for page in pages)
    citing: dict[str, list[Page]] = {}
    for page in pages:
        for citation, line in page.citations:
            if citation.key not in works:
                raise NotUnderstood(f"{page.path}:{line}: no work is called {citation.key}", remedy=_near(page.path))
            if page not in citing.setdefault(citation.key, []):
                citing[citation.key].append(page)
        if citing and page.name == NAME:
            raise NotUnderstood(f"{page.path}: this name is taken by the list of works", remedy="rename the page")
    listed = sorted((works[key] for key in citing), key=_order)
    found = {}
    for label, same in groupby(listed, _label):
        alike = list(same)
        for letter, work in zip(ascii_lowercase if len(alike) > 1 else [""], alike, strict=False):
            found[work.key] = Cited(work, label + letter, letter, tuple(citing[work.key]))
    return MappingProxyType(found), tuple(work for key, work in works.items() if key not in citing)


def _near(path: Path) -> str:
    return f"describe it in {path.parent / 'references.toml'}, or in a file of {path.parent / 'references'}"


def _order(work: Work) -> tuple[str, str, str]:
    return _label(work).casefold(), work.title.casefold(), work.key


def _label(work: Work) -> str:
    return f"{called(work.families)} {work.year}"


def called(families: Sequence[str]) -> str:
    """`Hill`, `Ito & Roe`, `Rumelhart et al.`"""
    return families[0] if len(families) == 1 else f"{families[0]} et al." if len(families) > 2 else " & ".join(families)


def uncited(works: Iterable[Work]) -> tuple[str, ...]:
    """A remark on each."""
    return tuple(f"{work.place}: {work.key} is described and not cited" for work in works)
