"""Numbers as one writes them: the value of the function at a place, without what a reader would work out at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from math import acos, asin

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import enclose
from sigmaprime.kernel.normal import Poly, normal
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, as_number, free, number, substitute, subterms
from sigmaprime.notation.line import language
from sigmaprime.search.algebra import scaled
from sigmaprime.search.bounds import closed_form, surd
from sigmaprime.search.chain import sides
from sigmaprime.search.formal import opened
from sigmaprime.search.session import NoProof, OutOfTime
from sigmaprime.studies.desk import BITS, Desk, ask, here, light
from sigmaprime.studies.factors import factored, product_term
from sigmaprime.studies.found import Nearly
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
    match term:  # e^(1/e) and exp(−1)^v are exponentials
        case App("^", (App("e", ()), v)):
            yield App("exp", (v,))
        case App("^", (App("exp", (u,)), v)):
            yield App("exp", (tidied(App("*", (u, v))),))
    if not free(term) and (number_ := quadratic(term)) is not None:
        yield number_
    if not isinstance(term, App) or not term.args or free(term) - desk.sample.keys():
        return
    with suppress(NoProof, OutOfTime):
        if (found := closed_form(desk.session, term)) is not None:
            yield sides(found)[1]
    with suppress(NoProof, OutOfTime, ArithmeticError):
        yield product_term(factored(desk.session, term, desk.x))
    if not free(term):
        yield from _recognised(desk, term)


def quadratic(term: Term) -> Term | None:
    """A number p + q·√d, for one d: the kernel's normal form has roots of primes, √2·√3 for √6."""
    try:
        form = normal(term)
    except Wrong:
        return None
    top, bottom = _over_roots(form.top), _over_roots(form.bottom)
    if top is None or bottom is None:
        return None
    radicands = {*top, *bottom} - {1}
    if len(radicands) > 1:
        return None
    d = Fraction(next(iter(radicands), 0))
    a, b, c, e = (poly.get(int(k), Fraction(0)) for poly in (top, bottom) for k in (1, d))
    norm = c * c - d * e * e
    if norm == 0:
        return None
    root = App("sqrt", (Num(d),)) if d else None
    return surd((a * c - d * b * e) / norm, (b * c - a * e) / norm, root)


def _over_roots(poly: Poly) -> dict[int, Fraction] | None:
    """Coefficients by the number under the root; None if there is anything but square roots of numbers."""
    found: dict[int, Fraction] = {}
    for monomial, coefficient in poly.items():
        radicand = 1
        for symbol, power in monomial:
            match symbol:
                case App("sqrt", (Num(n),)) if power == 1 and n.denominator == 1:
                    radicand *= int(n)
                case _:
                    return None
        found[radicand] = found.get(radicand, Fraction(0)) + Fraction(int(coefficient.p), int(coefficient.q))
    return found


def _recognised(desk: Desk, term: Term) -> Iterator[Term]:
    """A small rational number or multiple of π, if it is proved to be that."""
    match term:  # no ball tells on which side of the end of the domain its middle lies
        case App("asin" | "acos" as head, (u,)) if as_number(u) in (1, -1):
            size: float | None = (asin if head == "asin" else acos)(as_number(u) or 0)
        case _:
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
    """How long it is; 2/k·e is as short as 2·e/k, and not as one writes it."""
    turned = sum(isinstance(t, App) and t.head == "*" and _is_quotient(t.args[0]) for t in subterms(term))
    return len(language(term)) + turned


def _is_quotient(term: Term) -> bool:
    return isinstance(term, App) and term.head == "/"


def value_at(desk: Desk, place: Term) -> Term | None:
    """f(place) in its simplest form, once it is proved to be that."""
    if isinstance(place, Var) and place in desk.nearly:
        return _nearly(desk, desk.nearly[place])
    body = light(desk, desk.body)
    there = substitute(body, {desk.x.name: place})
    called = substitute(desk.value, {desk.x.name: place})
    shorter = [simple(desk, substitute(form, {desk.x.name: place})) for form in _without_exponential(desk, body, place)]
    for value in dict.fromkeys((*shorter, simple(desk, there), tidied(there), there)):
        if ask(desk, App("=", (called, value))).proved:
            return value
    return None


def _without_exponential(desk: Desk, body: Term, place: Term) -> Iterator[Term]:
    """At −1 − W(1/e) it is exp(−x) = −1/(x + 1), so that x·σ(x) = x + 1 there: a Lambert value without exponentials.

    Where place = p ± W(q)/c, W(q)·exp(W(q)) = q gives the exponential of c·x as a linear function of x.
    """
    opened_ = opened(desk.session, body)
    inside = [t for t in subterms(place) if isinstance(t, App) and t.head == "LambertW"]
    found = {t for t in subterms(opened_) if isinstance(t, App) and t.head == "exp" and desk.x.name in free(t)}
    if len(inside) != 1 or len(found) != 1:
        return
    (grown,) = found
    size = here(desk, substitute(grown, {desk.x.name: place}))
    at = here(desk, place)
    step = here(desk, inside[0])
    if size is None or at is None or step is None:
        return
    for sign in (1, -1):  # exp(±x + d) = q'/W, with W a linear function of x
        middle = at - sign * step
        ratio = Fraction(size * step).limit_denominator(64)
        shift = Fraction(middle).limit_denominator(64)
        if abs(float(shift) - middle) > CLOSE or abs(float(ratio) - size * step) > CLOSE:
            continue
        lambert = App("*", (number(sign), App("-", (desk.x, number(shift)))))
        try:
            yield product_term(
                factored(desk.session, replaced(opened_, grown, App("/", (number(ratio), lambert))), desk.x)
            )
        except (NoProof, OutOfTime, Wrong):
            continue


def replaced(term: Term, part: Term, new: Term) -> Term:
    if term is part:
        return new
    match term:
        case App(head, args):
            return App(head, tuple(replaced(arg, part, new) for arg in args))
    return term


def _nearly(desk: Desk, place: Nearly) -> Term | None:
    """A name for the value at a place that is not written down, enclosed by computing with its bounds."""
    name = Var(f"y_{place.name.name.rpartition('_')[2]}")
    if name not in desk.nearly:
        below, above = as_number(place.low) or Fraction(0), as_number(place.high) or Fraction(0)
        middle, radius = (below + above) / 2, (above - below) / 2
        ball = arb(fmpq(middle.numerator, middle.denominator), float(radius) * 1.001)
        try:
            found = enclose(light(desk, desk.body), desk.session.rules, BITS, {desk.x.name: ball})
        except Wrong:
            return None
        low, high = (Fraction(float(end)) for end in (found.lower(), found.upper()))
        desk.nearly[name] = Nearly(name, number(low), number(high), desk.value, ())
        desk.sample[name.name] = (low + high) / 2
    return name
