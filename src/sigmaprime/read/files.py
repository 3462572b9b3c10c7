"""Files: `.claims`, Markdown pages with blocks named claims, `.jsonl` records, and standard input.

A file is read as sheets: lines that share their declarations. A `.claims` file or a page is one sheet, a record of a
`.jsonl` file is one each. What is wrong with a file as a whole is raised, what is wrong with a line is in its place.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from sigmaprime.read.lines import Sheet, read_blocks, read_claims, single
from sigmaprime.read.phrase import Phrase
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Line, Lines, NotUnderstood, Place, Statement, Unread

SIZE: Final = 20_000_000
_FENCE: Final = re.compile(r"(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)")
_LATER: Final = frozenset((".tex", ".ipynb"))


def read_file(path: str, phrases: tuple[Phrase, ...]) -> tuple[Sheet, ...]:
    """The sheets of a file; `-` is standard input. `NotUnderstood` for a file that cannot be read at all."""
    if path == "-":
        return (_not_empty(read_claims(_decoded(sys.stdin.buffer.read(SIZE + 1), "-"), "-", phrases), "-"),)
    suffix = Path(path).suffix.lower()
    if suffix in _LATER:
        raise NotUnderstood(f"{path}: {suffix} files are not yet read", remedy="use .claims, .md or .jsonl")
    if suffix not in (".claims", ".md", ".jsonl") and not Path(path).is_dir():
        raise NotUnderstood(f"{path}: not a kind of file that is read", remedy="use .claims, .md or .jsonl")
    text = _decoded(_bytes(path), path)
    match suffix:
        case ".jsonl":
            return read_jsonl(text, path, phrases)
        case ".md":
            return (read_markdown(text, path, phrases),) if text.strip() else (_not_empty((), path),)
    return (_not_empty(read_claims(text, path, phrases), path),)


def _bytes(path: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            return stream.read(SIZE + 1)
    except FileNotFoundError:
        raise NotUnderstood(f"{path}: no such file", remedy="look at the spelling of the path") from None
    except IsADirectoryError:
        raise NotUnderstood(f"{path}: a directory, not a file", remedy="name the files in it") from None
    except PermissionError:
        raise NotUnderstood(f"{path}: may not be read", remedy="change its permissions") from None
    except (OSError, ValueError) as error:
        raise NotUnderstood(f"{path}: cannot be read ({error})") from None


def _decoded(data: bytes, path: str) -> str:
    if len(data) > SIZE:
        raise NotUnderstood(f"{path}: more than {SIZE // 1_000_000} megabytes", remedy="split it")
    if not data.strip():
        raise NotUnderstood(f"{path}: an empty file", remedy="write claims into it, one a line")
    if b"\x00" in data:
        raise NotUnderstood(f"{path}: binary data, not text", remedy="give a text file in UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotUnderstood(f"{path}: not UTF-8 (line {line})", remedy="save it as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_empty(sheet: Sheet, path: str) -> Sheet:
    if not sheet:
        remedy = "write claims, one a line (in Markdown: in ```claims blocks)"
        raise NotUnderstood(f"{path}: no claims in it", remedy=remedy)
    return sheet


def read_markdown(text: str, file: str, phrases: tuple[Phrase, ...]) -> Sheet:
    """The claims in the blocks named claims of a page, with their places on it."""
    return read_blocks(blocks(text, file), file, phrases)


def blocks(text: str, file: str) -> tuple[tuple[str, int], ...]:
    """The text of every block named claims and the line on which it begins."""
    found: list[tuple[str, int]] = []
    inside: list[str] = []
    fence, opened, indent, wanted = "", 0, 0, False
    for number, line in enumerate(text.split("\n"), 1):
        match = _FENCE.fullmatch(line)
        if not fence:
            if match and not (match["fence"][0] == "`" and "`" in match["info"]):
                fence, opened, indent = match["fence"], number, len(match["indent"])
                wanted, inside = match["info"].split()[:1] in (["claims"], ["{claims}"]), []
        elif match and match["fence"].startswith(fence) and not match["info"].strip():
            if wanted:
                found.append(("\n".join(inside), opened + 1))
            fence = ""
        else:
            inside.append(line[indent:] if line[:indent].isspace() else line)
    if fence:
        message = f"{file}: the block that begins on line {opened} is never closed"
        offset = sum(len(line) + 1 for line in text.split("\n")[: opened - 1])
        raise NotUnderstood(message, text=text, offset=offset, remedy=f"close it with {fence}")
    return tuple(found)


def read_jsonl(text: str, file: str, phrases: tuple[Phrase, ...]) -> tuple[Sheet, ...]:
    """One sheet a record: its `let` lines, then its claim."""
    lines = enumerate(text.split("\n"), 1)
    return tuple(_record(line, file, number, phrases) for number, line in lines if line.strip())


def _record(text: str, file: str, number: int, phrases: tuple[Phrase, ...]) -> Sheet:
    """The lines of a record; an `Unread` where it is not one."""
    try:
        record = json.loads(text)
    except RecursionError:
        return (_bad(text, file, number, "not JSON: nested too deeply", None),)
    except ValueError as error:
        return (_bad(text, file, number, f"not JSON: {error}", None),)
    problem = _problem(record)
    label = record.get("id") if isinstance(record, dict) and isinstance(record.get("id"), str) else None
    if problem:
        return (_bad(text, file, number, problem, label),)
    names = Scope()
    lines: list[Line | Unread] = []
    lets = record.get("let", [])
    for let in [lets] if isinstance(lets, str) else lets:
        read = single(f"let {let.strip().removeprefix('let ')}", file, number, phrases, names, label)
        lines.append(read)
        if isinstance(read, Unread):
            return (*lines,)
        names = extend(names, read)  # type: ignore[arg-type]
    claim = single(record["claim"], file, number, phrases, names, label)
    expected = record.get("expect", "proved")
    if isinstance(claim, Statement | Lines):
        claim = replace(claim, label=label, expected=expected)
    elif not isinstance(claim, Unread):
        claim = _bad(record["claim"], file, number, "this is not a claim", label)
    return (*lines, claim)


def _problem(record: object) -> str | None:
    match record:
        case {"let": lets} if not isinstance(lets, str) and not _are_texts(lets):
            return "let is a list of texts"
        case {"expect": expect} if expect not in ("proved", "refuted"):
            return 'expect is "proved" or "refuted"'
        case {"id": label} if not isinstance(label, str):
            return "id is a text"
        case {"claim": str()}:
            return None
    return 'a record is an object with a text "claim"'


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _bad(text: str, file: str, number: int, message: str, label: str | None) -> Unread:
    remedy = '{"id": "…", "claim": "…", "let": ["…"], "expect": "proved"}'
    return Unread(message, remedy, label, "proved", text, Place(file, number, 1))
