"""A relation on a box: does it hold for every value of its variable between two rational numbers?

Three tests on the difference f of the two sides, each by balls: the ball of f over the box; f at the end where it is
smallest, if the ball of f′ over the box has a sign; and f(m) + f′(box)·(box − m), by the mean value theorem
(Moore, Kearfott, Cloud, Introduction to Interval Analysis, §6.1).
"""

from __future__ import annotations

from fractions import Fraction

from flint import arb, fmpq

from sigmaprime.kernel.enclosure import decided, enclose, enclose_with_slope, precision
from sigmaprime.kernel.rule import Rules
from sigmaprime.kernel.term import App, Term, Wrong

MOST_BOXES = 4096


def holds_on(says: Term, variable: str, low: Fraction, high: Fraction, rules: Rules, bits: int) -> bool:
    """Whether balls of that many bits show that the relation holds for all values from `low` to `high`."""
    match says:
        case App(("<" | "<=" | ">" | ">=" | "!=") as relation, (u, v)):
            difference = App("-", (u, v))
        case _:
            raise Wrong("a relation of order was expected")
    with precision(bits, 1):
        a, b, m = (arb(fmpq(q.numerator, q.denominator)) for q in (low, high, (low + high) / 2))
        box = a.union(b)
        try:
            value, slope = enclose_with_slope(difference, rules, bits, variable, box)
        except Wrong:  # without a derivative the ball over the box decides
            return decided(enclose(difference, rules, bits, {variable: box}), relation)
        if decided(value, relation):
            return True
        if slope > 0 or slope < 0:
            end = a if bool(slope > 0) == (relation[0] == ">") else b
            return relation != "!=" and decided(enclose(difference, rules, bits, {variable: end}), relation)
        middle = enclose(difference, rules, bits, {variable: m})
        return decided(middle + slope * (box - m), relation)
