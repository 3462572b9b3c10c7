"""`sigmaprime check`: every claim of some files, judged under limits, in the order in which they stand there."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

import click

from sigmaprime.cli.judged import Judged, as_data, as_stated, name, status, summary, why, word
from sigmaprime.cli.options import jobs_option, timeout_option
from sigmaprime.cli.reading import Claimed, read_files
from sigmaprime.cli.terminal import as_json, complaint, note, painted, quiet, quiet_option, refuse, refused, result
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Lines, NotUnderstood, Statement, Unread
from sigmaprime.run import Limits, Outcome, Pool
from sigmaprime.run.verdicts import DECIDE, PATIENCE, SETTLE, verdict_of, working_of

LATER = ("sarif", "junit", "github", "html")
LONGEST = 300  # characters of a statement that are shown to people


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "jsonl", *LATER)), default="text", show_default=True
)
@click.option("--proofs", is_flag=True, help="Put the proofs into the JSON.")
@jobs_option
@timeout_option(5)
@quiet_option
def command(files: tuple[str, ...], form: str, proofs: bool, jobs: int, timeout: float) -> None:
    """Judge every claim in FILE…: .claims, .md, .jsonl, or - for claims from standard input.

    The exit status is 0 if every claim is as stated, 1 if one is not, and 2 if one cannot be read.
    """
    if form in LATER:
        refuse(f"--format {form}: not yet", remedy="text, json and jsonl are there")
    began = time.perf_counter()
    try:
        claims, others = read_files(files)
    except NotUnderstood as error:
        refused(error)
    if others:
        note(f"lines that derive, study, plot or tabulate are left to `sigmaprime build`: {others} here")
    found = []
    for judged in judge(claims, jobs, timeout):
        found.append(judged)
        if form == "text":
            _show(judged)
        elif form == "jsonl":
            result(as_json(as_data(judged, proofs=proofs), indent=None))
        elif sys.stderr.isatty():
            note(f"{len(found)}/{len(claims)} {name(judged)}: {word(judged)}")
    totals = summary(found, time.perf_counter() - began)
    if form == "json":
        data = [as_data(judged, proofs=proofs) for judged in found]
        result(as_json({"schema": 1, "claims": data, "summary": totals}))
    elif form == "text" and not quiet():
        _show_summary(totals)
    raise SystemExit(status(found))


def judge(claims: Sequence[Claimed], jobs: int, timeout: float) -> Iterator[Judged]:
    """Every claim with its verdict, in order, as they come."""
    calls = [(line, scope, timeout * PATIENCE) for line, scope in claims if isinstance(line, Statement | Lines)]
    target = SETTLE if any(isinstance(line, Lines) for line, *_ in calls) else DECIDE
    with Pool(target, min(jobs, len(calls)), Limits(seconds=timeout)) as pool:
        outcomes = pool.outcomes(calls)
        for line, scope in claims:
            if isinstance(line, Statement | Lines):
                yield _judged(line, scope, next(outcomes))
            else:
                reason = complaint(line.message, line.remedy, line.text, line.place.column - 1)
                yield Judged(line, reason, 0.0, scope)


def _judged(claim: Statement | Lines, scope: Scope, outcome: Outcome) -> Judged:
    try:
        found = verdict_of(claim, outcome) if isinstance(claim, Statement) else working_of(outcome)
        return Judged(claim, found, outcome.seconds, scope)
    except NotUnderstood as error:
        reason = complaint(error.message, error.remedy, error.text, error.offset)
        return Judged(claim, reason, outcome.seconds, scope)


def _show(judged: Judged) -> None:
    good = as_stated(judged)
    if good and quiet():
        return
    claim, verdict = judged.claim, word(judged)
    mark = painted("ok", "good") if good else painted("!!", "bad")
    stated = "" if claim.expected == "proved" else "false "
    label = f"[{claim.label}] " if claim.label and not isinstance(claim, Unread) else ""
    place = painted(f"{claim.place.file}:{claim.place.line}", "faint")
    said = claim.text if len(claim.text) <= LONGEST else f"{claim.text[:LONGEST]} …"
    lines = [f"{mark}  {verdict:<9}  {place}  {stated}{label}{said}"]
    if not good or verdict != "proved":
        lines += [f"               {line}" for line in why(judged)]
    result("\n".join(lines))


def _show_summary(totals: dict[str, float]) -> None:
    kinds = ", ".join(f"{totals[kind]} {kind}" for kind in ("proved", "refuted", "undecided", "error") if totals[kind])
    wrong = totals["total"] - totals["as_stated"]
    stated = f"{wrong} not as stated" if wrong else "all as stated"
    result(f"\n{totals['total']} claims: {kinds or 'none'}; {stated} ({totals['seconds']:.2f} s)")
