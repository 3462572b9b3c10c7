"""The checker: does this derivation establish its claim? One match over the reasons; it never searches.

What every reason means, and why it is sound, stands in DECISIONS.md beside this file.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from flint import fmpq, fmpq_poly

from sigmaprime.kernel import normal
from sigmaprime.kernel import proof as by
from sigmaprime.kernel.cover import MOST_BOXES, Box, holds_on
from sigmaprime.kernel.enclosure import relation_holds
from sigmaprime.kernel.hidden import keep_parameters
from sigmaprime.kernel.pieces import pieces
from sigmaprime.kernel.places import available
from sigmaprime.kernel.points import at_point, require_open
from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.roots import HIGHEST_DEGREE, holds_at, holds_between
from sigmaprime.kernel.rule import Rules, fill_rule
from sigmaprime.kernel.sets import is_place
from sigmaprime.kernel.term import (
    App,
    Num,
    Term,
    Var,
    Wrong,
    children,
    free,
    number,
    replace,
    require,
    substitute,
    subterm,
)

DEEPEST = 200
ZERO = Num(0)


def check(proof: Derivation, rules: Rules) -> None:
    """Return when `proof` establishes its claim; raise `Wrong` otherwise."""
    seen: dict[int, Derivation] = {}
    try:
        _check(proof, rules, seen, 0)
    except RecursionError:
        raise Wrong("a term nested this deep is not checked") from None
    keep_parameters(seen.values(), rules)


def _check(proof: Derivation, rules: Rules, seen: dict[int, Derivation], depth: int) -> None:
    if id(proof) in seen:  # a part that is used twice is checked once
        return
    require(depth < DEEPEST, "a proof nested this deep is not checked")
    for part in proof.parts:
        _check(part, rules, seen, depth + 1)
    _step(proof, rules)
    seen[id(proof)] = proof


def _step(proof: Derivation, rules: Rules) -> None:
    claim, parts = proof.claim, tuple(part.claim for part in proof.parts)
    match proof.by:
        case by.Apply(name, holes):
            require(name in rules, "there is no rule ", name)
            filled = fill_rule(rules[name], holes)
            require(claim.says is filled.conclusion, name, ": not an instance")
            require(len(parts) == len(filled.premises), name, ": it has ", len(filled.premises), " premises")
            for part, premise in zip(parts, filled.premises, strict=True):
                require(part.says is premise.says, name, ": a premise is not the one that it needs")
                _require_given(part, claim, premise.given, filled.arbitrary)
        case by.Given(index):
            require(not parts and 0 <= index < len(claim.given), "there is no such hypothesis")
            require(claim.says is claim.given[index], "that is not what the hypothesis says")
        case by.Rewrite(at):
            before, after = _equation(claim.says)
            (part,) = _exactly(parts, 1)
            old, new = _equation(part.says)
            require(subterm(before, at) is old and replace(before, at, new) is after, "not a replacement of one part")
            _require_given_under(part, claim, before, at)
        case by.Replace(at):
            equation, there = _exactly(parts, 2)
            old, new = _equation(equation.says)
            require(subterm(claim.says, at) is old, "nothing to replace there")
            require(replace(claim.says, at, new) is there.says, "not a replacement of one part")
            _require_given_under(equation, claim, claim.says, at)
            _require_given(there, claim)
        case by.Chain():
            here, end = _equation(claim.says)
            for part in parts:
                left, right = _equation(part.says)
                require(left is here, "a link does not begin where the last one ended")
                _require_given(part, claim)
                here = right
            require(bool(parts) and here is end, "the chain does not reach its end")
        case by.Arithmetic():
            _arithmetic(claim, parts)
        case by.Prime():
            require(not parts, "the meaning of a prime needs no premise")
            _prime(*_equation(claim.says))
        case by.Instance(variable, value):
            _instance(claim, parts, variable, value)
        case by.Cases(left, right):
            _cases(claim, parts, left, right)
        case by.Enclosure(bits):
            require(not parts and not free(claim.says), "an enclosure decides a relation without variables")
            require(relation_holds(claim.says, rules, bits), "the enclosures do not decide it")
        case by.Roots(generator, low, high):
            _roots(claim, parts, generator, low, high)
        case by.Cover():
            _cover(claim, parts, proof.by, rules)
        case by.Every():
            says, *given = _inside(claim.says, "all", 1)
            (part,) = _exactly(parts, 1)
            require(part.says is says and set(part.given) <= set(given), "it is not what holds for all")
        case by.Witness(point):
            at_point(parts, _inside(claim.says, "some", 0), None, point)
        case by.Counterexample(point):
            denied, *more = _inside(claim.says, "not", 1)
            says, *given = _inside(denied, "all", 1)
            require(not more, "one statement is denied")
            at_point(parts, tuple(given), says, point)
        case by.Pieces(heads):
            needed = pieces(claim.says, heads)
            require(tuple(part.says for part in parts) == needed, "a piece is missing, wrong or too many")
            for part in parts:
                _require_given(part, claim)
        case _:
            assert_never(proof.by)


def _exactly(parts: tuple[Claim, ...], count: int) -> tuple[Claim, ...]:
    require(len(parts) == count, count, " parts are needed")
    return parts


def _inside(says: Term, head: str, least: int) -> tuple[Term, ...]:
    require(isinstance(says, App) and says.head == head, "a statement that begins with ", head, " was expected")
    require(len(children(says)) >= least, head, " of nothing")
    return children(says)


def _equation(says: Term) -> tuple[Term, Term]:
    match says:
        case App("=", (left, right)):
            return left, right
    raise Wrong("an equation was expected")


def _require_given(
    part: Claim, claim: Claim, local: tuple[Term, ...] = (), arbitrary: frozenset[str] = frozenset()
) -> None:
    """The part may use the hypotheses of the claim that leave the arbitrary variables alone, and the local ones."""
    for hypothesis in part.given:
        known = hypothesis in local or (hypothesis in claim.given and not arbitrary & free(hypothesis))
        require(known, "a part uses a hypothesis that the claim does not have")


def _require_given_under(equation: Claim, claim: Claim, term: Term, at: tuple[int, ...]) -> None:
    require(not is_place(_equation(equation.says)[1]), "what has a meaning as a place only is equal to nothing")
    for hypothesis in equation.given:
        require(available(hypothesis, claim.given, term, at), "an equation is used where its hypothesis is not known")
    available(ZERO, (), term, at)  # also without hypotheses the place itself must allow a replacement


def _arithmetic(claim: Claim, parts: tuple[Claim, ...]) -> None:
    sides = _equation(claim.says)
    left, right = map(normal.normal, sides)
    require(normal.equal(*sides), "the two sides have different normal forms")
    needed = {App("!=", (d, ZERO)) for d in left.divisors - right.divisors}
    needed |= {App("defined", (atom,)) for atom in left.atoms - right.atoms}
    require(needed <= {part.says for part in parts}, "a condition for the left side to be defined is missing")
    for part in parts:
        _require_given(part, claim)


def _prime(left: Term, right: Term) -> None:
    for one, other in ((left, right), (right, left)):
        match one, other:
            case App(primed, (t,)), App("D", (App("fn", (Var(x), App(head, (Var(y),)))), at)):
                if primed == head + "'" and x == y and t is at:
                    return
    raise Wrong("that is not the meaning of a prime")


def _instance(claim: Claim, parts: tuple[Claim, ...], variable: str, value: Term) -> None:
    require(len(parts) >= 2, "an instance needs the general claim and that the value is defined")
    general, defined, *conditions = parts
    require_open((general.says, *general.given))
    new = {variable: value}
    require(claim.says is substitute(general.says, new), "not an instance")
    require(defined.says is App("defined", (value,)), "the value must be defined")
    needed = tuple(substitute(hypothesis, new) for hypothesis in general.given)
    require(tuple(part.says for part in conditions) == needed, "a condition of the general claim is not proved")
    for part in (defined, *conditions):
        _require_given(part, claim)


def _cases(claim: Claim, parts: tuple[Claim, ...], left: Term, right: Term) -> None:
    left_defined, right_defined, below, above = _exactly(parts, 4)
    require(left_defined.says is App("defined", (left,)), "the left side of the cases must be defined")
    require(right_defined.says is App("defined", (right,)), "the right side of the cases must be defined")
    require(below.says is claim.says and above.says is claim.says, "each case must prove the claim")
    for part, local in zip(parts, ((), (), (App("<=", (left, right)),), (App(">=", (left, right)),)), strict=True):
        _require_given(part, claim, local)


def _roots(
    claim: Claim, parts: tuple[Claim, ...], generator: Term, low: Fraction | None, high: Fraction | None
) -> None:
    match claim.says:
        case App(("<" | "<=" | ">" | ">=" | "!=") as relation, (u, v)):
            polynomial = _polynomial(App("-", (u, v)), generator)
        case _:
            raise Wrong("a relation of order was expected")
    bounds = [(">", ">=", low)] if low is not None else []
    bounds += [("<", "<=", high)] if high is not None else []
    if not bounds:
        (part,) = _exactly(parts, 1)
        require(part.says is App("defined", (generator,)), "the generator must be defined")
    for part, (strict, loose, end) in zip(_exactly(parts, max(1, len(bounds))), bounds, strict=False):
        bound = number(end if end is not None else 0)
        if part.says is App(loose, (generator, bound)):
            require(holds_at(polynomial, relation, end or Fraction(0)), "it fails at an end")
        else:
            require(part.says is App(strict, (generator, bound)), "a bound of the generator is missing")
    require(holds_between(polynomial, relation, low, high), "the polynomial does not have that sign throughout")
    for part in parts:
        _require_given(part, claim)


def _cover(claim: Claim, parts: tuple[Claim, ...], cover: by.Cover, rules: Rules) -> None:
    x, cuts = Var(cover.variable), cover.cuts
    require(free(claim.says) == {cover.variable}, "boxes cover the values of the only variable")
    require(2 <= len(cuts) <= MOST_BOXES and not any(map(free, cuts)), "the cuts must be numbers")
    brackets = ""
    for part, pair, relations, end in zip(
        _exactly(parts, 2), ("[(", "])"), (">=", "<="), (cuts[0], cuts[-1]), strict=True
    ):
        closed, opened = App(relations, (x, end)), App(relations[0], (x, end))
        require(part.says in (closed, opened), "a bound is missing")
        brackets += pair[part.says is opened]
        _require_given(part, claim)
    for low, high in pairwise(cuts):
        ends = (brackets[0] if low is cuts[0] else "[") + (brackets[1] if high is cuts[-1] else "]")
        settled = holds_on(claim.says, Box(cover.variable, low, high, ends), rules, cover.bits, cover.order)
        require(settled, "the enclosures do not settle a box")


def _polynomial(term: Term, generator: Term) -> fmpq_poly:
    """`term` as a polynomial in `generator`; `Wrong` if it is none or if anything else must be defined."""
    symbol, unit = normal.single(generator)
    form, own = normal.normal(term), normal.normal(generator)
    require(form.bottom.keys() == {normal.ONE}, "not a polynomial in the generator")
    require(form.divisors <= own.divisors and form.atoms <= own.atoms, "something else would have to be defined")
    coefficients: dict[int, fmpq] = {}
    for monomial, coefficient in form.top.items():
        powers = dict(monomial)
        degree = powers.pop(symbol, Fraction(0)) / unit
        require(not powers and degree.denominator == 1 and degree >= 0, "not a polynomial in the generator")
        require(degree <= HIGHEST_DEGREE, "not a polynomial of a degree that is counted")
        coefficients[int(degree)] = coefficient / form.bottom[normal.ONE]
    return fmpq_poly([coefficients.get(k, fmpq(0)) for k in range(max(coefficients, default=0) + 1)])
