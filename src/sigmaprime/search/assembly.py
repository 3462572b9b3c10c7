"""A proof that a polynomial is positive, from the numbers that a linear program has found."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Path, Term
from sigmaprime.search.algebra import arithmetic
from sigmaprime.search.chain import link, sides
from sigmaprime.search.columns import Column, Known
from sigmaprime.search.facts import Equal
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.positive import Factor, over, positive_number, times
from sigmaprime.search.ring import monomial_term, term_of
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)


@dataclass(frozen=True, slots=True)
class Combination:
    """divisor·w = Σ size·column, where the divisor is a generator that is positive, or missing."""

    used: tuple[tuple[Column, Fraction], ...]
    divisor: Factor | None


def assembled(
    session: Session, known: Known, w: Term, found: Combination, given: tuple[Term, ...]
) -> tuple[Factor, list[Derivation]]:
    """The sum with the proof of its sign, and the equations that lead from w to it."""
    terms = [_summand(session, known, c, size, given) for c, size in found.used if c.multiple is None]
    if not terms:
        raise NoProof("it is 0")
    total = _sum(session, terms, given)
    below = [] if found.divisor is None else [found.divisor]
    final = over(session, [total], below, given) if below else total
    links = _corrected(session, known, w, total.term, found, given)
    here = sides(links[-1])[1] if links else w
    if here is not final.term:
        links.append(arithmetic(session, here, final.term, given, prove))
    return final, links


def _corrected(
    session: Session, known: Known, w: Term, total: Term, found: Combination, given: tuple[Term, ...]
) -> list[Derivation]:
    """w = S + m·(a − b), and then b in place of a, for every equation a = b that is used."""
    full = total
    equal: list[Equal] = []
    for column, size in found.used:
        if (multiple := column.multiple) is not None:
            fact = known.equations[multiple.equation][0]
            factor = monomial_term(known.ring, multiple.monomial, fmpq(size.numerator, size.denominator))
            added = App("*", (factor, App("-", fact.pair)))
            full = App("+" if multiple.sign > 0 else "-", (full, added))
            equal.append(fact)
    if not equal:
        return []
    start: Path = ()
    if found.divisor is not None:
        full, start = App("/", (full, found.divisor.term)), (0,)
    links = [arithmetic(session, w, full, given, prove)]
    for depth, fact in enumerate(reversed(equal)):
        links.append(link(sides(links[-1])[1], (*start, *(0,) * depth, 1, 1, 0), fact.proof, given))
    return links


def _summand(session: Session, known: Known, column: Column, size: Fraction, given: tuple[Term, ...]) -> Factor:
    parts = [known.facts[j][0] for j in column.parts]
    if column.square is not None:
        square = App("^", (term_of(known.ring, column.square), Num(2)))
        loose = by_rule(session, "square is not negative", Claim(App(">=", (square, ZERO)), given), prove)
        parts.append(Factor(square, False, loose))
    if size != 1 or not parts:
        parts.insert(0, Factor(Num(size), True, positive_number(session, size, given)))
    return times(session, parts, given)


def _sum(session: Session, terms: list[Factor], given: tuple[Term, ...]) -> Factor:
    result, *others = terms
    for other in others:
        term = App("+", (result.term, other.term))
        strict = result.strict or other.strict
        name = {(True, True): "sum of positives", (True, False): "positive plus nonnegative",
                (False, True): "nonnegative plus positive", (False, False): "sum of nonnegatives",
                }[result.strict, other.strict]  # fmt: skip
        goal = Claim(App(">" if strict else ">=", (term, ZERO)), given)
        result = Factor(term, strict, by_rule(session, name, goal, knowing(prove, result.proof, other.proof)))
    return result
