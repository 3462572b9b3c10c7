"""`sigmaprime recheck`: the independent checker alone, on proofs that were stored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from sigmaprime.cli.options import timeout_option
from sigmaprime.cli.terminal import AS_STATED, NOT_AS_STATED, painted, quiet_option, refuse, result
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.run import Limits, Pool, Stopped

RECHECK = "sigmaprime.run.recheck:recheck"
LARGEST = 100_000_000  # bytes
REMEDY = "it should be what `prove --to json` or `check --format json --proofs` has written"


@click.command("recheck")
@click.argument("file", metavar="PROOF.json")
@timeout_option(60)
@quiet_option
def command(file: str, timeout: float) -> None:
    """Check the proofs in PROOF.json, as `prove --to json` or `check --format json --proofs` wrote them.

    The claim is read again from its text; nothing else of what made the proof is used or trusted.
    The exit status is 0 if every proof is accepted, 1 if one is not, and 2 if the file is malformed.
    """
    claims = _claims(file)
    good = True
    with Pool(RECHECK, limits=Limits(seconds=timeout)) as pool:
        for claim, outcome in zip(claims, pool.outcomes((claim,) for claim in claims), strict=True):
            if isinstance(outcome, Stopped):
                accepted, why = False, outcome.reason
            elif isinstance(outcome.value, NotUnderstood):
                wrong = outcome.value
                refuse(f"{file}: {wrong.message}", remedy=wrong.remedy or REMEDY, text=wrong.text, offset=wrong.offset)
            else:
                accepted, why = outcome.value.accepted, outcome.value.why
            word = painted("checked", "good") if accepted else painted("rejected", "bad")
            lets = "".join(f"; let {let}" for let in claim["proof"]["let"])
            result(f"{word}  {claim['verdict']}: {claim['statement']}{lets}  ({why})")
            good = good and accepted
    raise SystemExit(AS_STATED if good else NOT_AS_STATED)


def _claims(file: str) -> list[dict[str, Any]]:
    """The claims in the file, each of the right shape."""
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(LARGEST + 1)
        content = json.loads(data) if len(data) <= LARGEST else None
    except OSError as error:
        refuse(f"{file}: {error.strerror or error}", remedy="name the file that holds the proof")
    except RecursionError:
        refuse(f"{file}: nested too deeply", remedy=REMEDY)
    except ValueError as error:
        refuse(f"{file}: not JSON: {error}", remedy=REMEDY)
    claims = content.get("claims", [content]) if isinstance(content, dict) else None
    if not isinstance(claims, list) or not claims or not all(map(_well_formed, claims)):
        refuse(f"{file}: no claims with their proofs in it", remedy=REMEDY)
    return claims


def _well_formed(claim: object) -> bool:
    match claim:
        case {"statement": str(), "verdict": "proved" | "refuted", "proof": {"let": list(lets)}}:
            return all(isinstance(let, str) for let in lets)
    return False
