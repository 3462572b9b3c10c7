"""The table of standard integrals, of a function of x or of a·x + b (Stewart, Calculus, table of integrals)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sigmaprime.kernel.term import App, Num, Term, Var, free, substitute
from sigmaprime.search.integrals.polynomial import as_polynomial, primitive, rational
from sigmaprime.search.integrals.positive import is_positive
from sigmaprime.search.integrals.product import HALF, ONE, Product, product, raised, summands, times, total, written
from sigmaprime.search.integrals.slopes import T
from sigmaprime.search.integrals.sums import linear, polynomial_term

_TWO: Final = Num(2)


def _f(head: str) -> Term:
    return App(head, (T,))


def _neg(u: Term) -> Term:
    return App("neg", (u,))


def _ln(u: Term) -> Term:
    return App("ln", (u if is_positive(u) else App("abs", (u,)),))


# (function, exponent): the antiderivative at t
POWERS: Final = {
    ("exp", 1): _f("exp"),
    ("sin", 1): _neg(_f("cos")),
    ("cos", 1): _f("sin"),
    ("sinh", 1): _f("cosh"),
    ("cosh", 1): _f("sinh"),
    ("sec", 1): _ln(App("+", (_f("sec"), _f("tan")))),
    ("csc", 1): _neg(_ln(App("+", (_f("csc"), _f("cot"))))),
    ("cos", -1): _ln(App("+", (_f("sec"), _f("tan")))),
    ("sin", -1): _neg(_ln(App("+", (_f("csc"), _f("cot"))))),
    ("sec", 2): _f("tan"),
    ("cos", -2): _f("tan"),
    ("csc", 2): _neg(_f("cot")),
    ("sin", -2): _neg(_f("cot")),
    ("sech", 1): App("atan", (_f("sinh"),)),
    ("cosh", -1): App("atan", (_f("sinh"),)),
    ("sech", 2): _f("tanh"),
    ("cosh", -2): _f("tanh"),
    ("csch", 2): _neg(_f("coth")),
    ("sinh", -2): _neg(_f("coth")),
}  # fmt: skip
PAIRS: Final = {
    frozenset((("sec", 1), ("tan", 1))): _f("sec"),
    frozenset((("csc", 1), ("cot", 1))): _neg(_f("csc")),
    frozenset((("sech", 1), ("tanh", 1))): _neg(_f("sech")),
    frozenset((("sin", 1), ("cos", -2))): _f("sec"),
    frozenset((("cos", 1), ("sin", -2))): _neg(_f("csc")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard integral: its name, the antiderivative, and the a·x + b that stands for the letter of the table."""

    rule: str
    value: tuple[Product, ...]
    inner: Term


def standard(p: Product, x: Var) -> Standard | None:
    """The integral of a product without a constant factor, read off from the table."""
    match p.factors:
        case ():
            return Standard("constant", (product(x),), x)
        case ((base, exponent),):
            return _power(base, exponent, x) or _function(base, exponent, x) or _quadratic(base, exponent, x)
        case ((App(f, (u,)), m), (App(g, (v,)), n)) if u is v:
            found = PAIRS.get(frozenset(((f, m), (g, n))))  # type: ignore[arg-type]
            return None if found is None else _scaled("standard", found, u, x)
    return None


def _power(base: Term, exponent: Fraction, x: Var) -> Standard | None:
    found = linear(base, x)
    if found is None:
        return None
    a = _inverse(found[0])
    if exponent == -1:
        return Standard("reciprocal", (times(a, product(_ln(base))),), base)
    return Standard("power", (times(a, Product(1 / (exponent + 1)), raised(base, exponent + 1)),), base)


def _function(base: Term, exponent: Fraction, x: Var) -> Standard | None:
    match base:
        case App("exp", (u,)) if exponent == 1 and (bell := _bell(u, x)) is not None:
            return bell
        case App("cbrt", (u,)) if exponent.denominator == 1 and exponent != -3 and (a := linear(u, x)) is not None:
            factor = times(_inverse(a[0]), Product(3 / (exponent + 3)))
            return Standard("power", (times(factor, raised(base, exponent + 3)),), u)
        case App("abs", (u,)) if exponent == 1 and (a := linear(u, x)) is not None:
            return Standard("absolute value", (times(_inverse(a[0]), Product(HALF), product(u), product(base)),), u)
        case App(head, (u,)) if exponent.denominator == 1 and (found := POWERS.get((head, int(exponent)))) is not None:
            return _scaled("exponential" if head == "exp" else "standard", found, u, x)
        case App("^", (u, c)) if exponent == 1 and x.name not in free(c) and (a := linear(u, x)) is not None:
            more = total((product(c), Product(ONE)))
            value = times(_inverse(a[0]), raised(more, -ONE), product(App("^", (u, more))))
            return Standard("power", (value,), u)
        case App("^", (c, u)) if exponent == 1 and x.name not in free(c):
            return _scaled("exponential", App("/", (App("^", (c, T)), App("ln", (c,)))), u, x)
    return None


