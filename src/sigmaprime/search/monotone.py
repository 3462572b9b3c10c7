"""Monotonic functions: by the sign of the slope, and where that is 0 or does not exist, by parts that are joined.

x³ rises on (−∞, 0] and on [0, ∞), so on the line; −1/x rises on (1, 2) and on (3, 4), where it is larger.
"""

from __future__ import annotations

from sigmaprime.claims import KINDS
from sigmaprime.claims.monotonicity import WORDS
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import is_interval
from sigmaprime.kernel.term import App, Term, Var, free, substitute, subterms
from sigmaprime.search.absolute import bends, without
from sigmaprime.search.bending import corners
from sigmaprime.search.chain import sides
from sigmaprime.search.fit import by_rule, first_of, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.meaning import meaning
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.optimum import interior_points, slope
from sigmaprime.search.parts import boundary_values, cut, in_order, parts_of, samples
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros
from sigmaprime.search.vanishing import ZERO, not_both_zero

MOST_JOINTS = 6


def monotone(session: Session, goal: Claim) -> Derivation:
    """(Strictly) increasing or decreasing on a set."""
    match goal.says:
        case App(head, (App("fn", (Var() as x, body)), region)):
            if _out_of_order(session, head, x, body, region):
                raise NoProof("two simple points are out of order")
            if parts_of(region):
                return _one_after_the_other(session, goal, x, body)
            if is_interval(region):
                return _on_interval(session, goal, x, body)
            return first_of(session, KINDS[head].theorems, goal, prove)
    raise NoProof("not about a function")


def _on_interval(session: Session, goal: Claim, x: Var, body: Term) -> Derivation:
    head, (_, region) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    bending = bends(session, body)
    upright = _cube_roots(session, body)
    joints = _joints(session, x, body, region, tuple(sorted(upright, key=str)), bent=bool(bending))
    if upright and joints:  # where the graph of a cube root has an upright tangent, and no slope
        return _joined(session, goal, joints)
    if bending:
        return _joined(session, goal, joints) if joints else without(session, goal, _plain)
    strict = head.startswith("strictly")
    try:
        return _joined(session, goal, joints) if strict and joints else _plain(session, goal)
    except NoProof:
        return _flat(session, goal)


def _cube_roots(session: Session, body: Term) -> tuple[Term, ...]:
    """What stands under a cube root, in the function itself or in what it is defined by."""
    fact = meaning(session, body)
    terms = subterms(body) | (subterms(sides(fact)[1]) if fact is not None else frozenset())
    return tuple(t.args[0] for t in terms if isinstance(t, App) and t.head == "cbrt" and free(t))


def _plain(session: Session, goal: Claim) -> Derivation:
    """By the sign of the slope."""
    return first_of(session, KINDS[goal.says.head].theorems, goal, prove)  # type: ignore[union-attr]


def _flat(session: Session, goal: Claim) -> Derivation:
    head = goal.says.head  # type: ignore[union-attr]
    if not head.startswith("strictly") or session.nesting:
        raise NoProof("the slope changes its sign, as far as is known")
    rate = App("=", (slope(goal.says.args[0].args[1], goal.says.args[0].args[0]), ZERO))  # type: ignore[union-attr, arg-type]

    def premise(session: Session, part: Claim) -> Derivation:
        return not_both_zero(session, part, rate) if rate in part.given else prove(session, part)

    name = f"{WORDS[head][0]}, with a slope that is zero at isolated points"
    return by_rule(session, name, goal, premise)


def _joints(session: Session, x: Var, body: Term, region: Term, upright: tuple[Term, ...], *, bent: bool) -> list[Term]:
    """Where the slope is 0 or may not exist, in the interior; where there are parameters, all such places are tried."""
    found = corners(session, x, body, region) if bent else []
    for u in (*upright, *(() if bent or upright else (slope(body, x),))):
        found += zeros(session, u, x, region) or []
    inside = interior_points(session, list(dict.fromkeys(found)), region)
    alone = free(body) <= {x.name}
    placed = [
        (float(ball.mid()), k, p)
        for k, p in enumerate(inside)
        if (ball := estimate(session, p)) is not None
        and not (alone and estimate(session, substitute(body, {x.name: p})) is None)
    ]
    joints = [p for *_, p in sorted(placed)]
    return joints if len(joints) <= MOST_JOINTS else []


def _joined(session: Session, goal: Claim, joints: list[Term]) -> Derivation:
    """On both sides of the first joint."""
    head, region = goal.says.head, goal.says.args[1]  # type: ignore[union-attr]
    left, right = cut(region, joints[0])
    holes = {"T": left, "R": right, "c": joints[0]}
    return by_rule(session, f"{WORDS[head][0]} on both sides of a point", goal, prove, **holes)


def _one_after_the_other(session: Session, goal: Claim, x: Var, body: Term) -> Derivation:
    """A union or a list: the first part, and what follows."""
    head, (function, region) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    parts = in_order(session, parts_of(region))
    word = WORDS[head][0]
    if len(parts) == 1 and isinstance(parts[0], App) and parts[0].head == "points":
        return by_rule(session, f"{word} on a single point", goal, prove)
    first, *rest = parts
    others = rest[0] if len(rest) == 1 else _together(rest)
    known = [prove(session, Claim(App(head, (function, part)), goal.given)) for part in (first, others)]
    for between, level in boundary_values(session, x, body, first, rest[0]):
        try:
            return by_rule(
                session, f"{word} on two parts, one after the other", goal, knowing(prove, *known),
                T=first, R=others, a=between, b=level,
            )  # fmt: skip
        except NoProof:
            continue
    raise NoProof("the parts are not in order, as far as is known")


def _together(parts: list[Term]) -> Term:
    if all(isinstance(part, App) and part.head == "points" for part in parts):
        return App("points", tuple(n for part in parts for n in part.args))  # type: ignore[union-attr]
    return App("union", tuple(parts))


def _out_of_order(session: Session, head: str, x: Var, body: Term, region: Term) -> bool:
    """Whether two sample points contradict the claim."""
    here = [(p, value(session, body, {x.name: p})) for p in samples(session, region)]
    values = [v for _, v in here if v is not None]
    for k, earlier in enumerate(values):
        for later in values[k + 1 :]:
            falls, rises = bool(later < earlier), bool(later > earlier)
            if (falls and head.endswith("increasing")) or (rises and head.endswith("decreasing")):
                return True
    return False
