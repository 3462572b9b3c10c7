"""How the commands speak: results on standard output, everything else on standard error, colour only for eyes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Never, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from sigmaprime.document.page import Document
    from sigmaprime.read.syntax import NotUnderstood

AS_STATED, NOT_AS_STATED, UNREADABLE = 0, 1, 2
_WIDTH: Final = 76
_COLOURS: Final = {"good": "\x1b[32m", "bad": "\x1b[31m", "strong": "\x1b[1m", "faint": "\x1b[2m"}
_PLAIN: Final = "\x1b[0m"

F = TypeVar("F", bound=Callable[..., Any])


def harden() -> None:
    """Make every character writable: what the terminal's encoding lacks is written as an escape, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def colourful(stream: TextIO) -> bool:
    """Whether escape codes help whoever reads this stream (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(text: str, colour: str, stream: TextIO | None = None) -> str:
    return f"{_COLOURS[colour]}{text}{_PLAIN}" if colourful(stream or sys.stdout) else text


def result(text: str) -> None:
    """One result, ended by one newline, written at once."""
    sys.stdout.write(text.removesuffix("\n") + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """A word about the work, unless `--quiet`."""
    if not quiet():
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def refuse(message: str, *, remedy: str = "", text: str = "", offset: int | None = None) -> Never:
    """Leave with exit status 2: what is wrong, where it is, what to do about it."""
    sys.stderr.write(f"{painted('Error:', 'bad', sys.stderr)} {complaint(message, remedy, text, offset)}\n")
    raise SystemExit(UNREADABLE)


def refused(error: NotUnderstood) -> Never:
    refuse(error.message, remedy=error.remedy, text=error.text, offset=error.offset)


def complaint(message: str, remedy: str, text: str, offset: int | None) -> str:
    """The message, the text with a caret under the place in question, and the remedy."""
    lines = [message]
    if text and offset is not None:
        lines += pointer(text, offset)
    if remedy:
        lines.append(remedy)
    return "\n".join(lines)


def pointer(text: str, offset: int) -> list[str]:
    """The part of `text` around `offset`, on one line, and a caret under that place."""
    offset = max(0, min(offset, len(text)))
    first = max(0, min(offset - _WIDTH // 2, len(text) - _WIDTH))
    shown = "".join(c if c.isprintable() else " " for c in text[first : first + _WIDTH])
    before, after = "… " if first else "", " …" if first + _WIDTH < len(text) else ""
    return [f"  {before}{shown}{after}", " " * (2 + len(before) + offset - first) + "^"]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """` Did you mean 'prove'?`, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(map(repr, close))}?" if close else ""


def as_json(value: object, *, indent: int | None = 2) -> str:
    import json

    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return json.dumps(value, ensure_ascii=plain, indent=indent)


def write_whole(path: Path, text: str) -> None:
    """Write a file all at once or not at all: it never exists half-written."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        fresh.replace(path)
    except OSError as error:
        refuse(f"cannot write {path}: {error.strerror or error}", remedy="choose another place with -o")
    finally:
        with suppress(OSError):
            fresh.unlink()


def writer(to: str, language: str = "en") -> Callable[[Document], str]:
    """What writes a document as a whole file of the format `to`, in the language with that code."""
    from sigmaprime.words import language as words
    from sigmaprime.write import speaking
    from sigmaprime.write.writer import NotWritable

    page = speaking(to, words(language)).page

    def written(document: Document) -> str:
        try:
            return page(document)
        except NotWritable as error:
            refuse(f"this cannot be written as {to}: {error}", remedy="choose another format with --to")

    return written


def deliver(text: str, out: Path | None) -> None:
    """A result, to where it was asked for."""
    if out is None:
        result(text)
    else:
        write_whole(out, text.removesuffix("\n") + "\n")
        note(f"wrote {out}")


def quiet_option(function: F) -> F:
    def remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        ctx.find_root().meta["sigmaprime.quiet"] = value or quiet()

    return click.option(
        "-q", "--quiet", is_flag=True, expose_value=False, callback=remember, help="Say nothing but results and errors."
    )(function)


def quiet() -> bool:
    context = click.get_current_context(silent=True)
    meta: Mapping[str, Any] = context.find_root().meta if context else {}
    return bool(meta.get("sigmaprime.quiet"))
