"""Equations between expressions with powers of positive bases: every power as an exponential of a logarithm.

u^v is exp(v·ln(u)) for any v, so that arithmetic adds the exponents; exp(ln(u)) is u again where a whole power comes
out.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from math import floor

from sigmaprime.kernel.normal import ONE, Symbol, normal
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, Wrong, as_number, free, paths, replace, subterm
from sigmaprime.search.algebra import fraction, normal_form, raised, scaled
from sigmaprime.search.chain import chain, equation, link, sides, transport
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.simplify.generator import by_canonical_forms, degrees, rewritten, spelled

RELATIONS = frozenset(("!=", ">", ">="))


def proved(session: Session, goal: Claim) -> Derivation:
    """A side condition, with every rational power in it as an exponential, which is positive where it is defined."""
    if goal.says in goal.given:
        return prove(session, goal)
    match goal.says:
        case App(relation, (u, zero)) if relation in RELATIONS and (found := _power(u, roots=False)) is not None:
            at, name, _, exponential = found
            fact = by_rule(session, name, Claim(equation(subterm(u, at), exponential), goal.given), prove)
            there = App(relation, (replace(u, at, exponential), zero))
            return transport(goal.says, (0, *at), fact, proved(session, Claim(there, goal.given)), goal.given)
    return prove(session, goal)


def by_exponentials(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """`left = right` by adding exponents."""
    return by_canonical_forms(session, left, right, given, _canonical, proved)


def _canonical(session: Session, term: Term, given: tuple[Term, ...]) -> Derivation | None:
    links: list[Derivation] = []
    here = term
    bases: dict[Term, None] = {}
    while (found := _power(here)) is not None:
        at, name, u, exponential = found
        bases[u] = None
        goal = Claim(equation(subterm(here, at), exponential), given)
        links.append(link(here, at, by_rule(session, name, goal, prove), given))
        here = sides(links[-1])[1]
    for u in bases:
        for step in _whole_powers(session, here, u, given):
            links.append(step)
            here = sides(step)[1]
    return chain(links, given) if links else None


def is_general(exponent: Term) -> bool:
    """Whether it is not a whole number: 2/3, be it written as 1/3 − 1 or not, or n."""
    known = as_number(exponent)
    if known is None and not free(exponent):
        with suppress(Wrong):
            form = normal(exponent)
            if form.top.keys() | form.bottom.keys() == {ONE}:
                known = fraction(form.top[ONE] / form.bottom[ONE])
    return known is None or known.denominator != 1


def _power(term: Term, *, roots: bool = True) -> tuple[Path, str, Term, Term] | None:
    for at in paths(term):
        match subterm(term, at):
            case App("^", (u, v)) if is_general(v):
                return at, "general power", u, App("exp", (App("*", (v, App("ln", (u,)))),))
            case App("sqrt", (u,)) if roots and free(u):
                half = App("exp", (App("/", (App("ln", (u,)), Num(2))),))
                return at, "square root by exponential", u, half
    return None


def _whole_powers(session: Session, term: Term, u: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """The whole part of every power of u written as a power of u."""
    log = App("ln", (u,))
    symbol: Symbol = ("exp", frozenset(((log, Fraction(1)),)))
    form = normal_form(session, term)
    above, below = degrees(form.top, symbol), degrees(form.bottom, symbol)
    if not above:
        raise NoProof("the term is 0")
    if len(below) > 1:
        raise NoProof("a root in a sum below")
    shift = -max(below) + max(0, -min(floor(degree - max(below)) for degree in above))
    whole = App("exp", (log,))

    def power(degree: Fraction) -> list[Term]:
        size = floor(degree + shift)
        rest = degree + shift - size
        return [*([raised(whole, size)] if size else []), *([App("exp", (scaled(log, rest),))] if rest else [])]

    top, bottom = spelled(form.top, symbol, power), spelled(form.bottom, symbol, power)
    better = top if bottom is Num(1) else App("/", (top, bottom))
    fact = by_rule(session, "exponential of a logarithm", Claim(equation(whole, u), given), prove)
    return rewritten(session, term, better, whole, fact, given, proved)
