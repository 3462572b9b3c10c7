"""The chain rule with a letter for the inner function: u = −x², and a new letter, v, w, …, for every other one."""

from __future__ import annotations

from typing import Final

from sigmaprime.document.choice import Teller
from sigmaprime.document.margin import core_of
from sigmaprime.document.page import Block, Paragraph, say
from sigmaprime.document.remark import remark
from sigmaprime.kernel.proof import Apply, Derivation
from sigmaprime.kernel.rule import fill
from sigmaprime.kernel.term import App, Term, Var

LETTERS: Final = ("u", "v", "w", "p", "q", "r", "s", "t", "z")
POWERS: Final = frozenset(("square rule", "power rule", "general power rule", "negative power rule"))


def with_a_letter(teller: Teller, proof: Derivation) -> tuple[Block, ...]:
    """`Put u = -x^2: diff(exp(u), x) = exp(u)*diff(u, x).`; nothing where no inner function is differentiated."""
    core = core_of(proof)
    match core.by:
        case Apply(rule, filled) if rule in POWERS or rule.startswith("derivative of "):
            holes = dict(filled)
        case _:
            return ()
    inner, row = holes.get("u"), teller.rules.get(rule)
    if inner is None or row is None or isinstance(inner, Var) or not isinstance(inner, App):
        return ()
    letter = _letter(teller, inner, core.claim.says)
    if letter is None:
        return ()
    law = fill(row.conclusion, {**holes, "u": Var(letter)})
    source = (" (", say(f"rule.{rule}"), "; ", *remark(row.source), ")")
    return (Paragraph((say("put a letter", letter=Var(letter), value=inner, law=law), *source)),)


def _letter(teller: Teller, inner: Term, says: Term) -> str | None:
    """The letter of that inner function, or one that stands for nothing yet."""
    if inner not in teller.letters:
        taken = {*teller.letters.values(), *says.names}
        teller.letters[inner] = next((letter for letter in LETTERS if letter not in taken), "")
    return teller.letters[inner] or None
