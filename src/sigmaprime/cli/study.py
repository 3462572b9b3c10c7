"""`sigmaprime study`: the whole study of a function, every statement in it proved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sigmaprime.cli.answer import answer
from sigmaprime.cli.options import Look, OfOneLine, let_option, look_options, out_option, timeout_option
from sigmaprime.cli.terminal import as_json, quiet_option, writer
from sigmaprime.run.one_line import study_line
from sigmaprime.run.verdicts import STUDY

if TYPE_CHECKING:
    from sigmaprime.studies.found import Study


@click.command("study", cls=OfOneLine)
@click.argument("function")
@let_option
@look_options
@out_option
@timeout_option(20)
@quiet_option
def command(*, function: str, lets: tuple[str, ...], look: Look, out: Path | None, timeout: float) -> None:
    """Study FUNCTION: domain, symmetry, zeros, limits, asymptotes, variations, curvature, range.

    FUNCTION is the name of a function that `--let` declares, or an expression in one variable.
    """
    answer(STUDY, timeout, out, lambda: _page_writer(look), lambda: study_line(function, lets))


def _page_writer(look: Look) -> Callable[[Study], str]:
    if look.to == "json":
        from sigmaprime.write.study_json import study_json

        return lambda study: as_json(study_json(study))
    from sigmaprime.claims import LAWS
    from sigmaprime.document.study import study_document
    from sigmaprime.write.study_plot import study_plot

    write = writer(look.to, look.language)
    unfolds = look.to in ("html", "markdown")

    def page(study: Study) -> str:
        plot = study_plot(study, LAWS) if look.to == "html" else None
        return write(study_document(study, look.detail, LAWS, unfolds=unfolds, plot=plot))

    return page
