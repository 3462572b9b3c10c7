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


def _of(relation: str, u: App) -> Term | None:
    """What `u != 0` or `u > 0` says of the parts of u."""
    apart = relation == "!="
    match u:
        case App("^", (v, Num(n))) if n > 0 and n.denominator == 1 and (apart or n % 2 == 0):
            return App("!=", (v, ZERO))
        case App("abs", (v,)):
            return App("!=", (v, ZERO))
        case App("sqrt", (v,)):
            return App(">", (v, ZERO))
        case App("cbrt", (v,)):
            return App(relation, (v, ZERO))
        case App("neg", (v,)) if apart:
            return App("!=", (v, ZERO))
        case App("*", (c, v)) if (size := as_number(c)) is not None and size and (apart or size > 0) and free(v):
            return App(relation, (v, ZERO))
        case App("/", (v, c)) if (size := as_number(c)) is not None and size and (apart or size > 0) and free(v):
            return App(relation, (v, ZERO))
        case App("-", (App("exp", (v,)), Num(one))) if one == 1:
            return App(relation, (v, ZERO))
    return None
