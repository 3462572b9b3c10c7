"""Inequalities by the table of variations: between its critical points a function is monotonic, so its ends decide.

g >= 0 on an interval holds when it holds at the critical points and at the ends, or for the limits there. The
critical points are exact numbers, so this also settles what is attained: x·ln x >= −1/e.
"""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.normal import Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute, subterms
from sigmaprime.search.absolute import bends
from sigmaprime.search.algebra import generator_term, normal_form, symbols
from sigmaprime.search.bounds import bounds
from sigmaprime.search.cells import CONTRADICTION
from sigmaprime.search.fit import by_rule
from sigmaprime.search.formal import opened
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.optimum import interior_points, slope
from sigmaprime.search.parts import between
from sigmaprime.search.rising import from_end
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import zeros

ZERO = Num(0)
DEEPEST = 3
MOST_CUTS = 8
LARGEST = 40
TURNS = {
    "<": "less by a positive difference", "<=": "at most, by a difference",
    ">": "greater by a positive difference", ">=": "at least, by a difference",
}  # fmt: skip


def by_contact(session: Session, goal: Claim) -> Derivation:
    """`u rel v` with equality at a critical point, at an end or at an excluded point: nothing coarser will do."""
    return _by_variation(session, goal, touching=True)


def by_variation(session: Session, goal: Claim) -> Derivation:
    """`u rel v` for a relation of one variable whose critical points can be written down."""
    return _by_variation(session, goal, touching=False)


def _by_variation(session: Session, goal: Claim, *, touching: bool) -> Derivation:
    match goal.says:
        case App(("<" | "<=" | ">" | ">=") as relation, (_, v)) if len(free(goal.says)) == 1:
            if session.nesting.count("variation") >= DEEPEST:
                raise NoProof("too many tables of variations in one another")
            if touching and (set(session.nesting) - {"variation"} or not _touches(session, goal)):
                raise NoProof("no contact is seen")
            session.nesting.append("variation")
            try:
                if v is ZERO and relation[0] == ">":
                    return _positive(session, goal)
                return by_rule(session, TURNS[relation], goal, _sign_only)
            finally:
                session.nesting.pop()
    raise NoProof("not a relation of one variable")


def apart(session: Session, goal: Claim) -> Derivation:
    """`u != v` for a relation of one variable, from the order of the two sides, which a sample point tells."""
    match goal.says:
        case App("!=", (u, v)) if len(free(goal.says)) == 1:
            (name,) = free(goal.says)
            region = _region(session, goal, Var(name), App("-", (u, v)))
            for point in between(session, *region.args):  # type: ignore[union-attr]
                ball = value(session, App("-", (u, v)), {name: point})
                if ball is not None and not ball.contains(0):
                    rule = "greater, so not equal" if ball > 0 else "less, so not equal"
                    return by_rule(session, rule, goal, prove)
    raise NoProof("no order of the two sides is seen")


def _touches(session: Session, goal: Claim) -> bool:
    """Whether the two sides seem to meet at a critical point, a corner, an end, or an excluded point."""
    relation, sides = goal.says.head, goal.says.args  # type: ignore[union-attr]
    g = App("-", sides)
    (name,) = free(g)
    x = Var(name)
    if len(subterms(g)) > LARGEST:
        return False
    excluded = _excluded(goal, x)
    if not excluded and (bends(session, g) or len(_generators(session, g, x)) < 2):
        return False
    limits = bounds(session, x, goal.given)
    ends = [bound.end for bound in (limits.low, limits.high) if bound is not None and not bound.strict]
    if relation in (">", "<"):
        return bool(excluded)
    region = _region(session, goal, x, g)
    corners = [p for u in bends(session, g) for p in zeros(session, u, x, region) or ()]
    turning = zeros(session, slope(g, x), x, region) or []
    balls = [estimate(session, substitute(g, {x.name: p})) for p in (*excluded, *ends, *turning, *corners)]
    return any(ball is not None and ball.contains(0) for ball in balls)


def _excluded(goal: Claim, x: Var) -> list[Term]:
    return [h.args[1] for h in goal.given if isinstance(h, App) and h.head == "!=" and h.args[0] is x]


def _sign_only(session: Session, goal: Claim) -> Derivation:
    return _positive(session, goal) if goal.says.args[1] is ZERO else prove(session, goal)  # type: ignore[union-attr]


