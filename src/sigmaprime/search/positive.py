"""Products of positive factors: the sign of the whole from the signs of the parts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor that is positive (or not negative, unless `strict`), with its proof."""

    term: Term
    strict: bool
    proof: Derivation


def positive_number(session: Session, value: Fraction | int, given: tuple[Term, ...]) -> Derivation:
    return prove(session, Claim(App(">", (Num(value), ZERO)), given))


def over(session: Session, tops: list[Factor], bottoms: list[Factor], given: tuple[Term, ...]) -> Factor:
    top = times(session, tops, given)
    if not bottoms:
        return top
    bottom = times(session, bottoms, given)
    term = App("/", (top.term, bottom.term))
    relation, name = (">", "quotient of positives") if top.strict else (">=", "nonnegative over positive")
    return Factor(term, top.strict, _combine(session, name, relation, term, given, top, bottom))


def times(session: Session, parts: list[Factor], given: tuple[Term, ...]) -> Factor:
    if not parts:
        return Factor(Num(1), True, positive_number(session, 1, given))
    result, *others = parts
    for other in others:
        term = App("*", (result.term, other.term))
        strict = result.strict and other.strict
        if strict:
            proof = _combine(session, "product of positives", ">", term, given, result, other)
        else:
            proof = _combine(
                session, "product of nonnegatives", ">=", term, given, _loose(session, result), _loose(session, other)
            )
        result = Factor(term, strict, proof)
    return result


def _loose(session: Session, factor: Factor) -> Factor:
    if not factor.strict:
        return factor
    goal = Claim(App(">=", (factor.term, ZERO)), factor.proof.claim.given)
    return Factor(factor.term, False, by_rule(session, "greater, so at least", goal, knowing(prove, factor.proof)))


def _combine(
    session: Session, name: str, relation: str, term: Term, given: tuple[Term, ...], *parts: Factor
) -> Derivation:
    known = knowing(prove, *(part.proof for part in parts))
    return by_rule(session, name, Claim(App(relation, (term, ZERO)), given), known)


def with_sign(
    session: Session, whole: Factor, relation: str, negative: bool, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """From a positive (or nonnegative) product to the relation that was asked for."""
    term, here, proof = whole.term, ">" if whole.strict else ">=", whole.proof
    if negative:
        term = App("neg", (term,))
        name, here = ("negative of a positive", "<") if whole.strict else ("negative of a nonnegative", "<=")
        proof = by_rule(session, name, Claim(App(here, (term, ZERO)), given), knowing(prove, proof))
    if here == relation:
        return term, proof
    goal = Claim(App(relation, (term, ZERO)), given)
    weaker = {
        (">", ">="): "greater, so at least", ("<", "<="): "less, so at most",
        (">", "!="): "greater, so not equal", ("<", "!="): "less, so not equal",
    }.get((here, relation))  # fmt: skip
    if weaker is None:
        raise NoProof("equality is not excluded")
    return term, by_rule(session, weaker, goal, knowing(prove, proof))
