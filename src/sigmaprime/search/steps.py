"""Steps of a derivation that carry no more hypotheses than their parts need.

What is derived here under fewer hypotheses may be used under more: `widened` says it of the whole claim at the end.
"""

from __future__ import annotations

from collections.abc import Iterable

from sigmaprime.kernel.proof import (
    Apply,
    Arithmetic,
    Cases,
    Chain,
    Claim,
    Derivation,
    Given,
    Instance,
    Replace,
    Rewrite,
)
from sigmaprime.kernel.term import App, Num, Path, Term, replace
from sigmaprime.search.algebra import normal_form, same_form
from sigmaprime.search.chain import equation, sides
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
# rows whose premises have hypotheses of their own
BY_CASES = frozenset(
    (
        "negative, zero or positive",
        "negative or positive, not being zero",
        "zero or positive, not being negative",
        "slope zero",
    )
)


def hypotheses(parts: Iterable[Derivation]) -> tuple[Term, ...]:
    """Those of any of the parts."""
    found: dict[Term, None] = {}
    for part in parts:
        found.update(dict.fromkeys(part.claim.given))
    return tuple(found)


def law(name: str, says: Term, *parts: Derivation, **holes: Term) -> Derivation:
    """A row with these holes, of which the parts prove the premises."""
    return Derivation(Claim(says, hypotheses(parts)), Apply(name, tuple(sorted(holes.items()))), parts)


def equal_by(name: str, left: Term, right: Term, *parts: Derivation, **holes: Term) -> Derivation:
    return law(name, equation(left, right), *parts, **holes)


def inside(term: Term, at: Path, fact: Derivation) -> Derivation:
    """`term = term with the fact's right side at `at``."""
    if not at:
        return fact
    return Derivation(Claim(equation(term, replace(term, at, sides(fact)[1])), fact.claim.given), Rewrite(at), (fact,))


def joined(links: list[Derivation]) -> Derivation:
    """One equation from a column of them."""
    flat: list[Derivation] = []
    for each in links:
        flat.extend(each.parts if isinstance(each.by, Chain) else (each,))
    if len(flat) == 1:
        return flat[0]
    if not flat:
        raise NoProof("there is nothing to work out")
    says = equation(sides(flat[0])[0], sides(flat[-1])[1])
    return Derivation(Claim(says, hypotheses(flat)), Chain(), tuple(flat))


def transported(says: Term, at: Path, fact: Derivation, there: Derivation) -> Derivation:
    """`says` from an equation for its part at `at` and the claim with that part replaced."""
    parts = (fact, there)
    return Derivation(Claim(says, hypotheses(parts)), Replace(at), parts)


def back(fact: Derivation, defined: Derivation) -> Derivation:
    """`b = a` from `a = b`, given that b is defined."""
    left, right = sides(fact)
    return equal_by("equality turned round", right, left, fact, defined, u=right, v=left)


def widened(proof: Derivation, goal: Claim) -> Derivation:
    """The proof as one of the goal, which has at least its hypotheses."""
    if proof.claim.says is not goal.says or not set(proof.claim.given) <= set(goal.given):
        raise NoProof("another goal")
    return Derivation(goal, proof.by, proof.parts)


def with_more(proof: Derivation, given: tuple[Term, ...]) -> Derivation:
    """The same under more hypotheses."""
    says = proof.claim.says
    by = Given(given.index(says)) if isinstance(proof.by, Given) else proof.by
    return Derivation(Claim(says, given), by, proof.parts)


def unwidened(proof: Derivation, fewer: tuple[Term, ...]) -> Derivation:
    """The proof under fewer hypotheses, where its parts need no others."""
    if isinstance(proof.by, Cases | Instance | Given) or not set(hypotheses(proof.parts)) <= set(fewer):
        return proof
    if isinstance(proof.by, Apply) and proof.by.rule in BY_CASES:
        return proof
    return Derivation(Claim(proof.claim.says, fewer), proof.by, proof.parts)


def needed(session: Session, left: Term, right: Term) -> list[Term] | None:
    """What must hold for `left = right` by comparing normal forms; None if these differ."""
    a, b = normal_form(session, left), normal_form(session, right)
    if not same_form(left, right):
        return None
    conditions: list[Term] = [App("!=", (d, ZERO)) for d in a.divisors - b.divisors]
    return [*conditions, *(App("defined", (atom,)) for atom in a.atoms - b.atoms)]


def arithmetic_step(left: Term, right: Term, parts: tuple[Derivation, ...]) -> Derivation:
    return Derivation(Claim(equation(left, right), hypotheses(parts)), Arithmetic(), parts)
