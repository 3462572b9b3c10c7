"""The command line: one module a command, loaded when it is called; none of them holds any mathematics."""

from __future__ import annotations

import os
from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from sigmaprime.cli.terminal import did_you_mean, harden, quiet_option, refuse
from sigmaprime.version import __version__

COMMANDS: Final = MappingProxyType(
    {
        "derive": "Write a worked derivation, each step with its reason.",
        "prove": "Prove or refute one statement, and show how.",
        "study": "Study a function: domain, zeros, variations, range.",
        "lines": "Check someone's own lines.",
        "check": "Judge every claim in some files.",
        "build": "Make a book out of pages.",
        "recheck": "Check a stored proof with the independent checker alone.",
        "rules": "Show the rule book, with its sources.",
    }
)


class _Commands(click.Group):
    """Commands that are imported when they are called, so that `--help` loads none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            return ctx.fail(f"No such command '{cmd_name}'.{did_you_mean(cmd_name, COMMANDS)}")
        command: click.Command = import_module(f"sigmaprime.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 everything is as stated; 1 something is not; 2 not readable, or wrongly called.",
)
@click.version_option(__version__, prog_name="sigmaprime", message="%(prog)s %(version)s")
@quiet_option
def group() -> None:
    """Worked calculus and verified claims."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    harden()
    try:
        group(prog_name="sigmaprime")
    except Exception as error:
        if os.environ.get("SIGMAPRIME_DEBUG"):
            raise
        from sigmaprime.run.worker import fault

        refuse(fault(error), remedy="SIGMAPRIME_DEBUG=1 shows where it comes from")
