"""What must not be done with a fraction: cancel a term of a sum, divide one term only, split the denominator."""

from __future__ import annotations

from collections.abc import Iterator

from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Term, as_number
from sigmaprime.search.sums_and_factors import factors, summands, total, without
from sigmaprime.tidy import tidied

ONE = Num(1)


def wrong_quotients(v: Term, w: Term) -> Iterator[tuple[str, Term]]:
    above, below = summands(v), summands(w)
    if len(above) > 1:
        for index, (_, term) in enumerate(above):
            rest = [*above[:index], *above[index + 1 :]]
            for factor in dict.fromkeys(factors(w)):
                left, under = without(term, factor), without(w, factor)
                if left is not None and under is not None:
                    yield (
                        "cancelled-in-sum",
                        App("/", (total([*above[:index], (above[index][0], left), *above[index + 1 :]]), under)),
                    )
                    yield "cancelled-in-sum", App("/", (total(rest), under))
            new = [(s, t if k == index else App("/", (t, w))) for k, (s, t) in enumerate(above)]
            yield "divided-one-term", total(new)
            new = [(s, App("/", (t, w)) if k == index else t) for k, (s, t) in enumerate(above)]
            yield "divided-one-term", total(new)
    if len(below) > 1:
        for sign, term in above:
            if (sign, term) in below and len(above) > 1:
                rest, under_ = list(above), list(below)
                rest.remove((sign, term))
                under_.remove((sign, term))
                yield "cancelled-in-sum", App("/", (total(rest), total(under_)))
        yield "quotient-by-sum", total([(s, App("/", (v, t))) for s, t in below])
        for sign, term in below:
            for factor in dict.fromkeys(factors(v)):
                left, under = without(term, factor), without(v, factor)
                if left is not None and under is not None and factor is not ONE:
                    rest = list(below)
                    rest[rest.index((sign, term))] = (sign, left)
                    yield "cancelled-in-sum", App("/", (under, total(rest)))
    match v, w:
        case App("ln", (a,)), App("ln", (b,)):
            yield "quotient-of-logarithms", App("ln", (App("/", (a, b)),))
            yield "quotient-of-logarithms", App("-", (v, w))
            yield "quotient-of-logarithms", App("/", (a, b))
        case App("^", (a, m)), App("^", (b, n)) if a is b:
            yield "quotient-of-powers", App("^", (a, tidied(App("/", (m, n)))))
        case App("exp", (a,)), App("exp", (b,)):
            yield "quotient-of-powers", App("exp", (App("/", (a, b)),))
        case App(f, (a,)), App(g, (b,)) if f == g and f in FUNCTIONS:
            yield "function-cancelled", App("/", (a, b))
        case App(f, (a,)), _ if f in FUNCTIONS and a is w:
            yield "argument-cancelled", ONE
    match w:
        case App("^", (b, Num(power))) if power.denominator == 1 and power >= 2:
            yield "denominator-power-lost", App("/", (v, b if power == 2 else App("^", (b, Num(power - 1)))))
    yield "upside-down", App("/", (w, v))
    if as_number(w) is not None:
        yield "factor-lost", v
