"""Functions of which it is known that no elementary function is an antiderivative.

By Liouville's theorem, e^(p) for a polynomial p of degree 2 or more, e^(a·x)/x^n, sin(a·x)/x and 1/ln x have none; see
Rosenlicht, Integration in finite terms, Amer. Math. Monthly 79 (1972) 963–972. What has none is not proved here: only
the words of an answer depend on it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Term, Var, free
from sigmaprime.search.integrals.polynomial import as_polynomial
from sigmaprime.search.integrals.product import product
from sigmaprime.search.integrals.sums import linear

WAVES: Final = frozenset("sin cos sinh cosh".split())


def is_nonelementary(body: Term, x: Var) -> bool:
    factors = product(body).parts(x)[1].factors
    match factors:
        case ((App("exp" | "sin" | "cos", (u,)), e),) if e == 1:
            return _is_high(u, x) or _is_exponential(u, x) or _is_reciprocal(u, x)
        case ((App("ln", (u,)), e),) if e == -1:
            return linear(u, x) is not None
        case ((App("^", (b, v)), e),) if e == 1:
            return b is x and v is x
        case ((App(head, (u,)), m), (base, n)) | ((base, n), (App(head, (u,)), m)) if m == 1:
            wave = head in WAVES or head == "exp"
            return wave and n < 0 and n.denominator == 1 and linear(u, x) is not None and linear(base, x) is not None
        case ((base, e),) if e.denominator == 2:
            q = as_polynomial(base, x)
            return q is not None and q.degree() in (3, 4) and q.gcd(q.derivative()).degree() == 0
    return False


def _is_high(u: Term, x: Var) -> bool:
    q = as_polynomial(u, x)
    return q is not None and q.degree() >= 2


def _is_exponential(u: Term, x: Var) -> bool:
    return isinstance(u, App) and u.head == "exp" and x.name in free(u) and linear(u.args[0], x) is not None


def _is_reciprocal(u: Term, x: Var) -> bool:
    return dict(product(u).parts(x)[1].factors) == {x: Fraction(-1)}
