"""Logarithms of products: ln(c·∏ pⁿ) = ln c + Σ n·ln p, for factors p that are known to be positive."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpz

from sigmaprime.kernel.normal import ONE
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term
from sigmaprime.search.algebra import normal_form
from sigmaprime.search.chain import sides
from sigmaprime.search.quotients import canonical_of, factors_of
from sigmaprime.search.relations import equal_by_relations
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import ZERO, equal_by, inside, joined
from sigmaprime.search.visible import positive
from sigmaprime.search.work import Work, is_number, sign_of

LARGEST_NUMBER = 10**15


def logarithm(work: Work, node: App) -> Derivation | None:
    (u,) = node.args
    match u:
        case Num() if is_number(u, 1):
            return equal_by("logarithm at 1", node, ZERO)
        case App("exp", (v,)):
            return equal_by("logarithm of an exponential", node, v, u=v)
        case App("LambertW", (v,)):
            return equal_by("logarithm of Lambert's W", node, App("-", (App("ln", (v,)), u)), u=v)
        case App("sqrt", (v,)):
            half = App("exp", (App("/", (App("ln", (v,)), Num(2))),))
            return inside(node, (0,), equal_by("square root by exponential", u, half, u=v))
    product = _product(work, u)
    links = [] if product is u else [inside(node, (0,), equal_by_relations(work, u, product))]
    sum_ = _apart(product)
    if sum_ is not None:
        links.append(sum_)
    return joined(links) if links else None


def _product(work: Work, u: Term) -> Term:
    """u as a quotient of products of positive factors."""
    found = factors_of(u)
    constant = found.constant
    above: list[Term] = []
    below: list[Term] = []
    rest: list[Term] = []
    for base, power in found.factors:
        if isinstance(base, App) and base.head == "exp" and not _is_fraction(work, base.args[0]):
            above.append(App("exp", (_times(base.args[0], power),)))
            continue
        sign = sign_of(work, base)
        part = base
        if sign is not None and sign[0] == "<" and power.denominator == 1:
            part = _turned(base)
            constant = -constant if power % 2 else constant
        elif (sign is None or sign[0] != ">") and power % 2 == 0 and positive(work, App("abs", (base,))) is not None:
            part = App("abs", (base,))
        elif sign is None or sign[0] != ">":
            if len(found.factors) == 1 and abs(power) == 1:
                rest.append(base)
            else:
                raise NoProof("a factor of unknown sign")
        size = part if abs(power) == 1 else App("^", (part, Num(abs(power))))
        (above if power > 0 else below).append(size)
    if constant < 0:
        raise NoProof("a negative factor")
    if rest and constant != 1:
        raise NoProof("a factor of unknown sign")
    if max(constant.numerator, constant.denominator) > LARGEST_NUMBER:
        raise NoProof("too large a number")
    above += _primes(constant.numerator)
    below += _primes(constant.denominator)
    return _quotient(above, below)


def _is_fraction(work: Work, exponent: Term) -> bool:
    """Whether the powers of the exponential stay powers: exp(1/x)^2."""
    return normal_form(work.session, exponent).bottom.keys() != {ONE}


def _times(u: Term, power: Fraction) -> Term:
    from sigmaprime.search.algebra import scaled

    return scaled(u, power)


def _turned(base: Term) -> Term:
    return canonical_of(App("neg", (base,)))


def _primes(value: int) -> list[Term]:
    if value == 1:
        return []
    return [Num(int(p)) if e == 1 else App("^", (Num(int(p)), Num(e))) for p, e in fmpz(value).factor()]


def _quotient(above: list[Term], below: list[Term]) -> Term:
    top, bottom = (_multiplied(side) for side in (above, below))
    return top if bottom is None and top is not None else App("/", (top or Num(1), bottom or Num(1)))


def _multiplied(factors: list[Term]) -> Term | None:
    result: Term | None = None
    for factor in factors:
        result = factor if result is None else App("*", (result, factor))
    return result


def _apart(u: Term) -> Derivation | None:
    """ln(u) as a sum, u being a quotient of products of powers."""
    node = App("ln", (u,))
    match u:
        case App("/", (one, w)) if is_number(one, 1):
            first = equal_by("logarithm of a reciprocal", node, App("neg", (App("ln", (w,)),)), u=w)
            return _inner(first, ((0,),))
        case App("/", (v, w)):
            right = App("-", (App("ln", (v,)), App("ln", (w,))))
            return _inner(equal_by("logarithm of a quotient", node, right, u=v, v=w), ((0,), (1,)))
        case App("*", (v, w)):
            right = App("+", (App("ln", (v,)), App("ln", (w,))))
            return _inner(equal_by("logarithm of a product", node, right, u=v, v=w), ((0,), (1,)))
        case App("^", (v, Num() as n)):
            return equal_by("logarithm of a power", node, App("*", (n, App("ln", (v,)))), u=v, n=n)
        case App("exp", (v,)):
            return equal_by("logarithm of an exponential", node, v, u=v)
    return None


def _inner(first: Derivation, places: tuple[tuple[int, ...], ...]) -> Derivation:
    links = [first]
    for at in places:
        here = sides(links[-1])[1]
        part = here.args[at[0]]  # type: ignore[union-attr]
        fact = _apart(part.args[0])  # type: ignore[union-attr]
        if fact is not None:
            links.append(inside(here, at, fact))
    return joined(links)
