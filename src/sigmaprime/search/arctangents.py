"""Sums of arctangents: the addition theorem, used from left to right until one arctangent is left.

atan u + atan v is atan((u + v)/(1 − uv)), and π more or less where uv > 1. Arcsines are arctangents of half the angle.
An order of the terms is looked for in which each product uv stays on one side of 1, as far as a few points can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, permutations
from math import lcm

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free, replace, subterms
from sigmaprime.search.algebra import fraction, normal_form, scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.numbers import value
from sigmaprime.search.open_trigonometric import HALF_PI, PI
from sigmaprime.search.opening import agreed, opened
from sigmaprime.search.relations import equal_by_relations, simplest_by_relations
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, arithmetic_step, back, equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, samples, settle

MOST_TERMS = 128
MOST_ORDERS = 200
ONE, TWO = Num(1), Num(2)
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Merged:
    """`fact` proves sum = atan(argument) + turns·π."""

    fact: Derivation
    argument: Term
    turns: Fraction


def vanishing_sum(work: Work, term: Term) -> Derivation:
    """`term = 0` for a sum of rational multiples of arctangents and of π."""
    plain = _without_arcsines(work, term)
    links = [plain] if plain is not None else []
    here = term if plain is None else sides(plain)[1]
    multiples, turns = _parts(work, here)
    if not multiples:
        return joined([*links, equal_by_relations(work, here, ZERO)])
    n = lcm(*(c.denominator for c in multiples.values()))
    arguments = [_signed(u, c) for u, c in multiples.items() for _ in range(int(abs(c) * n))]
    if not 1 <= len(arguments) <= MOST_TERMS:
        raise NoProof("not a short sum of arctangents")
    for order in _orders(work, arguments):
        try:
            return joined([*links, _by_order(work, here, list(order), turns * n, n)])
        except NoProof:
            continue
    raise NoProof("no order of the arctangents works out")


def _without_arcsines(work: Work, term: Term) -> Derivation | None:
    links: list[Derivation] = []
    here = term
    for node in [t for t in subterms(term) if isinstance(t, App) and t.head == "asin"]:
        (u,) = node.args
        root = App("sqrt", (App("-", (ONE, App("^", (u, TWO)))),))
        right = App("*", (TWO, App("atan", (App("/", (u, App("+", (ONE, root)))),))))
        fact = equal_by("arcsine by arctangent", node, right, u=u)
        again = opened(work, right)
        whole = joined([fact, again]) if again is not None else fact
        for at in _places(here, node, ()):
            links.append(inside(here, at, whole))
            here = sides(links[-1])[1]
    return joined(links) if links else None


def _places(term: Term, node: Term, at: tuple[int, ...]) -> list[tuple[int, ...]]:
    if term is node:
        return [at]
    return [p for i, t in enumerate(term.args) for p in _places(t, node, (*at, i))] if isinstance(term, App) else []


def _parts(work: Work, term: Term) -> tuple[dict[Term, Fraction], Fraction]:
    """The arguments of the arctangents with their multiples, and the multiple of π."""
    form = normal_form(work.session, term)
    if form.bottom.keys() != {frozenset()}:
        raise NoProof("not a sum")
    scale = fraction(form.bottom[frozenset()])
    multiples: dict[Term, Fraction] = {}
    turns = Fraction(0)
    for monomial, coefficient in form.top.items():
        match tuple(monomial):
            case ((App("atan", (u,)), power),) if power == 1:
                multiples[u] = fraction(coefficient) / scale
            case ((App("pi"), power),) if power == 1:
                turns = fraction(coefficient) / scale
            case _:
                raise NoProof("not a sum of arctangents")
    return multiples, turns


def _signed(u: Term, c: Fraction) -> Term:
    return u if c > 0 else App("neg", (u,))


def _orders(work: Work, arguments: list[Term]):  # type: ignore[no-untyped-def]
    """Orders in which, at the points looked at, each step is of one kind."""
    names = frozenset[str]().union(*map(free, arguments))
    points = samples(work, names) if names else [{}]
    rows = []
    for at in points:
        row = {u: value(work.session, u, at) for u in arguments}
        if all(ball is not None for ball in row.values()):
            rows.append({u: float(ball.mid()) for u, ball in row.items()})  # type: ignore[union-attr]
    seen = set()
    for order in islice(permutations(arguments), MOST_ORDERS):
        if order not in seen and _of_one_kind(order, rows):
            seen.add(order)
            yield order


def _of_one_kind(order: tuple[Term, ...], rows: list[dict[Term, float]]) -> bool:
    kinds = []
    for row in rows:
        w, found = row[order[0]], []
        for u in order[1:]:
            gap = 1 - w * row[u]
            if abs(gap) < 1e-9:
                found.append("=")
                w = 0.0
            else:
                found.append("<" if gap > 0 else ">" if w > 0 else "-")
                w = (w + row[u]) / gap
        kinds.append(found)
    return all(kind == kinds[0] for kind in kinds)


def _by_order(work: Work, term: Term, order: list[Term], turns: Fraction, n: int) -> Derivation:
    """term = (atan a + atan b + … + turns·π)/n = (atan 0 + 0)/n = 0."""
    merged = _start(order[0])
    total: Term = App("atan", (order[0],))
    for u in order[1:]:
        total = App("+", (total, App("atan", (u,))))
        merged = _merge(work, total, merged, u)
    written = App("+", (total, scaled(PI, turns))) if turns else total
    whole = App("/", (written, Num(n))) if n != 1 else written
    links = [_signs(work, term, whole)]
    at = (*((0,) if n != 1 else ()), *((0,) if turns else ()))
    links.append(inside(sides(links[0])[1], at, merged.fact))
    here = sides(links[-1])[1]
    if free(merged.argument):
        from sigmaprime.search.identity import identical

        inner = (*at, *((0,) if merged.turns else ()), 0)
        links.append(inside(here, inner, identical(work, merged.argument, ZERO)))
        here = sides(links[-1])[1]
    fact = opened(work, here)
    if fact is not None:
        links.append(fact)
        here = sides(fact)[1]
    if here is not ZERO:
        links.append(equal_by_relations(work, here, ZERO))
    return joined([link for link in links if sides(link)[0] is not sides(link)[1]])


def _start(u: Term) -> Merged:
    node = App("atan", (u,))
    return Merged(arithmetic_step(node, node, ()), u, Fraction(0))


def _signs(work: Work, term: Term, whole: Term) -> Derivation:
    """term = whole, in which −atan(u) is written atan(−u)."""
    plain = whole
    links: list[Derivation] = []
    facts = []
    for node in [t for t in subterms(whole) if isinstance(t, App) and t.head == "atan"]:
        match node.args[0]:
            case App("neg", (u,)):
                right = App("neg", (App("atan", (u,)),))
                fact = equal_by("arctangent of a negative", node, right, u=u)
                facts.append((node, right, back(fact, settle(work, App("defined", (right,))))))
    for node, right, fact in facts:
        for at in _places(plain, node, ()):
            plain = replace(plain, at, right)
            links.insert(0, inside(plain, at, fact))
    return joined([calculated(work, term, plain), *links])


def _merge(work: Work, total: Term, before: Merged, u: Term) -> Merged:
    """From sum = atan(w) + kπ to sum + atan(u) = atan(…) + k′π."""
    w = before.argument
    pair = App("+", (App("atan", (w,)), App("atan", (u,))))
    step, argument, extra = _addition(work, pair, w, u)
    fact = inside(total, (0,), before.fact)
    links = [fact] if sides(fact)[0] is not sides(fact)[1] else []
    here = sides(fact)[1]
    if before.turns:
        arranged = App("+", (pair, scaled(PI, before.turns)))
        links.append(calculated(work, here, arranged))
        links.append(inside(arranged, (0,), step))
    else:
        links.append(step)
    here = sides(links[-1])[1]
    turns = before.turns + extra
    end: Term = App("atan", (argument,))
    if turns:
        end = App("+", (end, scaled(PI, turns)))
    if end is not here:
        links.append(_arranged(work, here, end))
    return Merged(joined(links), argument, turns)


def _arranged(work: Work, here: Term, end: Term) -> Derivation:
    try:
        return calculated(work, here, end)
    except NoProof:
        pass
    zero = App("atan", (ZERO,))
    spare = App("+", (here, zero))
    gone = equal_by("arctangent at 0", zero, ZERO)
    right = back(inside(spare, (1,), gone), settle(work, App("defined", (App("+", (here, ZERO)),))))
    return joined([calculated(work, here, App("+", (here, ZERO))), right, calculated(work, spare, end)])


def _addition(work: Work, pair: Term, w: Term, u: Term) -> tuple[Derivation, Term, Fraction]:
    """The row of the addition theorem that applies, the new argument, and the multiple of π that it adds."""
    product = App("*", (w, u))
    kind = _kind(work, product)
    if kind == "=":
        from sigmaprime.search.identity import identical

        same = identical(work, product, ONE)
        up = _is_positive(work, w)
        name = "arctangents of reciprocals" if up else "arctangents of negative reciprocals"
        right = HALF_PI if up else App("neg", (HALF_PI,))
        side = settle(work, App(">" if up else "<", (w, ZERO)))
        return equal_by(name, pair, right, side, same, u=w, v=u), ZERO, HALF if up else -HALF
    quotient = App("/", (App("+", (w, u)), App("-", (ONE, product))))
    new = App("atan", (quotient,))
    if kind == "<":
        step = equal_by("sum of arctangents", pair, new, settle(work, App("<", (product, ONE))), u=w, v=u)
        extra = Fraction(0)
        at: tuple[int, ...] = (0,)
    else:
        up = _is_positive(work, w)
        bounds = (settle(work, App(">" if up else "<", (w, ZERO))), settle(work, App(">", (product, ONE))))
        if up:
            name, right, extra, at = "sum of arctangents above a right angle", App("+", (PI, new)), Fraction(1), (1, 0)
        else:
            name, right = "sum of arctangents below minus a right angle", App("-", (new, PI))
            extra, at = Fraction(-1), (0, 0)
        step = equal_by(name, pair, right, *bounds, u=w, v=u)
    better = _simpler(work, quotient)
    if better is None:
        return step, quotient, extra
    moved = inside(sides(step)[1], at, better)
    return joined([step, moved]), sides(better)[1], extra


def _simpler(work: Work, quotient: Term) -> Derivation | None:
    """The new argument written as shortly as can be."""
    return simplest_by_relations(work, quotient) or agreed(work, quotient)


def _kind(work: Work, product: Term) -> str:
    names = free(product)
    found = set()
    for at in samples(work, names) if names else [{}]:
        ball = value(work.session, App("-", (ONE, product)), at)
        if ball is not None:
            found.add("=" if ball.contains(0) else "<" if ball > 0 else ">")
    if len(found) != 1:
        raise NoProof("the product is on both sides of 1")
    return found.pop()


def _is_positive(work: Work, w: Term) -> bool:
    for at in samples(work, free(w)) if free(w) else [{}]:
        ball = value(work.session, w, at)
        if ball is not None:
            return bool(ball > 0)
    raise NoProof("no sign")
