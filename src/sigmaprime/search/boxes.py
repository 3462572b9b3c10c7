"""Inequalities by enclosures over boxes: an interval is cut until balls settle every piece."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sigmaprime.kernel.cover import MOST_BOXES, Box, holds_on
from sigmaprime.kernel.proof import Claim, Cover, Derivation
from sigmaprime.kernel.term import App, Term, Var, Wrong, as_number, free, number
from sigmaprime.search.bound import Bound
from sigmaprime.search.bounds import bounds
from sigmaprime.search.named import touching_points
from sigmaprime.search.numbers import rational, simplest_between, value
from sigmaprime.search.session import NoProof, Session

BITS = 64
RELATIONS = frozenset(("<", "<=", ">", ">=", "!="))


@dataclass(frozen=True, slots=True)
class Effort:
    """With which Taylor polynomials, how finely, and with how many boxes a cover is looked for."""

    order: int
    bits: int
    most: int
    finest: Fraction


QUICK = Effort(1, BITS, 48, Fraction(1, 2**8))
FINER = (
    Effort(4, BITS, 100, Fraction(1, 2**10)),
    Effort(8, 128, 300, Fraction(1, 2**12)),
    Effort(16, 256, 300, Fraction(1, 2**12)),
)
MOST_OPEN = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A bounded interval: its ends as terms, rational numbers close to them, and which of them belong to it."""

    low: Term
    high: Term
    left: Fraction
    right: Fraction
    brackets: str

    @property
    def width(self) -> Fraction:
        return self.right - self.left

    def cut(self, place: Fraction) -> Term:
        return self.low if place == self.left else self.high if place == self.right else number(place)


class Stuck(NoProof):
    """The smallest boxes that were not settled, from left to right; none where there were too many boxes."""

    def __init__(self, line: Line, places: list[tuple[Fraction, Fraction]]) -> None:
        super().__init__("the boxes do not settle it")
        self.line, self.places = line, places


def by_boxes(session: Session, goal: Claim, effort: Effort = QUICK) -> Derivation:
    """A relation of one variable on a bounded interval, by cutting it into boxes."""
    x = variable_of(goal.says)
    limits = bounds(session, x, goal.given)
    if limits.low is None or limits.high is None:
        raise NoProof("the interval is not bounded")
    line = _line(session, limits.low, limits.high)
    cuts = covered(session, goal.says, x, line, effort)
    return Derivation(goal, Cover(x.name, cuts, effort.bits, effort.order), (limits.low.proof, limits.high.proof))


def _line(session: Session, low: Bound, high: Bound) -> Line:
    left, right = near(session, low.end), near(session, high.end)
    if left >= right:
        raise NoProof("no interval")
    return Line(low.end, high.end, left, right, ("(" if low.strict else "[") + (")" if high.strict else "]"))


def near(session: Session, end: Term) -> Fraction:
    """A rational number close to a number."""
    exact = as_number(end)
    if exact is not None:
        return exact
    ball = value(session, end)
    if ball is None:
        raise NoProof("a bound without a value")
    return rational(ball)[0]


def variable_of(says: Term) -> Var:
    match says:
        case App(relation, _) if relation in RELATIONS and len(free(says)) == 1:
            return Var(next(iter(free(says))))
    raise NoProof("not a relation of one variable")


def covered(session: Session, says: Term, x: Var, line: Line, effort: Effort) -> tuple[Term, ...]:
    """The cuts between which every box is settled; `Stuck` when some boxes stay open.

    Cuts are simple numbers: where the two sides touch, it is mostly at one.
    """
    cuts: list[Term] = [line.low]
    left_open: list[tuple[Fraction, Fraction]] = []
    waiting = [(line.left, line.right)]
    tried = 0
    while waiting:
        session.tick()
        a, b = waiting.pop()
        tried += 1
        if tried > 2 * effort.most or len(cuts) > MOST_BOXES - 1 or len(left_open) > MOST_OPEN:
            raise Stuck(line, [])
        if _settled(session, says, x, line, line.cut(a), line.cut(b), effort):
            cuts.append(line.cut(b))
        elif b - a >= effort.finest * line.width:
            middle = simplest_between(a + (b - a) * 3 / 8, b - (b - a) * 3 / 8)
            waiting += [(middle, b), (a, middle)]
        elif (touching := _touching(session, says, x, line, a, b, effort)) is not None:
            cuts += [touching, line.cut(b)]
        else:
            cuts.append(line.cut(b))
            left_open.append((a, b))
    if left_open:
        raise Stuck(line, _joined(left_open))
    return tuple(cuts)


def _touching(
    session: Session, says: Term, x: Var, line: Line, a: Fraction, b: Fraction, effort: Effort
) -> Term | None:
    """A number with a name between a and b that settles the box when it is cut there."""
    for c in touching_points(session, says, x, a, b):
        low, high = line.cut(a), line.cut(b)
        if all(_settled(session, says, x, line, *box, effort) for box in ((low, c), (c, high))):
            return c
    return None


def _joined(boxes: list[tuple[Fraction, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    joined: list[tuple[Fraction, Fraction]] = []
    for a, b in boxes:
        if joined and joined[-1][1] == a:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _settled(session: Session, says: Term, x: Var, line: Line, low: Term, high: Term, effort: Effort) -> bool:
    ends = (line.brackets[0] if low is line.low else "[") + (line.brackets[1] if high is line.high else "]")
    try:
        return holds_on(says, Box(x.name, low, high, ends), session.rules, effort.bits, effort.order)
    except Wrong:
        return False
