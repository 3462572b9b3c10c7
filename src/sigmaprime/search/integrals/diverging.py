"""Why a definite integral has no worked value: it diverges, its value is another one, or no value was found."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from sigmaprime.kernel.proof import Apply, Claim
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.search.chain import sides
from sigmaprime.search.goals import prove
from sigmaprime.search.integral import integral, undefined_integral
from sigmaprime.search.integrals.values import simple_value
from sigmaprime.search.refute import refute
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.statement import closed_term

ZERO: Final = Num(0)
WHERE: Final = {
    "far to the right": "{x} -> oo", "far to the left": "{x} -> -oo",
    "at its lower end": "{x} -> {a}+", "at its upper end": "{x} -> {b}-",
}  # fmt: skip


def no_value(session: Session, request: Derive, start: App) -> NotUnderstood:
    """What to answer."""
    with suppress(NoProof, OutOfTime):
        proof = undefined_integral(session, Claim(App("undefined", (start,)), session.assumed))
        why = _why(proof.by.rule, proof) if isinstance(proof.by, Apply) else ""
        message = f"the integral {language(start)} diverges{why}"
        return NotUnderstood(message, text=request.text, remedy="there is no number to derive")
    if request.target is not None:
        with suppress(NoProof, OutOfTime):
            refute(session, closed_term(App("=", (start, request.target)), (), session.assumed))
            return NotUnderstood(_not_equal(start, request.target), text=request.text, remedy=_remedy(session, start))
    message = f"no value of {language(start)} was found"
    return NotUnderstood(message, text=request.text, remedy="no antiderivative is known here, or no limit of one")


def _not_equal(start: App, target: Term) -> str:
    return f"{language(start)} is not {language(target)}"


def _remedy(session: Session, start: App) -> str:
    with suppress(NoProof, OutOfTime):
        value = sides(integral(session, start, session.assumed))[1]
        simple = simple_value(value)
        prove(session, Claim(App("=", (value, simple)), session.assumed))
        return f"its value is {language(simple)}"
    return "correct the value"


def _why(rule: str, proof: object) -> str:
    for word, says in (
        ("grows", "grows without bound"),
        ("falls", "falls without bound"),
        ("has no limit", "has no limit"),
    ):
        if f"antiderivative {word}" in rule:
            holes = dict(proof.by.holes)  # type: ignore[attr-defined]
            x = language(holes["x"])
            where = WHERE[rule.split(word, 1)[1].strip()].format(
                x=x, a=language(holes.get("a", ZERO)), b=language(holes.get("b", ZERO))
            )
            return f": the antiderivative {language(holes['w'])} {says} as {where}"
    return " between its ends" if "part" in rule or "half" in rule else ""
