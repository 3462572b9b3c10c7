"""Exponentials of fractions, by as few generators as can be: exp((2·u − v)/d) = exp(u/d)²/exp(v/d)."""

from __future__ import annotations

from flint import fmpq

from sigmaprime.kernel.normal import ONE, Quotient
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import fraction
from sigmaprime.search.chain import sides
from sigmaprime.search.quotients import reduced, written
from sigmaprime.search.steps import equal_by, inside, joined
from sigmaprime.search.work import Work, calculated

MOST_PARTS = 4


def exponential_of_a_fraction(work: Work, node: App, form: Quotient) -> Derivation | None:
    """exp of the quotient with this form; None if it has one generator already, or too many."""
    top, bottom = reduced(form)
    if bottom.keys() == {ONE} or not 0 < len(top) <= MOST_PARTS:
        return None
    parts: list[Term] = []
    for monomial, coefficient in sorted(top.items(), key=lambda part: repr(sorted(part[0], key=repr))):
        size = fraction(coefficient)
        below = {m: c * fmpq(size.denominator) for m, c in bottom.items()}
        part: Term = App("/", (written({monomial: fmpq(1)}), written(below)))
        if abs(size.numerator) != 1:
            part = App("*", (Num(abs(size.numerator)), part))
        parts.append(part if size > 0 else App("neg", (part,)))
    if len(parts) == 1 and isinstance(parts[0], App) and parts[0].head == "/":
        return None
    total = parts[0]
    for part in parts[1:]:
        total = App("+", (total, part))
    here = App("exp", (total,))
    links = [] if here is node else [inside(node, (0,), calculated(work, node.args[0], total))]
    apart = _apart(here)
    return joined([*links, apart]) if apart is not None else None


def _apart(node: Term) -> Derivation | None:
    """exp of a sum, of a multiple or of a negative, down to its parts."""
    match node:
        case App("exp", (App("+", (u, v)),)):
            right = App("*", (App("exp", (u,)), App("exp", (v,))))
            return _inner(equal_by("exponential of a sum", node, right, u=u, v=v), (0, 1))
        case App("exp", (App("neg", (u,)),)):
            right = App("/", (Num(1), App("exp", (u,))))
            return _inner(equal_by("exponential of a negative", node, right, u=u), (1,))
        case App("exp", (App("*", (Num() as n, u)),)):
            return equal_by("exponential of a multiple", node, App("^", (App("exp", (u,)), n)), n=n, u=u)
    return None


def _inner(first: Derivation, places: tuple[int, ...]) -> Derivation:
    links = [first]
    for place in places:
        here = sides(links[-1])[1]
        fact = _apart(here.args[place])  # type: ignore[union-attr]
        if fact is not None:
            links.append(inside(here, (place,), fact))
    return joined(links)
