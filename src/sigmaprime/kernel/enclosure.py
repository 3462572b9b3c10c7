"""Balls that are certain to contain the value of a term without variables (Arb, through python-flint).

Every value is a power series in a small h, so that a derivative can be read off: D(fn(x, u), t) is the coefficient
of h in u with x = t + h. Without a derivative in sight all series have one coefficient and are just numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

from flint import arb, arb_series, ctx, fmpq

from sigmaprime.kernel.rule import Rules
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, require

MOST_BITS = 4096
MOST_DERIVATIVES = 12
LARGEST_EXPONENT = 10**6
MOST_PLACES = 1000
Values: TypeAlias = Mapping[str, arb_series]


class precision:  # noqa: N801 - read as `with precision(64, 1):`
    """Arb's working precision and series length, which are global, for the length of a block."""

    def __init__(self, bits: int, terms: int) -> None:
        require(1 < bits <= MOST_BITS, "that many bits are not allowed")
        self.here = bits, terms

    def __enter__(self) -> None:
        self.before = ctx.prec, ctx.cap
        ctx.prec, ctx.cap = self.here

    def __exit__(self, *_: object) -> None:
        ctx.prec, ctx.cap = self.before


def enclose(term: Term, rules: Rules, bits: int, at: Mapping[str, arb] | None = None) -> arb:
    """A ball that contains the value of `term`; `Wrong` where it is not known to be defined.

    `rules` gives the definitions of the functions that are not primitive; `at` the values of free variables.
    """
    with precision(bits, 1):
        return _known(term, {name: arb_series([value]) for name, value in (at or {}).items()}, rules, 1)[0]


def enclose_coefficients(term: Term, rules: Rules, bits: int, variable: str, box: arb, order: int) -> tuple[arb, ...]:
    """Balls that contain f⁽ᵏ⁾/k! of the term, k up to `order`, for every value of the variable in `box`."""
    with precision(bits, order + 1):
        series = _known(term, {variable: arb_series([box, 1])}, rules, order + 1)
    require(all(bool(series[k].is_finite()) for k in range(order + 1)), "not known to be differentiable there")
    return tuple(series[k] for k in range(order + 1))


def _known(term: Term, values: Values, rules: Rules, terms: int) -> arb_series:
    try:
        series = _series(term, values, rules, terms)
        _number(series)
    except (ArithmeticError, ValueError) as failure:  # what python-flint raises where it cannot go on
        raise Wrong(f"no enclosure: {failure}") from None
    return series


def _number(series: arb_series) -> arb:
    value = series[0]
    require(bool(value.is_finite()), "not known to be defined there")
    return value


def _series(term: Term, values: Values, rules: Rules, terms: int) -> arb_series:
    if isinstance(term, App) and (operation := OPERATIONS.get((term.head, len(term.args)))) is not None:
        return operation(*[_series(arg, values, rules, terms) for arg in term.args])
    match term:
        case Num(value):
            return arb_series([arb(fmpq(value.numerator, value.denominator))])
        case Var(name):
            require(name in values, name, " has no value")
            return values[name]
        case App("D", (App("fn", (Var(name), body)), point)):
            return _derivative(name, body, _series(point, values, rules, terms), values, rules, terms)
        case App("^", (base, exponent)):
            return _power(_series(base, values, rules, terms), exponent, values, rules, terms)
        case App(head, args):
            return _defined(head, [_series(arg, values, rules, terms) for arg in args], rules, terms)
    raise Wrong("not a term")


def _derivative(name: str, body: Term, point: arb_series, values: Values, rules: Rules, terms: int) -> arb_series:
    require(terms < MOST_DERIVATIVES, "too many derivatives in one another")
    # From here on h is the change of `name` alone: a variable that moves with the outer h has no value inside.
    still = {other: v[0] for other, v in values.items() if all(v[k].is_zero() for k in range(1, terms))}
    with precision(ctx.prec, terms + 1):
        inner = {other: arb_series([value]) for other, value in still.items()}
        inner[name] = arb_series([_number(point), 1])
        slope = _series(body, inner, rules, terms + 1).derivative()
    if len(point.coeffs()) < 2:  # a point that does not move
        return arb_series([slope[0]])
    return slope(arb_series([0, *point.coeffs()[1:]]))


def _defined(head: str, arguments: list[arb_series], rules: Rules, terms: int) -> arb_series:
    if head.endswith("'") and len(arguments) == 1:
        return _derivative("x", App(head[:-1], (Var("x"),)), arguments[0], {}, rules, terms)
    parameters, body = law_of(head, len(arguments), rules)
    return _series(body, dict(zip(parameters, arguments, strict=True)), rules, terms)


def law_of(head: str, arity: int, rules: Rules) -> tuple[list[str], Term]:
    """The parameters and the body of the definition of a function; `Wrong` if it has none."""
    law = rules.get(f"definition of {head}")
    if law is None or not isinstance(law.conclusion, App) or law.conclusion.head != "=":
        raise Wrong(f"nothing is known of the values of {head}")
    parameters = [name for name, _ in law.holes]
    require(len(parameters) == arity, head, " has another number of arguments")
    return parameters, law.conclusion.args[1]


