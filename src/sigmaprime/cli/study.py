"""`sigmaprime study`: the function study, which is still to come."""

from __future__ import annotations

import click

from sigmaprime.cli.terminal import refuse


@click.command("study", context_settings={"ignore_unknown_options": True})
@click.argument("function", nargs=-1, type=click.UNPROCESSED)
def command(function: tuple[str, ...]) -> None:
    """Study a function: domain, symmetry, zeros, limits, variations, range (not yet)."""
    subject = " ".join(function) or "f"
    refuse(
        "study: not yet; it comes with the work on function studies",
        remedy=f'state what you want to know as claims, for example: sigmaprime prove "{subject} is increasing"',
    )
