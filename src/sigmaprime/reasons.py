"""One sentence for a verdict: on what the proof rests, and where the claim holds."""

from __future__ import annotations

from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    Cases,
    Chain,
    Claim,
    Counterexample,
    Cover,
    Derivation,
    Enclosure,
    Every,
    Given,
    Instance,
    Pieces,
    Prime,
    Replace,
    Rewrite,
    Roots,
    Witness,
)  # fmt: skip
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Term, Var, free, number
from sigmaprime.notation.line import language
from sigmaprime.read.syntax import Statement
from sigmaprime.search.conditions import defined_where
from sigmaprime.search.goals import prove
from sigmaprime.search.natural import natural_conditions, one_sided
from sigmaprime.search.orders.derive import holds_where
from sigmaprime.search.orders.letters import speaks_of_whole_numbers
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.statement import links, members

# Rules that say the same thing in another way: the reason is that of their premise.
RELATED = frozenset(
    (
        "less by a positive difference",
        "at most, by a difference",
        "greater by a positive difference",
        "at least, by a difference",
        "different by a difference",
        "less, turned round",
        "at most, turned round",
        "greater, turned round",
        "at least, turned round",
        "different, turned round",
        "less, so at most",
        "greater, so at least",
        "less, so not equal",
        "greater, so not equal",
    )
)


SOMEWHERE = "where everything in it is defined"


def reason_for(proof: Derivation) -> str:
    """The main reason of a proof, as a sentence."""
    match proof.by:
        case Apply("both", _) | Every():
            return reason_for(proof.parts[0])
        case Replace():
            return _seen(proof) or reason_for(proof.parts[1])
        case Instance():
            return reason_for(proof.parts[0])
        case Apply(rule, _) if rule in RELATED:
            return reason_for(proof.parts[0])
        case Apply(rule, _):
            return f"By the rule “{rule}”."
        case Chain() | Rewrite() | Prime():
            return "By a chain of equalities, each link by a rule."
        case Arithmetic():
            return "Both sides have the same normal form."
        case Enclosure(bits):
            return f"By enclosures of {bits} bits."
        case Roots():
            return "By the sign of a polynomial without roots there."
        case Cover(_, cuts):
            return f"By enclosures over {len(cuts) - 1} intervals."
        case Cases():
            return "By distinguishing two cases."
        case Pieces():
            return "By what holds between neighbouring points."
        case Given() | Witness() | Counterexample():
            return "It is one of the hypotheses." if isinstance(proof.by, Given) else "By a point."
    raise TypeError(proof.by)


def _seen(proof: Derivation) -> str | None:
    """`u = v > 0`: a relation that holds because one side equals something of which it is seen."""
    match proof.claim.says, proof.parts[1].claim.says:
        case App("<" | "<=" | ">" | ">=" | "!=" as relation, (left, right)), App(other, (new, _)) if relation == other:
            return f"Because {language(left)} = {language(new)} {relation} {language(right)}."
    return None


def domain_of(session: Session, statement: Statement) -> tuple[str, tuple[Term, ...]]:
    """For which values of its variable a claim speaks: as text, and what it does not say itself as conditions.

    The text is empty for a claim without variables.
    """
    says = statement.says
    match says:
        case App("tends" | "equivalent" | "asymptote" | "no_limit" | "order", _):
            return "", ()
        case App(_, (App("fn", _), region, *_)) if not (isinstance(region, App) and region.head == "domain"):
            return language(region), ()
        case App(_, (App("fn", (Var(), body)), *_)):
            return _natural(session, (body,))
    if not free(says):
        return "", ()
    if statement.given:
        said = (h for h in statement.given if not (isinstance(h, App) and h.head == "in" and h.args[1] is REALS))
        return ", ".join(map(language, said)) or "(-oo, oo)", ()
    return _natural(session, says.args[:1] if isinstance(says, App) and says.head == "rounds" else members(links(says)))


def on_domains(session: Session, statement: Statement) -> tuple[str, ...]:
    """A sentence where one side of an equation is defined and the other is not, though nothing was said of a domain."""
    match statement.says:
        case App("=", (left, right)) if free(statement.says) and not statement.given:
            found = one_sided(session, left, right)
            if found is not None:
                at = ", ".join(f"{name} = {language(number(v))}" for name, v in found[0].items())
                which, other = ("left", "right") if found[1] else ("right", "left")
                return (f"At {at} the {which} side is defined and the {other} side is not.",)
    return ()


def _natural(session: Session, sides: tuple[Term, ...]) -> tuple[str, tuple[Term, ...]]:
    """Where all of these are defined."""
    if any(map(speaks_of_whole_numbers, sides)):
        where = holds_where(session, sides)
        return ", ".join(map(language, where)), where
    try:
        conditions = natural_conditions(session, sides)
    except OutOfTime:
        return SOMEWHERE, ()
    if conditions is not None:
        return ", ".join(map(language, conditions)) or "(-oo, oo)", conditions
    if all(_everywhere(session, side) for side in sides):
        return "(-oo, oo)", ()
    try:
        found = defined_where(session, sides)
    except (NoProof, OutOfTime):
        found = None
    return (", ".join(map(language, found)), found) if found else (SOMEWHERE, ())


def _everywhere(session: Session, term: Term) -> bool:
    try:
        prove(session, Claim(App("defined", (term,))))
    except (NoProof, OutOfTime):
        return False
    return True