def _power(base: arb_series, exponent: Term, values: Values, rules: Rules, terms: int) -> arb_series:
    match exponent:
        case Num(value) if value.denominator == 1:
            return _whole_power(base, int(value))
        case App("neg", (Num(value),)) if value.denominator == 1:
            return arb_series([1]) / _nonzero(_whole_power(base, int(value)))
    return (_series(exponent, values, rules, terms) * _positive(base).log()).exp()


def _whole_power(base: arb_series, exponent: int) -> arb_series:
    if exponent > LARGEST_EXPONENT:
        return (arb_series([exponent]) * _positive(base).log()).exp()
    result, square = arb_series([1]), base
    while exponent:
        if exponent & 1:
            result = result * square
        exponent >>= 1
        square = square * square if exponent else square
    return result


def _nonzero(u: arb_series) -> arb_series:
    require(not _number(u).contains(0), "a denominator is not known to differ from 0")
    return u


def _positive(u: arb_series) -> arb_series:
    require(bool(_number(u) > 0), "an argument is not known to be positive")
    return u


def _absolute(u: arb_series) -> arb_series:
    value = _number(u)
    if value > 0:
        return u
    if value < 0:
        return -u
    require(ctx.cap == 1, "|u| has no derivative where u may be 0")
    return arb_series([abs(value)])


def _square_root(u: arb_series) -> arb_series:
    if u[0] == 0 and ctx.cap == 1:
        return arb_series([0])
    return _positive(u).sqrt()


def _larger(u: arb_series, v: arb_series) -> arb_series:
    if u[0] > v[0]:
        return u
    if u[0] < v[0]:
        return v
    require(ctx.cap == 1, "max has no derivative where its arguments may be equal")
    return arb_series([u[0].max(v[0])])


def _cube_root(u: arb_series) -> arb_series:
    if u[0] == 0 and ctx.cap == 1:
        return u
    return (_positive(u).log() / 3).exp() if not _number(u) < 0 else -((-u).log() / 3).exp()


def _sign(u: arb_series) -> arb_series:
    value = _number(u)
    require(bool(value != 0) or (value == 0 and ctx.cap == 1), "the sign of a number that may be 0 is not known")
    return arb_series([1 if value > 0 else -1 if value < 0 else 0])


def _lambert(u: arb_series) -> arb_series:
    require(bool(_number(u) > -arb(-1).exp()), "an argument is not known to lie above -1/e")
    return u.lambertw()


def _tangent(u: arb_series) -> arb_series:
    return u.sin() / _nonzero(u.cos())


def _within(u: arb_series) -> arb_series:
    require(bool(abs(_number(u)) < 1), "an argument is not known to lie in (-1, 1)")
    return u


# fmt: off
OPERATIONS: Mapping[tuple[str, int], Callable[..., arb_series]] = {
    ("neg", 1): lambda u: -u,
    ("+", 2): lambda u, v: u + v,
    ("-", 2): lambda u, v: u - v,
    ("*", 2): lambda u, v: u * v,
    ("/", 2): lambda u, v: u / _nonzero(v),
    ("pi", 0): lambda: arb_series([arb.pi()]),
    ("exp", 1): lambda u: u.exp(),
    ("ln", 1): lambda u: _positive(u).log(),
    ("sqrt", 1): _square_root,
    ("cbrt", 1): _cube_root,
    ("abs", 1): _absolute,
    ("sign", 1): _sign,
    ("LambertW", 1): _lambert,
    ("max", 2): _larger,
    ("min", 2): lambda u, v: -_larger(-u, -v),
    ("sin", 1): lambda u: u.sin(),
    ("cos", 1): lambda u: u.cos(),
    ("tan", 1): _tangent,
    ("atan", 1): lambda u: u.atan(),
    ("asin", 1): lambda u: _within(u).asin(),
    ("acos", 1): lambda u: _within(u).acos(),
    ("erf", 1): lambda u: u.erf(),
}
# fmt: on


def relation_holds(says: Term, rules: Rules, bits: int) -> bool:
    """Whether balls of that many bits decide that a relation without variables holds."""
    match says:
        case App("defined", (u,)):
            return bool(enclose(u, rules, bits).is_finite())
        case App("~=", (u, App("digits", (shown, Num(places))))):
            return decided(_beyond(u, shown, places, rules, bits), "<")
        case App("not", (App("~=", (u, App("digits", (shown, Num(places))))),)):
            return decided(_beyond(u, shown, places, rules, bits), ">")
        case App(("<" | "<=" | ">" | ">=" | "!=") as relation, (u, v)):
            return decided(enclose(App("-", (u, v)), rules, bits), relation)
    return False


def _beyond(u: Term, shown: Term, places: Fraction, rules: Rules, bits: int) -> arb:
    """By how much u is further from the number shown than half a unit in the last of so many decimal places."""
    require(places.denominator == 1 and places <= MOST_PLACES, "that many decimal places are not allowed")
    unit = App("/", (Num(Fraction(1, 2)), Num(10 ** int(places))))
    return enclose(App("-", (App("abs", (App("-", (u, shown)),)), unit)), rules, bits)


def decided(difference: arb, relation: str) -> bool:
    """Whether every number in the ball stands in that relation to 0."""
    match relation:
        case ">":
            return bool(difference > 0)
        case ">=":
            return bool(difference >= 0)
        case "<":
            return bool(difference < 0)
        case "<=":
            return bool(difference <= 0)
    return not difference.contains(0)
