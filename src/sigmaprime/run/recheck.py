"""The independent checker: a claim as its text says it, a proof as it was stored, and nothing that searches.

The claim is read again from its text and the proof is read from its JSON, so that neither can stand in for the other:
otherwise one may prove a triviality beautifully. The rules are the rule book and the declarations of the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sigmaprime.claims import LAWS
from sigmaprime.kernel.check import check
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Wrong, require
from sigmaprime.read.syntax import Statement
from sigmaprime.run.one_line import one_line
from sigmaprime.statement import closed, definitions
from sigmaprime.write.proof import proof_from_json


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a stored proof was accepted, and after how many steps, or why not."""

    accepted: bool
    why: str


def recheck(stored: Mapping[str, Any]) -> Checked:
    """Check one claim with its proof, as `prove --to json` writes it; `NotUnderstood` if it is malformed."""
    proof = stored["proof"]
    statement, scope = one_line(stored["statement"], proof["let"], Statement)
    derivation, rows = proof_from_json({key: value for key, value in proof.items() if key != "let"})
    claim = closed(statement, scope)
    said = App("not", (claim,)) if stored["verdict"] == "refuted" else claim
    declared = definitions(scope)
    try:
        for row in rows:
            require(any(row.name == own.name and row.conclusion is own.conclusion for own in declared),
                    f"it rests on a {row.name} that the declarations do not make")  # fmt: skip
        require(derivation.claim == Claim(said), "it proves another claim than the statement makes")
        check(derivation, {**LAWS, **{row.name: row for row in declared}})
    except Wrong as wrong:
        return Checked(False, str(wrong))
    except RecursionError:
        return Checked(False, "it is nested too deeply to be checked")
    steps = _steps(derivation)
    return Checked(True, f"{steps} steps" if steps > 1 else "1 step")


def _steps(derivation: Derivation) -> int:
    seen: set[int] = set()
    waiting = [derivation]
    while waiting:
        here = waiting.pop()
        if id(here) not in seen:
            seen.add(id(here))
            waiting.extend(here.parts)
    return len(seen)