def _positive(session: Session, goal: Claim) -> Derivation:
    relation, (g, _) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    (name,) = free(g)
    x = Var(name)
    excluded = _excluded(goal, x)
    bending = bends(session, g)
    if len(subterms(g)) > LARGEST:
        raise NoProof("too large for a table of variations")
    if not excluded and not bending and len(_generators(session, g, x)) < 2:
        raise NoProof("a function of one generator has a sign that is seen")
    region = _region(session, goal, x, g)
    turning = zeros(session, slope(g, x), x, region)
    if turning is None:
        raise NoProof("the critical points cannot be written down")
    corners = [p for u in bending for p in zeros(session, u, x, region) or ()]
    cuts = _distinct(session, interior_points(session, [*excluded, *turning, *corners], region))
    if len(cuts) > MOST_CUTS:
        raise NoProof("too many critical points")
    _plausible(session, x, g, relation, [c for c in cuts if c not in excluded])
    return _cut(session, goal, x, cuts)


def _generators(session: Session, g: Term, x: Var) -> list[Symbol]:
    """What the function is a rational function of, numbers left out."""
    found = symbols(normal_form(session, opened(session, g)))
    return [s for s in found if x.name in free(generator_term(s, Fraction(1)))]


def _distinct(session: Session, points: list[Term]) -> list[Term]:
    """In order, each once; of two ways to write one number the first."""
    placed: list[tuple[float, Term]] = []
    for point in points:
        ball = estimate(session, point)
        if ball is not None and not any(abs(float(ball.mid()) - at) < 1e-12 * (1 + abs(at)) for at, _ in placed):
            placed.append((float(ball.mid()), point))
    return [point for _, point in sorted(placed, key=lambda one: one[0])]


def _plausible(session: Session, x: Var, g: Term, relation: str, cuts: list[Term]) -> None:
    for cut in cuts:
        ball = estimate(session, substitute(g, {x.name: cut}))
        if ball is not None and (ball < 0 or (relation == ">" and ball == 0)):
            raise NoProof("it fails at a critical point")


def _cut(session: Session, goal: Claim, x: Var, cuts: list[Term]) -> Derivation:
    """Below the middle cut, at it, and above it."""
    if not cuts:
        return _on_a_piece(session, goal, x)
    middle = len(cuts) // 2
    c = cuts[middle]
    excluded = next((h for h in goal.given if h is App("!=", (x, c))), None)

    def case(session: Session, part: Claim) -> Derivation:
        if part.says is not goal.says:
            return prove(session, part)
        if App("=", (x, c)) in part.given:
            if excluded is None:
                return prove(session, part)
            name = CONTRADICTION[("=", "!=")]
            return by_rule(session, name, part, _given, P=part.says, u=x, v=c)
        below = App("<", (x, c)) in part.given
        return _cut(session, part, x, cuts[:middle] if below else cuts[middle + 1 :])

    return by_rule(session, "less, equal or greater", goal, case, P=goal.says, u=x, v=c)


def _given(session: Session, goal: Claim) -> Derivation:
    """A hypothesis, which prove would use otherwise."""
    return prove(session, Claim(goal.says, (goal.says,)))


def _region(session: Session, goal: Claim, x: Var, g: Term) -> Term:
    """The interval of the hypotheses, closed at its ends where the function is defined there."""
    limits = bounds(session, x, goal.given)
    low, high = (None if bound is None else bound.end for bound in (limits.low, limits.high))
    opening = "[" if low is not None and estimate(session, substitute(g, {x.name: low})) is not None else "("
    closing = "]" if high is not None and estimate(session, substitute(g, {x.name: high})) is not None else ")"
    return App(opening + closing, (MINUS_OO if low is None else low, OO if high is None else high))


def _on_a_piece(session: Session, goal: Claim, x: Var) -> Derivation:
    """Between neighbouring critical points: from the end from which the function rises."""
    relation, (g, _) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    region = _region(session, goal, x, g)
    rising = _rises(session, x, g, region)
    function = App("fn", (x, g))
    head = f"{'strictly_' if relation == '>' else ''}{'in' if rising else 'de'}creasing"
    monotonic = prove(session, Claim(App(head, (function, region)), session.assumed))
    return from_end(session, goal, function, region, monotonic, relation)


def _rises(session: Session, x: Var, g: Term, region: Term) -> bool:
    """Whether the function seems to rise, by the sign of its slope at a few points."""
    rate = opened(session, slope(g, x))
    for point in between(session, *region.args):  # type: ignore[union-attr]
        ball = value(session, rate, {x.name: Fraction(point)})
        if ball is not None and not ball.contains(0):
            return bool(ball > 0)
    raise NoProof("it is not seen whether the function rises")
