"""Equations between polynomials in generators that are bound by relations: sin² = 1 − cos², (√u)² = u, exp(ln p) = p.

Each relation says that a power of one generator is a polynomial in lower powers of it and in other generators. With
N the numerator of left − right, division by the relations one after the other gives N = Σ q·(power − polynomial) + r.
If r is 0, then left = right + Σ q·(power − polynomial)/(denominator) by arithmetic, and each bracket is 0 by a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq

from sigmaprime.kernel.normal import Monomial, Poly, Quotient, Symbol, add, multiply, normal
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, Wrong
from sigmaprime.search.algebra import normal_form, symbols
from sigmaprime.search.chain import sides
from sigmaprime.search.minimal import cosine_relation
from sigmaprime.search.quotients import back, canonical, over, ring_of, written
from sigmaprime.search.session import NoProof
from sigmaprime.search.spelling import spelling
from sigmaprime.search.steps import ZERO, equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, settle

UNIT: Monomial = frozenset()
MOST_ROUNDS = 4000
MOST_TERMS = 150
MOST_TIMES = 6
TWO = Num(2)
HEADS = ("exp", "sin", "cos", "sqrt", "abs", "cbrt")


@dataclass(frozen=True, slots=True)
class Relation:
    """`fact` proves an equation whose sides differ by symbol^degree − rest."""

    symbol: Symbol
    degree: Fraction
    rest: Poly
    fact: Derivation


def equal_by_relations(work: Work, left: Term, right: Term, heads: tuple[str, ...] = HEADS) -> Derivation:
    """`left = right` for two terms that are opened, by the relations of the generators with these heads."""
    try:
        return calculated(work, left, right)
    except NoProof:
        pass
    a, b = normal_form(work.session, left), normal_form(work.session, right)
    try:
        top, bottom = _difference(a, b)
        rest, used = divided(work, top, heads)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    if rest and heads is not HEADS:
        raise NoProof("the two sides differ")
    if rest:
        from sigmaprime.search.constants import vanishing

        used = [*used, *vanishing(work, rest)]
    return with_relations(work, left, right, bottom, used)


def _difference(a: Quotient, b: Quotient) -> tuple[Poly, Poly]:
    minus = {m: -c for m, c in b.top.items()}
    if a.bottom == b.bottom:
        return add(a.top, minus), a.bottom
    return add(multiply(a.top, b.bottom), multiply(minus, a.bottom)), multiply(a.bottom, b.bottom)


def divided(work: Work, poly: Poly, heads: tuple[str, ...] = HEADS) -> tuple[Poly, list[tuple[Relation, Poly]]]:
    """The remainder, and the relations that were used with their cofactors."""
    poly, shift = _without_negative_powers(poly)
    used: dict[Symbol, tuple[Relation, Poly]] = {}
    looked: set[Symbol] = set()
    relations: list[Relation] = []
    rounds = 0
    while True:
        for symbol in sorted(_symbols(poly) - looked, key=spelling):
            looked.add(symbol)
            if (symbol[0] if isinstance(symbol, tuple) else getattr(symbol, "head", "")) not in heads:
                continue
            relations += relation_of(work, symbol)
        for relation in relations:
            step = _divide(poly, relation)
            if step is not None:
                poly, cofactor = step
                old = used.get(relation.symbol, (relation, {}))[1]
                used[relation.symbol] = (relation, add(old, cofactor))
                break
        else:
            break
        rounds += 1
        work.session.tick()
        if rounds > MOST_ROUNDS:
            raise NoProof("too many reductions")
    return multiply(poly, shift), [(r, multiply(q, shift)) for r, q in used.values() if q]


def _symbols(poly: Poly) -> set[Symbol]:
    return {symbol for monomial in poly for symbol, _ in monomial}


def _without_negative_powers(poly: Poly) -> tuple[Poly, Poly]:
    """The polynomial times powers of exponentials of logarithms, and what it must be multiplied by in return."""
    low: dict[Symbol, Fraction] = {}
    for monomial in poly:
        for symbol, power in monomial:
            if power < 0 and logarithm_in(symbol) is not None:
                low[symbol] = min(low.get(symbol, Fraction(0)), power)
    if not low:
        return poly, {UNIT: fmpq(1)}
    up = {frozenset((s, -p) for s, p in low.items()): fmpq(1)}
    down = {frozenset(low.items()): fmpq(1)}
    return multiply(poly, up), down


def logarithm_in(symbol: Symbol) -> Term | None:
    """p where the symbol is exp(ln p)."""
    match symbol:
        case ("exp", monomial):
            match tuple(monomial):
                case ((App("ln", (p,)), power),) if power == 1:
                    return p
    return None


def _divide(poly: Poly, relation: Relation) -> tuple[Poly, Poly] | None:
    rest: Poly = {}
    cofactor: Poly = {}
    for monomial, coefficient in poly.items():
        power = next((p for s, p in monomial if s is relation.symbol or s == relation.symbol), Fraction(0))
        if power < relation.degree:
            rest[monomial] = coefficient
            continue
        lower = dict(monomial)
        if power == relation.degree:
            del lower[relation.symbol]
        else:
            lower[relation.symbol] = power - relation.degree
        cofactor[frozenset(lower.items())] = coefficient
    if not cofactor:
        return None
    return add(rest, multiply(cofactor, relation.rest)), cofactor


def relation_of(work: Work, symbol: Symbol) -> Iterator[Relation]:
    """The relation that binds a generator, if there is one."""
    key = (
        App("relation", (symbol,))
        if not isinstance(symbol, tuple)
        else App("relation of", (logarithm_in(symbol) or ZERO,))
    )
    if key not in work.session.forms:
        try:
            work.session.forms[key] = tuple(_relations(work, symbol))
        except (NoProof, Wrong):
            work.session.forms[key] = ()
    yield from work.session.forms[key]  # type: ignore[misc]


def _relations(work: Work, symbol: Symbol) -> Iterator[Relation]:
    if (p := logarithm_in(symbol)) is not None:
        node = App("exp", (App("ln", (p,)),))
        fact = equal_by("exponential of a logarithm", node, p, settle(work, App(">", (p, ZERO))), u=p)
        yield Relation(symbol, Fraction(1), _whole(p), fact)
    match symbol:
        case App("sin", (u,)):
            square = App("^", (symbol, TWO))
            right = App("-", (Num(1), App("^", (App("cos", (u,)), TWO))))
            yield Relation(symbol, Fraction(2), _whole(right), equal_by("square of the sine", square, right, u=u))
        case App("cos", (App("/", (App("pi"), Num() as q)),)):
            found = cosine_relation(work, int(q.value))
            if found is not None:
                degree, rest, fact = found
                yield Relation(symbol, Fraction(degree), rest, fact)
        case App("sqrt", (u,)) if not isinstance(u, Num):
            square = App("^", (symbol, TWO))
            fact = equal_by("square of a square root", square, u, settle(work, App(">=", (u, ZERO))), u=u)
            yield Relation(symbol, Fraction(2), _whole(u), fact)
        case App("abs", (u,)):
            square, right = App("^", (symbol, TWO)), App("^", (u, TWO))
            yield Relation(
                symbol, Fraction(2), _whole(right), equal_by("square of an absolute value", square, right, u=u)
            )
        case App("cbrt", (u,)):
            yield Relation(
                symbol, Fraction(3), _whole(u), equal_by("cube of a cube root", App("^", (symbol, Num(3))), u, u=u)
            )


def _whole(term: Term) -> Poly:
    form = normal(term)
    if form.bottom.keys() != {UNIT}:
        raise NoProof("not a polynomial")
    scale = form.bottom[UNIT]
    return {m: c / scale for m, c in form.top.items()}


def simplest_by_relations(work: Work, term: Term) -> Derivation | None:
    """`term` in the agreed way of writing, after the relations are used; None if that changes nothing."""
    form = normal_form(work.session, term)
    if not any(is_bound(s) for s in symbols(form)):
        return None
    top, bottom = divided(work, form.top)[0], divided(work, form.bottom)[0]
    if not bottom:
        return None
    better = canonical(Quotient(top, bottom, form.divisors, form.atoms))
    plain = canonical(form)
    if any(isinstance(s, App) and s.head == "sin" for s in symbols(form)) and _size(better) >= _size(plain):
        better = plain
    return equal_by_relations(work, term, better) if better is not term else None


def _size(term: Term) -> int:
    return 1 + sum(map(_size, term.args)) if isinstance(term, App) else 1


def is_bound(symbol: Symbol) -> bool:
    return logarithm_in(symbol) is not None or getattr(symbol, "head", "") in HEADS


def with_relations(work: Work, left: Term, right: Term, bottom: Poly, used: list[tuple[Relation, Poly]]) -> Derivation:
    """left = right + Σ q·(old − new)/bottom = right + Σ q·(new − new)/bottom = right."""
    scale, divisors = _divisors(work, left, right, bottom)
    here = right
    for relation, cofactor in used:
        old, new = sides(relation.fact)
        factor = multiply(cofactor, scale)
        if len(factor) > MOST_TERMS:
            raise NoProof("a multiple of a relation that nobody could read")
        extra: Term = App("*", (written(factor), App("-", (old, new))))
        for d in divisors:
            extra = App("/", (extra, d))
        here = App("+", (here, extra))
    links = [calculated(work, left, here)]
    for depth, (relation, _) in enumerate(reversed(used)):
        at = (*(0,) * depth, 1, *(0,) * len(divisors), 1, 0)
        links.append(inside(here, at, relation.fact))
        here = sides(links[-1])[1]
    links.append(calculated(work, here, right))
    return joined(links)


def _divisors(work: Work, left: Term, right: Term, bottom: Poly) -> tuple[Poly, list[Term]]:
    """1/bottom as scale/(d·d′·…), where the d are denominators that stand in the two sides, if that can be done."""
    forms = [normal_form(work.session, side) for side in (left, right)]
    candidates = sorted(forms[0].divisors | forms[1].divisors, key=lambda d: (-len(normal(d).top), spelling(d)))
    found: list[Term] = []
    rest = bottom
    for d in candidates * MOST_TIMES:
        quotient = _quotient(rest, normal(d).top)
        if quotient is not None:
            rest = multiply(quotient, normal(d).bottom)
            found.append(d)
    inverse = _inverse(rest) if len(rest) == 1 else None
    if inverse is not None:
        return inverse, found
    return {UNIT: fmpq(1)}, [written(bottom)]


def _inverse(monomial: Poly) -> Poly | None:
    """The reciprocal of a number times exponentials."""
    ((powers, coefficient),) = monomial.items()
    if all(isinstance(symbol, tuple) for symbol, _ in powers):
        return {frozenset((s, -p) for s, p in powers): 1 / coefficient}
    return None


def _quotient(whole: Poly, part: Poly) -> Poly | None:
    """whole/part, if it is a polynomial and `part` is more than a number times exponentials."""
    if len(part) == 1 and all(isinstance(symbol, tuple) for symbol, _ in next(iter(part))):
        return None
    part, inverse = _without_numbers(part)
    ring = ring_of(whole, part)
    (a, above), (b, below) = over(ring, whole), over(ring, part)
    quotient, remainder = divmod(a, b)
    if not remainder.is_zero():
        return None
    return multiply(back(ring, quotient, tuple(p - q for p, q in zip(above, below, strict=True))), inverse)


def _without_numbers(poly: Poly) -> tuple[Poly, Poly]:
    """The polynomial without the square roots of numbers that are a factor of it, and the reciprocal of these."""
    common = frozenset.intersection(*(frozenset(s for s, _ in monomial) for monomial in poly))
    inverse: Poly = {UNIT: fmpq(1)}
    for symbol in common:
        match symbol:
            case App("sqrt", (Num(n),)):
                poly = {frozenset(e for e in m if e[0] is not symbol): c for m, c in poly.items()}
                inverse = multiply(inverse, {frozenset(((symbol, Fraction(1)),)): fmpq(n.denominator, n.numerator)})
    return poly, inverse
