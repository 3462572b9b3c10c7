"""Numbers as one writes them: the value of the function at a place, without what a reader would work out at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from sigmaprime.kernel.term import App, Num, Term, free, number, substitute
from sigmaprime.notation.line import language
from sigmaprime.search.algebra import scaled
from sigmaprime.search.bounds import closed_form
from sigmaprime.search.chain import sides
from sigmaprime.search.session import NoProof
from sigmaprime.studies.desk import Desk, ask, here, light
from sigmaprime.studies.factors import factored, product_term
from sigmaprime.tidy import tidied

CLOSE = 1e-13
PI = App("pi", ())


def simple(desk: Desk, term: Term) -> Term:
    """A number in its simplest form: each part first, then the whole; what it is worth is not changed."""
    return min(_forms(desk, _parts(desk, term)), key=_length)


def _parts(desk: Desk, term: Term) -> Term:
    match term:
        case App("fn" | "D", _):
            return term
        case App(head, args) if args:
            return min(_forms(desk, App(head, tuple(_parts(desk, arg) for arg in args))), key=_length)
    return term


def _forms(desk: Desk, term: Term) -> Iterator[Term]:
    yield tidied(term)
    if not isinstance(term, App) or not term.args or free(term) - desk.sample.keys():
        return
    with suppress(NoProof):
        if (found := closed_form(desk.session, term)) is not None:
            yield sides(found)[1]
    with suppress(NoProof, ArithmeticError):
        yield product_term(factored(desk.session, term, desk.x))
    if not free(term):
        yield from _recognised(desk, term)


def _recognised(desk: Desk, term: Term) -> Iterator[Term]:
    """A small rational number or multiple of π, if it is proved to be that."""
    size = here(desk, term)
    if size is None or abs(size) > 100:
        return
    for unit, worth in ((Num(1), 1.0), (PI, 3.141592653589793)):
        ratio = Fraction(size / worth).limit_denominator(12)
        if abs(float(ratio) * worth - size) < CLOSE:
            shown = number(ratio) if unit is Num(1) else scaled(PI, ratio) if ratio else Num(0)
            if shown is not term and ask(desk, App("=", (term, shown))).proved:
                yield shown
                return


def _length(term: Term) -> int:
    return len(language(term))


def value_at(desk: Desk, place: Term) -> Term | None:
    """f(place) in its simplest form, once it is proved to be that."""
    there = substitute(light(desk, desk.body), {desk.x.name: place})
    called = substitute(desk.value, {desk.x.name: place})
    for value in dict.fromkeys((simple(desk, there), tidied(there), there)):
        if ask(desk, App("=", (called, value))).proved:
            return value
    return None
