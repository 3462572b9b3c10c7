"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from sigmaprime.words import codes

if TYPE_CHECKING:
    from sigmaprime.document.page import Detail

F = TypeVar("F", bound=Callable[..., Any])
DAY = 86_400


class OfOneLine(click.Command):
    """A command on one line of the language, which may begin with a minus sign."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.option_name.startswith("--"):
                raise
            ctx.fail(f"{error.format_message()} Put -- before a line that begins with -, as in: -- '-x^2 <= 0'")


def let_option(function: F) -> F:
    return click.option(
        "--let", "lets", multiple=True, metavar="TEXT", help="Declare: 's(x) = 1/(1+exp(-x))', 'k > 0'."
    )(function)


def jobs_option(function: F) -> F:
    return click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        default=lambda: min(os.cpu_count() or 1, 8),
        show_default="the number of processors",
        help="Claims decided side by side.",
    )(function)


def timeout_option(seconds: float) -> Callable[[F], F]:
    def checked(_: click.Context, __: click.Parameter, value: float) -> float:
        if not 0 < value < DAY:  # false for nan too
            raise click.BadParameter(f"{value} is not a number of seconds between 0 and {DAY}.")
        return value

    return click.option(
        "--timeout", type=float, default=seconds, show_default=True, callback=checked, help="Seconds for each claim."
    )


def language_option(function: F) -> F:
    return click.option(
        "--language", type=click.Choice(codes()), default="en", show_default=True, help="Of the words."
    )(function)


@dataclass(frozen=True, slots=True)
class Look:
    """How the answer is to look: its format, how much of it is unfolded, the code of its language."""

    to: str
    detail: Detail
    language: str


def look_options(function: F) -> F:
    """`--to`, `--detail` and `--language`, as one argument `look`."""

    @wraps(function)
    def looking(*, to: str, detail: Detail, language: str, **others: Any) -> Any:
        return function(look=Look(to, detail, language), **others)

    formats = click.Choice(("text", "latex", "mathml", "html", "markdown", "json"))
    levels = click.Choice(("brief", "normal", "full"))
    for option in (
        language_option,
        click.option("--detail", type=levels, default="normal", show_default=True, help="How much is unfolded."),
        click.option("--to", type=formats, default="text", show_default=True, help="The format of the answer."),
    ):
        looking = option(looking)
    return cast("F", looking)


def out_option(function: F) -> F:
    path = click.Path(dir_okay=False, path_type=Path)
    return click.option("-o", "--out", type=path, metavar="FILE", help="Write to FILE, not to the terminal.")(function)


def cache_options(function: F) -> F:
    """`--cache` and `--no-cache`, as one argument `cache`: a folder, or none."""

    @wraps(function)
    def caching(*, cache: Path | None, no_cache: bool, **others: Any) -> Any:
        from sigmaprime.book.cache import usual_folder

        return function(cache=None if no_cache else cache or usual_folder(), **others)

    path = click.Path(file_okay=False, path_type=Path)
    where = "Where pages that were proved before are kept; by default the user's folder for caches."
    caching = click.option("--cache", type=path, metavar="DIR", help=where)(caching)
    return cast("F", click.option("--no-cache", is_flag=True, help="Prove and write every page anew.")(caching))
