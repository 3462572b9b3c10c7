"""Multiplying out, and writing functions by others, before an integral is split."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sigmaprime.kernel.term import App, Term, Var
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.product import ONE, Product, raised, scaled, summands, times, total, written
from sigmaprime.search.integrals.substitution import substituted
from sigmaprime.search.integrals.sums import expanded, linear
from sigmaprime.search.integrals.work import Work, rewritten


def expanding(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """A sum that is a factor multiplied out, as in (x² + 1)/x."""
    terms = expanded(p, x)
    return None if terms is None else rewritten(work, terms, x, shown, "expand")


def logistic(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """1/(a + b·e^(−v)) with numerator and denominator times e^v."""
    if any(isinstance(b, App) and b.head == "exp" for b, _ in p.factors):
        return None
    for base, exponent in p.factors:
        if exponent.denominator == 1 and exponent < 0 and len(summands(base)) == 2:
            for part in summands(base):
                match part.parts(x)[1].factors:
                    case ((App("exp", (v,)), e),) if e == 1 and linear(v, x) is not None:
                        factor = Product(ONE, ((App("exp", (scaled(v, -ONE),)), ONE),))
                        below = total(times(factor, s) for s in summands(base))
                        rest = Product(p.number, tuple(f for f in p.factors if f[0] is not base))
                        above = [factor] * int(-exponent)
                        new = times(rest, *above, raised(below, exponent))
                        plan = _direct(work, new, below, x, shown, factor)
                        if plan is not None:
                            return plan
    return None


def _direct(work: Work, new: Product, below: Term, x: Var, shown: Term, factor: Product) -> Plan | None:

    plan = substituted(work, new, x, written(new), below)
    if plan is None:
        return None
    return Plan(x, shown, "extend", (written(factor),), (), ((Product(ONE), plan),))


def hyperbolic(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """A sum of e^v and e^(−v) below the line, with numerator and denominator times e^v."""
    for base, exponent in p.factors:
        terms = summands(base)
        if exponent.denominator != 1 or exponent > 0 or len(terms) < 2:
            continue
        rates = [v for t in terms for v in _rates(t, x)]
        lowest = min(rates, default=Fraction(0))
        if lowest >= 0:
            continue
        factor = Product(ONE, ((App("exp", (scaled(x, -lowest),)), ONE),))
        below = total(times(factor, t) for t in terms)
        rest = Product(p.number, tuple(f for f in p.factors if f[0] is not base))
        new = times(rest, *[factor] * int(-exponent), raised(below, exponent))
        return rewritten(work, (new,), x, shown, "extend", written(factor))
    return None


def _rates(p: Product, x: Var) -> Iterator[Fraction]:
    """k for e^(kx)."""
    for base, _ in p.factors:
        match base:
            case App("exp", (v,)) if (found := linear(v, x)) is not None and not found[0].factors and not found[1]:
                yield found[0].number
