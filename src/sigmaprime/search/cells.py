"""Membership by cells: the ends of a set cut the line into points and open intervals, and each is looked at alone.

In a cell that belongs to the set its bounds show it; in any other cell a hypothesis fails, for instance one that
something is defined there. So `1/(x² − 1)` is seen to be defined on (−∞, −1) ∪ (−1, 1) ∪ (1, ∞) alone.
"""

from __future__ import annotations

from contextlib import suppress

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, is_interval
from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.conditions import defined_where
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import value
from sigmaprime.search.samples import plausible
from sigmaprime.search.session import NoProof, Session

MOST_CUTS = 8
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "=", "=": "!="}
CONTRADICTION = {
    ("<", ">="): "contradiction", (">=", "<"): "contradiction", (">", "<="): "contradiction, above",
    ("<=", ">"): "contradiction, above", ("=", "!="): "contradiction, equal", ("!=", "="): "contradiction, equal",
}  # fmt: skip


def by_cells(session: Session, goal: Claim) -> Derivation:
    """`x in S` under hypotheses that exclude everything else."""
    match goal.says:
        case App("in", (Var() as x, region)):
            if not plausible(session, App("in", (x, region)), goal.given):
                raise NoProof("a simple point contradicts it")
            cuts = _cuts(session, region)
            reasons = _reasons(session, x, goal.given)
            if cuts and reasons:
                return _cut(session, goal, x, cuts, reasons)
    raise NoProof("no cells to look at")


def ends_of(region: Term) -> list[Term]:
    """The finite ends, and the points, of a set."""
    match region:
        case App("union", sets):
            return [end for one in sets for end in ends_of(one)]
        case App("points", numbers):
            return list(numbers)
        case App(_, (low, high)) if is_interval(region):
            return [end for end in (low, high) if end not in (OO, MINUS_OO)]
    return []


def _cuts(session: Session, region: Term) -> list[Term]:
    placed: list[tuple[float, int, Term]] = []
    for end in dict.fromkeys(ends_of(region)):
        ball = value(session, end)
        if ball is None or free(end):
            return []
        placed.append((float(ball.mid()), len(placed), end))
    return [end for *_, end in sorted(placed)] if len(placed) <= MOST_CUTS else []


def _reasons(session: Session, x: Var, given: tuple[Term, ...]) -> tuple[Derivation, ...]:
    """Relations that hold of x: hypotheses, and what must hold for something to be defined."""
    found: list[Term] = []
    for hypothesis in given:
        match hypothesis:
            case App("defined", (term,)) if x.name in free(term):
                found += defined_where(session, (term,), as_written=True) or ()
            case App(relation, _) if relation in OPPOSITE and x.name in free(hypothesis):
                found.append(hypothesis)
    proved = []
    for reason in dict.fromkeys(found):
        with suppress(NoProof):
            proved.append(prove(session, Claim(reason, given)))
    return tuple(proved)


def _cut(session: Session, goal: Claim, x: Var, cuts: list[Term], reasons: tuple[Derivation, ...]) -> Derivation:
    """Below the first cut, at it, and above it, where the other cuts lie."""
    first, *rest = cuts

    def case(session: Session, part: Claim) -> Derivation:
        if part.says is not goal.says:
            return prove(session, part)
        if rest and App(">", (x, first)) in part.given:
            return _cut(session, part, x, rest, reasons)
        return _leaf(session, part, x, reasons)

    return by_rule(session, "less, equal or greater", goal, case, P=goal.says, u=x, v=first)


def _leaf(session: Session, goal: Claim, x: Var, reasons: tuple[Derivation, ...]) -> Derivation:
    from sigmaprime.search.regions import member

    bounds = tuple(h for h in goal.given if _bounds(h, x))
    try:
        return member(session, Claim(goal.says, bounds), prove)
    except NoProof:
        pass
    for reason in reasons:
        try:
            return _contradiction(session, goal, reason, bounds)
        except NoProof:
            continue
    raise NoProof("a part of the line is neither in the set nor excluded")


def _bounds(hypothesis: Term, x: Var) -> bool:
    match hypothesis:
        case App("<" | ">" | "<=" | ">=" | "=" | "!=", (u, a)):
            return u is x and not free(a)
    return False


def _contradiction(session: Session, goal: Claim, reason: Derivation, bounds: tuple[Term, ...]) -> Derivation:
    """Anything, from a reason that must hold and does not."""
    relation, (u, v) = reason.claim.says.head, reason.claim.says.args  # type: ignore[union-attr]
    opposite = OPPOSITE[relation]
    denied = App(opposite, (u, v))
    try:
        fails = prove(session, Claim(denied, bounds))
    except NoProof:
        fails = prove(session, Claim(denied, goal.given))
    name = CONTRADICTION[(relation, opposite)]
    return by_rule(session, name, goal, knowing(prove, fails, reason), P=goal.says, u=u, v=v)
