"""The sign of a rational function of one generator: factored, every factor with its sign.

Both sides are written out and compared: their difference becomes a quotient of products of irreducible factors in
t = σ(x), exp(x) or x. Each factor has one sign between the bounds of t; a factor with an even power has one anyway.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_poly

from sigmaprime.kernel.normal import single
from sigmaprime.kernel.proof import Claim, Derivation, Roots
from sigmaprime.kernel.roots import holds_at, holds_between
from sigmaprime.kernel.term import App, Num, Term, Wrong, number
from sigmaprime.search.algebra import (
    Rational,
    arithmetic,
    factors,
    fraction,
    normal_form,
    poly_term,
    raised,
    symbols,
    univariate,
)
from sigmaprime.search.bounds import Bounds, bounds, rational_bound
from sigmaprime.search.chain import chain, sides, transport
from sigmaprime.search.different import prove_different
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.forms import NONE, unfolded
from sigmaprime.search.goals import prove
from sigmaprime.search.linear import by_linear_factor, by_two_linear_factors
from sigmaprime.search.mixed import with_several
from sigmaprime.search.negative import with_one_negative
from sigmaprime.search.positive import Factor, over, positive_number, with_sign
from sigmaprime.search.reducing import reduced
from sigmaprime.search.selfref import self_referring
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.surds import with_surds

ZERO = Num(0)
DIFFERENCE = {
    "<": ("less by a positive difference", ">"),
    "<=": ("at most, by a difference", ">="),
    ">": ("greater by a positive difference", ">"),
    ">=": ("at least, by a difference", ">="),
    "!=": ("different by a difference", "!="),
}


def by_sign(session: Session, goal: Claim) -> Derivation:
    """`u rel v`, by the sign of u (if v is 0) or of the difference of the two sides."""
    match goal.says:
        case App(relation, (u, v)) if v is ZERO:
            return sign(session, u, relation, goal.given)
        case App(relation, _) if relation in DIFFERENCE:
            name, _ = DIFFERENCE[relation]
            return by_rule(session, name, goal, _sign_only)
    raise NoProof("not an inequality")


def _sign_only(session: Session, goal: Claim) -> Derivation:
    match goal.says:
        case App(relation, (u, v)) if v is ZERO:
            return sign(session, u, relation, goal.given)
    raise NoProof("not a sign")


def sign(session: Session, u: Term, relation: str, given: tuple[Term, ...]) -> Derivation:
    """`u rel 0` from a factored form of u."""
    kept = self_referring(session, u)
    gap = NoProof("not a rational function of one generator")
    for keep in (kept, NONE) if kept else (NONE,):
        try:
            return _sign(session, u, relation, given, keep)
        except NoProof as here:
            gap = here
    raise gap


def _sign(session: Session, u: Term, relation: str, given: tuple[Term, ...], keep: frozenset[str]) -> Derivation:
    links = _written_out(session, u, given, keep)
    here = sides(links[-1])[1] if links else u
    form = normal_form(session, here)
    rational = univariate(form)
    if rational is None:
        try:
            shown, there = with_surds(session, form, relation, given)
        except NoProof:
            shown, there = with_several(session, form, relation, given)
    elif rational.generator is ZERO:
        shown = number(fraction(rational.top[0] / rational.bottom[0]))
        there = prove(session, Claim(App(relation, (shown, ZERO)), given))
    else:
        limits = bounds(session, rational.generator, given)
        try:
            shown, there = _factored(session, rational, relation, limits, given)
        except NoProof:
            if len(symbols(form)) < 2:
                raise
            shown, there = with_several(session, form, relation, given)
    if shown is not here:
        links.append(arithmetic(session, here, shown, given, prove))
    return transport(App(relation, (u, ZERO)), (0,), chain(links, given), there, given) if links else there


def _written_out(session: Session, u: Term, given: tuple[Term, ...], keep: frozenset[str]) -> list[Derivation]:
    """The links by which u is written out, without powers of square roots."""
    out = unfolded(session, u, given, keep)
    links = [out] if out is not None else []
    try:
        plain = reduced(session, sides(out)[1] if out is not None else u, given)
    except NoProof:
        plain = None
    return [*links, plain] if plain is not None else links


def _factored(
    session: Session, rational: Rational, relation: str, limits: Bounds, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """The factored form of a rational function, and the proof that it has the sign."""
    t = rational.generator
    scale_top, above = factors(rational.top)
    scale_bottom, below = factors(rational.bottom)
    scale = scale_top / scale_bottom
    tops: list[Factor] = []
    bottoms: list[Factor] = []
    for polys, into in ((above, tops), (below, bottoms)):
        for poly, multiplicity in polys:
            turned, factor = _factor(session, poly, multiplicity, t, limits, given)
            into.append(factor)
            scale = -scale if turned else scale
    if not all(f.strict for f in bottoms):
        raise NoProof("a denominator may be 0")
    negative = scale < 0
    if (relation in (">", ">=") and negative) or (relation in ("<", "<=") and not negative):
        raise NoProof("the sign is the other one")
    size = abs(scale)
    above_line, below_line = (size.numerator, size.denominator) if bottoms else (size, 1)
    numerator, denominator = (
        [Factor(Num(n), True, positive_number(session, n, given))] if n != 1 else [] for n in (above_line, below_line)
    )
    tops, bottoms = [*numerator, *tops], [*denominator, *bottoms]
    plain = with_one_negative(session, tops, bottoms, relation, given) if negative else None
    return plain or with_sign(session, over(session, tops, bottoms, given), relation, negative, given)


def _factor(
    session: Session, poly: fmpq_poly, multiplicity: int, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> tuple[bool, Factor]:
    """One irreducible factor with its power; whether it was turned round to be positive."""
    for turned, candidate in ((False, poly), (True, -poly)):
        for relation in (">", ">="):
            try:
                term, proof = positive(session, candidate, relation, t, limits, given)
            except NoProof:
                continue
            strict = relation == ">"
            if multiplicity > 1:
                name = "power of a positive" if strict else "power of a nonnegative"
                power = raised(term, multiplicity)
                proof = by_rule(session, name, Claim(App(relation, (power, ZERO)), given), knowing(prove, proof))
                term = power
            return turned and multiplicity % 2 == 1, Factor(term, strict, proof)
    if multiplicity % 2:
        raise NoProof("a factor changes its sign")
    base = raised(poly_term(poly, t), multiplicity // 2)
    square = App("^", (base, Num(2)))
    proof = by_rule(session, "square is not negative", Claim(App(">=", (square, ZERO)), given), prove)
    try:
        strictly = by_rule(session, "square is positive", Claim(App(">", (square, ZERO)), given), prove_different)
    except NoProof:
        return False, Factor(square, False, proof)
    return False, Factor(square, True, strictly)


def positive(
    session: Session, poly: fmpq_poly, relation: str, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """`poly(t) rel 0` for t between its bounds: by comparing t with a single root, else by counting roots."""
    if poly.degree() == 1:
        return by_linear_factor(session, poly, relation, t, limits, given)
    term = poly_term(poly, t)
    goal = Claim(App(relation, (term, ZERO)), given)
    try:
        return term, roots(session, goal, poly, t, limits, given)
    except NoProof:
        if poly.degree() != 2:
            raise
    return by_two_linear_factors(session, poly, relation, t, limits, given)


def roots(
    session: Session, goal: Claim, poly: fmpq_poly, t: Term, limits: Bounds, given: tuple[Term, ...]
) -> Derivation:
    """A sign between rational bounds, by counting roots."""
    try:
        single(t)
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    relation = goal.says.head  # type: ignore[union-attr]
    ends: list[Fraction | None] = []
    parts: list[Derivation] = []
    for bound in (limits.low, limits.high):
        if bound is None:
            ends.append(None)
            continue
        end, proof = rational_bound(session, bound, t, given)
        if not bound.strict and not holds_at(poly, relation, end):
            raise NoProof("it fails at an end")
        ends.append(end)
        parts.append(proof)
    low, high = ends
    try:
        if not holds_between(poly, relation, low, high):
            raise NoProof("the polynomial does not have that sign throughout")
    except Wrong as wrong:
        raise NoProof(str(wrong)) from None
    if not parts:
        parts = [prove(session, Claim(App("defined", (t,)), given))]
    return Derivation(goal, Roots(t, low, high), tuple(parts))
