"""When the derivative of a function is a polynomial in the function: σ′ = σ(1 − σ), tanh′ = 1 − tanh².

If f is a linear fractional function of an exponential, f′ is a polynomial of degree at most 2 in f. Its three
coefficients are found from three values, and the equation is then proved like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpq_mat, fmpq_poly

from sigmaprime.kernel.proof import Derivation
from sigmaprime.kernel.term import App, Num, Term, Var, number, paths, subterm
from sigmaprime.search.algebra import (
    Rational,
    arithmetic,
    factors,
    fraction,
    normal_form,
    poly_term,
    product,
    raised,
    univariate,
)
from sigmaprime.search.backwards import reversed_links
from sigmaprime.search.chain import chain, sides
from sigmaprime.search.folding import folded_to
from sigmaprime.search.forms import unfolded, written_out
from sigmaprime.search.goals import prove
from sigmaprime.search.session import NoProof, Session

SAMPLES = (fmpq(1), fmpq(2), fmpq(5))


@dataclass(frozen=True, slots=True)
class Shape:
    """f(x) as a quotient of polynomials of degree at most 1 in t = exp(rate·x + shift)."""

    rate: Fraction
    shift: Fraction
    rational: Rational


def shape(session: Session, head: str) -> Shape | None:
    """The shape of a defined function of one variable, or None if it is not a linear fractional one of exp(c·x)."""
    law = session.rules.get(f"definition of {head}")
    if law is None or len(law.holes) != 1:
        return None
    x = Var("x")
    try:
        found = univariate(normal_form(session, written_out(session, App(head, (x,)), ())))
    except NoProof:
        return None
    if found is None or not isinstance(found.generator, App) or found.generator.head != "exp":
        return None
    rate = univariate(normal_form(session, found.generator.args[0]))
    if rate is None or rate.generator is not x or rate.top.degree() != 1 or rate.bottom.degree() != 0:
        return None
    if max(found.top.degree(), found.bottom.degree()) != 1:
        return None
    return Shape(fraction(rate.top[1] / rate.bottom[0]), fraction(rate.top[0] / rate.bottom[0]), found)


def lemma(session: Session, head: str) -> Derivation | None:
    """D(f(x), x) = a polynomial in f(x), derived; None if there is none."""
    return lemma_in(session, head, Var("x"))


def lemma_in(session: Session, head: str, x: Var) -> Derivation | None:
    key = App("self-reference", (Var(head), x))
    if key not in session.forms:
        session.forms[key] = None  # no second attempt from within this one
        try:
            session.forms[key] = _lemma(session, head, x)
        except NoProof:
            session.forms[key] = None
    return session.forms[key]  # type: ignore[return-value]


def reflection(session: Session, head: str) -> Derivation | None:
    """f(−x) = c − f(x), where f has that symmetry; None where it has not."""
    key = App("reflection", (Var(head),))
    if key not in session.forms:
        session.forms[key] = None
        try:
            session.forms[key] = _reflection(session, head)
        except NoProof:
            session.forms[key] = None
    return session.forms[key]  # type: ignore[return-value]


def _reflection(session: Session, head: str) -> Derivation | None:
    found = shape(session, head)
    if found is None or found.shift != 0 or found.rational.bottom(fmpq(1)) == 0:
        return None
    x = Var("x")
    turned_, value = App(head, (App("neg", (x,)),)), App(head, (x,))
    total = 2 * fraction(found.rational.top(fmpq(1)) / found.rational.bottom(fmpq(1)))
    right = App("neg", (value,)) if total == 0 else App("-", (number(total), value))
    out, back = unfolded(session, turned_, ()), unfolded(session, right, ())
    if out is None or back is None:
        return None
    middle = arithmetic(session, sides(out)[1], sides(back)[1], (), prove)
    return chain([out, middle, *reversed_links(session, back, ())], ())


def _lemma(session: Session, head: str, x: Var) -> Derivation | None:
    if shape(session, head) is None:
        return None
    value = App(head, (x,))
    start = App("D", (App("fn", (x, value)), x))
    fact = unfolded(session, start, ())
    if fact is None:
        return None
    body = written_out(session, value, ())
    polynomial = _interpolated(session, body, sides(fact)[1])
    target = self_form(polynomial, value)
    return chain([fact, *folded_to(session, sides(fact)[1], target, ())], ())


def _interpolated(session: Session, body: Term, slope: Term) -> fmpq_poly:
    """The polynomial p of degree at most 2 with slope = p(body), if there is one, from three values."""
    f, df = univariate(normal_form(session, body)), univariate(normal_form(session, slope))
    if f is None or df is None:
        raise NoProof("not a function of one exponential")
    same = f.generator is df.generator
    points = [t if same else 1 / t for t in SAMPLES]
    values = [f.top(t) / f.bottom(t) for t in SAMPLES]
    slopes = [df.top(t) / df.bottom(t) for t in points]
    matrix = fmpq_mat(3, 3, [v**k for v in values for k in range(3)])
    if matrix.det() == 0:
        raise NoProof("a constant function")
    solution = matrix.solve(fmpq_mat(3, 1, slopes))
    return fmpq_poly([solution[k, 0] for k in range(3)])


def self_form(polynomial: fmpq_poly, value: Term) -> Term:
    """The polynomial in the function, as it is usually written: s(1 − s), 1 − t²."""
    if polynomial[1] == 0:
        return poly_term(polynomial, value)
    scale, found = factors(polynomial)
    rest = [(factor, power) for factor, power in found if factor.degree() != 1 or power != 1]
    if rest:
        return _with_rest(polynomial, rest, value)
    roots = sorted((Fraction(int((-f[0]).p), int((-f[0]).q)) for f, _ in found), key=lambda r: (r > 0, -r))
    terms: list[Term] = []
    for root in roots:
        multiple = value if root.denominator == 1 else App("*", (Num(root.denominator), value))
        scale /= root.denominator
        if root == 0:
            terms.append(value)
        elif root > 0:
            terms.append(App("-", (Num(root.numerator), multiple)))
            scale = -scale
        else:
            terms.append(App("+", (Num(-root.numerator), multiple)))
    if abs(scale) != 1:
        terms.insert(0, Num(abs(scale)))
    whole = product(terms)
    return whole if scale > 0 else App("neg", (whole,))


def _with_rest(polynomial: fmpq_poly, rest: list[tuple[fmpq_poly, int]], value: Term) -> Term:
    """The linear factors, and what cannot be split multiplied out: s(1 − s)(1 − 6s + 6s²)."""
    whole = fmpq_poly([1])
    for factor, power in rest:
        whole *= factor**power
    whole /= whole[0] if whole[0] != 0 else 1
    linear = polynomial // whole
    if linear.degree() < 1 or whole[0] == 0:
        return poly_term(polynomial, value)
    return App("*", (self_form(linear, value), _rising(whole, value)))


def _rising(polynomial: fmpq_poly, value: Term) -> Term:
    result: Term | None = None
    for power, coefficient in enumerate(map(fraction, polynomial.coeffs())):
        if coefficient:
            size = Num(abs(coefficient)) if power == 0 else raised(value, power)
            part = size if power == 0 or abs(coefficient) == 1 else App("*", (Num(abs(coefficient)), size))
            result = part if result is None else App("+" if coefficient > 0 else "-", (result, part))
    return result if result is not None else value


def is_self_referring(session: Session, head: str) -> bool:
    """Whether the function is a linear fractional one of an exponential, so that there is such a polynomial."""
    key = App("shape", (Var(head),))
    if key not in session.forms:
        session.forms[key] = None  # not while its shape is being looked for
        session.forms[key] = shape(session, head)
    return session.forms[key] is not None


def self_referring(session: Session, term: Term) -> frozenset[str]:
    """The defined functions in `term` (without their primes) whose derivative is a polynomial in themselves."""
    heads = {t.head.rstrip("'") for at in paths(term) if isinstance(t := subterm(term, at), App)}
    return frozenset(h for h in heads if f"definition of {h}" in session.rules and is_self_referring(session, h))
