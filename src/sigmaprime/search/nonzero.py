"""A denominator that is not 0 because a denominator of the claim is not, and that one is a multiple of it."""

from __future__ import annotations

from sigmaprime.kernel.normal import Poly
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, subterms
from sigmaprime.search.algebra import normal_form, symbols
from sigmaprime.search.chain import sides
from sigmaprime.search.known import Way
from sigmaprime.search.quotients import back as poly_of
from sigmaprime.search.quotients import canonical_of, over, ring_of, written
from sigmaprime.search.relations import divided, equal_by_relations
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, back, law, transported
from sigmaprime.search.work import Work, calculated, settle


def nonzero_as_factor(work: Work, d: Term) -> Derivation:
    """`d != 0` for a factor of a known denominator, after both are opened."""
    for condition, way in tuple(work.facts.items()):
        match condition:
            case App("!=", (v, zero)) if zero is ZERO and v is not d:
                try:
                    return _from(work, d, v, way())
                except NoProof:
                    continue
    raise NoProof("no denominator is a multiple of it")


def positive_as_known(work: Work, relation: str, d: Term) -> Derivation:
    """`d > 0` or `d >= 0` because that is known of a term that is opened to d."""
    for condition, way in tuple(work.facts.items()):
        match condition:
            case App(known, (v, zero)) if zero is ZERO and known == relation and v is not d:
                try:
                    return _moved(work, relation, d, v, way)
                except NoProof:
                    continue
    raise NoProof("no hypothesis says so")


def _moved(work: Work, relation: str, d: Term, v: Term, way: Way) -> Derivation:
    from sigmaprime.search.identity import simplified

    fact = simplified(work, v)
    out = v if fact is None else sides(fact)[1]
    if out is not d and canonical_of(out) is not canonical_of(d):
        raise NoProof("another term")
    there = way()
    if fact is not None:
        turned = back(fact, settle(work, App("defined", (out,))))
        there = transported(App(relation, (out, ZERO)), (0,), turned, there)
    if out is d:
        return there
    return transported(App(relation, (d, ZERO)), (0,), calculated(work, d, out), there)


def above_a_root(work: Work, relation: str, d: Term) -> Derivation:
    """`√u + w > 0` because u > w², and likewise with >=."""
    form = normal_form(work.session, d)
    for symbol in symbols(form):
        match symbol:
            case App("sqrt", (u,)) if form.bottom.keys() == {frozenset()}:
                v = canonical_of(App("-", (symbol, d)))
                if not any(t is symbol for t in subterms(v)):
                    return _above(work, relation, d, u, v)
    raise NoProof("not above a root")


def _above(work: Work, relation: str, d: Term, u: Term, v: Term) -> Derivation:
    """`d > 0` for d = √u − v."""
    root, strict = App("sqrt", (u,)), relation == ">"
    gap = settle(work, App(relation, (u, App("^", (v, Num(2))))))
    name = "square root greater than" if strict else "square root at least"
    higher = law(name, App(relation, (root, v)), gap, u=u, v=v)
    name = "less, turned round" if strict else "at most, turned round"
    lower = law(name, App("<" if strict else "<=", (v, root)), higher, u=v, v=root)
    difference = App("-", (root, v))
    name = "positive difference" if strict else "nonnegative difference"
    positive = law(name, App(relation, (difference, ZERO)), lower, u=v, v=root)
    if difference is d:
        return positive
    return transported(App(relation, (d, ZERO)), (0,), calculated(work, d, difference), positive)


def _from(work: Work, d: Term, v: Term, apart: Derivation) -> Derivation:
    from sigmaprime.search.identity import simplified

    fact = simplified(work, v)
    out = v if fact is None else sides(fact)[1]
    if fact is not None:
        turned = back(fact, settle(work, App("defined", (out,))))
        apart = transported(App("!=", (out, ZERO)), (0,), turned, apart)
    if out is d:
        return apart
    cofactor = _cofactor(work, d, out)
    product = App("*", (d, cofactor))
    same = equal_by_relations(work, product, out)
    whole = transported(App("!=", (product, ZERO)), (0,), same, apart)
    return law("first factor of what is not zero", App("!=", (d, ZERO)), whole, u=d, v=cofactor)


def _cofactor(work: Work, d: Term, out: Term) -> Term:
    """k with d·k = out."""
    a, b = normal_form(work.session, out), normal_form(work.session, d)
    tops = [divided(work, form.top, ("sin",))[0] for form in (a, b)]
    if not tops[0] or not tops[1]:
        raise NoProof("no multiple")
    ring = ring_of(*tops)
    (whole, above), (part, below) = (over(ring, top) for top in tops)
    quotient, remainder = divmod(whole, part)
    if not remainder.is_zero():
        raise NoProof("no multiple")
    k: Poly = poly_of(ring, quotient, tuple(p - q for p, q in zip(above, below, strict=True)))
    term = written(k)
    if b.bottom.keys() != {frozenset()} or b.bottom[frozenset()] != 1:
        term = App("*", (term, written(b.bottom)))
    if a.bottom.keys() != {frozenset()} or a.bottom[frozenset()] != 1:
        term = App("/", (term, written(a.bottom)))
    return term
