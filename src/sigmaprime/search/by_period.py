"""Inequalities for a periodic function on the whole line, from the same over one period.

Where x stands in sines and cosines of multiples a·x + b only, the numbers 2π/a have a least common multiple.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from math import gcd, lcm

from flint import arb, fmpq

from sigmaprime.kernel.proof import Claim, Derivation
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Num, Term, Var, children, free, number, substitute
from sigmaprime.search.algebra import scaled
from sigmaprime.search.fit import by_rule, knowing
from sigmaprime.search.goals import prove
from sigmaprime.search.numbers import exactly, value
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.signs import DIFFERENCE
from sigmaprime.tidy import negative

PI = App("pi", ())
ZERO = Num(0)
CIRCULAR = frozenset(("sin", "cos"))
NAME = "period"
LARGEST_DENOMINATOR = 60


def by_period(session: Session, goal: Claim) -> Derivation:
    """`u rel v` for every x, from `u rel v` for x in [-p/2, p/2] or [0, p], where p is a period of u."""
    relation, (u, v) = goal.says.head, goal.says.args  # type: ignore[union-attr]
    names = free(goal.says)
    if len(names) != 1 or goal.given or NAME in session.nesting:
        raise NoProof("no claim about the whole line")
    x = Var(*names)
    rates = dict.fromkeys(_rates(session, x, goal.says))
    if not rates:
        raise NoProof("nothing in it is periodic")
    if free(v):
        return by_rule(session, DIFFERENCE[relation][0], goal, prove)
    size = Fraction(lcm(*(r.denominator for r, _ in rates)), gcd(*(r.numerator for r, _ in rates)))
    if len({unit for _, unit in rates}) > 1:
        raise NoProof("periods without a common multiple")
    circle = scaled(PI, 2 * size) if next(iter(rates))[1] else number(2 * size)
    session.nesting.append(NAME)
    try:
        t = Var("t" if x.name != "t" else "s")  # the letter of the function is another than that of the claim
        there = substitute(u, {x.name: t})
        repeats = prove(session, Claim(App("periodic", (App("fn", (t, there)), REALS, circle))))
        half = scaled(PI, size) if next(iter(rates))[1] else number(size)
        for start in (negative(half), ZERO):
            with suppress(NoProof):
                name = f"one period shows {relation} everywhere"
                holes = {"u": there, "x": t, "w": x, "p": circle, "a": start, "b": circle if start is ZERO else half}
                return by_rule(session, name, goal, knowing(prove, repeats), **holes)
    finally:
        session.nesting.remove(NAME)
    raise NoProof("not proved over one period")


def _rates(session: Session, x: Var, term: Term) -> Iterator[tuple[Fraction, bool]]:
    """Of every angle a·x + b how fast it grows, and whether a is measured in units of 1 or (False) of π."""
    if x.name not in free(term):
        return
    if term is x:
        raise NoProof("the variable stands outside sines and cosines")
    if isinstance(term, App) and term.head in CIRCULAR:
        yield _rate(session, x, term.args[0])
    else:
        for part in children(term):
            yield from _rates(session, x, part)


def _rate(session: Session, x: Var, angle: Term) -> tuple[Fraction, bool]:
    """A guess, from two values of the angle: that it is right is proved with the period."""
    ends = [value(session, substitute(angle, {x.name: Num(n)})) for n in (0, 1)]
    if ends[0] is None or ends[1] is None:
        raise NoProof("an angle without a value")
    step = abs(ends[1] - ends[0])
    for unit, in_ones in ((arb(1), True), (arb.pi(), False)):
        near = exactly(step / unit).limit_denominator(LARGEST_DENOMINATOR)
        if near and (step / unit - arb(fmpq(near.numerator, near.denominator))).contains(0):
            return near, in_ones
    raise NoProof("an angle that is not linear")
