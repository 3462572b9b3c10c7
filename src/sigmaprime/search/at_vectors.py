"""Small examples with vectors: two or three components, whole numbers for the indices, and what a relation says there.

The values are floating-point numbers and prove nothing; they choose the example for which a proof is attempted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from typing import Any

from sigmaprime.kernel.enclosure import law_of
from sigmaprime.kernel.proof import Point
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, as_number, free, number, substitute, subterms
from sigmaprime.search.session import Session

SIZES = (2, 1, 3)
NUMBERS = (Fraction(1), Fraction(2), Fraction(1, 2), Fraction(-1), Fraction(0), Fraction(3))
ROWS = ((1, 2, -1), (0, 1, 2), (2, -1, 1), (1, 1, 1), (-1, 2, 0), (3, 0, 1))
MOST = 400
FEW = 12
STEP, APART = 1e-5, 1e-4
FAILURES = (ArithmeticError, ValueError, TypeError, LookupError, Wrong)
OPERATIONS: Mapping[str, Callable[..., Any]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "neg": lambda a: -a, "exp": math.exp, "ln": math.log, "sqrt": math.sqrt, "abs": abs, "max": max, "min": min,
    "delta": lambda a, b: float(a == b), "pi": lambda: math.pi, "sin": math.sin, "cos": math.cos,
    "vec": lambda *members: members, "component": lambda vector, index: vector[int(index) - 1],
    "put": lambda vector, index, value: (*vector[: int(index) - 1], value, *vector[int(index) :]),
    "dot": lambda a, b, n: sum(a[k] * b[k] for k in range(int(n))),
}  # fmt: skip
RELATIONS: Mapping[str, Callable[[float], bool]] = {
    "=": lambda d: abs(d) > APART, "!=": lambda d: abs(d) < APART, "<": lambda d: d >= 0,
    "<=": lambda d: d > APART, ">": lambda d: d <= 0, ">=": lambda d: d < -APART,
}  # fmt: skip


def places_with_vectors(session: Session, says: App, given: tuple[Term, ...]) -> Iterator[Point]:
    """Small examples at which the relation fails, as far as floating-point numbers tell."""
    for point in islice(examples(says, given), MOST):
        new = dict(point)
        here = tuple(substitute(h, new) for h in given)
        if all(_holds(session, h) for h in here) and _fails(session, substitute(says, new)):
            yield point


def is_false_somewhere(session: Session, says: Term, given: tuple[Term, ...]) -> bool:
    """Whether one of a few small examples contradicts the claim."""
    for point in islice(examples(says, given), FEW):
        new = dict(point)
        if _fails(session, substitute(says, new)) and all(_holds(session, substitute(h, new)) for h in given):
            return True
    return False


def examples(says: Term, given: tuple[Term, ...]) -> Iterator[Point]:
    names = sorted(free(says).union(*map(free, given)))
    depth = {name: _depth(name, (says, *given)) for name in names}
    whole = [h.args[0].name for h in given if isinstance(h, App) and h.head == "whole" and isinstance(h.args[0], Var)]
    sizes = [name for name in names if name in whole]
    others = [name for name in names if name not in whole]
    for turn in range(len(ROWS)):
        for chosen in product(SIZES, repeat=len(sizes)):
            length = max(chosen, default=3)
            point: dict[str, Term] = {name: Num(size) for name, size in zip(sizes, chosen, strict=True)}
            for place, name in enumerate(others):
                point[name] = _value(depth[name], length, turn * (place + 1) + place)
            yield tuple(point.items())


def _value(depth: int, length: int, turn: int) -> Term:
    if depth == 0:
        return number(NUMBERS[turn % len(NUMBERS)])
    if depth == 1:
        return App("vec", tuple(number(k) for k in ROWS[turn % len(ROWS)][:length]))
    return App("vec", tuple(_value(depth - 1, length, turn + row) for row in range(length)))


def _depth(name: str, terms: tuple[Term, ...]) -> int:
    """0 for a number, 1 for a vector, 2 for a list of vectors."""
    found = 0
    for t in subterms(*terms):
        match t:
            case App("component" | "put", (Var(v), *_)) if v == name:
                found = max(found, 1)
            case App("dot", (one, other, _)):
                for side in (one, other):
                    if side is Var(name):
                        found = max(found, 1)
                    elif isinstance(side, App) and side.head == "component" and side.args[0] is Var(name):
                        found = 2
            case App("component" | "put", (App("component" | "put", (Var(v), *_)), *_)) if v == name:
                found = 2 if t.head == "component" and t.args[0].head == "component" else max(found, 1)  # type: ignore[union-attr]
    return found


def _holds(session: Session, says: Term) -> bool:
    match says:
        case App("whole", (u,)):
            return (value := as_number(u)) is not None and value.denominator == 1
        case App("defined", (u,)):
            return _number(session, u) is not None
        case App(relation, (u, v)) if relation in RELATIONS:
            a, b = _number(session, u), _number(session, v)
            return a is not None and b is not None and not RELATIONS[relation](a - b)
    return False


def _fails(session: Session, says: Term) -> bool:
    match says:
        case App(relation, (u, v)) if relation in RELATIONS:
            a, b = _number(session, u), _number(session, v)
            return a is not None and b is not None and RELATIONS[relation]((a - b) / max(1.0, abs(a), abs(b)))
    return False


def _number(session: Session, term: Term) -> float | None:
    try:
        found = evaluated(session, term, {})
    except FAILURES:
        return None
    return found if isinstance(found, float | int) and math.isfinite(found) else None


def evaluated(session: Session, term: Term, at: Mapping[str, Any]) -> Any:
    """The value of a term: a number, or a tuple for a vector."""
    match term:
        case Num(value):
            return float(value)
        case Var(name):
            return at[name]
        case App("sum" | "prod" as head, (App("fn", (Var(name), body)), low, high)):
            ends = (int(evaluated(session, low, at)), int(evaluated(session, high, at)) + 1)
            terms = [evaluated(session, body, {**at, name: float(k)}) for k in range(*ends)]
            return math.fsum(terms) if head == "sum" else math.prod(terms)
        case App("D", (App("fn", (Var(name), body)), place)):
            x = evaluated(session, place, at)
            above, below = (evaluated(session, body, {**at, name: x + h}) for h in (STEP, -STEP))
            return (above - below) / (2 * STEP)
        case App("^", (u, v)):
            return evaluated(session, u, at) ** evaluated(session, v, at)
        case App(head, args):
            values = [evaluated(session, arg, at) for arg in args]
            if head in OPERATIONS:
                return OPERATIONS[head](*values)
            parameters, body = law_of(head, len(values), session.rules)
            return evaluated(session, body, dict(zip(parameters, values, strict=True)))
    raise ValueError
