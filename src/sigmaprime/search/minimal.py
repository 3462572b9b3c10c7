"""The minimal polynomial of cos(π/q), derived from cos(nπ/q) = −cos((q − n)π/q).

With T the Chebyshev polynomials and c = cos(π/q), T_{k+1}(c) + T_k(c) = 0 for q = 2k + 1 and T_{q/2}(c) = 0 for an even
q. One irreducible factor of that polynomial vanishes at c; the others do not, as enclosures show.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq_poly

from sigmaprime.kernel.normal import Poly
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import factors, poly_term
from sigmaprime.search.chain import sides
from sigmaprime.search.numbers import by_enclosure, value
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, equal_by, inside, joined
from sigmaprime.search.work import Work, calculated

LARGEST = 45
PI = App("pi", ())


def cosine_relation(work: Work, q: int) -> tuple[int, Poly, Derivation] | None:
    """The degree, cos^degree by lower powers, and `minimal polynomial = 0` for cos(π/q)."""
    if q in (1, 2, 3, 4, 6, 12) or q > LARGEST:
        return None
    c = App("cos", (App("/", (PI, Num(q))),))
    n = q // 2
    whole = _chebyshev(n + 1) + _chebyshev(n) if q % 2 else _chebyshev(n)
    minimal = _vanishing(work, whole, c)
    other = whole // minimal
    zero = _vanishes(work, q, n, whole, c)
    least = poly_term(minimal, c)
    cofactor = poly_term(other, c)
    product = App("*", (cofactor, least))
    fact = joined([calculated(work, product, poly_term(whole, c)), zero])
    apart = by_enclosure(work.session, Claim(App("!=", (cofactor, ZERO))))
    least_zero = equal_by("a factor that is zero", least, ZERO, fact, apart, u=least, w=cofactor)
    rest: Poly = {
        (frozenset(((c, Fraction(k)),)) if k else frozenset()): -minimal[k]
        for k in range(minimal.degree())
        if minimal[k] != 0
    }
    return minimal.degree(), rest, least_zero


def _chebyshev(n: int) -> fmpq_poly:
    before, here = fmpq_poly([1]), fmpq_poly([0, 1])
    for _ in range(n):
        before, here = here, fmpq_poly([0, 2]) * here - before
    return before


def _vanishing(work: Work, whole: fmpq_poly, c: Term) -> fmpq_poly:
    for factor, _ in factors(whole)[1]:
        ball = value(work.session, poly_term(factor, c), None, 256)
        if ball is not None and ball.contains(0):
            return factor
    raise NoProof("no factor vanishes")


def _vanishes(work: Work, q: int, n: int, whole: fmpq_poly, c: Term) -> Derivation:
    """`T(c) = 0`: by cos((n + 1)θ) = cos(π − nθ) for q = 2n + 1, by cos(nθ) = cos(π/2) for q = 2n."""
    from sigmaprime.search.angles import _split

    theta = App("/", (PI, Num(q)))
    term = poly_term(whole, c)
    if q % 2 == 0:
        node = App("cos", (App("*", (Num(n), theta)),))
        fact = _split(work, "cos", node.args[0])
        if fact is None:
            raise NoProof("not a multiple")
        same = _by_squares(work, term, sides(fact)[1])
        right_angle = App("/", (PI, Num(2)))
        moved = inside(node, (0,), calculated(work, node.args[0], right_angle))
        zero = equal_by("cosine at a right angle", sides(moved)[1], ZERO)
        return joined([same, _turned(work, fact), moved, zero])
    upper = App("cos", (App("*", (Num(n + 1), theta)),))
    lower = App("*", (Num(n), theta)) if n > 1 else theta
    reflected = App("+", (PI, App("neg", (lower,))))
    moved = inside(upper, (0,), calculated(work, upper.args[0], reflected))
    turned, split = _split(work, "cos", reflected), _split(work, "cos", upper.args[0])
    low = _split(work, "cos", lower)
    if turned is None or split is None:
        raise NoProof("not a multiple")
    # T(c) = cos((n + 1)θ) + cos(nθ), and the first of these is the second, turned round
    total = App("+", (sides(split)[1], App("cos", (lower,)) if low is None else sides(low)[1]))
    same = _by_squares(work, term, total)
    backwards = inside(total, (0,), _turned(work, split))
    there = inside(sides(backwards)[1], (0,), joined([moved, turned]))
    return joined([same, backwards, there, _by_squares(work, sides(there)[1], ZERO)])


def _turned(work: Work, fact: Derivation) -> Derivation:
    from sigmaprime.search.steps import back
    from sigmaprime.search.work import settle

    return back(fact, settle(work, App("defined", (sides(fact)[1],))))


def _by_squares(work: Work, left: Term, right: Term) -> Derivation:
    """Equal as polynomials in sine and cosine, with sin² = 1 − cos²."""
    from sigmaprime.search.relations import equal_by_relations

    return equal_by_relations(work, left, right, ("sin",))
