"""What convexity says of the values of one function at several points: chords and tangents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import combinations, product

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import OO, REALS
from sigmaprime.kernel.term import App, Num, Term, Var, free, paths, substitute, subterm, subterms
from sigmaprime.search.algebra import arithmetic, normal_form
from sigmaprime.search.chain import chain, link, transport
from sigmaprime.search.facts import cleared, difference, expanded_product, written
from sigmaprime.search.fit import by_rule
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import value
from sigmaprime.search.positive import Factor, times
from sigmaprime.search.ring import polynomial, ring_of, term_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.templates import value_at, values

ZERO, ONE = Num(0), Num(1)
SETS = (REALS, App("[)", (ZERO, OO)), App("()", (ZERO, OO)))
PLAIN = frozenset(("abs", "+", "-", "*", "/", "neg", "^", "exp"))
NAME = "two points"
MOST_PLACES = 6
FEW = 2
BENT = {"convex": (">=", "below"), "concave": ("<=", "above")}
SAMPLES = tuple(Fraction(n, 4) for n in (1, 4, 7))


def facts(session: Session, terms: tuple[Term, ...], given: tuple[Term, ...]) -> list[Factor]:
    """Differences that are positive because a function is convex or concave; not while one such is being proved."""
    if NAME in session.nesting:
        return []
    session.nesting.append(NAME)
    try:
        return list(_facts(session, terms, given))
    finally:
        session.nesting.pop()


def _facts(session: Session, terms: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    compound = tuple(t for t in terms if isinstance(t, App) and t.head not in PLAIN)
    for x, a, m in values(compound):
        for bend in _bends(session, x, a):
            with suppress(NoProof):
                yield _tangent(session, x, a, x, m, bend, given)
    for x, a, y in values(compound):
        if isinstance(y, Var) and x.name < y.name:
            for mean in dict.fromkeys(value_at(a, x, c) for c in compound):
                if mean is not None and free(mean) >= {x.name, y.name}:
                    for bend in _bends(session, x, a):
                        with suppress(NoProof):
                            yield _chord(session, x, a, (x, y), mean, bend, given)
    yield from _of_exp(session, terms, given)
    yield from _of_powers(session, terms, given)


def _of_exp(session: Session, terms: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    """The tangents of exp at the arguments of other exponentials, at logarithms and at 1; its chords between these."""
    exponents = tuple(t.args[0] for t in terms if isinstance(t, App) and t.head == "exp")
    logs = tuple(t for t in terms if isinstance(t, App) and t.head == "ln")
    x = Var("x")
    exp = App("exp", (x,))
    places = (*exponents, *logs)
    if len(places) > MOST_PLACES:
        return
    moving = tuple(e for e in exponents if free(e))
    for m in moving:
        for base in (*places, ONE, App("neg", (ONE,))) if len(moving) <= FEW else places:
            if base is not m and not (isinstance(base, App) and base.head == "ln" and base in subterms(m)):
                with suppress(NoProof):
                    yield _tangent(session, x, exp, base, m, "convex", given)
    if len(moving) <= FEW:
        yield from _below(session, moving, given)
    for u, v in combinations(places, 2):
        for m in exponents:
            if m not in (u, v):
                with suppress(NoProof):
                    yield _chord(session, x, exp, (u, v), m, "convex", given)


def _below(session: Session, exponents: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    """u·exp(−u) <= 1/e and the like: the tangents of exp at 0 and 1, times exp(−u)."""
    x = Var("x")
    exp = App("exp", (x,))
    for exponent in exponents:
        m = exponent.args[0] if isinstance(exponent, App) and exponent.head == "neg" else App("neg", (exponent,))
        for base in (Num(0), ONE):
            with suppress(NoProof):
                fact = _tangent(session, x, exp, base, m, "convex", given)
                value_ = App("exp", (exponent,))
                positive = Factor(value_, True, prove(session, Claim(App(">", (value_, ZERO)), given)))
                yield expanded_product(session, times(session, [positive, fact], given), given)


def _of_powers(session: Session, terms: tuple[Term, ...], given: tuple[Term, ...]) -> Iterator[Factor]:
    """The tangents of z^c at 1, which are Bernoulli's inequality, and at other bases of that power, and its chords."""
    x = Var("x")
    bases: dict[Term, list[Term]] = {}
    for t in terms:
        if isinstance(t, App) and t.head == "^" and free(t.args[1]):
            bases.setdefault(t.args[1], []).append(t.args[0])
    for c, places in bases.items():
        power = App("^", (x, c))
        for m, bend in product(places, BENT):
            for base in (ONE, *(p for p in places if p is not m and len(places) <= FEW)):
                with suppress(NoProof):
                    yield _tangent(session, x, power, base, m, bend, given)
        for u, v in combinations(places[:MOST_PLACES], 2):
            for m, bend in product((m for m in places if m not in (u, v)), BENT):
                with suppress(NoProof):
                    yield _chord(session, x, power, (u, v), m, bend, given)


