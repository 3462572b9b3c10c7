"""What deserves a line of its own, a sentence, or only a fold: the choices that make a proof readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sigmaprime.document.law import printed
from sigmaprime.document.lines import Link, brief, folded, normal, settled
from sigmaprime.document.margin import core_of, grounds, listed, reason, rule_of, said
from sigmaprime.document.page import Block, Detail, Paragraph, Text, say
from sigmaprime.document.quiet import is_quiet
from sigmaprime.document.remark import remark
from sigmaprime.document.words import BESIDE, JOINING, MEANING, SILENT
from sigmaprime.kernel.proof import Apply, Chain, Claim, Derivation, Given, Point
from sigmaprime.kernel.rule import Rule
from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.words import ENGLISH

SQUEEZES = frozenset(("squeeze", "squeeze, far to the right", "squeeze, far to the left"))
OBVIOUS_LIMITS = frozenset((
    "limit of a constant", "limit of a constant, from above", "limit of a constant, from below",
    "limit of a constant, far to the right", "limit of a constant, far to the left",
    "limit of the variable", "limit of the variable, from above",
    "limit of the variable, from below", "the variable grows", "the variable falls",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Teller:
    """How to tell: how much of it, the rule book for what a rule says, what is supposed already, what has been told."""

    detail: Detail = "normal"
    rules: Mapping[str, Rule] = field(default_factory=dict)
    supposed: tuple[Term, ...] = ()
    told: set[Claim] = field(default_factory=set)
    laws: set[str] = field(default_factory=set)
    letters: dict[Term, str] = field(default_factory=dict)
    is_root: bool = True


def members(proof: Derivation) -> tuple[Derivation, ...]:
    match proof.by, proof.parts:
        case Apply("both"), (first, second):
            return *members(first), *members(second)
    return (proof,)


def is_column(column: tuple[Link, ...]) -> bool:
    """Whether the lines say more than the claim alone would, or it is a line that carries its own reason."""
    if len(column) > 1:
        return True
    (proof,) = column[0].proofs[:1]
    match proof.claim.says:
        case App("=", (App("domain", _), _)):
            return False  # a sentence, not a formula
    weighty = [part for part in grounds(proof) if not is_quiet(part.claim)]
    if column[0].relation in ("<", "<=", ">", ">=", "!=") and _is_plain(proof):
        return True
    return column[0].relation == "=" or (column[0].relation == "->" and rule_of(proof) not in SQUEEZES) or not weighty


def _is_plain(proof: Derivation) -> bool:
    """Whether a sign can be seen from the signs of the parts: no equation, no case, no theorem on the way."""
    match core_of(proof).claim.says, core_of(proof).by:
        case App("<" | "<=" | ">" | ">=" | "!=", _), Apply(rule):
            return "difference" not in rule and rule not in JOINING and all(map(_is_plain_part, grounds(proof)))
        case App("<" | "<=" | ">" | ">=" | "!=", _), Given():
            return True
    return False


def _is_plain_part(part: Derivation) -> bool:
    return is_quiet(part.claim) or _is_plain(part)


def chosen_lines(teller: Teller, column: tuple[Link, ...]) -> tuple[Link, ...]:
    """The lines at the level of detail that is asked for."""
    chosen = brief(column) if teller.detail == "brief" else normal(column)
    is_derivation = teller.is_root and all(link.relation == "=" for link in column)
    differentiates_fully = teller.detail == "full" and all(link.relation == "=" for link in column)
    return settled(chosen if is_derivation or differentiates_fully else folded(chosen))


def is_of_interest(part: Derivation) -> bool:
    """Whether a premise of an equation is an argument of its own: a limit, or a property of a function."""
    match part.claim.says:
        case App(head, (App("fn"), *_)):
            return head != "D"
    return False


def conditions(link: Link) -> tuple[Text, ...]:
    found: list[Text] = []
    for proof in link.proofs:
        for part in grounds(proof) if not isinstance(core_of(proof).by, Chain) else ():
            relation = isinstance(part.claim.says, App) and part.claim.says.head in ("!=", ">", "<", ">=", "<=", "=")
            if relation and not is_quiet(part.claim) and (*said(part.claim),) not in found:
                found.append(said(part.claim))
    return tuple(found)


def law(teller: Teller, rule: str) -> tuple[Block, ...]:
    row = teller.rules.get(rule)
    if rule in teller.laws and not teller.is_root:
        return ()
    teller.laws.add(rule)
    if row is None:
        return (Paragraph((say(f"theorem.{rule}"),)),) if is_theorem(rule) else ()
    premises = tuple(printed(premise.says) for premise in row.premises if not is_quiet(premise))
    conclusion = said(Claim(printed(row.conclusion)))
    words: Text
    if is_theorem(rule):
        words = (say(f"theorem.{rule}"),)
    elif premises:
        words = (say("law if", conclusion=conclusion, premises=listed(premises)),)
    else:
        words = (say("law", conclusion=conclusion),)
    source = () if rule.startswith("definition of") else (" (", say(f"rule.{rule}"), "; ", *remark(row.source), ")")
    return (Paragraph((*words, *source)),)


def because(teller: Teller, proof: Derivation, rule: str | None) -> Text:
    """The reason after a conclusion, with its full stop."""
    row = teller.rules.get(rule or "")
    if rule is not None and is_theorem(rule):
        return (say("because theorem", theorem=say(f"theorem.{rule}")),)
    if rule in SILENT:
        return (say("because nothing"),)
    if rule is not None and rule in BESIDE:
        return _beside(proof, BESIDE[rule])
    if row is not None and row.source == MEANING:
        return (say("because definition"),)
    return (say("because law" if _is_law(rule) else "because", reason=reason(proof)),)


def _beside(proof: Derivation, name: str) -> Text:
    """Why a monotonic function is above a number: it is at another point, from which it rises or to which it falls."""
    match core_of(proof).by:
        case Apply(_, holes):
            put = dict(holes)
            x = put["k"].args[0]  # type: ignore[union-attr]
            return (say(name, place=App("=", (x, put["a"])), value=put["v"]),)
    return (say("because", reason=reason(proof)),)


def is_theorem(rule: str) -> bool:
    """Whether the rule is said as a sentence of its own."""
    return f"theorem.{rule}" in ENGLISH.words


def _is_law(rule: str | None) -> bool:
    return rule is not None and rule.endswith(("rule", "theorem"))


def at_point(point: Point) -> Text:
    return listed(tuple(App("=", (Var(name), value)) for name, value in point))
