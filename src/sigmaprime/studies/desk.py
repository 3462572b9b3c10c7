"""What the work on one study shares: the function, the session, sample parameters, and how a claim is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fractions import Fraction

from sigmaprime.claims import KINDS
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, membership
from sigmaprime.kernel.term import App, Term, Var, Wrong, free, number, substitute
from sigmaprime.read.parameters import brought_to_light
from sigmaprime.read.scope import Scope
from sigmaprime.search.clock import now
from sigmaprime.search.fit import by_rule
from sigmaprime.search.formal import opened
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import estimate, value
from sigmaprime.search.samples import admitted, points
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.statement import closed_term
from sigmaprime.studies.found import Finding, Nearly
from sigmaprime.verbs import accepted

SLOPED = frozenset(("strictly_increasing", "strictly_decreasing", "strictly_convex", "strictly_concave"))
BITS = 128


@dataclass(frozen=True, slots=True)
class Desk:
    """`value` is f(x), `body` what it stands for; `sample` gives admissible values to the parameters.

    `patience` is the time in seconds for one claim; `region` is the set on which the function is studied, if that is
    not its natural domain.
    """

    session: Session
    scope: Scope
    x: Var
    value: Term
    body: Term
    sample: dict[str, Fraction]
    patience: float
    asked: dict[tuple[Term, tuple[Term, ...]], Finding] = field(default_factory=dict)
    nearly: dict[Var, Nearly] = field(default_factory=dict)
    region: Term | None = None

    @property
    def function(self) -> Term:
        return App("fn", (self.x, self.value))

    @property
    def domain(self) -> Term:
        return self.region or App("domain", (self.function,))


def ask(desk: Desk, says: Term, given: tuple[Term, ...] = ()) -> Finding:
    """The claim, with its proof if one is found in time."""
    key = (says, given)
    if key not in desk.asked:
        desk.asked[key] = _asked(desk, says, given)
    return desk.asked[key]


def _asked(desk: Desk, says: Term, given: tuple[Term, ...]) -> Finding:
    lit = brought_to_light(says, desk.scope)
    claim = closed_term(lit, tuple(brought_to_light(h, desk.scope) for h in given), desk.scope.assumed)
    until = min(desk.session.deadline, now() + desk.patience)
    session = replace(desk.session, deadline=until, nesting=[])
    try:
        proof = _found(session, claim, has_parameters=bool(desk.sample.keys() - {p.name for p in desk.nearly}))
        return Finding(says, given, accepted(session, desk.scope, claim, proof))
    except (NoProof, OutOfTime, Wrong, RecursionError):
        for goal in [goal for goal, found in session.found.items() if found is None]:
            del session.found[goal]  # what was given up for want of time may be found by another way
        return Finding(says, given, None)


def _found(session: Session, claim: Term, *, has_parameters: bool) -> Derivation:
    """A proof; with parameters, or where none is found, the theorems about the word are tried by themselves first."""
    if has_parameters:
        _by_theorem(session, claim)
    try:
        return prove(session, Claim(claim))
    except NoProof:
        if has_parameters or not _by_theorem(session, claim):
            raise
        return prove(session, Claim(claim))


def _by_theorem(session: Session, claim: Term) -> bool:
    """Whether a property follows from one of its theorems directly; then the session remembers it."""
    match claim:
        case App("and", (first, _)):
            return _by_theorem(session, first)
        case App("all", (says, *given)):
            goal = Claim(says, tuple(given))
        case says:
            goal = Claim(says)
    if not isinstance(says, App) or says.head not in SLOPED:
        return False
    for name in KINDS[says.head].theorems:
        try:
            session.found[goal] = by_rule(session, name, goal, prove)
        except NoProof:
            continue
        return True
    return False


def remember(desk: Desk, says: Term, way: Callable[[Session, Claim], Derivation]) -> None:
    """A claim proved in a way that is known here, kept in the session for the next time it is asked."""
    lit = brought_to_light(says, desk.scope)
    claim = closed_term(lit, (), desk.scope.assumed)
    while isinstance(claim, App) and claim.head == "and":
        claim = claim.args[0]
    goal = Claim(claim.args[0], claim.args[1:]) if isinstance(claim, App) and claim.head == "all" else Claim(claim)
    until = min(desk.session.deadline, now() + desk.patience)
    session = replace(desk.session, deadline=until, nesting=[])
    with suppress(NoProof, OutOfTime, Wrong, RecursionError):
        session.found[goal] = way(session, goal)


def first_proved(desk: Desk, claims: Iterable[tuple[Term, tuple[Term, ...]]]) -> Finding | None:
    return next((found for says, given in claims if (found := ask(desk, says, given)).proved), None)


def light(desk: Desk, term: Term) -> Term:
    """The term with definitions that hide a parameter written out, as the search wants it."""
    return brought_to_light(term, desk.scope)


def slope(term: Term, x: Var, order: int = 1) -> Term:
    """The derivative of u; f′(x) for f(x)."""
    for _ in range(order):
        match term:
            case App(head, (argument,)) if argument is x and head.rstrip("'") != "neg" and _is_name(head):
                term = App(f"{head}'", (x,))
            case _:
                term = App("D", (App("fn", (x, term)), x))
    return term


def _is_name(head: str) -> bool:
    return head[:1].isalpha() and head not in ("exp", "abs", "sqrt", "cbrt")


def here(desk: Desk, term: Term) -> float | None:
    """About where a number is, for the sample of the parameters."""
    if term is OO:
        return float("inf")
    if term is MINUS_OO:
        return float("-inf")
    ball = estimate(desk.session, _sampled(desk, light(desk, term)), BITS)
    return float(ball.mid()) if ball is not None else None


def _sampled(desk: Desk, term: Term) -> Term:
    return substitute(term, {name: number(size) for name, size in desk.sample.items()})


def height(desk: Desk, term: Term, at: float | Fraction) -> float | None:
    """About the value of an expression in x, derivatives worked out; None where it is not known to be defined."""
    try:
        plain = opened(desk.session, light(desk, term))
    except (NoProof, OutOfTime):
        return None
    point = {**desk.sample, desk.x.name: Fraction(at).limit_denominator(10**18)}
    ball = value(desk.session, plain, point, BITS)
    return None if ball is None or (ball.contains(0) and not ball.is_zero()) else float(ball.mid())


def between(desk: Desk, low: Term, high: Term) -> Fraction | None:
    """A number between two places, simple where there is room."""
    left, right = here(desk, low), here(desk, high)
    if left is None or right is None or not left < right:
        return None
    if left == float("-inf"):
        return Fraction(0) if right == float("inf") else Fraction(right).limit_denominator(64) - 1
    if right == float("inf"):
        return Fraction(left).limit_denominator(64) + 1
    return Fraction((left + right) / 2).limit_denominator(10**6)


def within(desk: Desk, low: Term, high: Term) -> tuple[Term, ...]:
    """The hypotheses low < x < high."""
    return membership(desk.x, proper(desk, App("()", (low, high))))


def proper(desk: Desk, on: Term) -> Term:
    """An interval with rational ends a little further in, in place of ends that are not written down."""
    match on:
        case App(brackets, (low, high)) if low in desk.nearly or high in desk.nearly:
            first = desk.nearly[low].high if isinstance(low, Var) and low in desk.nearly else low
            last = desk.nearly[high].low if isinstance(high, Var) and high in desk.nearly else high
            opening = "[" if first is not low else brackets[0]
            return App(opening + ("]" if last is not high else brackets[1]), (first, last))
    return on


def sample_of(session: Session, names: frozenset[str], assumed: tuple[Term, ...]) -> dict[str, Fraction]:
    """Values of the parameters that satisfy what is assumed of them, different ones if possible."""
    found = [at for at in points(names, assumed) if admitted(session, assumed, at)] if names else [{}]
    if not found:
        raise NoProof("no values of the parameters are known that satisfy what is assumed")
    return max(found, key=lambda at: (0 not in at.values(), len(set(at.values())), -sum(map(abs, at.values()))))


def parameters_in(desk: Desk, term: Term) -> frozenset[str]:
    return free(light(desk, term)) - {desk.x.name}
