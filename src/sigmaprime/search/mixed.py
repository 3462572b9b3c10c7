"""The sign of a polynomial in several generators, such as x and exp(x): factored, each factor a goal of its own."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from sigmaprime.kernel.normal import Poly, Quotient, Symbol
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import fraction, generator_term, product, raised, symbols
from sigmaprime.search.different import prove_different
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.negative import with_one_negative
from sigmaprime.search.positive import Factor, over, positive_number, with_sign
from sigmaprime.search.session import NoProof, Session

ZERO = Num(0)
Factors: TypeAlias = list[tuple[fmpq_mpoly, int]]
Split: TypeAlias = tuple[fmpq, Factors]
MOST_GENERATORS = 7
MOST_TERMS = 120
HIGHEST_DEGREE = 24


def with_several(session: Session, form: Quotient, relation: str, given: tuple[Term, ...]) -> tuple[Term, Derivation]:
    """The factored form of a quotient of polynomials in several generators, and the proof of its sign."""
    found = sorted(symbols(form), key=repr)
    if not 2 <= len(found) <= MOST_GENERATORS or len(form.top) + len(form.bottom) > MOST_TERMS:
        raise NoProof("not a small polynomial in a few generators")
    generators = [_generator(form, symbol) for symbol in found]
    context = fmpq_mpoly_ctx.get(tuple(f"t{k}" for k in range(len(found))), Ordering.lex)
    split = [_polynomial(poly, found, generators, context).factor() for poly in (form.top, form.bottom)]
    if sum(int(multiplicity) for _, factors in split for _, multiplicity in factors) == 1:
        raise NoProof("it does not fall into factors")
    scales: list[Fraction] = []
    lines: list[list[Factor]] = []
    turned = 0
    for constant, factors in _cancelled(*split):
        scales.append(fraction(constant))
        pieces = []
        for factor, multiplicity in factors:
            term = _term(factor, [g[2] for g in generators])
            pieces.append(_factor(session, term, int(multiplicity), given))
        lines.append([piece for piece, _ in pieces])
        turned += sum(flips for _, flips in pieces)
    return _whole(session, scales[0] / scales[1], lines, turned, relation, given)


def _cancelled(top: Split, bottom: Split) -> tuple[Split, Split]:
    """The factors above and below the line without those that they have in common."""
    (above, tops), (below, bottoms) = top, bottom
    return (above, _without(tops, bottoms)), (below, _without(bottoms, tops))


def _without(factors: Factors, others: Factors) -> Factors:
    done = []
    for factor, power in factors:
        left = int(power) - next((int(n) for other, n in others if other == factor), 0)
        if left > 0:
            done.append((factor, left))
    return done


def _whole(
    session: Session, scale: Fraction, lines: list[list[Factor]], turned: int, relation: str, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    tops, bottoms = lines
    if not all(f.strict for f in bottoms):
        raise NoProof("a denominator may be 0")
    negative = (scale < 0) != bool(turned % 2)
    if relation != "!=" and (relation[0] == "<") != negative:
        raise NoProof("the sign is the other one")
    if abs(scale) != 1:
        tops = [Factor(Num(abs(scale)), True, positive_number(session, abs(scale), given)), *tops]
    plain = with_one_negative(session, tops, bottoms, relation, given) if negative else None
    return plain or with_sign(session, over(session, tops, bottoms, given), relation, negative, given)


def _generator(form: Quotient, symbol: Symbol) -> tuple[Fraction, int, Term]:
    """The unit in which the powers of a symbol are counted, how far they are raised above 0, and the generator."""
    powers = [dict(m).get(symbol, Fraction(0)) for poly in (form.top, form.bottom) for m in poly]
    if not isinstance(symbol, tuple):
        return Fraction(1), 0, generator_term(symbol, Fraction(1))
    present = [p for p in powers if p]
    unit = Fraction(gcd(*(abs(p.numerator) for p in present)), lcm(*(p.denominator for p in present)))
    if max(powers) <= 0:
        unit = -unit
    lowest = min(int(p / unit) for p in powers)
    return unit, max(0, -lowest), generator_term(symbol, unit)


def _polynomial(
    poly: Poly, found: list[Symbol], generators: list[tuple[Fraction, int, Term]], context: fmpq_mpoly_ctx
) -> fmpq_mpoly:
    entries: dict[tuple[int, ...], fmpq] = {}
    for monomial, coefficient in poly.items():
        powers = dict(monomial)
        key = tuple(
            int(powers.get(s, Fraction(0)) / unit) + shift
            for s, (unit, shift, _) in zip(found, generators, strict=True)
        )
        if max(key) > HIGHEST_DEGREE:
            raise NoProof("too high a degree")
        entries[key] = coefficient
    return context.from_dict(entries)


def _term(factor: fmpq_mpoly, generators: list[Term]) -> Term:
    """A factor written out, its positive terms first."""
    terms = []
    for key, coefficient in factor.to_dict().items():
        powers = [raised(g, int(k)) for g, k in zip(generators, key, strict=True) if k]
        size = abs(fraction(coefficient))
        terms.append((fraction(coefficient) > 0, product([Num(size), *powers] if size != 1 or not powers else powers)))
    terms.sort(key=lambda entry: not entry[0])
    (sign, result), *others = terms
    result = result if sign else App("neg", (result,))
    for positive, term in others:
        result = App("+" if positive else "-", (result, term))
    return result


def _factor(session: Session, term: Term, multiplicity: int, given: tuple[Term, ...]) -> tuple[Factor, int]:
    """A positive factor, and whether it was turned round for that."""
    for relation, flips in ((">", 0), ("<", 1), (">=", 0), ("<=", 1)):
        try:
            proof = prove(session, Claim(App(relation, (term, ZERO)), given))
        except NoProof:
            continue
        return _powered(session, term, proof, relation, multiplicity, given), flips * (multiplicity % 2)
    if multiplicity % 2:
        raise NoProof("a factor has no sign")
    square = App("^", (raised(term, multiplicity // 2), Num(2)))
    try:
        strict = by_rule(session, "square is positive", Claim(App(">", (square, ZERO)), given), prove_different)
    except NoProof:
        loose = by_rule(session, "square is not negative", Claim(App(">=", (square, ZERO)), given), prove)
        return Factor(square, False, loose), 0
    return Factor(square, True, strict), 0


def _turned(
    session: Session, term: Term, proof: Derivation, relation: str, given: tuple[Term, ...]
) -> tuple[Term, Derivation]:
    """A negative factor turned round: 2 − x for x − 2, and −t for any other t."""
    match term:
        case App("-", (u, v)):
            turned = App("-", (v, u))
            with suppress(NoProof):
                return turned, prove(session, Claim(App(relation, (turned, ZERO)), given))
    name = "negative of a negative" if relation == ">" else "negative of a nonpositive"
    minus = App("neg", (term,))
    return minus, by_rule(session, name, Claim(App(relation, (minus, ZERO)), given), knowing(prove, proof))


def _powered(
    session: Session, term: Term, proof: Derivation, relation: str, multiplicity: int, given: tuple[Term, ...]
) -> Factor:
    strict = len(relation) == 1
    here = ">" if strict else ">="
    if relation[0] == "<":
        term, proof = _turned(session, term, proof, here, given)
    if multiplicity > 1:
        name = "power of a positive" if strict else "power of a nonnegative"
        term = raised(term, multiplicity)
        proof = by_rule(session, name, Claim(App(here, (term, ZERO)), given), knowing(prove, proof))
    return Factor(term, strict, proof)
