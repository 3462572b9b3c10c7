"""A product with one negative factor that is best left as it is: x·(2 − x) < 0 for x < 0, not −(−x)·(2 − x)."""

from __future__ import annotations

from sigmaprime.kernel.proof import Apply, Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, times
from sigmaprime.search.session import Session

ZERO = Num(0)
WEAKER = {"<=": "less, so at most", "!=": "less, so not equal"}


def with_one_negative(
    session: Session, tops: list[Factor], bottoms: list[Factor], relation: str, given: tuple[Term, ...]
) -> tuple[Term, Derivation] | None:
    """The product of positive factors over others with `−t` left as `t`, and the proof that it is negative.

    None unless exactly one of the factors above is such a `−t`, and no factor may be 0.
    """
    turned = [index for index, factor in enumerate(tops) if _negated(factor) is not None]
    if len(turned) != 1 or not all(factor.strict for factor in tops) or relation not in ("<", *WEAKER):
        return None
    (index,) = turned
    proof = _negated(tops[index])
    if proof is None:
        return None
    if before := tops[:index]:
        proof = _joined(session, "positive times negative", "*", times(session, before, given).proof, proof, given)
    for factor in tops[index + 1 :]:
        proof = _joined(session, "negative times positive", "*", proof, factor.proof, given)
    if bottoms:
        proof = _joined(session, "negative over positive", "/", proof, times(session, bottoms, given).proof, given)
    term = _left(proof)
    if relation != "<":
        goal = Claim(App(relation, (term, ZERO)), given)
        proof = by_rule(session, WEAKER[relation], goal, knowing(prove, proof))
    return term, proof


def _negated(factor: Factor) -> Derivation | None:
    """The proof of `t < 0` in that of `−t > 0`."""
    match factor.term, factor.proof.by, factor.proof.parts:
        case App("neg"), Apply("negative of a negative"), (below,):
            return below
    return None


def _joined(
    session: Session, name: str, head: str, first: Derivation, second: Derivation, given: tuple[Term, ...]
) -> Derivation:
    term = App(head, (_left(first), _left(second)))
    return by_rule(session, name, Claim(App("<", (term, ZERO)), given), knowing(prove, first, second))


def _left(proof: Derivation) -> Term:
    return proof.claim.says.args[0]  # type: ignore[union-attr]
