"""Equations between expressions with square roots: both sides as polynomials in each root r = √u, with r² = u put in.

u^(p/2) is √u^p first; an odd power of r below is made even by multiplying above and below by r. What is then left is
arithmetic, since no root occurs with a power that can be opened.
"""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, as_number, free, paths, subterm
from sigmaprime.search.algebra import arithmetic, normal_form, raised
from sigmaprime.search.chain import chain, equation, link, sides, turned
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.simplify.generator import by_canonical_forms, degrees, rewritten, spelled

TWO = Num(2)


def by_radicals(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """`left = right` modulo r² = u for the roots r in it."""
    return by_canonical_forms(session, left, right, given, _canonical, prove)


def _canonical(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    links: list[Derivation] = []
    here = term
    while (at := _half_power(here)) is not None:
        links.append(link(here, at, _as_root(session, subterm(here, at), given), given))
        here = sides(links[-1])[1]
    for root in sorted(_roots(here), key=repr):
        for step in _reduced(session, here, root, given):
            links.append(step)
            here = sides(step)[1]
    return chain(links, given) if links else None


def _half_power(term: Term) -> Path | None:
    for at in paths(term):
        match subterm(term, at):
            case App("^", (_, v)) if (exponent := as_number(v)) is not None and exponent.denominator == 2:
                return at
    return None


def _as_root(session: Session, power: Term, given: tuple[Term, ...]) -> Derivation:
    """u^(p/2) = √u^p, both being exp(p·ln(u)/2)."""
    u, v = power.args  # type: ignore[union-attr]
    exponent = as_number(v)
    root = App("sqrt", (u,))
    half = App("exp", (App("/", (App("ln", (u,)), TWO)),))
    whole = int((exponent or Fraction(0)) * 2)
    opened = App("exp", (App("*", (v, App("ln", (u,)))),))
    end = raised(half, whole) if whole > 0 else App("/", (Num(1), raised(half, -whole)))
    at = next(at for at in paths(end) if subterm(end, at) is half)
    first = by_rule(session, "general power", Claim(equation(power, opened), given), prove)
    middle = arithmetic(session, opened, end, given, prove)
    by_exponential = by_rule(session, "square root by exponential", Claim(equation(root, half), given), prove)
    back = turned(by_exponential, prove(session, Claim(App("defined", (half,)), given)))
    return chain([first, middle, link(end, at, back, given)], given)


def _roots(term: Term) -> set[Term]:
    found = (subterm(term, at) for at in paths(term))
    return {t for t in found if isinstance(t, App) and t.head == "sqrt" and free(t)}


def _reduced(session: Session, term: Term, root: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """The squares of one root written out, above and below."""
    form = normal_form(session, term)
    above, below = degrees(form.top, root), degrees(form.bottom, root)
    if max(above | below) < 2 and below == {0}:
        return []
    if len(below) > 1:
        raise NoProof("a root in a sum below")
    more = int(max(below)) % 2
    square = App("^", (root, TWO))

    def power(degree: Fraction) -> list[Term]:
        whole, odd = divmod(int(degree) + more, 2)
        return [*([raised(square, whole)] if whole else []), *([root] if odd else [])]

    top, bottom = spelled(form.top, root, power), spelled(form.bottom, root, power)
    better = top if bottom is Num(1) else App("/", (top, bottom))
    (u,) = root.args  # type: ignore[union-attr]
    fact = by_rule(session, "square of a square root", Claim(equation(square, u), given), prove)
    return rewritten(session, term, better, square, fact, given, prove)
