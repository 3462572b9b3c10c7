"""`sigmaprime rules`: the rule book, every law with its premises and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sigmaprime.cli.terminal import as_json, did_you_mean, painted, quiet_option, refuse, result

if TYPE_CHECKING:
    from sigmaprime.kernel.proof import Claim
    from sigmaprime.kernel.rule import Rule


@click.command("rules")
@click.argument("words", nargs=-1, metavar="[NAME]")
@click.option("--to", type=click.Choice(("text", "json")), default="text", show_default=True)
@quiet_option
def command(words: tuple[str, ...], to: str) -> None:
    """Show the rule book, or the one rule called NAME.

    In a rule, u, v, w, f, g and h stand for any term, x, y and z for variables, m and n for positive whole
    numbers, and other letters for terms in which the rule's variables do not occur.
    """
    from sigmaprime.claims import CHAPTERS, LAWS

    name = " ".join(words)
    if name and name not in LAWS:
        refuse(f"there is no rule {name!r}.{did_you_mean(name, LAWS)}", remedy="sigmaprime rules lists them all")
    chosen = [(chapter, rule) for chapter, rules in CHAPTERS.items() for rule in rules if name in ("", rule.name)]
    if to == "json":
        result(as_json({"schema": 1, "rules": [{"chapter": chapter, **_as_data(rule)} for chapter, rule in chosen]}))
    elif name:
        result("\n\n".join(_as_text(rule) for _, rule in chosen))
    else:
        for chapter, rules in CHAPTERS.items():
            heading = painted(f"== {chapter.replace('_', ' ')} ==", "faint")
            result("\n\n".join((heading, *map(_as_text, rules))) + "\n\n")


def _as_text(rule: Rule) -> str:
    data = _as_data(rule)
    premises = [f"    {'and' if index else 'if '} {premise}" for index, premise in enumerate(data["premises"])]
    return "\n".join((painted(rule.name, "strong"), f"    {data['law']}", *premises, f"    [{rule.source}]"))


def _as_data(rule: Rule) -> dict[str, Any]:
    from sigmaprime.read.row import write_row

    premises = list(map(_premise, rule.premises))
    return {"name": rule.name, "law": write_row(rule.conclusion), "premises": premises, "source": rule.source}


def _premise(claim: Claim) -> str:
    from sigmaprime.read.row import write_row

    says = write_row(claim.says)
    return f"{', '.join(map(write_row, claim.given))} => {says}" if claim.given else says
