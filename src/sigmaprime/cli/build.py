"""`sigmaprime build`: pages of prose and claims into a book; it fails when a claim on a page is not as stated."""

from __future__ import annotations

from pathlib import Path

import click

from sigmaprime.cli.options import cache_options, jobs_option, language_option, timeout_option
from sigmaprime.cli.terminal import AS_STATED, NOT_AS_STATED, UNREADABLE, note, quiet_option, refuse, refused, result
from sigmaprime.read.syntax import NotUnderstood


@click.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="DIR|FILE…", type=click.Path(path_type=Path))
@click.option("--to", type=click.Choice(("html", "latex", "pdf", "markdown")), default="html", show_default=True)
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("book"), show_default=True, metavar="OUT")
@language_option
@jobs_option
@timeout_option(20)
@cache_options
@quiet_option
def command(
    sources: tuple[Path, ...],
    to: str,
    out: Path,
    language: str,
    jobs: int,
    timeout: float,
    cache: Path | None,
) -> None:
    """Make a book out of Markdown pages: every page of a folder, or single ones.

    The book is written when every claim on every page is as stated, and otherwise not at all.
    """
    from sigmaprime.book import build

    try:
        book = build(sources, to, out, jobs=jobs, seconds=timeout, language=language, cache=cache)
    except NotUnderstood as error:
        refused(error)
    except OSError as error:
        refuse(f"{error.filename or out}: {error.strerror or error}")
    for remark in book.notes:
        note(remark)
    for trouble in book.troubles:
        click.echo(str(trouble), err=True)
    for path in book.written:
        result(str(path))
    if book.ok:
        note(f"{book.statements} claims, all as stated")
        raise SystemExit(AS_STATED)
    note(f"{len(book.troubles)} not as stated; no book was written")
    errors = any(trouble.verdict == "error" for trouble in book.troubles)
    raise SystemExit(UNREADABLE if errors else NOT_AS_STATED)
