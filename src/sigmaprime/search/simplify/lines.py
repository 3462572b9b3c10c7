"""The lines from a raw result to its simplest form, each one proved: collect, put together, multiply out, cancel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from math import gcd, lcm

from sigmaprime.kernel.proof import Claim, Derivation, Rewrite
from sigmaprime.kernel.term import App, Term, subterms
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import equation, link, sides, usable
from sigmaprime.search.clock import now
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, OutOfTime, Session
from sigmaprime.search.simplify.bases import Bases, common_powers
from sigmaprime.search.simplify.choice import Unities, candidates, collected, cost, is_the_same, parts_of
from sigmaprime.search.simplify.opened import bases_of, expanded, factored
from sigmaprime.search.simplify.powers import by_exponentials, is_general, proved
from sigmaprime.search.simplify.product import Product
from sigmaprime.search.simplify.product import together as multiplied
from sigmaprime.search.simplify.radicals import by_radicals
from sigmaprime.search.simplify.sums import joined, terms_of
from sigmaprime.tidy import tidied

PATIENCE = 0.4  # seconds for one line
MOST_LINES = 3
MOST_TERMS = 9
TOO_LONG = 40
NO_IDENTITY: Unities = {}


def simplified(session: Session, start: Term, given: tuple[Term, ...]) -> list[Derivation]:
    """The lines from `start` to its simplest form; none if it stands there already."""
    for end, unities in candidates(start):
        if end is start:
            return []
        with suppress(NoProof):
            return _up_to_the_shortest(lines_to(session, start, end, given, unities))
    return []


def _up_to_the_shortest(links: list[Derivation]) -> list[Derivation]:
    """The lines as far as they make it shorter."""
    costs = [cost(sides(link)[1]) for link in links]
    return links[: costs.index(min(costs)) + 1]


def lines_to(
    session: Session, start: Term, end: Term, given: tuple[Term, ...], unities: Unities | None = NO_IDENTITY
) -> list[Derivation]:
    """`start = … = end` by the lines that a person would write in between."""
    links: list[Derivation] = []
    here = start
    for stop in _stops(start, end, unities):
        if stop is here or parts_of(stop) == parts_of(here):
            continue
        with suppress(NoProof):
            links.append(equal_terms(session, here, stop, given))
            here = stop
    if here is not end:
        links.append(equal_terms(session, here, end, given))
    return links


def _stops(start: Term, end: Term, unities: Unities | None) -> Iterator[Term]:
    here = collected(start)
    yield here
    if unities is None:
        return
    for _ in range(MOST_LINES):
        if here is end:
            return
        try:
            better = _put_together(here, subterms(end), unities)
        except (NoProof, ZeroDivisionError):
            return
        if better is here or is_the_same(better, end) or cost(better) > 2 * cost(end) + TOO_LONG:
            return
        here = better
        if not _is_nested(here):
            yield here


def equal_terms(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """`left = right`, by comparing normal forms or by any other proof that is found soon."""
    soon = replace(session, deadline=min(session.deadline, now() + PATIENCE), nesting=[])
    before = set(session.found)
    try:
        return _equal(soon, left, right, given)
    except OutOfTime:
        session.tick()
        for goal in [g for g, found in session.found.items() if found is None and g not in before]:
            del session.found[goal]  # it was being looked for
        raise NoProof("it takes too long") from None


def _equal(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    at = _difference(left, right)
    old, new = left, right
    for index in at:
        old, new = old.args[index], new.args[index]  # type: ignore[union-attr]
    places = (((), left, right),) if not at else ((at, old, new), ((), left, right))
    for way in (_by_arithmetic, by_roots, _by_any):
        for path, a, b in places:
            with suppress(NoProof):
                inner = usable(given, left, path)
                return link(left, path, _as_one(way(session, a, b, inner)), given)
    raise NoProof("the line is not proved")


def _by_arithmetic(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    return arithmetic(session, left, right, given, proved)


def by_roots(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    """By the canonical form of square roots, or of all powers as exponentials."""
    nodes = [t for t in subterms(left) if isinstance(t, App)]
    if not any(t.head == "sqrt" or _is_root(t) for t in nodes):
        raise NoProof("there are no roots")
    try:
        return by_radicals(session, left, right, given)
    except NoProof:
        return by_exponentials(session, left, right, given)


def _by_any(session: Session, left: Term, right: Term, given: tuple[Term, ...]) -> Derivation:
    return prove(session, Claim(equation(left, right), given))


def _as_one(fact: Derivation) -> Derivation:
    """A column, or an equation that rests on others, is shown as one line of algebra."""
    rests = any(isinstance(part.claim.says, App) and part.claim.says.head == "=" for part in fact.parts)
    return Derivation(fact.claim, Rewrite(()), (fact,)) if rests and not isinstance(fact.by, Rewrite) else fact


def _is_root(term: App) -> bool:
    return term.head == "^" and is_general(term.args[1])


def _difference(left: Term, right: Term) -> tuple[int, ...]:
    """The innermost place that contains all differences."""
    match left, right:
        case App(head, args), App(other, others) if head == other != "fn" and len(args) == len(others):
            changed = [i for i, (a, b) in enumerate(zip(args, others, strict=True)) if a is not b]
            if len(changed) == 1:
                return (changed[0], *_difference(args[changed[0]], others[changed[0]]))
    return ()


def _put_together(term: Term, kept: frozenset[Term], unities: Unities) -> Term:
    """The innermost sums with a common factor or denominator put together, the others multiplied out.

    Where that is done, an identity between squares is used.
    """
    bases = bases_of(term, deep=True)
    better = tidied(_walk(bases, term, kept))
    if better is not term or not unities:
        return better
    return tidied(_walk(bases_of(term, deep=True, unities=unities), term, kept))


def _walk(bases: Bases, term: Term, kept: frozenset[Term]) -> Term:
    match term:
        case App("+" | "-", _) if term not in kept and term not in bases.sums:
            inner = _inside_terms(bases, term, kept)
            return inner if inner is not term else _sum(bases, term)
        case App("/", (u, v)):
            return _quotient(_walk(bases, u, kept), _walk(bases, v, kept))
        case App("neg" | "*" | "^" as head, args):
            return App(head, tuple(_walk(bases, arg, kept) for arg in args))
    return term


def _quotient(u: Term, v: Term) -> Term:
    """(a/b)/c as a/(b·c)."""
    match u:
        case App("/", (a, b)):
            return App("/", (a, App("*", (b, v))))
        case App("neg", (w,)):
            return App("neg", (_quotient(w, v),))
    return App("/", (u, v))


def _is_nested(term: Term) -> bool:
    return any(isinstance(t, App) and t.head == "/" and _has_fraction(t.args[1]) for t in subterms(term))


def _has_fraction(term: Term) -> bool:
    match term:
        case App("/", _):
            return True
        case App("*" | "neg", args):
            return any(map(_has_fraction, args))
    return False


def _inside_terms(bases: Bases, term: Term, kept: frozenset[Term]) -> Term:
    match term:
        case App("+" | "-" | "neg" as head, args):
            return App(head, tuple(_inside_terms(bases, arg, kept) for arg in args))
    return _walk(bases, term, kept)


def _sum(bases: Bases, term: Term) -> Term:
    parts = [factored(bases, part).times(Product(Fraction(sign))) for part, sign in terms_of(term)]
    common = common_powers(parts, bases.roots)
    scale = Fraction(lcm(*(p.number.denominator for p in parts)), gcd(*(p.number.numerator for p in parts)))
    if common or scale > 1:
        rests = [Product(p.number * scale, multiplied(p.powers, {b: -e for b, e in common.items()})) for p in parts]
        rest = joined([(1 if p.number > 0 else -1, bases.write(Product(abs(p.number), p.powers))) for p in rests])
        bases.new.add(rest)
        return bases.write(Product(1 / scale, {**common, rest: Fraction(1)}))
    if bases.unities:
        whole = expanded(bases, parts)
        return bases.write_sum(whole) if len(whole) < len(parts) else term
    polys = [expanded(bases, [part]) for part in parts]
    if max(map(len, polys)) == 1 or sum(map(len, polys)) > MOST_TERMS:
        return term
    return joined(
        [
            (1 if c > 0 else -1, bases.write(Product(abs(c), dict(sorted(m, key=repr)))))
            for poly in polys
            for m, c in poly.items()
        ]
    )
