"""Open a term: write it, from the inside outwards, by as few independent generators as can be.

What is left is arithmetic in variables, exponentials, logarithms of positive factors that are prime to one another,
roots and absolute values of what is free of squares, sines, cosines, arctangents and arcsines, each of an argument that
is written in one agreed way. Every step is a row, read from left to right: where the new term is defined so is the old.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from sigmaprime.kernel.normal import Symbol
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, children
from sigmaprime.search.algebra import normal_form, symbols
from sigmaprime.search.chain import sides
from sigmaprime.search.meaning import meaning
from sigmaprime.search.quotients import canonical_of
from sigmaprime.search.relations import simplest_by_relations
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import inside, joined
from sigmaprime.search.work import Work, calculated

ARITHMETIC = frozenset(("+", "-", "*", "/", "neg"))
BINDERS = frozenset(("D", "int", "lim", "sum", "prod", "fn"))
MOST_ROUNDS = 12
# head -> (module, function) that writes `head(u)` out once more, or returns None
OPENERS = {
    "ln": ("open_logarithm", "logarithm"),
    "exp": ("open_exponential", "exponential"),
    "^": ("open_exponential", "power"),
    "LambertW": ("open_lambert", "lambert"),
    "sqrt": ("open_root", "square_root"),
    "erf": ("open_trigonometric", "error_function"),
    "cbrt": ("open_cube_root", "cube_root"),
    "abs": ("open_root", "absolute_value"),
    "sign": ("open_root", "sign"),
    "sin": ("open_trigonometric", "of_an_inverse"),
    "cos": ("open_trigonometric", "of_an_inverse"),
    "acos": ("open_trigonometric", "arccosine"),
    "asin": ("open_trigonometric", "arcsine"),
    "atan": ("open_trigonometric", "arctangent"),
}


def opened(work: Work, term: Term) -> Derivation | None:
    """`term = …` opened; None if there is nothing to open."""
    if isinstance(term, Num):
        return None
    if isinstance(term, Var):
        return work.values.get(term)
    if term not in work.opened:
        work.opened[term] = None
        work.opened[term] = _opened(work, term)
    return work.opened[term]


def open_form(work: Work, term: Term) -> Term:
    fact = opened(work, term)
    return term if fact is None else sides(fact)[1]


def _opened(work: Work, term: App) -> Derivation | None:
    work.session.tick()
    links: list[Derivation] = []
    here: Term = term
    if term.head in BINDERS or term.head.endswith("'"):
        whole = written_out(work, term)
        again = opened(work, sides(whole)[1])
        return joined([whole, again]) if again is not None else whole
    first = _at_once(work, term)
    if first is not None:
        again = opened(work, sides(first)[1])
        return joined([first, again]) if again is not None else first
    for index, child in enumerate(children(term)):
        if index == 1 and term.head == "^" and not isinstance(child, App):
            continue
        fact = opened(work, child)
        if fact is not None:
            links.append(inside(here, (index,), fact))
            here = sides(links[-1])[1]
    if term.head not in ARITHMETIC and isinstance(here, App):
        for index, child in enumerate(here.args):
            fact = agreed(work, child) if term.head != "^" else None
            if fact is not None:
                links.append(inside(here, (index,), fact))
                here = sides(links[-1])[1]
    if isinstance(here, App) and (step := _outermost(work, here)) is not None and sides(step)[1] is not here:
        links.append(step)
        again = opened(work, sides(step)[1])
        if again is not None:
            links.append(again)
    return joined(links) if links else None


def _at_once(work: Work, term: App) -> Derivation | None:
    """What is written out before its arguments are: definitions, and functions of their inverse functions."""
    fact = meaning(work.session, term)
    if fact is not None:
        return fact
    match term:
        case App("sin" | "cos", (App("asin" | "acos" | "atan"),)):
            return _outermost(work, term)
        case App("ln", (App("exp", _),)):
            return _outermost(work, term)
    return None


def _outermost(work: Work, term: App) -> Derivation | None:
    if term.head not in OPENERS:
        return None
    opener = _opener(term.head)
    try:
        return opener(work, term)
    except NoProof:
        return None


@cache
def _opener(head: str) -> Callable[[Work, App], Derivation | None]:
    module, name = OPENERS[head]
    return getattr(import_module(f"sigmaprime.search.{module}"), name)  # type: ignore[no-any-return]


def agreed(work: Work, term: Term) -> Derivation | None:
    """`term` written in the agreed way; None if it is, or cannot be."""
    if not isinstance(term, App) or (term.head not in ARITHMETIC and term.head != "^"):
        return None
    try:
        form = normal_form(work.session, term)
        if any(_is_bound(symbol) for symbol in symbols(form)):
            return simplest_by_relations(work, term)
        better = canonical_of(term)
        return None if better is term else calculated(work, term, better)
    except NoProof:
        return None


def _is_bound(symbol: Symbol) -> bool:
    """Whether a power of the generator is a polynomial in others: a root of what is no number, a sine."""
    match symbol:
        case App("sqrt" | "cbrt" | "abs" | "sin", _):
            return True
        case (_, monomial):
            return any(isinstance(s, App) and s.head == "ln" for s, _ in monomial)
    return False


def written_out(work: Work, term: App) -> Derivation:
    """A derivative, integral or limit by its rules, what stands inside a derivative simplified first."""
    from sigmaprime.search.open_derivative import written

    return written(work, term)
