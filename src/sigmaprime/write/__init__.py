"""One module a format, which exports `WRITER`: the folder is the registry, and a format is loaded when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from sigmaprime.document.spoken import spoken, spoken_blocks, spoken_text
from sigmaprime.words import ENGLISH, Language
from sigmaprime.write.writer import Writer

_READ_BACK: Final = frozenset(("text", "json"))  # formulas are the language itself there, the same in every country
_NO_FORMAT: Final = frozenset(("writer", "proof", "plots", "study_json", "study_plot", "working"))


class _Writers(Mapping[str, Writer]):
    """Name to writer; the names come from the folder, a writer from its module once somebody wants it."""

    __slots__ = ()

    def __getitem__(self, name: str) -> Writer:
        if name not in set(self):
            raise KeyError(name)
        return speaking(name, ENGLISH)

    def __iter__(self) -> Iterator[str]:
        names = sorted(module.name for module in iter_modules(__path__) if not module.ispkg)
        return (name for name in names if not name.startswith("_") and name not in _NO_FORMAT)

    def __len__(self) -> int:
        return sum(1 for _ in self)


WRITERS: Final[Mapping[str, Writer]] = _Writers()


@cache
def speaking(name: str, language: Language) -> Writer:
    """The writer of that format, for pages in that language."""
    writer: Writer = import_module(f"{__name__}.{name}").WRITER
    said = replace(language, decimal=".", separator=",") if name in _READ_BACK else language
    return replace(
        writer,
        text=lambda pieces: writer.text(spoken_text(pieces, said)),
        blocks=lambda blocks: writer.blocks(spoken_blocks(blocks, said)),
        page=lambda document: writer.page(spoken(document, said)),
    )
