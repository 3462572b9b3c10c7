"""Rational functions: division, partial fractions, completing the square."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Final

from flint import fmpq_mat, fmpq_poly

from sigmaprime.kernel.term import App, Num, Term, Var, number
from sigmaprime.search.integrals.plan import Plan
from sigmaprime.search.integrals.polynomial import as_polynomial, factored, fraction, primitive, rational
from sigmaprime.search.integrals.product import ONE, Product, product, raised, times, total, written
from sigmaprime.search.integrals.substitution import changed
from sigmaprime.search.integrals.sums import polynomial_term
from sigmaprime.search.integrals.work import Work, rewritten, solved

MOST_DEGREE: Final = 12


def rational_function(work: Work, p: Product, x: Var, shown: Term) -> Plan | None:
    """P/Q for polynomials P and Q."""
    read = _quotient(p, x)
    if read is None or all(isinstance(b, Var) for b, e in p.factors if e < 0):
        return None
    top, bottoms = read
    bottom = reduce(lambda a, b: a * b, (q**k for q, k in bottoms), fmpq_poly([1]))
    if bottom.degree() == 0 or bottom.degree() > MOST_DEGREE:
        return None
    if top.degree() >= bottom.degree():
        return _divided(work, top, bottom, p, x, shown)
    lead, parts = factored(bottom)
    if len(parts) > 1 or (parts[0][1] > 1 and top.degree() > 0) or parts[0][0].degree() == 1:
        return _split(work, top, lead, parts, x, shown)
    return _quadratic(work, top, parts[0][0], parts[0][1], lead, x, shown)


def _quotient(p: Product, x: Var) -> tuple[fmpq_poly, list[tuple[fmpq_poly, int]]] | None:
    top, bottoms = fmpq_poly([rational(p.number)]), []
    for base, exponent in p.factors:
        poly = as_polynomial(base, x)
        if poly is None or exponent.denominator != 1 or poly.degree() * abs(exponent) > 20:
            return None
        if exponent > 0:
            top *= poly ** int(exponent)
        else:
            bottoms.append((poly, int(-exponent)))
    return top, bottoms


def _divided(work: Work, top: fmpq_poly, bottom: fmpq_poly, p: Product, x: Var, shown: Term) -> Plan | None:
    whole, rest = divmod(top, bottom)
    below = Product(ONE, tuple(f for f in p.factors if f[1] < 0))
    terms = [
        Product(fraction(whole[k]), ((x, Fraction(k)),) if k else ())
        for k in range(whole.degree(), -1, -1)
        if whole[k] != 0
    ]
    if rest.degree() >= 0:
        terms.append(times(product(polynomial_term(rest, x)), below))
    return rewritten(work, tuple(terms), x, shown, "division", App("=", (shown, total(terms))))


def _split(
    work: Work, top: fmpq_poly, lead: Fraction, parts: list[tuple[fmpq_poly, int]], x: Var, shown: Term
) -> Plan | None:
    """Σ A/(x − r)^j + (Bx + C)/q^j, the unknowns from a linear system."""
    columns = []
    bottom = reduce(lambda a, b: a * b, (q**k for q, k in parts), fmpq_poly([1]))
    for q, k in parts:
        for j in range(1, k + 1):
            for d in reversed(range(q.degree())):
                columns += [(q, j, d, (bottom // q**j) * fmpq_poly([0] * d + [1]))]
    n = bottom.degree()
    matrix = fmpq_mat(n, n, [column[3][row] for row in range(n) for column in columns])
    wanted = fmpq_mat(n, 1, [top[row] / rational(lead) for row in range(n)])
    found = matrix.solve(wanted)
    terms: dict[tuple[str, int], tuple[fmpq_poly, fmpq_poly, int]] = {}
    for index, (q, j, d, _) in enumerate(columns):
        key = (str(q), j)
        numerator = terms.get(key, (fmpq_poly([]), q, j))[0] + fmpq_poly([0] * d + [found[index, 0]])
        terms[key] = (numerator, q, j)
    done = tuple(_fraction(a, q, j, x) for a, q, j in terms.values() if a.degree() >= 0)
    if len(parts) == 1 and len(done) == 1:
        return None if written(done[0]) is shown else rewritten(work, done, x, shown, "factor", total(done))
    decomposition = App("=", (shown, total(done)))
    return rewritten(work, done, x, shown, "partial fractions", decomposition)


def _fraction(a: fmpq_poly, q: fmpq_poly, j: int, x: Var) -> Product:
    lead, rest = primitive(a)
    above = times(Product(lead), product(polynomial_term(rest, x))) if rest.degree() > 0 else Product(lead)
    return times(above, raised(polynomial_term(q, x), Fraction(-j)))


def _quadratic(
    work: Work, top: fmpq_poly, q: fmpq_poly, power: int, lead: Fraction, x: Var, shown: Term
) -> Plan | None:
    """(Bx + C)/q^k for an irreducible q = ax² + bx + c."""
    if q.degree() != 2:
        return None
    below = raised(polynomial_term(q, x), Fraction(-power))
    if top.degree() == 1:
        slope = q.derivative()
        share = top[1] / slope[1]
        rest = top - slope * share
        outer = Product(fraction(share) / lead)
        terms = [times(outer, product(polynomial_term(slope, x)), below)]
        if rest.degree() >= 0:
            terms.append(times(Product(fraction(rest[0]) / lead), below))
        # the derivative of the denominator stays in one piece
        first = solved(work, (times(product(polynomial_term(slope, x)), below),), x)
        others = solved(work, (below,), x) if rest.degree() >= 0 else None
        if first is None or (rest.degree() >= 0 and others is None):
            return None
        plans = [(outer, first)]
        if others is not None:
            plans.append((terms[1].parts(x)[0], others))
        return Plan(x, shown, "split the numerator", (), (), tuple(plans))
    if q[1] != 0:
        square, same = _completed(q, x)
        if power > 1:
            return _shifted(work, (fraction(top[0]) / lead, square, power), q, x, shown)
        new = times(Product(fraction(top[0]) / lead), raised(square, Fraction(-power)))
        return rewritten(work, (new,), x, shown, "complete the square", App("=", (polynomial_term(q, x), same)))
    return _reduced(work, fraction(top[0]) / lead, q, power, x, shown)


def _shifted(work: Work, parts: tuple[Fraction, Term, int], q: fmpq_poly, x: Var, shown: Term) -> Plan | None:
    """1/(a(x + s)² + r)^k with u = x + s."""
    from sigmaprime.search.integrals.substitution import Change

    number, square, power = parts
    u = work.letter(shown)
    shift = fraction(q[1] / (2 * q[2]))
    inner = polynomial_term(fmpq_poly([rational(shift), 1]), x)
    new = times(Product(number), raised(_in_letter(q, u), Fraction(-power)))
    plan = changed(
        work, new, x, written(times(Product(number), raised(square, Fraction(-power)))), Change(u, inner, (), Num(1))
    )
    said = App("=", (polynomial_term(q, x), square))
    return None if plan is None else Plan(x, shown, "complete the square", (said,), (), ((Product(ONE), plan),))


def _in_letter(q: fmpq_poly, u: Var) -> Term:
    a, b, c = q[2], q[1], q[0]
    return polynomial_term(fmpq_poly([c - b * b / (4 * a), 0, a]), u)


def _completed(q: fmpq_poly, x: Var) -> tuple[Term, Term]:
    """a(x + b/2a)² + (c − b²/4a)"""
    a, b, c = (fraction(q[k]) for k in (2, 1, 0))
    shift, rest = b / (2 * a), c - b * b / (4 * a)
    inner: Term = App("+" if shift > 0 else "-", (x, number(abs(shift))))
    square = App("^", (inner, Num(2)))
    terms = (times(Product(a), product(square)), Product(rest))
    outer = total(terms if a > 0 or rest <= 0 else terms[::-1])
    return outer, outer


def _reduced(work: Work, factor: Fraction, q: fmpq_poly, power: int, x: Var, shown: Term) -> Plan | None:
    """∫ 1/(ax² + c)^k = x/(2c(k − 1)(ax² + c)^(k−1)) + (2k − 3)/(2c(k − 1))·∫ 1/(ax² + c)^(k−1)."""
    if power < 2:
        return None
    c = fraction(q[0])
    base = polynomial_term(q, x)
    outer = factor / (2 * c * (power - 1))
    plan = solved(work, (raised(base, Fraction(1 - power)),), x)
    if plan is None:
        return None
    done = times(Product(outer), product(x), raised(base, Fraction(1 - power)))
    return Plan(x, shown, "reduction", (), (done,), ((Product(outer * (2 * power - 3)), plan),))


def square_completed(base: Term, x: Var) -> Term | None:
    """A quadratic polynomial with a linear term as a square and a constant."""
    poly = as_polynomial(base, x)
    if poly is None or poly.degree() != 2 or poly[1] == 0:
        return None
    return _completed(poly, x)[0]


def as_quotient(term: Term, x: Var) -> Product | None:
    """A term made by the four operations, in lowest terms."""
    read = _fraction_of(term, x)
    if read is None:
        return None
    top, bottom = read
    common = top.gcd(bottom)
    top, bottom = top // common, bottom // common
    (a, p), (b, q) = primitive(top), primitive(bottom)
    above = product(polynomial_term(p, x)) if p.degree() > 0 else Product(ONE)
    lead, parts = factored(q)
    below = [raised(polynomial_term(f, x), Fraction(-k)) for f, k in parts]
    return times(Product(a / b / lead), above, *below)


def _fraction_of(term: Term, x: Var) -> tuple[fmpq_poly, fmpq_poly] | None:
    if (whole := as_polynomial(term, x)) is not None:
        return whole, fmpq_poly([1])
    match term:
        case App("neg", (u,)):
            a = _fraction_of(u, x)
            return None if a is None else (-a[0], a[1])
        case App("+" | "-" | "*" | "/" as head, (u, v)):
            a, b = _fraction_of(u, x), _fraction_of(v, x)
            if a is None or b is None or (head == "/" and b[0].degree() < 0) or max(map(_degree, (*a, *b))) > 20:
                return None
            match head:
                case "*":
                    return a[0] * b[0], a[1] * b[1]
                case "/":
                    return a[0] * b[1], a[1] * b[0]
            second = b[0] * a[1] if head == "+" else -b[0] * a[1]
            return a[0] * b[1] + second, a[1] * b[1]
        case App("^", (u, Num(n))) if n.denominator == 1 and n <= 6:
            a = _fraction_of(u, x)
            return None if a is None else (a[0] ** int(n), a[1] ** int(n))
    return None


def _degree(p: fmpq_poly) -> int:
    return int(p.degree())
