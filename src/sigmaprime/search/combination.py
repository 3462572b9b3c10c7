"""A polynomial that is a sum of products of what is known to be positive, and of squares.

P = Σ λ·(product of known differences)·(square), with numbers λ >= 0 that a linear program finds: what a textbook
does when it writes x² + y² − 2xy as (x − y)², or sets b = a + d.
"""

from __future__ import annotations

from flint import fmpq

from sigmaprime.kernel.normal import Quotient
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, free, subterms
from sigmaprime.search import facts, two_points
from sigmaprime.search.algebra import arithmetic, fraction, normal_form, sum_of
from sigmaprime.search.assembly import Combination, assembled
from sigmaprime.search.chain import chain, link, sides, transport
from sigmaprime.search.columns import Known, columns_for
from sigmaprime.search.expanding import opened
from sigmaprime.search.fit import by_rule, first_of
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, with_sign
from sigmaprime.search.ring import Exponents, Polynomial, Ring, degree, ring_of, times, whole
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE
from sigmaprime.search.simplex import nonnegative_solution
from sigmaprime.search.steps import with_more

ZERO = Num(0)
MOST_GENERATORS = 7
HIGHEST_DEGREE = 8


def by_combination(session: Session, goal: Claim) -> Derivation:
    """`u rel v` in several variables, by writing the difference of the sides as a sum of what is positive."""
    if len(free(goal.says).union(*map(free, goal.given))) < 2:
        raise NoProof("for one variable there are better ways")
    if len(near := _that_matter(goal)) < len(goal.given):
        return with_more(prove(session, Claim(goal.says, near)), goal.given)
    match goal.says:
        case App("!=", _) if goal.given:
            return first_of(session, ("less, so not equal", "greater, so not equal"), goal, prove)
        case App("<" | "<=" | ">" | ">=", (w, v)) if v is ZERO:
            return _signed(session, goal, w)
        case App("<" | "<=" | ">" | ">=" as relation, _):
            return by_rule(session, DIFFERENCE[relation][0], goal, _sign_only)
    raise NoProof("not an inequality")


def _that_matter(goal: Claim) -> tuple[Term, ...]:
    """The hypotheses without those of which no variable is connected with the goal."""
    names, known = free(goal.says), -1
    while known != len(names):
        known = len(names)
        names = names.union(*(free(h) for h in goal.given if free(h) & names))
    return tuple(h for h in goal.given if not free(h) or free(h) & names)


