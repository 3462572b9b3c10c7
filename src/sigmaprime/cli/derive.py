"""`sigmaprime derive`: a worked derivation that ends in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from sigmaprime.cli.options import OfOneLine, detail_option, let_option, out_option, timeout_option, to_option
from sigmaprime.cli.terminal import AS_STATED, NOT_AS_STATED, as_json, deliver, note, quiet_option, refused, writer
from sigmaprime.document.page import Detail
from sigmaprime.kernel.term import children
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run import Limits, Pool, Stopped
from sigmaprime.run.one_line import one_line
from sigmaprime.run.verdicts import DERIVE, PATIENCE
from sigmaprime.verdict import Route


@click.command("derive", cls=OfOneLine)
@click.argument("equation")
@let_option
@click.option("--by", "route", metavar="ROUTE", help="A named route, or `all` for every one.")
@to_option
@detail_option
@out_option
@timeout_option(5)
@quiet_option
def command(
    equation: str, lets: tuple[str, ...], route: str | None, to: str, detail: Detail, out: Path | None, timeout: float
) -> None:
    """Derive EQUATION, `START = END`, or only `START` to end in the simplest form that is found."""
    with Pool(DERIVE, limits=Limits(seconds=timeout)) as pool:
        page_of = _page_writer(to, detail)  # imports a lot, while the worker starts
        try:
            request, scope = one_line(f"derive {equation}", lets, Derive)
            request = replace(request, route=route) if route else request
            (outcome,) = pool.outcomes([(request, scope, timeout * PATIENCE)])
            if isinstance(outcome, Stopped):
                note(f"undecided: {outcome.reason}")
                raise SystemExit(NOT_AS_STATED)
            if isinstance(outcome.value, NotUnderstood):
                raise outcome.value
        except NotUnderstood as error:
            refused(error)
    deliver(page_of(outcome.value), out)
    raise SystemExit(AS_STATED)


def _page_writer(to: str, detail: Detail) -> Callable[[tuple[Route, ...]], str]:
    if to == "json":
        return _as_json
    from sigmaprime.claims import LAWS
    from sigmaprime.document.derivation import derivation_document

    write = writer(to)
    return lambda routes: write(derivation_document(routes, detail, LAWS))


def _as_json(routes: tuple[Route, ...]) -> str:
    from sigmaprime.write.json import derive_json

    start, end = children(routes[0].fact.statement)
    return as_json(derive_json(start, end, routes))
