"""Equations between expressions with rational powers of positive bases: every power as an exponential of a logarithm.

u^(p/q) is exp(p/q·ln(u)), so that arithmetic adds the exponents; exp(ln(u)) is u again where a whole power comes out.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from sigmaprime.kernel.normal import Poly, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, as_number, free, paths, replace, subterm
from sigmaprime.search.algebra import arithmetic, fraction, generator_term, normal_form, product, raised, scaled
from sigmaprime.search.chain import chain, equation, link, sides, transport, turned
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

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
    out, back = _canonical(session, left, given), _canonical(session, right, given)
    start, end = (side if fact is None else sides(fact)[1] for side, fact in ((left, out), (right, back)))
    links = [] if out is None else [out]
    if start is not end:
        links.append(arithmetic(session, start, end, given, proved))
    if back is not None:
        links.append(turned(back, prove(session, Claim(App("defined", (end,)), given))))
    if not links:
        raise NoProof("there is nothing to be done")
    return chain(links, given)


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


def _power(term: Term, *, roots: bool = True) -> tuple[Path, str, Term, Term] | None:
    for at in paths(term):
        match subterm(term, at):
            case App("^", (u, v)) if (e := as_number(v)) is not None and e.denominator != 1:
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
    above, below = _degrees(form.top, symbol), _degrees(form.bottom, symbol)
    if len(below) > 1:
        raise NoProof("a root in a sum below")
    shift = -max(below)
    more = max(0, -min(floor(degree + shift) for degree in above))
    top = _spelled(form.top, symbol, log, shift + more)
    bottom = _spelled(form.bottom, symbol, log, shift + more)
    better = top if bottom is Num(1) else App("/", (top, bottom))
    whole = App("exp", (log,))
    links = [arithmetic(session, term, better, given, proved)]
    fact = by_rule(session, "exponential of a logarithm", Claim(equation(whole, u), given), prove)
    while (at := next((at for at in paths(better) if subterm(better, at) is whole), None)) is not None:
        links.append(link(better, at, fact, given))
        better = sides(links[-1])[1]
    return links


def _degrees(poly: Poly, symbol: Symbol) -> set[Fraction]:
    return {dict(monomial).get(symbol, Fraction(0)) for monomial in poly}


def _spelled(poly: Poly, symbol: Symbol, log: Term, shift: Fraction) -> Term:
    """The polynomial times exp(ln(u)) to the power `shift`, whole powers apart."""
    result: Term | None = None
    for monomial, coefficient in poly.items():
        powers = dict(monomial)
        degree = powers.pop(symbol, Fraction(0)) + shift
        factors = [generator_term(s, p) if isinstance(s, tuple) else raised(s, int(p)) for s, p in powers.items()]
        whole = floor(degree)
        if whole:
            factors.append(raised(App("exp", (log,)), whole))
        if degree != whole:
            factors.append(App("exp", (scaled(log, degree - whole),)))
        value = fraction(coefficient)
        if abs(value) != 1 or not factors:
            factors.insert(0, Num(abs(value)))
        part = product(factors)
        if result is None:
            result = part if value > 0 else App("neg", (part,))
        else:
            result = App("+" if value > 0 else "-", (result, part))
    return Num(0) if result is None else result
