"""Quotients as a textbook rearranges them for a limit: a common denominator, factors that cancel, the largest power."""

from __future__ import annotations

from fractions import Fraction

from sigmaprime.kernel.normal import Monomial, Poly
from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, free
from sigmaprime.search.algebra import normal_form
from sigmaprime.search.cancelled import monomial_term
from sigmaprime.search.equal_near import follow
from sigmaprime.search.fractions_written import divided_by, factors_of_poly, joined, product
from sigmaprime.search.limit_laws import Inner
from sigmaprime.search.near import INFINITE, At
from sigmaprime.search.quotients import over, primitive, ring_of
from sigmaprime.search.session import NoProof, Session
from sigmaprime.search.sizes import dominant

ONE: Monomial = frozenset()
MOST_TERMS = 30


def factored_and_cancelled(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """(x² − 1)/(x − 1) = (x − 1)(x + 1)/(x − 1) = x + 1."""
    top, bottom = quotient_of(session, body)
    ring = ring_of(top, bottom)
    (up, up_shift), (down, down_shift) = over(ring, top), over(ring, bottom)
    common = up.gcd(down)
    if common.is_constant() or any(up_shift) or any(down_shift):
        raise NoProof("no common factor")
    common, _ = primitive(common)
    _, shared = factors_of_poly(ring, common, at.x)
    (m, rest), (n, below) = (factors_of_poly(ring, poly / common, at.x) for poly in (up, down))
    first, second = (_signed(m / n, [*begin, *rest], [*begin, *below]) for begin in (shared, []))
    if second is body:
        raise NoProof("nothing is cancelled")
    terms = [second] if _same_factors(first, body) else [first, second]
    return follow(session, body, at, terms, inner)


def _signed(number: Fraction, up: list[Term], down: list[Term]) -> Term:
    """number·∏ up/∏ down, with the minus sign in front."""
    above = product([Num(abs(number.numerator)), *up])
    below = product([Num(number.denominator), *down])
    result = above if below is Num(1) else App("/", (above, below))
    return App("neg", (result,)) if number < 0 else result


def quotient_of(session: Session, body: Term) -> tuple[Poly, Poly]:
    """The numerator and the denominator of what is written as a quotient, as polynomials."""
    match body:
        case App("/", (u, v)):
            return _polynomial(session, u), _polynomial(session, v)
        case App("neg", (App("/", (u, v)),)):
            return _polynomial(session, App("neg", (u,))), _polynomial(session, v)
    raise NoProof("not a quotient of polynomials")


def _polynomial(session: Session, term: Term) -> Poly:
    form = normal_form(session, term)
    if len(form.bottom) != 1 or ONE not in form.bottom or not form.top or len(form.top) > MOST_TERMS:
        raise NoProof("not a quotient of polynomials")
    return {m: c / form.bottom[ONE] for m, c in form.top.items()}


def _factors(term: Term) -> list[Term]:
    match term:
        case App("*", (u, v)):
            return [*_factors(u), *_factors(v)]
        case App("^", (u, Num(n))) if n.denominator == 1 and n > 1:
            return _factors(u) * int(n)
    return [term]


def _same_factors(first: Term, second: Term) -> bool:
    match first, second:
        case App("neg", (u,)), App("neg", (v,)):
            return _same_factors(u, v)
        case App("/", (a, b)), App("/", (c, d)):
            return all(sorted(map(repr, _factors(u))) == sorted(map(repr, _factors(v))) for u, v in ((a, c), (b, d)))
    return False


def common_denominator(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """1/x − 1/(x(x + 1)) as one quotient; so in a numerator: (1/x − 1/3)/(x − 3)."""
    terms: list[Term] = []
    here = body
    for change in (_joined, _flat):
        new = change(session, here, at)
        if new is not here:
            terms.append(new)
            here = new
    if not terms:
        raise NoProof("no fractions to join")
    return follow(session, body, at, terms, inner)


def _joined(session: Session, term: Term, at: At) -> Term:
    """Every sum that has quotients in it as one quotient."""
    match term:
        case App("+" | "-", (u, v)) if at.x.name in free(term) and (_has_quotient(u, at) or _has_quotient(v, at)):
            return joined(session, term, at.x)
        case App("/" | "*" | "neg" as head, args):
            return App(head, tuple(_joined(session, arg, at) for arg in args))
    return term


def _has_quotient(term: Term, at: At) -> bool:
    match term:
        case App("/", (u, v)):
            return at.x.name in free(v) or _has_quotient(u, at)
        case App("+" | "-" | "*" | "neg", args):
            return any(_has_quotient(arg, at) for arg in args)
    return False


def _flat(_session: Session, term: Term, at: At) -> Term:
    """(a/b)/c = a/(b·c), a/(b/c) = a·c/b."""
    match term:
        case App("/", (App("/", (a, b)), c)) if at.x.name in free(b):
            return App("/", (a, App("*", (b, c))))
        case App("/", (App("neg", (App("/", (a, b)),)), c)) if at.x.name in free(b):
            return App("neg", (App("/", (a, App("*", (b, c)))),))
        case App("/", (a, App("/", (b, c)))) if at.x.name in free(c):
            return App("/", (product([a, c]), b))
        case App("/", (a, App("neg", (App("/", (b, c)),)))) if at.x.name in free(c):
            return App("neg", (App("/", (product([a, c]), b)),))
        case App("*", (App("/", (a, b)), App("/", (c, d)))) if at.x.name in free(b) or at.x.name in free(d):
            return App("/", (product([a, c]), product([b, d])))
        case App("*", (App("/", (a, b)), c)) if at.x.name in free(b):
            return App("/", (product([a, c]), b))
        case App("*", (a, App("/", (c, d)))) if at.x.name in free(d):
            return App("/", (product([a, c]), d))
    return term


def divided_by_largest(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """(3x² − x)/(5x² + 1) = (3 − 1/x)/(5 + 1/x²): both divided by the largest power in the denominator."""
    if at.place not in INFINITE:
        raise NoProof("nothing is large there")
    top, bottom = quotient_of(session, body)
    if len(top) + len(bottom) < 3:
        raise NoProof("nothing to divide by")
    m = dominant(session, bottom, at) or dominant(session, top, at)
    if m == ONE or any(isinstance(s, tuple) and p < 0 for s, p in m):
        raise NoProof("no power is large")
    match body:
        case App("/", (u, v)):
            orders = (_order(session, u), _order(session, v))
        case _:
            orders = ((), ())
    above, below = divided_by(top, m, orders[0]), divided_by(bottom, m, orders[1])
    return follow(session, body, at, [above if below is Num(1) else App("/", (above, below))], inner)


def largest_taken_out(session: Session, body: Term, at: At, inner: Inner) -> Derivation:
    """x³ − x² = x³(1 − 1/x)."""
    if at.place not in INFINITE or not (isinstance(body, App) and body.head in ("+", "-")):
        raise NoProof("not a sum far out")
    poly = _polynomial(session, body)
    m = dominant(session, poly, at)
    if m == ONE or len(poly) < 2:
        raise NoProof("no term dominates")
    return follow(session, body, at, [App("*", (monomial_term(m), divided_by(poly, m, _order(session, body))))], inner)


def _order(session: Session, term: Term) -> tuple[Monomial, ...]:
    """The terms of a sum in the author's order."""
    match term:
        case App("+" | "-", (u, v)):
            return *_order(session, u), *_order(session, v)
    form = normal_form(session, term)
    return tuple(form.top) if len(form.top) == 1 else ()
