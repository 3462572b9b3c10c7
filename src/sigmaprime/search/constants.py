"""Whether a number made of radicals and trigonometric values is 0, decided and proved.

Such a number α lies in an algebra of finite dimension over the rationals, spanned by products of its generators. Its
powers are reduced by the relations of the generators until one of them depends on those before: m(α) = 0. If
m(t) = t·w(t) and w(α) ≠ 0, as an enclosure shows, then α = 0; and if m(0) ≠ 0, then α ≠ 0.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpq_mat

from sigmaprime.kernel.normal import Monomial, Poly, Symbol, add, multiply
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Var, free, subterms
from sigmaprime.notation.line import language
from sigmaprime.search.numbers import by_enclosure, value
from sigmaprime.search.quotients import written
from sigmaprime.search.relations import Relation, divided, logarithm_in, with_relations
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, equal_by
from sigmaprime.search.work import Work

LARGEST_DIMENSION = 40
ALGEBRAIC = frozenset(("+", "-", "*", "/", "neg", "^", "sqrt", "cbrt"))
UNIT: Monomial = frozenset()


def vanishing(work: Work, alpha: Poly) -> list[tuple[Relation, Poly]]:
    """The relation `alpha = 0`, with the cofactor 1; `NoProof` if it does not hold, or is not found."""
    term = written(alpha)
    if free(term) or not all(_algebraic(symbol) for monomial in alpha for symbol, _ in monomial):
        raise NoProof("the two sides differ " + language(term))
    ball = value(work.session, term, None, 256)
    if ball is None or not ball.contains(0):
        raise NoProof("the two sides differ " + language(term))
    other = _cofactor(work, alpha)
    w = written(other)
    apart = by_enclosure(work.session, Claim(App("!=", (w, ZERO))))
    rest, used = divided(work, multiply(other, alpha))
    if rest:
        raise NoProof("the product does not vanish")
    product = App("*", (w, term))
    zero = with_relations(work, product, ZERO, {UNIT: fmpq(1)}, used)
    fact: Derivation = equal_by("a factor that is zero", term, ZERO, zero, apart, u=term, w=w)
    return [(Relation(term, Fraction(1), {}, fact), {UNIT: fmpq(1)})]


def _algebraic(symbol: Symbol) -> bool:
    """Whether a generator is a root of a polynomial over the rationals and the other generators."""
    match symbol:
        case App("sqrt" | "cbrt", (u,)):
            return all(isinstance(t, Num) or t.head in ALGEBRAIC for t in subterms(u) if not isinstance(t, Var))
        case App("sin" | "cos", (App("/", (App("pi"), Num())),)):
            return True
    return logarithm_in(symbol) is not None


def _cofactor(work: Work, alpha: Poly) -> Poly:
    """w(α), where t·w(t) is the least polynomial that vanishes at α."""
    powers: list[Poly] = [{UNIT: fmpq(1)}]
    here: Poly = powers[0]
    for _ in range(LARGEST_DIMENSION):
        here = divided(work, multiply(here, alpha))[0]
        powers.append(here)
        dependency = _dependency(powers)
        if dependency is None:
            continue
        if dependency[0] != 0:
            raise NoProof("it is not zero")
        total: Poly = {}
        for coefficient, power in zip(dependency[1:], powers, strict=False):
            if coefficient != 0:
                total = add(total, {m: c * coefficient for m, c in power.items()})
        return total
    raise NoProof("the number has too high a degree")


def _dependency(powers: list[Poly]) -> list[fmpq] | None:
    """Coefficients of a linear dependency between the powers, the last one 1; None if there is none."""
    rows = list(dict.fromkeys(m for p in powers for m in p))
    matrix = fmpq_mat(len(rows), len(powers), [p.get(m, fmpq(0)) for m in rows for p in powers])
    reduced, rank = matrix.rref()
    if rank == len(powers):
        return None
    found = [fmpq(0)] * len(powers)
    found[-1] = fmpq(1)
    for row in range(rank):
        pivot = next(k for k in range(len(powers)) if reduced[row, k] != 0)
        if pivot == len(powers) - 1:
            return None
        found[pivot] = -reduced[row, len(powers) - 1]
    return found
