"""How a statement is got from another by a mistake: divided by what may be 0, squared, carried over with its sign.

Each mistake yields a statement, and the identities that show that it is the one that was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, substitute
from sigmaprime.search.agreeing import agree
from sigmaprime.search.cells import OPPOSITE
from sigmaprime.search.cofactor import cofactor
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.slip import Slipped
from sigmaprime.search.sums_and_factors import factors, summands
from sigmaprime.search.wrong_algebra import wrong_forms
from sigmaprime.tidy import negative, tidied

Case = tuple[Term, ...]
ZERO, ONE, TWO = Num(0), Num(1), Num(2)
VAGUE = frozenset(("sign-lost", "factor-lost", "term-lost", "upside-down"))
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Written:
    """u rel v, the line before, and p rel q, what was written below it."""

    u: Term
    v: Term
    p: Term
    q: Term

    @property
    def before(self) -> Term:
        return tidied(App("-", (self.u, self.v)))

    @property
    def after(self) -> Term:
        return tidied(App("-", (self.p, self.q)))


def of_implications(
    session: Session, there: tuple[Case, ...], here: tuple[Case, ...], *, lost: bool
) -> Iterator[Slipped]:
    """What may have led from one statement to another that does not follow (`lost`), or that says less."""
    match there, here:
        case ((App("=", (u, v)),),), _ if all(len(c) == 1 and _is(c[0], "=") for c in here):
            roots = [tidied(App("-", c[0].args)) for c in here]  # type: ignore[union-attr]
            whole = roots[0]
            for root in roots[1:]:
                whole = App("*", (whole, root))
            p, q = here[0][0].args if len(here) == 1 else (whole, ZERO)  # type: ignore[union-attr]
            written = Written(u, v, p, q)
            yield from _equations(session, written, lost)
            yield from _products(session, written, [c[0] for c in here])
            yield from _one_sign(session, written, [c[0] for c in here])
        case ((App("<" | "<=" | ">" | ">=" as first, (u, v)),),), ((App("<" | "<=" | ">" | ">=" as second, (p, q)),),):
            yield from _inequalities(session, Written(u, v, p, q), first, second)
        case ((App("<" | "<=" | ">" | ">=", (u, v)),),), _:
            yield from _squares_of_inequality(session, u, v, here)


def _is(relation: Term, head: str) -> bool:
    return isinstance(relation, App) and relation.head == head


def _same(session: Session, name: str, terms: tuple[Term, ...], left: Term, right: Term) -> Iterator[Slipped]:
    left, right = tidied(left), tidied(right)
    if agree(session, left, right):
        yield Slipped(name, terms, App("=", (left, right)))


def _equations(session: Session, w: Written, lost: bool) -> Iterator[Slipped]:
    if not lost:
        square = App("-", (App("^", (w.u, TWO)), App("^", (w.v, TWO))))
        yield from _multiples(session, "squared", (w.u, w.v), square, w.after)
        with suppress(NoProof):
            factor = cofactor(session, w.after, w.before)
            if free(factor):
                name = "multiplied-by-zero"
                yield from _same(session, name, (factor,), w.after, App("*", (factor, w.before)))
        return
    yield from _roots_taken(session, w)
    yield from _one_case(session, w)
    yield from _divided(session, w)
    yield from _mirrored(session, w)
    for sign, term in (*summands(w.u), *((-s, t) for s, t in summands(w.v))):
        signed = term if sign > 0 else negative(term)
        if term is not ZERO:
            carried = App("-", (w.before, App("*", (TWO, signed))))
            yield from _multiples(session, "carried-over", (term,), carried, w.after)
    yield from _coefficients(session, w)
    yield from _algebra_in(session, w)


def _mirrored(session: Session, w: Written) -> Iterator[Slipped]:
    """The solutions with the opposite signs."""
    match w.p, w.q:
        case (App("*", _), zero) if zero is ZERO and len(names := free(w.before)) == 1:
            (name,) = names
            mirrored = substitute(w.before, {name: App("neg", (Var(name),))})
            yield from _multiples(session, "signs-of-solutions", (), mirrored, w.after)


def _multiples(session: Session, name: str, terms: tuple[Term, ...], wrong: Term, after: Term) -> Iterator[Slipped]:
    """`after` is a constant multiple of what the mistake makes of the equation."""
    with suppress(NoProof):
        factor = cofactor(session, after, wrong)
        if not free(factor) and factor is not ZERO:
            yield from _same(session, name, terms, after, App("*", (factor, wrong)))
            return
    for same in (wrong, negative(wrong)):
        yield from _same(session, name, terms, after, same)


def _roots_taken(session: Session, w: Written) -> Iterator[Slipped]:
    """u = p² and v = q², or higher even powers: one of the two roots."""
    for n in (TWO, Num(4), Num(6)):
        if agree(session, w.u, App("^", (w.p, n))) and agree(session, w.v, App("^", (w.q, n))):
            difference = App("-", (App("^", (w.p, n)), App("^", (w.q, n))))
            yield Slipped("one-root", (w.p, w.q), App("=", (w.before, difference)))


def _one_case(session: Session, w: Written) -> Iterator[Slipped]:
    """|p| = q became p = q."""
    match w.u:
        case App("abs", (inner,)) if agree(session, inner, w.p) and agree(session, w.v, w.q):
            yield Slipped("one-case", (w.u,), App("=", (w.before, App("-", (App("abs", (w.p,)), w.q)))))


def _algebra_in(session: Session, w: Written) -> Iterator[Slipped]:
    """One side was rewritten by a mistake, perhaps after both were squared."""
    pairs = ((w.u, w.v), (App("^", (w.u, TWO)), App("^", (w.v, TWO))))
    for u, v in pairs:
        for side, other, sign in ((u, v, 1), (v, u, -1)):
            for name, terms, wrong in wrong_forms(side):
                session.tick()
                difference = App("-", (wrong, other) if sign > 0 else (other, wrong))
                if name not in VAGUE:
                    yield from _same(session, name, terms, w.after, difference)


def _divided(session: Session, w: Written) -> Iterator[Slipped]:
    """u − v = c·(p − q), where c may be 0."""
    with suppress(NoProof):
        factor = cofactor(session, w.before, w.after)
        if free(factor):
            name = "factor-dropped" if w.v is ZERO else "divided-by-zero"
            yield from _same(session, name, (_plain(factor),), w.before, App("*", (factor, w.after)))


def _coefficients(session: Session, w: Written) -> Iterator[Slipped]:
    """a·x = b became x = b − a, or x = a/b, or x = a·b."""
    match w.u:
        case App("*", (a, x)) if as_number(a) is not None and w.p is x:
            yield from _same(session, "subtracted-coefficient", (a,), w.q, App("-", (w.v, a)))
            yield from _same(session, "upside-down", (App("/", (w.v, a)),), w.q, App("/", (a, w.v)))
            yield from _same(session, "multiplied-instead", (a,), w.q, App("*", (a, w.v)))
        case App("/", (x, a)) if as_number(a) is not None and w.p is x:
            yield from _same(session, "divided-instead", (a,), w.q, App("/", (w.v, a)))
        case App("+" | "-", (x, a)) if w.p is x and as_number(w.v) is not None:
            yield from _same(session, "divided-by-summand", (a,), w.q, App("/", (w.v, a)))


def _products(session: Session, w: Written, here: list[Term]) -> Iterator[Slipped]:
    """a·b = c became a = c or b = c, though c is not 0."""
    found = factors(w.u)
    if len(found) == len(here) > 1 and w.v is not ZERO:
        wrong = [App("-", (f, w.v)) for f in found]
        written = [tidied(App("-", r.args)) for r in here]  # type: ignore[union-attr]
        product, other = wrong[0], written[0]
        for f, r in zip(wrong[1:], written[1:], strict=True):
            product, other = App("*", (product, f)), App("*", (other, r))
        yield from _same(session, "product-not-zero", (w.u, w.v), other, product)


def _one_sign(session: Session, w: Written, here: list[Term]) -> Iterator[Slipped]:
    """One of the solutions has the wrong sign."""
    solved = [r.args for r in here if isinstance(r, App) and isinstance(r.args[0], Var) and not free(r.args[1])]
    if len(solved) < len(here):
        return
    for index, (_, place) in enumerate(solved):
        product: Term = ONE
        for other, (x, a) in enumerate(solved):
            product = App("*", (product, App("-", (x, negative(a) if other == index else a))))
        yield from _multiples(session, "sign-of-one-solution", (place,), w.before, tidied(product))


def _inequalities(session: Session, w: Written, first: str, second: str) -> Iterator[Slipped]:
    same_way = first[0] == second[0]
    if same_way:
        yield from _roots_taken(session, w)
        yield from _one_case(session, w)
        if "=" in first and "=" not in second:
            yield from _multiples(session, "equality-lost", (w.u, w.v), w.before, w.after)
    with suppress(NoProof):
        factor = cofactor(session, w.after, w.before)
        shows = App("*", (factor, w.before))
        if not free(factor):
            sign = _sign(factor)
            if (same_way and sign < 0) or (not same_way and sign > 0):
                name = "relation-not-turned" if same_way else "relation-turned"
                yield from _same(session, name, (factor,), w.after, shows)
        else:
            yield from _same(session, "multiplied-by-unknown-sign", (_plain(factor),), w.after, shows)
    with suppress(NoProof):
        factor = cofactor(session, w.before, w.after)
        if free(factor):
            shows = App("*", (factor, w.after))
            yield from _same(session, "divided-by-unknown-sign", (_plain(factor),), w.before, shows)
    if same_way:
        for name, image in (("reciprocals", _reciprocal), ("squared", _square)):
            left, right = image(w.u), image(w.v)
            yield from _same(session, name, (w.u, w.v), App("-", (w.p, w.q)), App("-", (left, right)))
    for sign_, term in (*summands(w.u), *((-s, t) for s, t in summands(w.v))):
        signed = term if sign_ > 0 else negative(term)
        if term is not ZERO:
            carried = App("-", (w.before, App("*", (TWO, signed))))
            yield from _same(session, "carried-over", (term,), w.after, carried)


def _squares_of_inequality(session: Session, u: Term, v: Term, here: tuple[Case, ...]) -> Iterator[Slipped]:
    """u² < v² became u < v, in one of several alternatives."""
    for case in here:
        for relation in case:
            if isinstance(relation, App) and relation.head in OPPOSITE:
                yield from _roots_taken(session, Written(u, v, *relation.args))


def _plain(factor: Term) -> Term:
    """The factor without the numbers in it."""
    match factor:
        case App("neg", (inner,)):
            return _plain(inner)
        case App("*", _):
            kept = [f for f in factors(factor) if free(f)]
            whole = kept[0]
            for one in kept[1:]:
                whole = App("*", (whole, one))
            return _plain(whole) if whole is not factor else whole
    return factor


def _reciprocal(term: Term) -> Term:
    return App("/", (ONE, term))


def _square(term: Term) -> Term:
    return App("^", (term, TWO))


def _sign(factor: Term) -> int:
    value = as_number(factor)
    if value is None:
        match factor:
            case App("neg", _):
                return -1
            case App("*" | "/", (a, b)):
                return _sign(a) * _sign(b)
        return 1
    return (value > 0) - (value < Fraction(0))
