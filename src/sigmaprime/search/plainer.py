"""Conditions as a textbook states them: sin x ≠ 0 rather than sin² x > 0, each equivalent to the one it stands for."""

from __future__ import annotations

from sigmaprime.kernel.term import App, Num, Term, as_number, free

ZERO = Num(0)


def plainer(says: Term) -> Term:
    """The simplest condition that holds for the same values, as far as the outermost operations tell."""
    match says:
        case App("!=" | ">" as relation, (u, zero)) if zero is ZERO and isinstance(u, App):
            simple = _of(relation, u)
            return says if simple is None else plainer(simple)
    return says


def apart(v: Term) -> Term:
    """`v != 0` for a denominator, or for the base of a power in its place: rules alone lead there from 1/v."""
    match v:
        case App("^", (u, Num(n))) if n > 0:
            return apart(u)
        case App("neg", (u,)):
            return apart(u)
    return App("!=", (v, ZERO))


def _of(relation: str, u: App) -> Term | None:
    """What `u != 0` or `u > 0` says of the parts of u."""
    differs = relation == "!="
    match u:
        case App("^", (v, Num(n))) if n > 0 and n.denominator == 1 and (differs or n % 2 == 0):
            return App("!=", (v, ZERO))
        case App("abs", (v,)):
            return App("!=", (v, ZERO))
        case App("sqrt", (v,)):
            return App(">", (v, ZERO))
        case App("cbrt", (v,)):
            return App(relation, (v, ZERO))
        case App("neg", (v,)) if differs:
            return App("!=", (v, ZERO))
        case App("*", (c, v)) if (size := as_number(c)) is not None and size and (differs or size > 0) and free(v):
            return App(relation, (v, ZERO))
        case App("/", (v, c)) if (size := as_number(c)) is not None and size and (differs or size > 0) and free(v):
            return App(relation, (v, ZERO))
        case App("-", (App("exp", (v,)), Num(one))) if one == 1:
            return App(relation, (v, ZERO))
    return None
