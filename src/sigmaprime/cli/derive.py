"""`sigmaprime derive`: a worked derivation that ends in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from sigmaprime.cli.answer import answer
from sigmaprime.cli.options import Look, OfOneLine, let_option, look_options, out_option, timeout_option
from sigmaprime.cli.terminal import as_json, quiet_option, writer
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive
from sigmaprime.run.one_line import one_line
from sigmaprime.run.verdicts import DERIVE
from sigmaprime.verdict import Route


@click.command("derive", cls=OfOneLine)
@click.argument("equation")
@let_option
@click.option("--by", "route", metavar="ROUTE", help="A named route, or `all` for every one.")
@look_options
@click.option("--hint", type=click.IntRange(0, 1000), metavar="N", help="Reveal only the next N steps.")
@out_option
@timeout_option(5)
@quiet_option
def command(
    *, equation: str, lets: tuple[str, ...], route: str | None, hint: int | None, look: Look, out: Path | None,
    timeout: float,
) -> None:  # fmt: skip
    """Derive EQUATION, `START = END`, or only `START` to end in the simplest form that is found."""

    def asked() -> tuple[Derive, Scope]:
        request, scope = one_line(f"derive {equation}", lets, Derive)
        return replace(request, route=route) if route else request, scope

    answer(DERIVE, timeout, out, lambda: _page_writer(look, hint), asked)


def _page_writer(look: Look, hint: int | None) -> Callable[[tuple[Route, ...]], str]:
    if look.to == "json":
        return lambda routes: _as_json(routes, look.language, hint)
    from sigmaprime.claims import LAWS
    from sigmaprime.document.derivation import derivation_document
    from sigmaprime.document.hint import hinted
    from sigmaprime.document.steps import route_ends

    write = writer(look.to, look.language)

    def page(routes: tuple[Route, ...]) -> str:
        document = derivation_document(routes, look.detail, LAWS)
        return write(document if hint is None else hinted(document, hint, (route_ends(routes[0])[0],)))

    return page


def _as_json(routes: tuple[Route, ...], language: str, hint: int | None) -> str:
    from sigmaprime.document.steps import route_ends
    from sigmaprime.words import language as words
    from sigmaprime.write.json import derive_json

    start, end = route_ends(routes[0])
    data = derive_json(start, end, routes, words(language))
    if hint is not None:
        routes_shown = [{**route, "steps": route["steps"][:hint]} for route in data["routes"]]
        whole = all(len(route["steps"]) <= hint for route in data["routes"])
        data = {**data, "end": data["end"] if whole else None, "routes": routes_shown}
    return as_json(data)
