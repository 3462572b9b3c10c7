"""A relation on a box: does it hold for every value of its variable between two numbers?

Tests on the difference f of the two sides, by balls: the ball of f over the box; f at the end where it is
smallest, if the ball of f′ over the box has a sign; the Taylor polynomial of f about the middle of the box, with
Lagrange's remainder (Moore, Kearfott, Cloud, Introduction to Interval Analysis, §6.1 and §9.3); and where f vanishes to
the exact order k at an end c, the sign of f⁽ᵏ⁾ over the box, since f(x) = f⁽ᵏ⁾(ξ)/k!·(x − c)ᵏ (Taylor's theorem).
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import arb

from sigmaprime.kernel.enclosure import decided, enclose, enclose_coefficients, precision
from sigmaprime.kernel.expansion import HIGHEST_ORDER, order_of_zero
from sigmaprime.kernel.rule import Rules
from sigmaprime.kernel.term import App, Term, Wrong, require

MOST_BOXES = 4096


@dataclass(frozen=True, slots=True)
class Box:
    """The values of a variable between two numbers; the brackets tell, as for an interval, which ends belong to it."""

    variable: str
    low: Term
    high: Term
    brackets: str = "[]"


def holds_on(says: Term, box: Box, rules: Rules, bits: int, order: int = 1) -> bool:
    """Whether balls of that many bits, and Taylor polynomials of that order, show the relation for the whole box."""
    match says:
        case App(("<" | "<=" | ">" | ">=" | "!=") as relation, (u, v)):
            f = App("-", (u, v))
        case _:
            raise Wrong("a relation of order was expected")
    require(1 <= order <= HIGHEST_ORDER, "no Taylor polynomial of that order")
    x = box.variable
    with precision(bits, 1):
        a, b = enclose(box.low, rules, bits), enclose(box.high, rules, bits)
        require(bool(a < b), "the cuts must ascend")
        ball, middle = a.union(b), arb(((a + b) / 2).mid())
        try:
            value, slope = enclose_coefficients(f, rules, bits, x, ball, 1)
        except Wrong:  # without a derivative the ball over the box decides
            return decided(enclose(f, rules, bits, {x: ball}), relation)
        at_low, at_high = (enclose(f, rules, bits, {x: end}) for end in (a, b))
        smallest = at_low if bool(slope > 0) == (relation[0] == ">") else at_high
        rising = relation != "!=" and bool(slope > 0 or slope < 0)
        if decided(value, relation) or (rising and decided(smallest, relation)):
            return True
        known = enclose_coefficients(f, rules, bits, x, middle, order - 1)
        rest = enclose_coefficients(f, rules, bits, x, ball, order)[-1]
        if decided(_sum((*known, rest), (ball - middle).abs_upper()), relation):
            return True
    included = relation in ("<=", ">=")
    ends = ((box.low, at_low, box.brackets[0], 1), (box.high, at_high, box.brackets[1], -1))
    for end, value, bracket, side in ends:
        if value.contains(0) and (included or bracket in ("(", ")")):
            try:
                contact = order_of_zero(f, x, end, rules)
                coefficient = enclose_coefficients(f, rules, bits, x, ball, contact)[-1]
            except Wrong:
                continue
            if decided(coefficient * side if contact % 2 else coefficient, relation):
                return True
    return False


def _sum(coefficients: tuple[arb, ...], reach: arb) -> arb:
    """Σ cₖ·hᵏ for all h from −reach to reach."""
    total = arb(0)
    for k, coefficient in enumerate(coefficients):
        size = reach**k
        total += coefficient * (size if k == 0 else (arb(0) if k % 2 == 0 else -size).union(size))
    return total
