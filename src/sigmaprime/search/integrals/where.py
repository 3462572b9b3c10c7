"""Where an antiderivative is differentiated by the rules: the conditions that are not met everywhere, solved for x."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import fmpq_poly

from sigmaprime.kernel.proof import Claim
from sigmaprime.kernel.term import App, Num, Term, Var, free, number
from sigmaprime.search.conditions import needed_at
from sigmaprime.search.goals import prove
from sigmaprime.search.integrals.polynomial import as_polynomial, fraction
from sigmaprime.search.integrals.positive import is_positive
from sigmaprime.search.integrals.product import nodes, product
from sigmaprime.search.integrals.secants import base_of
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
SINES = {"tan": ("sin", "cos"), "cot": ("cos", "sin"), "sec": (None, "cos"), "csc": (None, "sin")}
ANGLES = {"tan": "cos", "sec": "cos", "cot": "sin", "csc": "sin", "coth": "sinh", "csch": "sinh"}


def conditions_on(session: Session, terms: tuple[Term, ...], x: Var) -> tuple[Term, ...]:
    """The hypotheses under which the rules of differentiation apply to all of the terms."""
    found = dict.fromkeys(c for term in terms for c in _all(session, term))
    relations = [c for c in found if isinstance(c, App) and (x.name in free(c) or not _is_assumed(session, c))]
    signed = {c.args[0] for c in relations if c.head in (">", "<") and c.args[1] is ZERO}
    relations = [c for c in relations if not (c.head == "!=" and c.args[0] in signed)]
    solved: list[tuple[App, fmpq_poly]] = []
    others: list[Term] = []
    for c in relations:
        q = as_polynomial(_difference(c), x)
        if q is not None and q.degree() > 0:
            solved.append((c, q))
        else:
            others.append(c)
    return (*_on_an_interval(solved, x), *others)


def _all(session: Session, term: Term) -> Iterator[Term]:
    for node in nodes(term):
        match node:
            case App("ln", (App("abs", (u,)),)) | App("abs", (u,)) if (pair := base_of(u)) is not None:
                yield from _needed(App("!=", (pair[0], ZERO)))
            case App("ln", (App("abs", (u,)),)):
                yield from _needed(App("!=", (u, ZERO)))
            case App("abs", (u,)):
                yield from _needed(App("!=", (u, ZERO)))
            case App("cbrt", (u,)):
                yield from (c for v in (u, node) for c in _needed(App("!=", (v, ZERO))))
            case App(head, (u,)) if head in ANGLES:
                yield from _needed(App("!=", (App(ANGLES[head], (u,)), ZERO)))
            case _:
                for c in needed_at(session, node):
                    yield from _needed(c)


def _needed(condition: Term) -> Iterator[Term]:
    match condition:
        case App(relation, (u, v)) if free(condition):
            if v is ZERO and relation in (">", "!="):
                if is_positive(u) or (isinstance(u, App) and u.head == "abs"):
                    return
                if relation == "!=":
                    yield from (App("!=", (_by_sines(b), ZERO)) for b, _ in product(u).factors if _may_vanish(b))
                    return
            yield _by_sines(condition)


def _by_sines(term: Term) -> Term:
    """Tangents and secants as the search will have written them."""
    match term:
        case App(head, (u,)) if head in SINES:
            top, below = SINES[head]
            return App("/", (Num(1) if top is None else App(top, (u,)), App(below, (u,))))
        case App(head, args):
            return App(head, tuple(map(_by_sines, args)))
    return term


def _may_vanish(base: Term) -> bool:
    return bool(free(base)) and not is_positive(base)


def _is_assumed(session: Session, condition: Term) -> bool:
    """Whether a condition on parameters follows from what is assumed of them."""
    try:
        prove(session, Claim(condition, session.assumed))
    except NoProof:
        return False
    return True


def _difference(c: App) -> Term:
    u, v = c.args
    return u if v is ZERO else App("-", (u, v))


def _on_an_interval(solved: list[tuple[App, fmpq_poly]], x: Var) -> tuple[Term, ...]:
    """x > a, x < b, x != c, …; the conditions as they are where they leave more than one interval."""
    points: set[Fraction] = set()
    excluded: set[Fraction] = set()
    for c, q in solved:
        roots = _rational_roots(q)
        if roots is None:
            return tuple(c for c, _ in solved)
        if c.head == "!=":
            excluded |= roots
        else:
            points |= roots
    cuts = sorted(points)
    tests = [Fraction(0)] if not cuts else [cuts[0] - 1, *((a + b) / 2 for a, b in pairwise(cuts)), cuts[-1] + 1]
    allowed = [all(_holds(c, q, t) for c, q in solved if c.head != "!=") for t in tests]
    if sum(allowed) != 1:
        return tuple(c for c, _ in solved)
    at = allowed.index(True)
    low = cuts[at - 1] if at > 0 else None
    high = cuts[at] if at < len(cuts) else None
    given = [App(">", (x, number(low)))] if low is not None else []
    given += [App("<", (x, number(high)))] if high is not None else []
    inner = sorted(c for c in excluded if (low is None or c > low) and (high is None or c < high))
    return (*given, *(App("!=", (x, number(c))) for c in inner))


def _rational_roots(q: fmpq_poly) -> set[Fraction] | None:
    """The real roots, if all of them are rational."""
    found: set[Fraction] = set()
    for part, _ in q.numer().factor()[1]:
        if part.degree() == 1:
            found.add(Fraction(-int(part[0]), int(part[1])))
        else:
            roots: Any = part.complex_roots()
            if any(root.imag == 0 for root, _ in roots):
                return None
    return found


def _holds(c: App, q: fmpq_poly, t: Fraction) -> bool:
    value = fraction(sum((q[k] * t.numerator**k / t.denominator**k for k in range(q.degree() + 1)), q[0] * 0))
    return value > 0 if c.head in (">", ">=") else value < 0
