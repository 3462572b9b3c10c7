"""A bounded function is replaced by its bound: p + q·sin(u) >= p − q where q >= 0.

What remains is simpler, and as strong far out, where a sine, a cosine, an arctangent or a falling exponential does not
matter: x² − x·sin(x) − 2 > 0 from x² − x − 2 > 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sigmaprime.kernel.normal import ONE, Poly, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.algebra import arithmetic, generator_term, normal_form
from sigmaprime.search.bounds import bounds
from sigmaprime.search.chain import sides, transport
from sigmaprime.search.facts import difference
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, times, with_sign
from sigmaprime.search.ring import ring_of, sum_of_monomials, term_of, whole
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE

ZERO = Num(0)
BOUNDED = frozenset(("sin", "cos", "atan", "exp", "erf", "tanh"))
MOST = 6  # functions eliminated one after the other


def by_extremes(session: Session, goal: Claim) -> Derivation:
    """`u rel v` with a bounded function in it, by what it comes to where that function is at its bound."""
    if session.nesting.count("extreme") >= MOST:
        raise NoProof("too many bounded functions")
    session.nesting.append("extreme")
    try:
        match goal.says:
            case App("<" | "<=" | ">" | ">=" as relation, (w, v)) if v is ZERO:
                return _eliminated(session, goal, relation, w)
            case App("<" | "<=" | ">" | ">=" as relation, _):
                return by_rule(session, DIFFERENCE[relation][0], goal, _sign_only)
    finally:
        session.nesting.pop()
    raise NoProof("not an inequality")


def _sign_only(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(relation, (w, v)) if v is ZERO:
            return _eliminated(session, goal, relation, w)
    raise NoProof("not a sign")


def _eliminated(session: Session, goal: Claim, relation: str, w: Term) -> Derivation:
    out = unfolded(session, w, goal.given)
    here = w if out is None else sides(out)[1]
    negative = relation[0] == "<"
    target = App("neg", (here,)) if negative else here
    for rest, extra in _splits(session, target, goal.given):
        strict = len(relation) == 1
        try:
            left = prove(session, Claim(App(">" if strict and not extra.strict else ">=", (rest, ZERO)), goal.given))
        except NoProof:
            continue
        total = _sum(session, Factor(rest, left.claim.says.head == ">", left), extra, goal.given)  # type: ignore[union-attr]
        shown, proof = with_sign(session, total, relation, negative, goal.given)
        same = arithmetic(session, here, shown, goal.given, prove)
        proof = transport(App(relation, (here, ZERO)), (0,), same, proof, goal.given)
        return proof if out is None else transport(goal.says, (0,), out, proof, goal.given)
    raise NoProof("no bounded function to be eliminated")


def _splits(session: Session, target: Term, given: tuple[Term, ...]) -> Iterator[tuple[Term, Factor]]:
    """`target` = rest + a product that is not negative, for each bounded function in it."""
    form = normal_form(session, target)
    if form.bottom.keys() != {ONE}:
        raise NoProof("not a polynomial")
    top = {monomial: c / form.bottom[ONE] for monomial, c in form.top.items()}
    found = dict.fromkeys(entry for monomial in top for entry in sorted(monomial, key=repr) if _is_bounded(*entry))
    for entry in found:
        g = generator_term(*entry)
        factor: Poly = {monomial - {entry}: c for monomial, c in top.items() if entry in monomial}
        rest: Poly = {monomial: c for monomial, c in top.items() if entry not in monomial}
        if any(symbol == entry[0] and not isinstance(symbol, tuple) for monomial in factor for symbol, _ in monomial):
            continue
        limits = bounds(session, g, given)
        for bound, relation in ((limits.low, ">="), (limits.high, "<=")):
            if bound is None:
                continue
            try:
                size = _size(session, sum_of_monomials(factor), relation, given)
            except NoProof:
                continue
            product = times(session, [size, difference(session, bound.proof, given)], given)
            moved = App("+", (sum_of_monomials(rest), App("*", (sum_of_monomials(factor), bound.end))))
            yield _plain(session, moved), product
            break


def _is_bounded(symbol: Symbol, power: Fraction) -> bool:
    """Whether it is a power of an exponential, or the first power of a bounded function."""
    if isinstance(symbol, tuple):
        return any(isinstance(inner, Var | App) for monomial in symbol[1:] for inner, _ in monomial)
    return isinstance(symbol, App) and symbol.head in BOUNDED and bool(free(symbol)) and power == 1


def _size(session: Session, factor: Term, relation: str, given: tuple[Term, ...]) -> Factor:
    """|q| for the factor q of the bounded function, which must have the sign that makes its bound the worst case."""
    if relation == ">=":
        return Factor(factor, False, prove(session, Claim(App(">=", (factor, ZERO)), given)))
    below = prove(session, Claim(App("<=", (factor, ZERO)), given))
    size = App("neg", (factor,))
    goal = Claim(App(">=", (size, ZERO)), given)
    return Factor(size, False, by_rule(session, "negative of a nonpositive", goal, knowing(prove, below)))


def _plain(session: Session, term: Term) -> Term:
    form = normal_form(session, term)
    ring = ring_of([form])
    found = whole(ring, form)
    return term if found is None else term_of(ring, found)


def _sum(session: Session, a: Factor, b: Factor, given: tuple[Term, ...]) -> Factor:
    strict = a.strict or b.strict
    if a.strict:
        name = "positive plus nonnegative" if not b.strict else "sum of positives"
    else:
        name = "nonnegative plus positive" if b.strict else "sum of nonnegatives"
    term = App("+", (a.term, b.term))
    goal = Claim(App(">" if strict else ">=", (term, ZERO)), given)
    return Factor(term, strict, by_rule(session, name, goal, knowing(prove, a.proof, b.proof)))
