"""Derivatives of order n, where n is a letter: `nth[k, n, w]` is the derivative of order n of the function k at w.

It is k(w) for n = 0, and one order more is the derivative of it; for anything but 0, 1, 2, … it is undefined. A formula for all
orders is proved by induction. If v_k is the formula for the order k, what is to be shown is that the first one is right on
an open set S, and that D(v_k, x) = v_{k+1} wherever the right side is defined: then v_k is defined near such a point, and
equal there to the derivative of order k, so that both have the same derivative. Only the orders below c matter for
that of order c.
"""

from __future__ import annotations

from typing import Final

from sigmaprime.rules.row import rule

ORDERS: Final = "Rudin, Principles of Mathematical Analysis, 3rd ed., Definition 5.14 (derivatives of higher order)"
INDUCTION: Final = "Graham, Knuth, Patashnik, Concrete Mathematics, 2nd ed., §1.1 (mathematical induction), with Rudin, Definition 5.14"
STEP: Final = "in(x, S), whole[y], y >= {}, y < c, defined(at(v, y, y + 1)) => D(v, x) = at(v, y, y + 1)"

# fmt: off
RULES: Final = (
    rule("derivative of order 0",          "nth[k, 0, w] = apply(k, w)", given="defined(w)",            source=ORDERS),
    rule("derivative of the next order",   "nth[k, b, x] = D(nth[k, a, x], x)", given="b = a + 1",     source=ORDERS),
    rule("derivative of the next order, at a point", "nth[k, b, w] = D[fn(x, nth[k, a, x]), w]",
         given="b = a + 1", source=ORDERS),
    rule("derivatives of the first derivative", "nth[fn(x, u), b, x] = nth[fn(x, D(u, x)), a, x]",
         given="b = a + 1", source=ORDERS),
    rule("the order is a whole number",    "whole[c]", given="defined(nth[k, c, w])",                  source=ORDERS),
    rule("the order is not negative",      "c >= 0",   given="defined(nth[k, c, w])",                  source=ORDERS),
    rule("of some order, so defined",      "defined(apply(k, w))", given="defined(nth[k, c, w])",      source=ORDERS),
    rule("derivative of order n by induction from 0", "nth[fn(x, u), c, w] = at(at(v, y, c), x, w)",
         given="whole[c]; c >= 0; w in S; open[S]; in(x, S), defined(at(v, y, 0)) => u = at(v, y, 0); " + STEP.format("0"),
         source=INDUCTION),
    rule("derivative of order n by induction", "nth[fn(x, u), c, w] = at(at(v, y, c), x, w)",
         given="whole[c]; c >= m; w in S; open[S]; in(x, S), defined(at(v, y, m)) => nth[fn(x, u), m, x] = at(v, y, m); "
               + STEP.format("m"), source=INDUCTION),
)
# fmt: on
