"""`sigmaprime prove`: the verdict on one statement, with the whole proof or refutation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from sigmaprime.cli.judged import Judged, as_data, status
from sigmaprime.cli.options import Look, OfOneLine, let_option, look_options, out_option, timeout_option
from sigmaprime.cli.terminal import as_json, deliver, quiet_option, refused, writer
from sigmaprime.kernel.proof import Claim
from sigmaprime.read.syntax import NotUnderstood, Statement
from sigmaprime.run import Limits, Pool
from sigmaprime.run.one_line import one_line
from sigmaprime.run.verdicts import DECIDE, PATIENCE, verdict_of
from sigmaprime.verdict import Verdict


@click.command("prove", cls=OfOneLine)
@click.argument("statement")
@let_option
@look_options
@out_option
@timeout_option(5)
@quiet_option
def command(statement: str, lets: tuple[str, ...], look: Look, out: Path | None, timeout: float) -> None:
    """Prove or refute STATEMENT, and show how.

    The exit status is 0 if it is proved (or, for `false STATEMENT`, refuted), and 1 otherwise.
    """
    with Pool(DECIDE, limits=Limits(seconds=timeout)) as pool:
        page_of = None if look.to == "json" else _page_writer(look)  # imports a lot, while the worker starts
        try:
            claim, scope = one_line(statement, lets, Statement)
            (outcome,) = pool.outcomes([(claim, scope, timeout * PATIENCE)])
            verdict = verdict_of(claim, outcome)
        except NotUnderstood as error:
            refused(error)
    judged = Judged(claim, verdict, outcome.seconds, scope)
    deliver(page_of(claim, verdict) if page_of else as_json({"schema": 1, **as_data(judged, proofs=True)}), out)
    raise SystemExit(status([judged]))


def _page_writer(look: Look) -> Callable[[Statement, Verdict], str]:
    from sigmaprime.claims import LAWS
    from sigmaprime.document.verdict import verdict_document

    write = writer(look.to, look.language)
    return lambda claim, verdict: write(verdict_document(Claim(claim.says, claim.given), verdict, look.detail, LAWS))
