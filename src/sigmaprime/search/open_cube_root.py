"""Cube roots: cubes and the sign are taken out, what is left is taken apart into its factors."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpz

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.algebra import product, scaled
from sigmaprime.search.chain import sides
from sigmaprime.search.quotients import canonical_of, factors_of
from sigmaprime.search.session import NoProof
from sigmaprime.search.steps import equal_by, inside, joined
from sigmaprime.search.work import Work, calculated, sign_of

LARGEST_NUMBER = 10**15
THREE = Num(3)


def cube_root(work: Work, node: App) -> Derivation | None:
    """∛(a³·b·c) = a·∛b·∛c, with b and c free of cubes."""
    (u,) = node.args
    match u:
        case Num(zero) if zero == 0:
            return equal_by("cube root of 0", node, u)
        case App("neg", (v,)):
            return equal_by("cube root of a negative", node, App("neg", (App("cbrt", (v,)),)), u=v)
        case App("^", (v, Num(n))) if n == 3:
            return equal_by("cube root of a cube", node, v, u=v)
        case App("*", (v, w)):
            return equal_by("cube root of a product", node, App("*", (App("cbrt", (v,)), App("cbrt", (w,)))), u=v, v=w)
    found = factors_of(u)
    cubes: list[Term] = []
    rest: list[Term] = []
    outside, inner = _cube_part(abs(found.constant))
    for base, power in found.factors:
        if power.denominator != 1:
            raise NoProof("a fractional power")
        whole, left = divmod(int(power), 3)
        if whole:
            cubes.append(base if whole == 1 else App("^", (base, _exponent(whole))))
        rest += [base] * left
    if inner != 1:
        rest.insert(0, Num(inner))
    if outside != 1 or not (cubes or rest):
        cubes.insert(0, scaled(Num(1), outside))
    parts = ([App("^", (product(cubes), THREE))] if cubes else []) + rest
    target = product(parts)
    if found.constant < 0:
        target = App("neg", (target,))
    if target is u:
        return _as_power(work, node, u)
    moved = inside(node, (0,), calculated(work, u, target))
    again = (
        cube_root(work, App("cbrt", (target,)))
        if isinstance(target, App) and target.head in ("neg", "*", "^")
        else None
    )
    return joined([moved, again]) if again is not None and sides(again)[0] is sides(moved)[1] else moved


def _as_power(work: Work, node: App, u: Term) -> Derivation | None:
    """∛u as exp(ln(u)/3), where u is positive and a number, or powers are wanted."""
    if free(u) and not work.powers:
        return None
    sign = sign_of(work, u)
    if sign is not None and sign[0] == ">":
        return equal_by("cube root by exponential", node, App("exp", (App("/", (App("ln", (u,)), THREE)),)), u=u)
    if sign is not None and sign[0] == "<":
        size = canonical_of(App("neg", (u,)))
        turned = App("neg", (size,))
        moved = inside(node, (0,), calculated(work, u, turned))
        right = App("neg", (App("cbrt", (size,)),))
        return joined([moved, equal_by("cube root of a negative", sides(moved)[1], right, u=size)])
    return None


def _exponent(whole: int) -> Term:
    return Num(whole) if whole > 0 else App("neg", (Num(-whole),))


def _cube_part(size: Fraction) -> tuple[Fraction, int]:
    """size = outside³·inner with a whole number `inner` free of cubes."""
    number = size.numerator * size.denominator**2
    if number > LARGEST_NUMBER:
        raise NoProof("too large a number")
    outside, inner = Fraction(1, size.denominator), 1
    for prime, exponent in fmpz(number).factor():
        outside *= int(prime) ** (exponent // 3)
        inner *= int(prime) ** (exponent % 3)
    return outside, inner
