"""The power series of a term about a point, its coefficients exact: to what order does a function vanish there?

Coefficients are polynomials over the rationals in numbers such as π, e, ln 2 and √3, in the normal form of arithmetic.
Those that come out as 0 are 0; the first that does not is not claimed to be anything. The series of exp, ln, sin, …
follow from their differential equations (Knuth, The Art of Computer Programming, vol. 2, §4.7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

from flint import fmpq, fmpz

from sigmaprime.kernel import normal
from sigmaprime.kernel.enclosure import law_of
from sigmaprime.kernel.normal import ONE, Poly
from sigmaprime.kernel.rule import Rules
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, number, require

Series: TypeAlias = tuple[Poly, ...]
HIGHEST_ORDER = 24
LARGEST_POWER = 64
PI = App("pi", ())
UNIT: Poly = {ONE: fmpq(1)}
# cos(k·π/12) for the k at which it is the square root of a rational number: its square
COSINES = {0: Fraction(1), 2: Fraction(3, 4), 3: Fraction(1, 2), 4: Fraction(1, 4), 6: Fraction(0)}


def order_of_zero(term: Term, variable: str, point: Term, rules: Rules) -> int:
    """How many coefficients of `term` about `point` are 0; `Wrong` where no other is found."""
    for terms in (3, 8, HIGHEST_ORDER + 1):
        start = _series(point, {}, rules, terms)[0]
        values = {variable: (start, UNIT, *({},) * (terms - 2))}
        series = _series(term, values, rules, terms)
        for k, coefficient in enumerate(series):
            if coefficient:
                return k
    raise Wrong("it vanishes to an order that is too high")


def _series(term: Term, values: Mapping[str, Series], rules: Rules, terms: int) -> Series:
    match term:
        case Num(value):
            return (normal.constant(value), *({},) * (terms - 1))
        case Var(name):
            require(name in values, name, " has no value")
            return values[name]
        case App("^", (base, Num(n))) if n.denominator == 1:
            return _whole_power(_series(base, values, rules, terms), int(n))
        case App("^", (base, App("neg", (Num(n),)))) if n.denominator == 1:
            return _inverse(_whole_power(_series(base, values, rules, terms), int(n)))
        case App("^", (base, exponent)):
            return _exp(_times(_series(exponent, values, rules, terms), _ln(_series(base, values, rules, terms))))
        case App(head, args):
            arguments = [_series(arg, values, rules, terms) for arg in args]
            if (operation := OPERATIONS.get((head, len(args)))) is not None:
                return operation(*arguments)
            if term is PI:
                return (_atom(PI), *({},) * (terms - 1))
            parameters, body = law_of(head, len(args), rules)
            return _series(body, dict(zip(parameters, arguments, strict=True)), rules, terms)
    raise Wrong("not a term")


def _atom(term: Term) -> Poly:
    return {frozenset(((term, Fraction(1)),)): fmpq(1)}


def _scaled(p: Poly, factor: Fraction) -> Poly:
    return {m: c * fmpq(factor.numerator, factor.denominator) for m, c in p.items()} if factor else {}


def _plus(u: Series, v: Series) -> Series:
    return tuple(normal.add(a, b) for a, b in zip(u, v, strict=True))


def _minus(u: Series) -> Series:
    return tuple(_scaled(a, Fraction(-1)) for a in u)


def _convolved(u: Series, v: Series, k: int) -> Poly:
    """Σ uᵢ·vₖ₋ᵢ."""
    total: Poly = {}
    for i in range(k + 1):
        if u[i] and v[k - i]:
            total = normal.add(total, normal.multiply(u[i], v[k - i]))
    return total


def _times(u: Series, v: Series) -> Series:
    return tuple(_convolved(u, v, k) for k in range(len(u)))


def _whole_power(base: Series, exponent: int) -> Series:
    require(exponent <= LARGEST_POWER, "a power is too large")
    result: Series = (UNIT, *({},) * (len(base) - 1))
    for _ in range(exponent):
        result = _times(result, base)
    longest = max((max(c.p.bit_length(), c.q.bit_length()) for p in result for c in p.values()), default=0)
    require(longest <= normal.MOST_BITS, "a number is too long")
    return result


def _reciprocal(p: Poly) -> Poly:
    """1/p for a number p that is a single product: no such product is 0."""
    require(len(p) == 1, "a value there is not known to differ from 0")
    ((monomial, coefficient),) = p.items()
    return {frozenset((symbol, -power) for symbol, power in monomial): 1 / coefficient}


def _power_of(u: Series, alpha: Fraction, first: Poly) -> Series:
    """u^α, its first coefficient given, from u·w′ = α·u′·w."""
    inverse = _reciprocal(u[0])
    w: list[Poly] = [first]
    for k in range(1, len(u)):
        total: Poly = {}
        for i in range(1, k + 1):
            total = normal.add(total, _scaled(normal.multiply(u[i], w[k - i]), (alpha + 1) * i - k))
        w.append(_scaled(normal.multiply(total, inverse), Fraction(1, k)))
    return tuple(w)


def _inverse(u: Series) -> Series:
    return _power_of(u, Fraction(-1), _reciprocal(u[0]))


def _slope(u: Series) -> Series:
    """u′, its last coefficient, which is not known, left out."""
    return tuple(_scaled(u[k], Fraction(k)) for k in range(1, len(u)))


def _integrated(first: Poly, slope: Series) -> Series:
    return (first, *(_scaled(c, Fraction(1, k)) for k, c in enumerate(slope, 1)))


def _exp(u: Series) -> Series:
    w: list[Poly] = [_exponential(u[0])]
    slope = _slope(u)
    for k in range(1, len(u)):
        w.append(_scaled(_convolved(slope[:k], tuple(w), k - 1), Fraction(1, k)))
    return tuple(w)


def _exponential(p: Poly) -> Poly:
    """eᵐ⁺ⁿ = eᵐ·eⁿ, and the exponential of k/2·ln q is the square root of qᵏ."""
    powers: dict[normal.Symbol, Fraction] = {}
    square = Fraction(1)
    for m, c in p.items():
        match list(m):
            case [(App("ln", (Num(q),)), one)] if one == 1 and int(c.q) <= 2 and abs(2 * c) <= LARGEST_POWER:
                square *= q ** (int(c.p) * 2 // int(c.q))
            case _:
                powers["exp", m] = Fraction(int(c.p), int(c.q))
    return normal.multiply(normal.square_root(square), {frozenset(powers.items()): fmpq(1)})


def _ln(u: Series) -> Series:
    return _integrated(_logarithm(u[0]), _times(_slope(u), _inverse(u)[:-1]))


def _logarithm(p: Poly) -> Poly:
    """ln(c·eᵐ) = m + Σ k·ln q for the prime powers qᵏ of c."""
    _reciprocal(p)
    ((monomial, c),) = p.items()
    require(c > 0, "a logarithm of what is not positive")
    require(int(c.p) * int(c.q) <= normal.LARGEST_RADICAND, "a number is too long to be factored")
    total: Poly = {}
    for symbol, power in monomial:
        require(isinstance(symbol, tuple), "a logarithm that is not opened")
        total = normal.add(total, {symbol[1]: fmpq(power.numerator, power.denominator)})  # type: ignore[index]
    for part, sign in ((c.p, 1), (c.q, -1)):
        for prime, exponent in fmpz(part).factor():
            total = normal.add(total, _scaled(_atom(App("ln", (Num(int(prime)),))), Fraction(sign * exponent)))
    return total


def _square_root(u: Series) -> Series:
    return _power_of(u, Fraction(1, 2), _root(u[0]))


def _root(p: Poly) -> Poly:
    _reciprocal(p)
    ((monomial, c),) = p.items()
    require(c > 0 and int(c.p) * int(c.q) <= normal.LARGEST_RADICAND, "a square root that is not opened")
    require(all(isinstance(symbol, tuple) for symbol, _ in monomial), "a square root that is not opened")
    half = {frozenset((symbol, power / 2) for symbol, power in monomial): fmpq(1)}
    return normal.multiply(normal.square_root(Fraction(int(c.p), int(c.q))), half)


def _turn(u: Series, quarter: int) -> Series:
    """cos(u − quarter·π/2), from the cosine and the sine of where u starts."""
    start = u[0]
    turn = start.get(frozenset(((PI, Fraction(1)),)), fmpq(0))
    require(set(start) <= {frozenset(((PI, Fraction(1)),))} and 12 % int(turn.q) == 0, "an angle that is not opened")
    twelfths = int(turn.p) * 12 // int(turn.q) - 6 * quarter
    derivatives = [_cosine(twelfths + 6 * k) for k in range(4)]  # cos, −sin, −cos, sin
    moving: Series = ({}, *u[1:])
    power: Series = (UNIT, *({},) * (len(u) - 1))
    total: Series = ({},) * len(u)
    for k in range(len(u)):
        coefficient = derivatives[k % 4]
        total = _plus(total, tuple(normal.multiply(coefficient, c) for c in power))
        power = tuple(_scaled(c, Fraction(1, k + 1)) for c in _times(power, moving))
    return total


def _cosine(twelfths: int) -> Poly:
    k = twelfths % 24
    k, sign = (24 - k if k > 12 else k), 1
    if k > 6:
        k, sign = 12 - k, -1
    require(k in COSINES, "an angle that is not opened")
    return _scaled(normal.square_root(COSINES[k]), Fraction(sign))


def _rational(p: Poly) -> Fraction:
    require(not p or p.keys() == {ONE}, "a value that is not rational")
    value = p.get(ONE, fmpq(0))
    return Fraction(int(value.p), int(value.q))


def _arc(head: str, u: Series, slope: Callable[[Series], Series]) -> Series:
    start = _rational(u[0])
    first = _atom(App(head, (number(start),))) if start else {}
    return _integrated(first, _times(_slope(u), slope(u)[:-1]))


def _atan(u: Series) -> Series:
    return _arc("atan", u, lambda u: _inverse(_plus((UNIT, *({},) * (len(u) - 1)), _times(u, u))))


def _asin(u: Series) -> Series:
    require(abs(_rational(u[0])) < 1, "an arcsine that is not opened")
    return _arc("asin", u, lambda u: _inverse(_square_root(_plus((UNIT, *({},) * (len(u) - 1)), _minus(_times(u, u))))))


def _absolute(u: Series) -> Series:
    require(_rational(u[0]) != 0, "|u| has no series where u is 0")
    return u if _rational(u[0]) > 0 else _minus(u)


def _larger(u: Series, v: Series) -> Series:
    difference = _rational(_plus(u, _minus(v))[0])
    require(difference != 0, "max has no series where its arguments are equal")
    return u if difference > 0 else v


# fmt: off
OPERATIONS: Mapping[tuple[str, int], Callable[..., Series]] = {
    ("neg", 1): _minus,
    ("+", 2): _plus,
    ("-", 2): lambda u, v: _plus(u, _minus(v)),
    ("*", 2): _times,
    ("/", 2): lambda u, v: _times(u, _inverse(v)),
    ("exp", 1): _exp,
    ("ln", 1): _ln,
    ("sqrt", 1): _square_root,
    ("abs", 1): _absolute,
    ("max", 2): _larger,
    ("min", 2): lambda u, v: _minus(_larger(_minus(u), _minus(v))),
    ("cos", 1): lambda u: _turn(u, 0),
    ("sin", 1): lambda u: _turn(u, 1),
    ("tan", 1): lambda u: _times(_turn(u, 1), _inverse(_turn(u, 0))),
    ("atan", 1): _atan,
    ("asin", 1): _asin,
}
# fmt: on
