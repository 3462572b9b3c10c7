"""A bound of a term by a number: read off from the hypotheses, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from sigmaprime.kernel.proof import Apply, Claim, Derivation, Given
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.numbers import by_enclosure
from sigmaprime.search.session import NoProof, Session

TURN = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
NAME = {
    "<": "less, turned round",
    ">": "greater, turned round",
    "<=": "at most, turned round",
    ">=": "at least, turned round",
}
WITHIN = {
    "<": ("less than an absolute value", "greater than minus an absolute value"),
    "<=": ("at most an absolute value", "at least minus an absolute value"),
}
BEYOND = {
    ">": "greater than what is greater", ">=": "at least what is greater",
    "<": "less than what is less", "<=": "at most what is less",
}  # fmt: skip
STRICTLY = {"<": "at most and different, so less", ">": "at least and different, so greater"}


@dataclass(frozen=True, slots=True)
class Bound:
    """`generator relation end`, with its proof; the relation is one of > >= (from below) and < <= (from above)."""

    relation: str
    end: Term
    proof: Derivation

    @property
    def strict(self) -> bool:
        return len(self.relation) == 1


def from_hypotheses(t: Term, given: tuple[Term, ...]) -> list[Bound]:
    found: list[Bound] = []
    for index, hypothesis in enumerate(given):
        here = Derivation(Claim(hypothesis, given), Given(index))
        match hypothesis:
            case App(("<" | "<=" | ">" | ">=") as relation, (u, v)) if not free(v):
                found += _directly(t, relation, u, v, here)
            case App(("<" | "<=" | ">" | ">=") as relation, (u, v)) if not free(u):
                back = TURN[relation]
                claim = Claim(App(back, (v, u)), given)
                found += _directly(t, back, v, u, Derivation(claim, Apply(NAME[back], (("u", v), ("v", u))), (here,)))
    return [_strictly(bound, t, given) for bound in found]


def _directly(t: Term, relation: str, u: Term, v: Term, known: Derivation) -> list[Bound]:
    """What `u relation v` says about t: u is t, or |t|."""
    if u is t:
        return [Bound(relation, v, known)]
    if u is not App("abs", (t,)) or relation[0] == ">":
        return []
    names = WITHIN[relation]
    bounds_ = ((relation, v), (TURN[relation], App("neg", (v,))))
    holes = (("u", t), ("v", v))
    return [
        Bound(r, end, Derivation(Claim(App(r, (t, end)), known.claim.given), Apply(name, holes), (known,)))
        for name, (r, end) in zip(names, bounds_, strict=True)
    ]


def _strictly(bound: Bound, t: Term, given: tuple[Term, ...]) -> Bound:
    """t <= c as t < c where t != c is a hypothesis."""
    apart = App("!=", (t, bound.end))
    if bound.strict or apart not in given:
        return bound
    relation = bound.relation[0]
    different = Derivation(Claim(apart, given), Given(given.index(apart)))
    claim = Claim(App(relation, (t, bound.end)), given)
    by = Apply(STRICTLY[relation], (("u", t), ("v", bound.end)))
    return Bound(relation, bound.end, Derivation(claim, by, (bound.proof, different)))


def is_bound(says: Term, x: Var) -> bool:
    """Whether `says` compares the variable itself with a number."""
    match says:
        case App(_, (u, v)):
            return (u is x and not free(v)) or (v is x and not free(u))
    return False


def by_bound(session: Session, goal: Claim, x: Var, limits: tuple[Bound | None, ...]) -> Derivation:
    """`x rel c`, from a bound of x, one of the `limits`, that is at least as tight."""
    relation, (u, v) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    if v is x:
        back = NAME.get(relation, "different, turned round")
        turned_goal = Claim(App(TURN.get(relation, relation), (v, u)), goal.given)
        return Derivation(goal, Apply(back, (("u", u), ("v", v))), (by_bound(session, turned_goal, x, limits),))
    for bound in limits:
        if bound is not None and (relation == "!=" or bound.relation[0] == relation[0]):
            try:
                return _from_bound(session, goal, bound)
            except NoProof:
                continue
    raise NoProof("no bound of the variable says so")


def _from_bound(session: Session, goal: Claim, bound: Bound) -> Derivation:
    """x > c from x > a and a >= c; x != c and x >= c from that."""
    relation, (x, c) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    if relation != bound.relation[0]:
        name = {"!=": {">": "greater, so not equal", "<": "less, so not equal"}}.get(relation, {}).get(
            bound.relation[0], {">": "greater, so at least", "<": "less, so at most"}[bound.relation[0]]
        )
        if relation == bound.relation and c is bound.end:
            return Derivation(goal, bound.proof.by, bound.proof.parts)
        stricter = Claim(App(bound.relation[0], (x, c)), goal.given)
        return Derivation(goal, Apply(name, (("u", x), ("v", c))), (_from_bound(session, stricter, bound),))
    if bound.strict and c is bound.end:
        return Derivation(goal, bound.proof.by, bound.proof.parts)
    gap = by_enclosure(session, Claim(App(relation, (bound.end, c)), ()))
    holes = (("u", x), ("v", bound.end), ("w", c))
    return Derivation(goal, Apply(BEYOND[bound.relation], holes), (bound.proof, gap))