def _bends(session: Session, x: Var, a: Term) -> tuple[str, ...]:
    """How the function bends between three points, if its other variables are 1; both ways if that is not seen."""
    others = dict.fromkeys(free(a) - {x.name}, Fraction(1))
    balls = [value(session, a, {**others, x.name: p}) for p in SAMPLES]
    if any(ball is None for ball in balls):
        return tuple(BENT)
    left, middle, right = balls
    bend = left + right - 2 * middle  # type: ignore[operator]
    return ("convex",) if bend > 0 else ("concave",) if bend < 0 else ()


def _set(session: Session, x: Var, a: Term, points: tuple[Term, ...], head: str, given: tuple[Term, ...]) -> Term:
    """A set that the points lie in and on which the function is known to bend that way."""
    for region in SETS:
        try:
            for point in points:
                prove(session, Claim(App("in", (point, region)), given))
            outside = tuple(h for h in given if x.name not in free(h))
            prove(session, Claim(App(head, (App("fn", (x, a)), region)), outside))
        except NoProof:
            continue
        return region
    raise NoProof("not known to be convex or concave")


def _tangent(session: Session, x: Var, a: Term, base: Term, m: Term, bend: str, given: tuple[Term, ...]) -> Factor:
    """A(m) − A(b) − A′(b)(m − b), not negative for a convex A, positive for a strictly convex one and m ≠ b."""
    relation, side = BENT[bend]
    k = App("fn", (x, a))
    left = substitute(a, {x.name: m})
    slope = App("D", (k, base))
    there = App("+", (substitute(a, {x.name: base}), App("*", (slope, App("-", (m, base))))))
    for strictly, rel in (("strictly ", relation[0]), ("", relation)) if _tell_apart(given) else (("", relation),):
        try:
            if strictly:
                prove(session, Claim(App("!=", (m, base)), given))
            region = _set(session, x, a, (m, base), f"{strictly}{bend}".replace(" ", "_"), given)
            name = f"tangent {side} a {strictly}{bend} function"
            goal = Claim(App(rel, (left, there)), given)
            proof = by_rule(session, name, goal, prove, k=k, S=region, u=m, v=base)
        except NoProof:
            continue
        return cleared(session, written(session, difference(session, proof, given), given), given)
    raise NoProof("no tangent")


def _tell_apart(given: tuple[Term, ...]) -> bool:
    """Whether some hypothesis may say that two things are different."""
    strict = (h for h in given if isinstance(h, App) and h.head in ("<", ">", "!="))
    return any(h.head == "!=" or len(free(h)) > 1 for h in strict)


def _chord(
    session: Session, x: Var, a: Term, ends: tuple[Term, Term], m: Term, bend: str, given: tuple[Term, ...]
) -> Factor:
    """w·A(u) + h·A(v) − A(w·u + h·v), which is not negative for a convex A."""
    relation, side = {"convex": ("<=", "above"), "concave": (">=", "below")}[bend]
    u, v = ends
    w, h = weights(session, m, u, v)
    between = App("+", (App("*", (w, u)), App("*", (h, v))))
    same = arithmetic(session, m, between, given, prove)
    arithmetic(session, App("+", (w, h)), ONE, given, prove)
    region = _set(session, x, a, ends, bend, given)
    left, right, c = (substitute(a, {x.name: point}) for point in (u, v, between))
    mean = App("+", (App("*", (w, left)), App("*", (h, right))))
    k = App("fn", (x, a))
    name = f"chord {side} a {bend} function"
    proof = by_rule(session, name, Claim(App(relation, (c, mean)), given), prove, k=k, S=region, u=u, v=v, w=w, h=h)
    moved = _moved(a, x, m, same, given)
    proof = transport(App(relation, (substitute(a, {x.name: m}), mean)), (0,), moved, proof, given)
    return written(session, difference(session, proof, given), given)


def _moved(a: Term, x: Var, m: Term, same: Derivation, given: tuple[Term, ...]) -> Derivation:
    """A(m) = A(w·x + h·y), place by place."""
    here = substitute(a, {x.name: m})
    links = []
    for at in (at for at in paths(a) if subterm(a, at) is x):
        links.append(link(here, at, same, given))
        here = links[-1].claim.says.args[1]  # type: ignore[union-attr]
    return chain(links, given)


def weights(session: Session, m: Term, x: Term, y: Term) -> tuple[Term, Term]:
    """w and h with m = w·x + h·y."""
    form = normal_form(session, m)
    ring = ring_of([form])
    top = polynomial(ring, form.top)
    if top is None or x not in ring.generators or y not in ring.generators or form.bottom.keys() != {frozenset()}:
        raise NoProof("not a mean of two points")
    scale = form.bottom[frozenset()]
    found = []
    for point in (x, y):
        place = ring.generators.index(point)
        part = {
            tuple(0 if i == place else k for i, k in enumerate(key)): c / scale for key, c in top.items() if key[place]
        }
        if any(key[place] > 1 for key in top):
            raise NoProof("not a mean of two points")
        found.append(term_of(ring, part))
    return found[0], found[1]
