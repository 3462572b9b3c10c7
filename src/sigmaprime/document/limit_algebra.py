"""What was done to a function in a line of a limit, seen from its two sides: factored, cancelled, divided, joined."""

from __future__ import annotations

from typing import Final

from sigmaprime.document.margin import listed
from sigmaprime.document.page import Text, say
from sigmaprime.kernel.normal import normal
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, free, subterms

ONE: Final = Num(1)
TRANSCENDENTAL: Final = frozenset("sin cos tan asin acos atan sinh cosh tanh exp ln".split())


def factors(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*factors(u), *factors(v)]
        case App("neg", (u,)):
            return [App("neg", (ONE,)), *factors(u)]
        case App("^", (u, Num(n))) if n.denominator == 1 and 1 < n <= 12:
            return factors(u) * int(n)
    return [term]


def _quotient(term: Term) -> tuple[Term, Term]:
    match term:
        case App("/", (u, v)):
            return u, v
        case App("neg", (App("/", (u, v)),)):
            return App("neg", (u,)), v
    return term, ONE


def _without(some: list[Term], others: list[Term]) -> list[Term]:
    left = list(some)
    for term in others:
        if term in left:
            left.remove(term)
    return left


def algebra(left: Term, right: Term) -> Text:
    (a, b), (c, d) = _quotient(left), _quotient(right)
    if _standards(right) and not _standards(left):
        return (say("limit.to standard"),)
    if b is ONE and d is not ONE and _is_sum(left) and _has_quotient(left):
        return (say("limit.common denominator"),)
    if b is ONE and d is not ONE and len(factors(a)) > 1 and _quotients_in(d):
        return (say("limit.as a quotient"),)
    if b is not ONE or d is not ONE:
        gone = [t for t in _without(factors(a), factors(c)) if t in _without(factors(b), factors(d))]
        if gone and _fewer(left, right):
            return (say("limit.cancel", factor=listed(tuple(_power(t, gone.count(t)) for t in dict.fromkeys(gone)))),)
        new = [t for t in _without(factors(c), factors(a)) if t in _without(factors(d), factors(b))]
        if new and not _without(factors(a), factors(c)):
            return (say("limit.multiply", factor=_product(new)),)
        if b is ONE and _is_sum(a) and new:
            return (say("limit.multiply", factor=_product(new)),)
        if (m := _divisor(a, b, c, d)) is not None:
            return (say("limit.divide", factor=m),)
    if isinstance(a, App) and (a.head == "/" or (a.head == "neg" and _has_quotient(a) and not _has_quotient(c))):
        return (say("limit.simplify"),)
    if _is_factored(a, c) or _is_factored(b, d):
        if _is_sum(left) and not _is_sum(right) and d is not ONE and b is ONE and _has_quotient(left):
            return (say("limit.common denominator"),)
        if b is ONE and d is ONE and _is_sum(left):
            return (say("limit.take out", factor=factors(c)[0]),)
        return (say("limit.factor"),)
    if (_is_sum(left) and not _is_sum(right) and d is not ONE) or (
        _sums_of_quotients(left) and not _sums_of_quotients(right)
    ):
        return (say("limit.common denominator"),)
    if b is ONE and d is not ONE and len(factors(a)) > 1:
        return (say("limit.as a quotient"),)
    return (say("limit.simplify"),)


def _quotients_in(term: Term) -> bool:
    return any(isinstance(t, App) and t.head == "/" for t in factors(term))


def _is_factored(old: Term, new: Term) -> bool:
    """Whether a sum became a product with a sum in it."""
    return len(factors(new)) > len(factors(old)) and any(map(_is_sum, factors(new)))


def _standards(term: Term) -> bool:
    """Whether a quotient stands as a factor of its own beside others, as the standard limits are brought in."""
    parts = [f for side in _quotient(term) for f in factors(side)]
    quotients = [f for f in parts if isinstance(f, App) and f.head == "/"]
    quotients = [f for f in quotients if f.args[0] is not ONE or (isinstance(f.args[1], App) and f.args[1].head == "/")]
    return any(isinstance(t, App) and t.head in TRANSCENDENTAL for f in quotients for t in subterms(f))


def _power(term: Term, count: int) -> Term:
    return term if count == 1 else App("^", (term, Num(count)))


def _fewer(left: Term, right: Term) -> bool:
    return len(subterms(right)) <= len(subterms(left)) + 1


def _is_sum(term: Term) -> bool:
    return isinstance(term, App) and term.head in ("+", "-")


def _has_quotient(term: Term) -> bool:
    return any(isinstance(t, App) and t.head == "/" and free(t.args[1]) for t in subterms(term))


def _sums_of_quotients(term: Term) -> bool:
    return any(_is_sum(t) and any(_has_quotient(part) for part in t.args) for t in subterms(term))  # type: ignore[union-attr]


def _product(terms: list[Term]) -> Term:
    result = terms[0]
    for term in terms[1:]:
        result = App("*", (result, term))
    return result


def _divisor(a: Term, b: Term, c: Term, d: Term) -> Term | None:
    """By what numerator and denominator were divided."""
    if d is ONE and b is ONE:
        return None
    return _candidate(a, b, c, d)


def _candidate(a: Term, b: Term, c: Term, d: Term) -> Term | None:
    for m in dict.fromkeys(t for t in (*subterms(c), *subterms(d)) if isinstance(t, App | Var) and free(t)):
        try:
            if all(normal(App("-", (App("*", (new, m)), old))).top == {} for old, new in ((a, c), (b, d))):
                return m
        except Wrong:
            continue
    return None
