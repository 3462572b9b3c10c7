"""Exponentials as the author wrote them: exp(−k·(x − a)), where a normal form has exp(−k·x)·exp(k·a)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sigmaprime.kernel.term import App, Term, Wrong, subterms
from sigmaprime.search.algebra import fraction, normal_form, product, scaled
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.studies.factors import Product


def exponents(body: Term) -> tuple[Term, ...]:
    """The exponents of the author that are sums or have a sum for a factor."""
    inside = (t.args[0] for t in subterms(body) if isinstance(t, App) and t.head == "exp")
    return tuple(u for u in inside if any(isinstance(s, App) and s.head in ("+", "-") for s in subterms(u)))


def gathered(session: Session, found: Product, body: Term) -> Product:
    """The factors with exponentials taken together where the author had one."""
    known = exponents(body)
    sums = frozenset(t for t in subterms(body) if isinstance(t, App) and t.head == "+")
    if not known:
        return Product(found.number, tuple((_as_written(base, sums), count) for base, count in found.parts))
    exps = [(base.args[0], count) for base, count in found.parts if isinstance(base, App) and base.head == "exp"]
    others = [(_as_written(_gathered(session, base, known), sums), count) for base, count in found.parts
              if not (isinstance(base, App) and base.head == "exp")]  # fmt: skip
    one = _together(session, [scaled(u, Fraction(n)) for u, n in exps], known) if len(exps) > 1 else None
    last = [(one, 1)] if one is not None else [(App("exp", (u,)), n) for u, n in exps]
    return Product(found.number, (*others, *last))


def _as_written(term: Term, sums: frozenset[Term]) -> Term:
    """1 + e^x, where the author has it in that order, for e^x + 1."""
    match term:
        case App("+", (left, right)) if (turned := App("+", (right, left))) in sums:
            return turned
    return term


def _gathered(session: Session, term: Term, known: tuple[Term, ...]) -> Term:
    match term:
        case App("*", _):
            factors = list(_factors(term))
            exps = [f.args[0] for f in factors if isinstance(f, App) and f.head == "exp"]
            one = _together(session, exps, known) if len(exps) > 1 else None
            if one is not None:
                return product([*(f for f in factors if not (isinstance(f, App) and f.head == "exp")), one])
            return term
        case App("+" | "-" | "neg" | "/" | "^" as head, args):
            return App(head, tuple(_gathered(session, arg, known) for arg in args))
    return term


def _factors(term: Term) -> Iterable[Term]:
    match term:
        case App("*", (left, right)):
            yield from _factors(left)
            yield from _factors(right)
        case _:
            yield term


def _together(session: Session, parts: list[Term], known: tuple[Term, ...]) -> Term | None:
    """exp of the sum of the parts as exp(c·w) for an exponent w of the author."""
    total = parts[0]
    for part in parts[1:]:
        total = App("+", (total, part))
    for w in known:
        ratio = _ratio(session, total, w)
        if ratio:
            return App("exp", (scaled(w, ratio),))
    return None


def _ratio(session: Session, u: Term, w: Term) -> Fraction | None:
    """The number c with u = c·w, if there is one."""
    try:
        one, other = normal_form(session, u), normal_form(session, w)
    except (NoProof, OutOfTime, Wrong):
        return None
    if one.bottom != other.bottom or one.top.keys() != other.top.keys():
        return None
    ratios = {fraction(c / other.top[m]) for m, c in one.top.items()}
    return ratios.pop() if len(ratios) == 1 else None
