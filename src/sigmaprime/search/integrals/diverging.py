"""Why a definite integral has no worked value: it diverges, its value is another one, or no value was found."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.search.integral import undefined_integral
from sigmaprime.search.refute import refute
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.statement import closed_term

ZERO: Final = Num(0)
WHERE: Final = {
    "far to the right": "{x} -> oo", "far to the left": "{x} -> -oo",
    "at its lower end": "{x} -> {a}+", "at its upper end": "{x} -> {b}-",
}  # fmt: skip


def no_value(session: Session, request: Derive, start: App, value: Term | None) -> NotUnderstood:
    """What to answer; `value` is the one that was found, if one was."""
    if value is not None and request.target is not None:
        return _other_value(session, request, start, request.target, value)
    with suppress(NoProof, OutOfTime, RecursionError):
        proof = undefined_integral(session, Claim(App("undefined", (start,)), session.assumed))
        why = _why(proof.by.rule, proof) if isinstance(proof.by, Apply) else ""
        message = f"the integral {language(start)} diverges{why}"
        return NotUnderstood(message, text=request.text, remedy="there is no number to derive")
    message = f"no value of {language(start)} was found"
    return NotUnderstood(message, text=request.text, remedy="no antiderivative is known here, or no limit of one")


def _other_value(session: Session, request: Derive, start: App, target: Term, value: Term) -> NotUnderstood:
    remedy = f"its value is {language(value)}"
    with suppress(NoProof, OutOfTime, RecursionError):
        denied = refute(session, closed_term(App("=", (value, target)), (), session.assumed))
        found = denied.found
        numbers = f": {found.values[0]} is not {found.values[1]}" if found and len(found.values) == 2 else ""
        message = f"{language(start)} is not {language(target)}{numbers}"
        return NotUnderstood(message, text=request.text, remedy=remedy)
    message = f"the form {language(target)} was not reached"
    return NotUnderstood(message, text=request.text, remedy=remedy)


def _why(rule: str, proof: Derivation) -> str:
    for word, says in (
        ("grows", "grows without bound"),
        ("falls", "falls without bound"),
        ("has no limit", "has no limit"),
    ):
        if f"antiderivative {word}" in rule:
            holes = dict(proof.by.holes) if isinstance(proof.by, Apply) else {}
            x = language(holes["x"])
            where = WHERE[rule.split(word, 1)[1].strip()].format(
                x=x, a=language(holes.get("a", ZERO)), b=language(holes.get("b", ZERO))
            )
            return f": the antiderivative {language(holes['w'])} {says} as {where}"
    inner = next(
        (part for part in proof.parts if isinstance(part.claim.says, App) and part.claim.says.head == "undefined"), None
    )
    if inner is not None and isinstance(inner.by, Apply):
        return f": {language(inner.claim.says.args[0])} diverges{_why(inner.by.rule, inner)}"  # type: ignore[union-attr]
    return ""
