"""Inequalities by monotonicity: a function that rises from a value that is not negative is positive from there on.

g > 0 on an interval follows from the sign of g′ and the value of g, or its limit, at an end. Where g falls and then
rises, the interval is split at the lowest point. The sign of g′ is a goal like any other, so this goes on until a
derivative has a sign that is seen (Rolle's theorem, again and again).
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from flint import fmpq

from sigmaprime.kernel.normal import Poly, Quotient, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import MINUS_OO, OO, ends, left_end, right_end
from sigmaprime.kernel.term import App, Num, Term, Var, free, number, substitute, subterms
from sigmaprime.search.algebra import normal_form
from sigmaprime.search.bounds import Bounds, bounds
from sigmaprime.search.boxes import by_boxes
from sigmaprime.search.equality import by_cases
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import written_out
from sigmaprime.search.goals import prove
from sigmaprime.search.limits import limit
from sigmaprime.search.numbers import value
from sigmaprime.search.optimum import slope
from sigmaprime.search.plain import TooLarge
from sigmaprime.search.program import in_primitives
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import by_sign
from sigmaprime.search.solving import zeros

ZERO = Num(0)
DEEPEST = 8
DEEPEST_ALGEBRAIC = 2
MOST_SPLITS = 3
ALGEBRAIC = frozenset(("<", "<=", ">", ">=", "+", "-", "*", "/", "^", "neg", "sqrt", "D", "fn"))
PLAIN = frozenset(("ln", "atan", "asin", "acos"))
AT_ENDS = frozenset(("asin", "acos"))
TURNS = {
    "<": "less by a positive difference", "<=": "at most, by a difference",
    ">": "greater by a positive difference", ">=": "at least, by a difference",
}  # fmt: skip


def by_monotonicity(session: Session, goal: Claim) -> Derivation:
    """`u rel v` for a relation of one variable, by the monotonicity of the difference of its sides."""
    match goal.says:
        case App(("<" | "<=" | ">" | ">=") as relation, (u, v)) if len(free(goal.says)) == 1:
            if len(session.nesting) >= (DEEPEST if _is_transcendental(goal.says) else DEEPEST_ALGEBRAIC):
                raise NoProof("too many derivatives in one another")
            session.nesting.append(relation)
            try:
                if v is ZERO and relation[0] == ">":
                    return _positive(session, goal, u, relation)
                return by_rule(session, TURNS[relation], goal, _only_by_monotonicity)
            finally:
                session.nesting.pop()
    raise NoProof("not a relation of one variable")


def _is_transcendental(says: Term) -> bool:
    """Whether derivatives become simpler in the end: those of roots do not."""
    return not all(isinstance(t, App) and t.head in ALGEBRAIC for t in subterms(says) if isinstance(t, App) and free(t))


def by_plain_slope(session: Session, goal: Claim) -> Derivation:
    """The same, where the difference is Σ c·ln(u) or c·atan(u) with numbers c, and so its derivative is algebraic."""
    match goal.says:
        case App("<" | "<=" | ">" | ">=", (u, v)) if len(free(goal.says)) == 1 and _may_be_plain(session, goal.says):
            form = normal_form(session, written_out(session, App("-", (u, v)), goal.given))
            if _is_one_logarithm(form):
                return by_sign(session, goal)
            if _is_additive(form):
                with suppress(NoProof):
                    return by_boxes(session, goal)
                return by_monotonicity(session, goal)
    raise NoProof("the derivative is not algebraic")


def _may_be_plain(session: Session, says: Term) -> bool:
    heads = {t.head for t in subterms(says) if isinstance(t, App)}
    if any(head.endswith("'") or head == "D" or f"definition of {head}" in session.rules for head in heads):
        with suppress(TooLarge):  # without a proof it is seen in no time what it becomes when it is written out
            heads = {t.head for t in subterms(in_primitives(session, says)) if isinstance(t, App)}
    return bool(heads & PLAIN)


def _is_one_logarithm(form: Quotient) -> bool:
    """Whether it is c·ln(u) + d or c·atan(u) + d with numbers c and d, whatever has not been cancelled."""
    inside = {
        s for poly in (form.top, form.bottom) for m in poly for s, _ in m if isinstance(s, App) and s.head in PLAIN
    }
    if len(inside) != 1:
        return False
    (symbol,) = inside
    parts: tuple[Poly, Poly] = ({}, {})
    for monomial, c in form.top.items():
        first = monomial & {(symbol, Fraction(1))}
        parts[bool(first)][monomial - first] = c
    return all(_is_multiple(part, form.bottom) for part in parts) and bool(parts[1])


def _is_multiple(poly: Poly, of: Poly) -> bool:
    if not poly:
        return True
    m, c = next(iter(poly.items()))
    return m in of and {n: d * c / of[m] for n, d in of.items()} == poly


def _is_additive(form: Quotient) -> bool:
    """Whether each logarithm in the numerator has a multiple of the denominator as its factor."""
    factors: dict[Symbol, Poly] = {}
    for poly in (form.bottom, form.top):
        for monomial, c in poly.items():
            inside = [s for s, _ in monomial if isinstance(s, App) and s.head in PLAIN and free(s)]
            if inside and (poly is form.bottom or len(inside) > 1):
                return False
            for symbol in inside:
                factors.setdefault(symbol, {})[monomial - {(symbol, Fraction(1))}] = c
    multiples = [
        {m: c / next(iter(f.values())) * form.bottom.get(next(iter(f)), fmpq(0)) for m, c in f.items()}
        for f in factors.values()
    ]
    return bool(factors) and all(f == form.bottom for f in multiples)


def _only_by_monotonicity(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App((">" | ">=") as relation, (w, v)) if v is ZERO:
            return _positive(session, goal, w, relation)
    raise NoProof("not a sign")


def _positive(session: Session, goal: Claim, w: Term, relation: str) -> Derivation:
    x = Var(next(iter(free(w))))
    limits = bounds(session, x, goal.given)
    region = _region(session, w, x, limits)
    function = App("fn", (x, w))
    strictly = "strictly_" if relation == ">" else ""
    for head in (f"{strictly}increasing", f"{strictly}decreasing"):
        try:
            rises = prove(session, Claim(App(head, (function, region))))
        except NoProof:
            continue
        return from_end(session, goal, function, region, rises, relation)
    return _split(session, goal, w, x, limits)


def _region(session: Session, w: Term, x: Var, limits: Bounds) -> Term:
    """The interval of the hypotheses, closed at its ends where the function is defined there."""
    low, high = limits.low, limits.high
    opening = "[" if low is not None and _defined_at(session, w, x, low.end) else "("
    closing = "]" if high is not None and _defined_at(session, w, x, high.end) else ")"
    return App(opening + closing, (low.end if low else MINUS_OO, high.end if high else OO))


def _defined_at(session: Session, w: Term, x: Var, place: Term) -> bool:
    """By computing; at the end of a domain, as of arcsin at 1, by a proof."""
    there = substitute(w, {x.name: place})
    if value(session, there) is not None:
        return True
    if not any(isinstance(t, App) and t.head in AT_ENDS for t in subterms(there)):
        return False
    with suppress(NoProof):
        prove(session, Claim(App("defined", (there,))))
        return True
    return False


def from_end(session: Session, goal: Claim, k: App, region: Term, rises: Derivation, relation: str) -> Derivation:
    """From the value or the limit at the end from which the function rises."""
    (x, body), (low, high) = k.args, ends(region)
    rising = rises.claim.says.head.endswith("increasing")  # type: ignore[union-attr]
    end, closed = (low, region.head[0] == "[") if rising else (high, region.head[1] == "]")  # type: ignore[union-attr]
    known = knowing(prove, rises)
    side = "an earlier" if rising else "a later"
    holes: dict[str, Term] = {"k": k, "u": x, "S": region}
    if closed:
        names = (
            (f"above {side} value", f"still above {side} value") if relation == ">" else (f"not below {side} value",)
        )
        for name in names:
            try:
                return by_rule(session, name, goal, known, **holes, a=end)
            except NoProof:
                continue
        raise NoProof("the value at the end is not known to be large enough")
    place = left_end(region) if rising else right_end(region)
    reached = limit(session, body, x, place).claim.says.args[2]  # type: ignore[union-attr, arg-type]
    if reached in (OO, MINUS_OO):
        raise NoProof("an infinite limit")
    beyond = _nearer(x, end, rising)
    name = f"{'above' if relation == '>' else 'not below'} where it {'comes from' if rising else 'goes'}"
    return by_rule(session, name, goal, known, **holes, a=reached, w=beyond)


def _nearer(x: Term, end: Term, rising: bool) -> Term:
    """A value between x and the end."""
    if end in (OO, MINUS_OO):
        return App("-" if rising else "+", (x, Num(1)))
    return App("/", (App("+", (x, end)), Num(2)))


def _split(session: Session, goal: Claim, w: Term, x: Var, limits: Bounds) -> Derivation:
    """Two cases, to the left and to the right of the lowest point."""
    splits = len(session.nesting) <= MOST_SPLITS and "piece" not in session.nesting
    lowest = _lowest(session, w, x, limits) if splits else None
    if lowest is None:
        raise NoProof("no lowest point was found")
    return by_cases(session, goal, x, lowest)


def _lowest(session: Session, w: Term, x: Var, limits: Bounds) -> Term | None:
    """The critical point inside the interval at which the function is smallest."""
    there = slope(w, x)
    simple = [number(Fraction(n, d)) for d in (1, 2, 3, 4) for n in range(-8, 9)]
    candidates = [*(zeros(session, there, x) or []), *(c for c in simple if _is_zero(session, there, x, c))]
    inside = [c for c in dict.fromkeys(candidates) if _is_inside(session, c, limits)]
    valued = [(float(ball.mid()), i, c) for i, c in enumerate(inside) if (ball := _at(session, w, x, c)) is not None]
    return min(valued)[2] if valued else None


def _is_zero(session: Session, there: Term, x: Var, c: Term) -> bool:
    ball = _at(session, there, x, c)
    return ball is not None and bool(ball.contains(0))


def _at(session: Session, w: Term, x: Var, c: Term):  # type: ignore[no-untyped-def]
    return value(session, substitute(w, {x.name: c}))


def _is_inside(session: Session, c: Term, limits: Bounds) -> bool:
    here = value(session, c)
    low = None if limits.low is None else value(session, limits.low.end)
    high = None if limits.high is None else value(session, limits.high.end)
    return here is not None and (low is None or bool(here > low)) and (high is None or bool(here < high))