def _scaled(rule: str, found: Term, u: Term, x: Var) -> Standard | None:
    inner = linear(u, x)
    if inner is None:
        return None
    value = tuple(times(_inverse(inner[0]), p) for p in summands(substitute(found, {"t": u})))
    return Standard(rule, value, u)


def _inverse(p: Product) -> Product:
    return Product(1 / p.number, tuple((b, -e) for b, e in p.factors))


def square_and_constant(base: Term, x: Var) -> tuple[Product, Term, Product] | None:
    """A, L and c of A·L² + c with L = a·x + b and constants A and c, c not 0."""
    square: list[tuple[Product, Term]] = []
    rest: list[Product] = []
    for p in summands(base):
        fixed, moving = p.parts(x)
        match moving.factors:
            case ():
                rest.append(fixed)
            case ((inner, exponent),) if exponent == 2 and linear(inner, x) is not None:
                square.append((fixed, inner))
            case _:
                return None
    if len(square) != 1 or len(rest) != 1:
        return None
    return square[0][0], square[0][1], rest[0]


def root_of(p: Product) -> Product | None:
    """√p for a product that is seen to be positive; the square root of k² is k."""
    if p.number <= 0:
        return None
    if any((e / 2).denominator != 1 and not _is_number(b) for b, e in p.factors):
        return None
    return times(product(App("sqrt", (Num(p.number),))), *(Product(ONE, ((b, e / 2),)) for b, e in p.factors))


def _is_number(term: Term) -> bool:
    return not free(term)


def _quadratic(base: Term, exponent: Fraction, x: Var) -> Standard | None:
    """1/(A·L² + c) and 1/√(A·L² + c)."""
    found = square_and_constant(base, x)
    if found is None or exponent not in (-1, -HALF):
        return None
    outer, inner, c = found
    a = linear(inner, x)
    if a is None:
        return None
    slope = _inverse(a[0])
    negative = Product(-ONE)
    whole = (outer, c) if outer.number > 0 else (times(negative, outer), times(negative, c))
    if exponent == -1:
        sign = Product(ONE if outer.number > 0 else -ONE)
        return _over_quadratic(whole, inner, times(slope, sign), x)
    if outer.number > 0:
        root = root_of(outer)
        if root is None:
            return None
        arc = _ln(total((times(root, product(inner)), raised(base, HALF))))
        return Standard("inverse hyperbolic", (times(slope, _inverse(root), product(arc)),), inner)
    top, bottom = root_of(times(negative, outer)), root_of(c)
    if top is None or bottom is None:
        return None
    arc = App("asin", (cleared(times(top, _inverse(bottom)), inner, x),))
    return Standard("inverse sine", (times(slope, _inverse(top), product(arc)),), inner)


def cleared(factor: Product, inner: Term, x: Var) -> Term:
    """2·(x + 1/2) as 2x + 1."""
    poly = as_polynomial(inner, x)
    if poly is None or poly[0] == 0:
        return written(times(factor, product(inner)))
    lead, rest = primitive(poly * rational(factor.number))
    if lead < 0:
        lead, rest = -lead, -rest
    return written(times(Product(lead, factor.factors), Product(ONE, ((polynomial_term(rest, x), ONE),))))


def _over_quadratic(whole: tuple[Product, Product], inner: Term, outer: Product, x: Var) -> Standard | None:
    a, c = whole
    if c.number > 0:
        top, bottom = root_of(a), root_of(c)
        if top is None or bottom is None:
            return None
        arc = App("atan", (cleared(times(top, _inverse(bottom)), inner, x),))
        return Standard("arctangent", (times(outer, _inverse(times(top, bottom)), product(arc)),), inner)
    top, bottom = root_of(a), root_of(times(Product(-ONE), c))
    if top is None or bottom is None or not (top.factors or bottom.factors):
        return None  # with rational roots it is a case of partial fractions
    shifted = times(top, product(inner))
    less = total((shifted, times(Product(-ONE), bottom)))
    more = total((shifted, bottom))
    logarithm = _ln(App("/", (less, more)))
    return Standard(
        "difference of squares",
        (times(outer, _inverse(times(Product(Fraction(2)), top, bottom)), product(logarithm)),),
        inner,
    )


def _bell(u: Term, x: Var) -> Standard | None:
    """exp(−A·L²): the error function."""
    p = product(u)
    fixed, moving = p.parts(x)
    match moving.factors:
        case ((inner, exponent),) if exponent == 2 and fixed.number < 0 and (a := linear(inner, x)) is not None:
            root = root_of(times(Product(-ONE), fixed))
            if root is None:
                return None
            value = App("erf", (written(times(root, product(inner))),))
            half = times(Product(HALF), product(App("sqrt", (App("pi", ()),))))
            return Standard("error function", (times(half, _inverse(times(a[0], root)), product(value)),), inner)
    return None
