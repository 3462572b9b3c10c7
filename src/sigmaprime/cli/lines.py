"""`sigmaprime lines`: someone's own working, each line judged, the first wrong one with what went wrong there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from sigmaprime.cli.options import Look, OfOneLine, let_option, look_options, out_option, timeout_option
from sigmaprime.cli.terminal import AS_STATED, NOT_AS_STATED, as_json, deliver, note, quiet_option, refused, writer
from sigmaprime.judgement import Working
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Limits, Pool, Stopped
from sigmaprime.run.verdicts import JUDGE, PATIENCE
from sigmaprime.run.working import working_in

LONGEST_NAME = 255


@click.command("lines", cls=OfOneLine)
@click.argument("working", metavar="FILE|-|TEXT")
@let_option
@look_options
@click.option("--proofs", is_flag=True, help="Put the proofs into the JSON.")
@out_option
@timeout_option(20)
@quiet_option
def command(*, working: str, lets: tuple[str, ...], look: Look, proofs: bool, out: Path | None, timeout: float) -> None:
    """Check someone's own lines: a chain, or one step a line, in a FILE, from standard input (-), or as TEXT.

    A step is an equality, an inequality, or a statement joined by => or <=>; LaTeX is read too. The exit status is 0
    if every line is proved, and 1 otherwise.
    """
    with Pool(JUDGE, limits=Limits(seconds=timeout)) as pool:
        page_of = _page_writer(look, proofs=proofs)
        try:
            steps, scope = working_in(_text(working), lets)
            (outcome,) = pool.outcomes([(steps, scope, timeout * PATIENCE)])
            if isinstance(outcome, Stopped):
                note(f"undecided: {outcome.reason}")
                raise SystemExit(NOT_AS_STATED)
            if isinstance(outcome.value, NotUnderstood):
                raise outcome.value
        except NotUnderstood as error:
            refused(error)
    found: Working = outcome.value
    deliver(page_of(found), out)
    raise SystemExit(AS_STATED if found.verdict == "proved" else NOT_AS_STATED)


def _text(working: str) -> str:
    """What is to be checked: standard input, the content of a file, or the argument itself."""
    if working == "-":
        return _decoded(sys.stdin.buffer.read(), "-")
    try:
        path = Path(working)
        if len(working) <= LONGEST_NAME and "\n" not in working and path.is_file():
            return _decoded(path.read_bytes(), working)
    except (OSError, ValueError) as error:
        raise NotUnderstood(f"{working}: cannot be read ({error})") from None
    return working


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotUnderstood(f"{path}: not UTF-8", remedy="save it as UTF-8") from None


def _page_writer(look: Look, *, proofs: bool) -> Callable[[Working], str]:
    if look.to == "json":
        from sigmaprime.words import language
        from sigmaprime.write.working import working_json

        return lambda found: as_json(working_json(found, language(look.language), proofs=proofs))
    from sigmaprime.claims import LAWS
    from sigmaprime.document.working import working_document

    write = writer(look.to, look.language)
    return lambda found: write(working_document(found, look.detail, LAWS))
