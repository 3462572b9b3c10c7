"""Far out, x is written as 1/t: exp(1/(x − 1)) becomes exp(t/(1 − t)), which has a power series at t = 0.

The relation is proved for all t between 0 and 1/B, and then used for t = 1/x.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_poly

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term, Var, free, replace, substitute, subterm, subterms
from sigmaprime.search.algebra import arithmetic, normal_form, poly_term, univariate
from sigmaprime.search.bounds import bounds
from sigmaprime.search.boxes import near, variable_of
from sigmaprime.search.chain import chain, link, transport
from sigmaprime.search.derivative import instance
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import value
from sigmaprime.search.session import NoProof, Session

ZERO, ONE = Num(0), Num(1)
T = Var("t")
ARITHMETIC = frozenset(("+", "-", "*", "/", "^", "neg"))


def by_reciprocal(session: Session, goal: Claim) -> Derivation:
    """`u rel v` for x >= B > 0, or x <= B < 0, by what it comes to for t = 1/x."""
    x = variable_of(goal.says)
    limits = bounds(session, x, goal.given)
    bound = limits.low if limits.high is None else limits.high if limits.low is None else None
    if bound is None or x is T or "reciprocal" in session.nesting:
        raise NoProof("not an unbounded interval")
    positive = bound is limits.low
    end = near(session, bound.end)
    if (end <= 0) == positive or end == 0:
        raise NoProof("not an interval far out")
    relation, (u, v) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    turned = [_turned(session, side, x) for side in (u, v)]
    if not all(_is_regular(session, new) for new, _ in turned):
        raise NoProof("a function is not regular far out")
    says = App(relation, tuple(new for new, _ in turned))
    if not any(
        isinstance(t, App) and t.head not in ARITHMETIC and free(t) for side in says.args for t in subterms(side)
    ):
        raise NoProof("nothing becomes simpler")
    step = ">" if positive else "<"
    other = "<=" if positive else ">="
    given = (App(step, (T, ZERO)), App(other, (T, App("/", (ONE, bound.end)))))
    session.nesting.append("reciprocal")
    try:
        general = prove(session, Claim(says, given))
    finally:
        session.nesting.pop()
    there = instance(session, general, T, App("/", (ONE, x)), goal.given, prove)
    proof, claimed = there, there.claim.says
    for index in (1, 0):  # from u′ rel v′ to u′ rel v, and from there to u rel v
        new, places = turned[index]
        if places:
            fact = chain(_links(session, (u, v)[index], new, places, x, goal.given), goal.given)
            claimed = replace(claimed, (index,), (u, v)[index])
            proof = transport(claimed, (index,), fact, proof, goal.given)
    return proof


def _links(
    session: Session, here: Term, new: Term, places: list[Path], x: Var, given: tuple[Term, ...]
) -> list[Derivation]:
    """From the side as it stands to what it is in 1/x, one rational function after the other."""
    links = []
    for path in places:
        wanted = substitute(subterm(new, path), {T.name: App("/", (ONE, x))})
        fact = arithmetic(session, subterm(here, path), wanted, given, prove)
        links.append(link(here, path, fact, given))
        here = replace(here, path, wanted)
    return links


def _is_regular(session: Session, term: Term) -> bool:
    """Whether every function in it has a value at t = 0."""
    functions = [t for t in subterms(term) if isinstance(t, App) and t.head not in ARITHMETIC and T.name in free(t)]
    return all(value(session, t, {T.name: Fraction(0)}) is not None for t in functions)


def _turned(session: Session, term: Term, x: Var) -> tuple[Term, list[Path]]:
    """The term in t = 1/x, and where in it a rational function of x was turned."""
    if x.name not in free(term):
        return term, []
    found = _rational(session, term, x)
    if found is not None:
        return found, [()]
    if not isinstance(term, App) or term.head in ("fn", "D"):
        raise NoProof("not to be turned")
    parts = [_turned(session, child, x) for child in term.args]
    paths = [(index, *path) for index, (_, places) in enumerate(parts) for path in places]
    return App(term.head, tuple(part for part, _ in parts)), paths


def _rational(session: Session, term: Term, x: Var) -> Term | None:
    """r(1/t) for a rational function r(x), as a quotient of polynomials in t without a common factor."""
    rational = univariate(normal_form(session, term))
    if rational is None or rational.generator is not x:
        return None
    shift = rational.bottom.degree() - rational.top.degree()
    top, bottom = (fmpq_poly(list(reversed(p.coeffs()))) for p in (rational.top, rational.bottom))
    if shift > 0:
        top *= fmpq_poly([0] * shift + [1])
    elif shift < 0:
        bottom *= fmpq_poly([0] * -shift + [1])
    common = top.gcd(bottom)
    top, bottom = top // common, bottom // common
    if bottom.degree() == 0:
        return poly_term(top / bottom[0], T)
    return App("/", (poly_term(top, T), poly_term(bottom, T)))
