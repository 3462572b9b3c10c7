r"""Someone's working as text, cut into its rows: one step each, with the sign or the word that joins it to the last.

A row is a line of plain text, or what stands between two `\\` of an `aligned` environment. `=>`, `<=>`, `⇒`, `\iff`,
`so` … within a line begin a row of their own. Everything keeps the place where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sigmaprime.read.habits import on_paper
from sigmaprime.read.syntax import NotUnderstood

LARGEST: Final = 100_000
MOST_ROWS: Final = 200
FOLLOWS, EQUIVALENT, BLANK = "=>", "<=>", "blank"

_JOINT: Final = re.compile(
    r"(?P<both><=+>|<-+>|⇔|⟺|↔|\\(?:Leftrightarrow|Longleftrightarrow|iff)(?![A-Za-z])|\biff\b)"
    r"|(?P<one>=+>|⇒|⟹|∴|\\(?:Rightarrow|Longrightarrow|implies|therefore)(?![A-Za-z])"
    r"|\b(?:[Ss]o|[Hh]ence|[Tt]hus|[Tt]herefore)\b\s*,?)"
)
_LATEX: Final = re.compile(r"\\[A-Za-z]+|[\^_]\{|\\\\")
_FRAME: Final = re.compile(
    r"\\(?:begin|end)\s*\{\s*(?:aligned|align\*?|split|gather(?:ed|\*)?|equation\*?|eqnarray\*?|array)\s*\}"
    r"(?:\{[lcr ]*\})?"
    r"|(?<!\\)\\[][]|\\\(|\\\)|\${1,2}|\\(?:nonumber|notag)\b|(?<!\\)&|^\s*(?:\(?\d{1,2}[.)]\s)",
    re.MULTILINE,
)
_BREAK: Final = re.compile(r"\\\\(?:\s*\[[^]]*\])?")
_COMMENT: Final = re.compile(r"(?<!\\)[#%].*")
_BEGINNING: Final = re.compile(r"(?:\s|\\(?:q?quad|[,;!:>])(?![A-Za-z]))*")
_END: Final = re.compile(r"[\s.,;]*(?:\\(?:q?quad|[,;!])[\s.,;]*)*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A step: `joint` is `=>`, `<=>`, nothing, or `blank` for the empty line that ends a working.

    `text` is the whole text, with blanks for all but this step, so that a place in it is a place in the working.
    """

    joint: str
    text: str
    latex: bool
    at: int


def rows(text: str) -> tuple[Row, ...]:
    """The rows of a working; `NotUnderstood` where there is none, or too much."""
    if len(text) > LARGEST:
        raise NotUnderstood(f"a working of {len(text):,} characters; the limit is {LARGEST:,}")
    plain = on_paper(_without_comments(text))
    latex = "\\begin" in plain or _BREAK.search(plain) is not None
    bare = _FRAME.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), plain)
    found = tuple(_trimmed(row for row in _rows(bare, latex)))
    if not found:
        raise NotUnderstood("there is nothing to check", text=text[:100], remedy="write a chain, or one step a line")
    if len(found) > MOST_ROWS:
        raise NotUnderstood(f"more than {MOST_ROWS} steps", remedy="check it in parts")
    return found


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: " " * len(found.group()), text.replace("\r\n", "\n").replace("\t", " "))


def _rows(text: str, latex: bool) -> Iterator[Row]:
    for start, end in _lines(text, latex):
        if not text[start:end].strip():
            yield Row(BLANK, "", latex, start)
            continue
        joint, at = "", start
        for found in _JOINT.finditer(text, start, end):
            if text[at : found.start()].strip() or joint:
                yield _row(text, joint, at, found.start(), latex)
            joint, at = EQUIVALENT if found["both"] else FOLLOWS, found.end()
        yield _row(text, joint, at, end, latex)


def _lines(text: str, latex: bool) -> Iterator[tuple[int, int]]:
    breaks = _BREAK if latex else re.compile("\n")
    start = 0
    for found in breaks.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _row(text: str, joint: str, start: int, end: int, latex: bool) -> Row:
    said = text[start:end]
    last = len(_END.sub("", said))
    first = len(_BEGINNING.match(said).group())  # type: ignore[union-attr]
    if last <= first:
        message = f"nothing stands after {joint}"
        raise NotUnderstood(message, text=text, offset=start, remedy="write the statement that follows")
    kept = re.sub(r"[^\n]", " ", text[:start]) + said[:last]
    return Row(joint, kept, latex or _LATEX.search(said) is not None, start + first)


def _trimmed(found: Iterator[Row]) -> Iterator[Row]:
    """Without empty lines at the beginning and the end, and one for several."""
    waiting = False
    begun = False
    for row in found:
        if row.joint == BLANK:
            waiting = begun
            continue
        if waiting:
            yield Row(BLANK, "", row.latex, row.at)
        yield row
        begun, waiting = True, False