def _sign_only(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App("<" | "<=" | ">" | ">=", (w, v)) if v is ZERO:
            return _signed(session, goal, w)
    raise NoProof("not a sign")


def _signed(session: Session, goal: Claim, w: Term) -> Derivation:
    given = goal.given
    out = unfolded(session, w, given)
    here = w if out is None else sides(out)[1]
    apart = opened(session, here, given)
    for step in (None, apart) if apart is not None else (None,):
        links = [each for each in (out, step) if each is not None]
        try:
            return _summed(session, goal, links, sides(links[-1])[1] if links else w)
        except NoProof:
            continue
    raise NoProof("not a sum of what is known to be positive")


def _summed(session: Session, goal: Claim, before: list[Derivation], here: Term) -> Derivation:
    """The sign of what a term comes to, from a sum of what is positive."""
    relation, given = goal.says.head, goal.given  # type: ignore[union-attr]
    target = here if relation[0] == ">" else App("neg", (here,))
    found = combined(session, target, len(relation) == 1, given)
    if found is None:
        raise NoProof("not a sum of what is known to be positive")
    factor, links = found
    _, proof = with_sign(session, factor, relation, relation[0] == "<", given)
    if relation[0] == "<":  # −w = S, so w = −S
        links = [arithmetic(session, here, App("neg", (target,)), given, prove), *_inside_neg(links, target, given)]
    whole_chain = [*before, *links]
    if not whole_chain:
        return proof
    return transport(goal.says, (0,), chain(whole_chain, given), proof, given)


def _inside_neg(links: list[Derivation], start: Term, given: tuple[Term, ...]) -> list[Derivation]:
    term = App("neg", (start,))
    result = []
    for each in links:
        result.append(link(term, (0,), each, given))
        term = App("neg", (sides(each)[1],))
    return result


def combined(
    session: Session, w: Term, strict: bool, given: tuple[Term, ...]
) -> tuple[Factor, list[Derivation]] | None:
    """A positive (or not negative) sum, and the equations that lead from w to it; what is known at once comes first."""
    own = ring_of([normal_form(session, w)]).generators
    bent: list[Factor] = []
    for effort in (1, 2, 3):
        if effort == 2:
            bent = two_points.facts(session, _applications(w, own), given)
        known = _known(session, w, given, bent)
        for most_factors in (1, 2) if bent and effort == 2 else (effort,):
            if (found := _solved(session, known, w, strict, most_factors)) is not None:
                return assembled(session, known, w, found, given)
    return None


def _solved(session: Session, known: Known, w: Term, strict: bool, most_factors: int) -> Combination | None:
    poly = whole(known.ring, normal_form(session, w))
    if poly is None or not poly or degree(poly) > HIGHEST_DEGREE:
        raise NoProof("not a small polynomial")
    for key, divisor in _divisors(known) if most_factors > 1 else ((known.ring.one, None),):
        session.tick()
        target = times(poly, {key: fmpq(1)})
        columns = columns_for(known, target, most_factors)
        wanted = frozenset(j for j, c in enumerate(columns) if c.strict) if strict else frozenset[int]()
        solution = nonnegative_solution([c.poly for c in columns], target, wanted, session.tick)
        if solution is not None:
            return Combination(tuple((columns[j], fraction(size)) for j, size in sorted(solution.items())), divisor)
    return None


def _known(session: Session, w: Term, given: tuple[Term, ...], bent: list[Factor]) -> Known:
    """The generators of w and of the hypotheses, and what is known about them."""
    own = ring_of([normal_form(session, w)]).generators
    seen = [*facts.from_hypotheses(session, given), *bent]
    equal = list(facts.equations(session, own, given))
    terms = [w, *(fact.term for fact in seen), *(side for fact in equal for side in fact.pair)]
    ring = ring_of([normal_form(session, term) for term in terms])
    if len(ring.generators) > MOST_GENERATORS:
        raise NoProof("too many generators")
    equal += facts.roots(session, tuple(g for g in ring.generators if g not in own), given)
    seen += facts.of_generators(session, ring.generators, given)
    seen += facts.in_order(session, ring.generators, given)
    seen += facts.exponentials(session, _exponentials(ring, normal_form(session, w)), given)

    def read(term: Term) -> Polynomial | None:
        return whole(ring, normal_form(session, term))

    # the same fact twice is one too many; where one is strict, that one is kept
    found = {frozenset(poly.items()): (f, poly) for f in sorted(seen, key=_is_strict) if (poly := read(f.term))}
    return Known(
        ring,
        tuple(found.values()),
        tuple((fact, poly) for fact in equal if (poly := read(App("-", fact.pair))) is not None),
    )


def _exponentials(ring: Ring, form: Quotient) -> tuple[App, ...]:
    """The exponentials that are factors of the terms of a polynomial, exp(0) among them."""
    if not any(isinstance(g, App) and g.head == "exp" for g in ring.generators):
        return ()
    found: dict[App, None] = {}
    for monomial in form.top:
        parts = tuple((symbol[1], power) for symbol, power in monomial if isinstance(symbol, tuple))
        found[App("exp", (sum_of(parts),))] = None
    return tuple(found)


def _is_strict(fact: Factor) -> bool:
    return fact.strict


def _applications(w: Term, generators: tuple[Term, ...]) -> tuple[Term, ...]:
    """The functions in w, as they are written and as generators: exp(t·x + y) and exp(t·x), exp(y)."""
    written = sorted((t for t in subterms(w) if isinstance(t, App) and (len(t.args) == 1 or t.head == "^")), key=repr)
    return tuple(dict.fromkeys((*generators, *written)))


def _divisors(known: Known) -> list[tuple[Exponents, Factor | None]]:
    """1, and the generators that are known to be positive: a·P may be a sum of what is positive where P is not."""
    single = {next(iter(p)): f for f, p in known.facts if f.strict and degree(p) == 1 and list(p.values()) == [1]}
    return [(known.ring.one, None), *single.items()]
