"""The works that a book may cite, as they are described in `references.toml` and `references/*.toml` beside its pages.

    [hill1910]
    author = "A. V. Hill"                       # several authors are a list
    title = "The possible effects of the aggregation of the molecules of haemoglobin on its dissociation curves"
    year = 1910
    where = "Journal of Physiology 40, iv-vii"  # journal, volume and pages, or publisher
    doi = "10.1113/jphysiol.1910.sp001386"      # or url = "https://…"

An organisation stands in braces, so that its last word is not taken for a family name: `author = "{IEEE Computer
Society}"`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sigmaprime.read.syntax import NotUnderstood

NEEDED: Final = ("author", "title", "year")
FOUND_BY: Final = ("where", "doi", "url")  # one of these, so that a reader can find the work
KNOWN: Final = frozenset((*NEEDED, *FOUND_BY, "edition", "section", "isbn", "note"))
_HEAD: Final = re.compile(r"^\s*\[\s*\"?([^\]\"]+)\"?\s*\]")
_KEY: Final = re.compile(r"[A-Za-z0-9]+(?:[-_:][A-Za-z0-9]+)*")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class Work:
    """A work and where it is described; `details` are the fields that are not needed, with their texts."""

    key: str
    authors: tuple[str, ...]
    title: str
    year: str
    details: Mapping[str, str]
    file: str
    line: int

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(map(_family, self.authors))

    @property
    def shown_authors(self) -> tuple[str, ...]:
        return tuple(author.strip("{}") for author in self.authors)

    @property
    def address(self) -> str | None:
        """Where the work is found on the network."""
        if "doi" in self.details:
            return f"https://doi.org/{self.details['doi']}"
        return self.details.get("url")


def read_works(folders: Iterable[Path]) -> Mapping[str, Work]:
    """The works by their keys; `NotUnderstood` says what is wrong with an entry, and where it stands."""
    found: dict[str, Work] = {}
    for folder in dict.fromkeys(folders):
        single = folder / "references.toml"
        for path in (*([single] if single.exists() else ()), *sorted(folder.joinpath("references").glob("*.toml"))):
            for work in _works(path):
                if (other := found.get(work.key)) is not None:
                    message = f"{work.place}: {work.key} is described twice, also in {other.place}"
                    raise NotUnderstood(message, remedy="remove one of them, or give it another key")
                found[work.key] = work
    return MappingProxyType(found)


def _works(path: Path) -> Iterable[Work]:
    try:
        text = path.read_bytes().decode("utf-8")
        content = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotUnderstood(f"{path}: not a file of references: {error}", remedy="write it in TOML") from error
    lines = {
        found[1].strip(): number for number, line in enumerate(text.split("\n"), 1) if (found := _HEAD.match(line))
    }
    for key, entry in content.items():
        yield _work(key, entry, str(path), lines.get(key, 1))


def _work(key: str, entry: Any, file: str, line: int) -> Work:
    def wrong(message: str, remedy: str) -> NotUnderstood:
        return NotUnderstood(f"{file}:{line}: {message}", remedy=remedy)

    if not isinstance(entry, dict):
        raise wrong(f"{key} is no work", "describe each work in a table of its own: [hill1910]")
    if not _KEY.fullmatch(key):
        raise wrong(f"{key} cannot be a key", "use letters, digits and dashes: [hill1910]")
    if others := sorted(entry.keys() - KNOWN):
        raise wrong(f"{key}: no field is called {others[0]}", f"the fields are {', '.join(sorted(KNOWN))}")
    if missing := [name for name in NEEDED if not entry.get(name)]:
        raise wrong(f"{key} has no {missing[0]}", "a reader needs it to find the work")
    if not any(entry.get(name) for name in FOUND_BY):
        raise wrong(f"{key} cannot be found: it has no {', no '.join(FOUND_BY)}", "say where it was published")
    said = entry["author"]
    authors = tuple(said) if isinstance(said, list) else (said,)
    if not all(isinstance(author, str) and author.strip() for author in authors):
        raise wrong(f"{key}: an author is a text", 'write author = "A. V. Hill", or a list of such texts')
    if len(authors) == 1 and not authors[0].startswith("{") and re.search(r" and |;| et al", authors[0]):
        remedy = 'write several authors as a list, ["A. Ito", "B. Roe"], and an organisation in braces, "{…}"'
        raise wrong(f"{key}: {authors[0]} is not one author", remedy)
    texts = {name: str(value).strip() for name, value in entry.items() if name not in ("author", "year", "title")}
    if not _DOI.fullmatch(texts.get("doi", "10.1000/x")):
        raise wrong(f"{key}: {texts['doi']} is no DOI", 'write it as doi = "10.1113/jphysiol.1910.sp001386"')
    if not texts.get("url", "https:").startswith(("https:", "http:")):
        raise wrong(f"{key}: {texts['url']} is no address", 'write it as url = "https://…"')
    return Work(key, authors, " ".join(str(entry["title"]).split()), str(entry["year"]), texts, file, line)


def _family(author: str) -> str:
    """`Hill` of `A. V. Hill` and of `Hill, A. V.`; `van der Waals` with what belongs to it."""
    if author.startswith("{"):
        return author.strip("{}")
    if "," in author:
        return author.partition(",")[0].strip()
    words = author.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join(words[start:])
