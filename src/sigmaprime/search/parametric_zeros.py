"""Where a function with parameters may be 0: candidates, to be proved by others.

The numerator is split into irreducible factors. One that is linear or quadratic in x is solved as at school; one of two
terms, p·exp(a·x + b) = q or p·xᵃ = q, by taking logarithms: a·x + b = ln(q/p).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm, prod

from flint import fmpq, fmpz

from sigmaprime.kernel.normal import Monomial, Poly, Symbol
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.search.algebra import generator_term, normal_form
from sigmaprime.search.formal import opened
from sigmaprime.search.quotients import canonical_of, written
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.solving import irreducible_factors
from sigmaprime.search.undoing import Unsolved

ONE: Monomial = frozenset()
MOST_SYMBOLS = 7
LINEAR, QUADRATIC = 2, 3  # numbers of coefficients


def proposed_zeros(session: Session, body: Term, x: Var) -> Iterator[Term]:
    """Terms in the parameters at which `body` may be 0."""
    try:
        factors = irreducible_factors(normal_form(session, opened(session, body)).top, x, MOST_SYMBOLS)
    except (NoProof, Unsolved):
        return
    for factor in factors:
        for way in (_polynomial, _two_terms):
            try:
                yield from way(session, factor, x)
            except NoProof:
                continue


def _depends(symbol: Symbol, x: Var) -> bool:
    return x.name in free(generator_term(symbol, Fraction(1)))


def _coefficients(poly: Poly, symbol: Symbol, x: Var) -> list[Poly]:
    """The coefficients of the powers of a symbol, the constant first; `NoProof` if x occurs in them."""
    found: dict[int, Poly] = {}
    for monomial, c in poly.items():
        rest = dict(monomial)
        power = rest.pop(symbol, Fraction(0))
        if power.denominator != 1 or power < 0 or any(_depends(s, x) for s in rest):
            raise NoProof("not a polynomial in it")
        found.setdefault(int(power), {})[frozenset(rest.items())] = c
    return [found.get(k, {}) for k in range(max(found, default=-1) + 1)]


def _polynomial(session: Session, factor: Poly, x: Var) -> Iterator[Term]:
    """b + a·x = 0, and c + b·x + a·x² = 0."""
    terms = [written(c) for c in _coefficients(factor, x, x)]
    if len(terms) == LINEAR:
        yield canonical_of(App("/", (App("neg", (terms[0],)), terms[1])))
    if len(terms) == QUADRATIC:
        c, b, a = terms
        square = App("-", (App("^", (b, Num(2))), App("*", (Num(4), App("*", (a, c))))))
        root = _root(normal_form(session, square).top)
        for sign in "-+":
            yield canonical_of(App("/", (App(sign, (App("neg", (b,)), root)), App("*", (Num(2), a)))))


def _root(square: Poly) -> Term:
    """The square root of a polynomial, squares in front of it: 2·k·√m for 4·k²·m, as if k were positive."""
    size = Fraction(gcd(*(int(c.p) for c in square.values())), lcm(*(int(c.q) for c in square.values())))
    outside = Fraction(_square_part(size.numerator), _square_part(size.denominator))
    shared = set.intersection(*({s for s, _ in m} for m in square)) if square else set()
    powers = {s: min(dict(m)[s] for m in square) // 2 for s in shared}
    front = frozenset((s, Fraction(p)) for s, p in powers.items() if p)
    inside = {
        frozenset((s, p - 2 * powers.get(s, 0)) for s, p in m if p != 2 * powers.get(s, 0)): c
        / fmpq(outside.numerator, outside.denominator) ** 2
        for m, c in square.items()
    }
    before = written({front: fmpq(outside.numerator, outside.denominator)})
    return before if inside == {ONE: fmpq(1)} else App("*", (before, App("sqrt", (written(inside),))))


def _square_part(n: int) -> int:
    """The largest s whose square divides n."""
    return prod(int(p) ** (int(e) // 2) for p, e in fmpz(n).factor()) if n else 1


def _two_terms(session: Session, factor: Poly, x: Var) -> Iterator[Term]:
    """p·exp(u) + q·exp(v) = 0, so u − v = ln(−q/p), for a difference that is linear in x or in ln(x)."""
    if len(factor) != LINEAR:
        return
    (p, u), (q, v) = (_apart(monomial, c) for monomial, c in factor.items())
    exponent = normal_form(session, App("-", (u, v)))
    log = App("ln", (x,))
    inside = canonical_of(App("neg", (App("/", (q, p)),)))
    target = Num(0) if inside is Num(1) else App("ln", (inside,))
    for unknown in (x, log):
        try:
            terms = [written(c) for c in _coefficients(exponent.top, unknown, x)]
        except NoProof:
            continue
        if len(terms) == LINEAR:
            scaled = App("*", (target, written(exponent.bottom)))
            there = canonical_of(App("/", (App("-", (scaled, terms[0])), terms[1])))
            yield there if unknown is x else App("exp", (there,))


def _apart(monomial: Monomial, c: fmpq) -> tuple[Term, Term]:
    """c·monomial as p·exp(u)."""
    rest: dict[Symbol, Fraction] = {}
    exponent: Term = Num(0)
    for symbol, power in monomial:
        if isinstance(symbol, tuple):
            exponent = App("+", (exponent, generator_term(symbol, power).args[0]))  # type: ignore[union-attr]
        else:
            rest[symbol] = power
    return written({frozenset(rest.items()): c}), exponent
