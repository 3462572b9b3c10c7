"""What follows from a relation: x = 2 or x = −2 from x² = 4, and not x = 2.

An equation follows from another if its difference is a multiple of the other's: p − q = c·(u − v) = c·0. Otherwise the
line is cut at the zeros of all relations in question, and in each piece, where every sign is known, either a
hypothesis fails or the conclusion holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation, Every, Given
from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number, substitute
from sigmaprime.search.cells import CONTRADICTION, OPPOSITE
from sigmaprime.search.clock import now
from sigmaprime.search.conditions import defined_where
from sigmaprime.search.equations import as_a_multiple, as_an_image
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.formal import derivative, opened
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate
from sigmaprime.search.samples import truth
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.solving import zeros
from sigmaprime.tidy import tidied

ZERO = Num(0)
MOST_CUTS = 8
SHARES = (0.15, 0.25, 0.4, 1.0)


def follows(session: Session, statement: App) -> Derivation:
    """A proof of `all(P, h…)`, where P is a relation; `NoProof` if none was found."""
    says, *given = statement.args
    goal = Claim(says, tuple(given))
    began = now()
    gap = NoProof("no way leads there")
    for way, share in zip((as_a_multiple, prove, as_an_image, _by_pieces), SHARES, strict=True):
        soon = replace(session, deadline=began + share * (session.deadline - began), found=dict(session.found))
        try:
            return Derivation(Claim(statement), Every(), (way(soon, goal),))
        except NoProof as failed:
            gap = failed
        except OutOfTime:
            gap = NoProof("it takes too long")
    raise gap


def solutions(session: Session, relation: App, x: Var, given: tuple[Term, ...] = ()) -> list[Term] | None:
    """Where the two sides of a relation are equal, in order, as far as `given` bounds x; None if that is not known."""
    left, right = relation.args
    if x in (left, right) and not (free(left) and free(right)):
        return [right if left is x else left]
    difference = App("-", (left, right))
    try:
        found = zeros(session, difference, x, _region(x, given))
        return _of_linear(session, difference, x) if found is None else found
    except (NoProof, OutOfTime):
        return None


def _of_linear(session: Session, difference: Term, x: Var) -> list[Term] | None:
    """a·x + b = 0 at −b/a, for a number a and a constant b of any kind."""
    slope = derivative(session, opened(session, difference), x)
    rate = as_number(slope) if not isinstance(slope, App) or slope.head == "neg" else None
    if not rate:
        return None
    start = tidied(App("neg", (substitute(difference, {x.name: ZERO}),)))
    return [tidied(App("/", (start, number(rate))))]


def _region(x: Var, given: tuple[Term, ...]) -> Term:
    """The numbers between which x lies, in an interval."""
    low: Term = MINUS_OO
    high: Term = OO
    opened, closed = "(", ")"
    for h in given:
        match h:
            case App(">" | ">=" as relation, (u, a)) if u is x and not free(a):
                low, opened = a, "[" if relation == ">=" else "("
            case App("<" | "<=" as relation, (u, a)) if u is x and not free(a):
                high, closed = a, "]" if relation == "<=" else ")"
    return App(opened + closed, (low, high))


def _by_pieces(session: Session, goal: Claim) -> Derivation:
    """By cutting the line where something may change."""
    names = free(goal.says).union(*map(free, goal.given))
    if len(names) != 1 or not isinstance(goal.says, App) or goal.says.head not in (*OPPOSITE, "defined"):
        raise NoProof("not about one variable")
    x = Var(next(iter(names)))
    conditions = tuple(dict.fromkeys(_conditions(session, (goal.says, *goal.given))))
    cuts = cuts_of(session, x, (goal.says, *goal.given), goal.given)
    known = {**dict(_reasons(session, goal.given, conditions))}

    def case(cuts: tuple[Term, ...]) -> Callable[[Session, Claim], Derivation]:
        def prover(session: Session, part: Claim) -> Derivation:
            if part.says is not goal.says:
                return prove(session, part)
            session.tick()
            above = bool(cuts) and App(">", (x, cuts[0])) in part.given
            return cut(session, part, cuts[1:]) if above else _piece(session, part, x, known)

        return prover

    def cut(session: Session, part: Claim, cuts: tuple[Term, ...]) -> Derivation:
        if not cuts:
            return _piece(session, part, x, known)
        return by_rule(session, "less, equal or greater", part, case(cuts), P=goal.says, u=x, v=cuts[0])

    return cut(session, goal, cuts)


def _conditions(session: Session, relations: tuple[Term, ...]) -> Iterator[Term]:
    """Under what everything in them is defined."""
    for relation in relations:
        if isinstance(relation, App) and relation.head in (*OPPOSITE, "defined"):
            with suppress(NoProof):
                yield from defined_where(session, relation.args, as_written=True) or ()


def cuts_of(session: Session, x: Var, relations: tuple[Term, ...], given: tuple[Term, ...]) -> tuple[Term, ...]:
    """Where the sides of one of the relations are equal, or something in them ceases to be defined, in order."""
    placed: dict[float, Term] = {}
    for relation in dict.fromkeys((*relations, *_conditions(session, relations))):
        if isinstance(relation, App) and relation.head in OPPOSITE:
            for place in solutions(session, relation, x, given) or ():
                ball = estimate(session, place)
                if ball is None:
                    raise NoProof("a place without a value")
                here = float(ball.mid())
                if all(abs(here - other) > 1e-9 * (1 + abs(here)) for other in placed):
                    placed[here] = place
    if len(placed) > MOST_CUTS:
        raise NoProof("too many pieces")
    return tuple(placed[here] for here in sorted(placed))


def _reasons(
    session: Session, given: tuple[Term, ...], conditions: tuple[Term, ...]
) -> Iterator[tuple[Term, Derivation]]:
    """What must hold under the hypotheses: they themselves, and that something in them is defined."""
    for index, h in enumerate(given):
        if isinstance(h, App) and h.head in OPPOSITE:
            yield h, Derivation(Claim(h, given), Given(index))
    for condition in conditions:
        with suppress(NoProof):
            yield condition, prove(session, Claim(condition, given))


def _piece(session: Session, goal: Claim, x: Var, known: dict[Term, Derivation]) -> Derivation:
    """In a piece without zeros, or at a zero: the conclusion, or anything, since a hypothesis fails."""
    bounds = _bounds(session, goal.given, x)
    holds = _seen(session, goal.says, x, bounds)
    if holds is not False:
        with suppress(NoProof):
            return _widened(prove(session, Claim(goal.says, bounds)), goal)
    for reason in sorted(known, key=lambda r: _seen(session, r, x, bounds) is not False):
        with suppress(NoProof):
            return _contradiction(session, goal, known[reason], bounds)
    raise NoProof("in a part of the line neither the conclusion holds nor a hypothesis fails")


def _widened(proof: Derivation, goal: Claim) -> Derivation:
    """A proof under fewer hypotheses does for more."""
    return proof if proof.claim == goal else replace(proof, claim=goal)


def _seen(session: Session, relation: Term, x: Var, bounds: tuple[Term, ...]) -> bool | None:
    """Whether the relation holds at some point between the bounds, which stands for all of them."""
    ends = {h.head: ball for h in bounds if isinstance(h, App) and (ball := estimate(session, h.args[1])) is not None}
    if "=" in ends:
        return None
    low, high = (float(ends[head].mid()) if head in ends else None for head in (">", "<"))
    if low is not None and high is not None:
        place = (low + high) / 2
    else:
        place = low + 1 if low is not None else high - 1 if high is not None else 0.0
    return truth(session, relation, {x.name: Fraction(place).limit_denominator(10**6)})


def _bounds(session: Session, given: tuple[Term, ...], x: Var) -> tuple[Term, ...]:
    """The value of x, or the closest bounds on either side."""
    found: dict[str, tuple[float, Term]] = {}
    for h in given:
        match h:
            case App("<" | ">" | "=" as head, (u, a)) if u is x and not free(a):
                ball = estimate(session, a)
                size = 0.0 if ball is None else float(ball.mid()) * (-1 if head == "<" else 1)
                if head not in found or found[head][0] < size:
                    found[head] = size, h
    return (found["="][1],) if "=" in found else tuple(h for _, h in found.values())


def _contradiction(session: Session, goal: Claim, reason: Derivation, bounds: tuple[Term, ...]) -> Derivation:
    """Anything, from a hypothesis that fails between the bounds."""
    relation, (u, v) = reason.claim.says.head, reason.claim.says.args  # type: ignore[union-attr]
    opposite = OPPOSITE[relation]
    denied = prove(session, Claim(App(opposite, (u, v)), bounds))
    name = CONTRADICTION[(relation, opposite)]
    return by_rule(session, name, goal, knowing(prove, denied, reason), P=goal.says, u=u, v=v)
