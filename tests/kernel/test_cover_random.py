"""Random functions on random boxes: what a cover settles is true at every point that is tried, with far more digits."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from flint import arb, fmpq

from sigmaprime.claims import LAWS
from sigmaprime.kernel.cover import Box, holds_on
from sigmaprime.kernel.enclosure import enclose
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, number, substitute
from sigmaprime.read.row import read_row

X, ZERO = Var("x"), Num(0)
NUMBERS = tuple(map(read_row, ("0", "1", "2", "1/2", "pi", "exp(1)", "ln(2)", "sqrt(2)", "sqrt(3)", "3", "1/3")))
ENDS = (*NUMBERS, *map(read_row, ("-1", "-1/2", "pi/2", "-(pi/2)", "pi/3", "3/2")))
FUNCTIONS = ("exp", "ln", "sqrt", "sin", "cos", "tan", "atan", "asin", "abs")
FINE = 400


def term(dice: random.Random, depth: int) -> Term:
    kind = dice.random()
    if depth == 0 or kind < 0.18:
        return X if dice.random() < 0.6 else dice.choice(NUMBERS)
    if kind < 0.62:
        return App(dice.choice("+-*+-*/"), (term(dice, depth - 1), term(dice, depth - 1)))
    if kind < 0.7:
        return App("^", (term(dice, depth - 1), Num(dice.choice((2, 3, 4)))))
    return App(dice.choice(FUNCTIONS), (term(dice, depth - 1),))


def touching(dice: random.Random) -> Term:
    """A function that is 0 at one of the ends, perhaps to a higher order."""
    c, f = dice.choice(ENDS), term(dice, 2)
    difference = App("-", (f, substitute(f, {"x": c})))
    return App("*", (difference, App("-", (X, c)))) if dice.random() < 0.5 else difference


def fails(says: App, box: Box, dice: random.Random) -> bool:
    low, high = (enclose(end, LAWS, FINE) for end in (box.low, box.high))
    first, width = Fraction(float(low.mid())), Fraction(float((high - low).mid()))
    parts = [Fraction(dice.randint(1, 9999), 10000) for _ in range(20)] + [Fraction(1, 10**k) for k in range(1, 9)]
    inside = [first + width * part for part in (*parts, *(1 - part for part in parts))]
    points = [number(p) for p in inside if low < arb(fmpq(p.numerator, p.denominator)) < high]
    points += [end for end, bracket in zip((box.low, box.high), box.brackets, strict=True) if bracket in "[]"]
    return any(_fails_at(says, point) for point in points)


def _fails_at(says: App, point: Term) -> bool:
    value = enclose(substitute(says.args[0], {"x": point}), LAWS, FINE)  # `Wrong` where it is undefined
    if says.head == "!=":
        return bool(value == 0)
    above = bool(value > 0) or (says.head == "<" and bool(value == 0))
    below = bool(value < 0) or (says.head == ">" and bool(value == 0))
    return above if says.head[0] == "<" else below


@pytest.mark.parametrize("seed", range(6))
def test_what_is_settled_is_true(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 — nothing here is a secret
    settled = 0
    for _ in range(500):
        f = term(dice, dice.choice((2, 3))) if dice.random() < 0.4 else touching(dice)
        box = Box("x", dice.choice(ENDS), dice.choice(ENDS), dice.choice(("[]", "(]", "[)", "()")))
        says = App(dice.choice(("<", "<=", ">", ">=", "!=")), (f, ZERO))
        try:
            if not free(f) or not holds_on(says, box, LAWS, 64, dice.choice((1, 1, 2, 4, 8))):
                continue
        except Wrong:
            continue
        settled += 1
        assert not fails(says, box, dice), (says, box)
    assert settled > 10
