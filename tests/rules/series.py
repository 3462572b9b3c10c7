"""An engine of its own for values and derivatives: Taylor series with error balls, written for the tests alone.

It shares nothing with the enclosures of the kernel. A point where a function has a value but no slope (abs at 0) has
a series whose first coefficient is known and whose others are not a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from itertools import pairwise

from flint import arb, arb_series, ctx, fmpq

from sigmaprime.kernel.term import App, Num, Term, Var, free

ORDER = 6
LARGEST_POWER = 2000
MOST_DERIVATIVES = 3
BITS = 500
NAN = arb("nan")
Env = Mapping[str, arb_series]


class Undefined(Exception):
    """The term has no value there."""


class Unknown(Exception):
    """This engine cannot tell."""


@contextmanager
def working() -> Iterator[None]:
    before = ctx.prec, ctx.cap
    ctx.prec, ctx.cap = BITS, ORDER
    try:
        yield
    finally:
        ctx.prec, ctx.cap = before


def exact(value: Fraction | int) -> arb:
    value = Fraction(value)
    return arb(fmpq(value.numerator, value.denominator))


def constant(value: arb) -> arb_series:
    return arb_series([value])


def at_point(value: arb) -> arb_series:
    """The variable itself near `value`."""
    return arb_series([value, 1])


def value_of(term: Term, env: Mapping[str, arb]) -> arb:
    found = series(term, {name: constant(v) for name, v in env.items()})[0]
    if not found.is_finite():
        raise Undefined
    return found


def kinked(value: arb) -> arb_series:
    return arb_series([value, *[NAN] * (ORDER - 1)])


def is_zero(value: arb) -> bool:
    """Zero, as far as this precision tells; a wide ball tells nothing."""
    if value.contains(0) and not value.rad() < arb("1e-2"):
        raise Unknown
    return bool(value.contains(0))


def series(term: Term, env: Env) -> arb_series:
    match term:
        case Num(value):
            return constant(exact(value))
        case Var(name):
            if name not in env:
                raise Unknown
            return env[name]
        case App("D", (App("fn", (Var(name), body)), point)):
            return slope(name, body, series(point, env), env)
        case App("nth", (App("fn", (Var(name), body)), order, point)):
            return of_order(name, body, order, point, env)
        case App("^", (base, exponent)):
            return power(series(base, env), series(exponent, env))
        case App("oo", ()):
            raise Undefined  # not a real number
        case App("pi", ()):
            return constant(arb.pi())
        case App("sum" | "prod" as head, (App("fn", (Var(name), body)), low, high)):
            return repeated(head, name, body, low, high, env)
        case App("put", (vector, index, value)):
            return label_with(vector, whole(series(index, env)[0]), value, env)
        case App("component", (vector, index)):
            return component(vector, whole(series(index, env)[0]), env)
        case App("delta", (one, other)):
            return constant(arb(whole(series(one, env)[0]) == whole(series(other, env)[0])))
        case App("dot", (one, other, length)):
            places = range(1, ends_in_order(constant(arb(1)), series(length, env))[1] + 1)
            products = (component(one, k, env) * component(other, k, env) for k in places)
            return sum(products, constant(arb(0)))
        case App("int", (App("fn", (Var(name), body)), low, high)):
            ctx.prec = 64
            try:
                return constant(integral(name, body, low, high, env))
            finally:
                ctx.prec = BITS
        case App("lim", (App("fn", (Var(name), body)), place)):
            return constant(limit_value(name, body, place, env))
        case App(head, (arg,)) if head.endswith("'"):
            return slope("x", App(head[:-1], (Var("x"),)), series(arg, env), {})
        case App(head, args):
            arguments = [series(arg, env) for arg in args]
            if not all(a[0].is_finite() for a in arguments):
                raise Undefined
            if head in SERIES:
                return SERIES[head](*arguments)
            if head in VALUES:
                return kinked(VALUES[head](*(a[0] for a in arguments)))
    raise Unknown


def of_order(name: str, body: Term, order: Term, point: Term, env: Env) -> arb_series:
    """The derivative of that order: defined for the orders 0, 1, 2, … alone."""
    there = series(point, env)
    times = whole_number(series(order, env)[0])
    within(times is not None and times >= 0)
    if times > MOST_DERIVATIVES:
        raise Unknown
    if not times:
        within(bool(there[0].is_finite()))
        return series(body, {**env, name: there})
    before = App("nth", (App("fn", (Var(name), body)), Num(times - 1), Var(name)))
    return slope(name, before, there, env)


def whole_number(value: arb) -> int | None:
    """The whole number that a value is; None if it is none."""
    if not value.is_finite():
        raise Undefined
    nearest = value.mid().floor() if is_zero(value - value.mid().floor()) else value.mid().ceil()
    return int(nearest.unique_fmpz()) if is_zero(value - nearest) else None


def factorial(value: arb) -> arb:
    number = whole_number(value)
    within(number is not None and number >= 0)
    return arb(number).gamma() * number if number else arb(1)


def slope(name: str, body: Term, point: arb_series, env: Env) -> arb_series:
    start = point[0]
    inner = series(body, {**{n: constant(v[0]) for n, v in env.items()}, name: at_point(start)})
    if any(not env[n][1].is_zero() for n in free(body) - {name} if n in env):
        raise Unknown
    derivative = inner.derivative()
    if not derivative[0].is_finite():
        return constant(quotient_from_both_sides(name, body, start, env))
    step = arb_series([0, *[point[k] for k in range(1, ORDER)]])
    if all(point[k].is_zero() for k in range(1, ORDER)):
        return constant(derivative[0])
    return derivative(step)


def quotient_from_both_sides(name: str, body: Term, start: arb, env: Env) -> arb:
    """The slope where the series has none (x*abs(x) at 0): difference quotients that agree from both sides."""
    fixed = {n: constant(v[0]) for n, v in env.items()}

    def value(at: arb) -> arb:
        return series(body, {**fixed, name: at_point(at)})[0]

    steps = [side * arb(2) ** -k for k in (150, 250) for side in (1, -1)]
    quotients = [(value(start + h) - value(start)) / h for h in steps]
    if not all(q.is_finite() and bool(abs(q - quotients[0]) < arb("1e-20")) for q in quotients):
        raise Undefined
    return quotients[-1] + arb(0, "1e-20")


def power(base: arb_series, exponent: arb_series) -> arb_series:
    fixed = all(exponent[k].is_zero() for k in range(1, ORDER))
    n = exponent[0]
    if fixed and n.is_exact() and n.is_integer():
        if abs(n) > LARGEST_POWER:
            if not base[0] > 0:
                raise Unknown
            return exponential(exponent * base.log())
        whole = int(n.unique_fmpz())
        result = constant(arb(1))
        for _ in range(abs(whole)):
            result = result * base
        return result if whole >= 0 else divide(constant(arb(1)), result)
    if is_zero(base[0]) and fixed and n > 0:
        return kinked(arb(0))
    if not base[0] > 0:
        raise Undefined
    return (exponent * base.log()).exp()


def divide(u: arb_series, v: arb_series) -> arb_series:
    if is_zero(v[0]):
        raise Undefined
    return u / v


def exponential(u: arb_series) -> arb_series:
    found = u.exp()
    if not found[0].is_finite():  # too large a number for this engine
        raise Unknown
    return found


def logarithm(u: arb_series) -> arb_series:
    if is_zero(u[0]) or not u[0] > 0:
        raise Undefined
    return u.log()


def square_root(u: arb_series) -> arb_series:
    if is_zero(u[0]):
        return kinked(arb(0))
    if not u[0] > 0:
        raise Undefined
    return u.sqrt()


def cube_root(u: arb_series) -> arb_series:
    if is_zero(u[0]):
        return kinked(arb(0))
    return (u.log() / 3).exp() if u[0] > 0 else -((-u).log() / 3).exp()


def absolute(u: arb_series) -> arb_series:
    return kinked(arb(0)) if is_zero(u[0]) else u if u[0] > 0 else -u


def sign(u: arb_series) -> arb_series:
    return kinked(arb(0)) if is_zero(u[0]) else constant(arb(1 if u[0] > 0 else -1))


def arcus(name: str) -> Callable[[arb_series], arb_series]:
    def worked_out(u: arb_series) -> arb_series:
        if is_zero(abs(u[0]) - 1):
            return kinked(getattr(arb(1 if u[0] > 0 else -1), name)())
        if abs(u[0]) > 1:
            raise Undefined
        return getattr(u, name)()

    return worked_out


def lambert(u: arb_series) -> arb_series:
    edge = -arb(-1).exp()
    if is_zero(u[0] - edge):
        return kinked(arb(-1))
    if u[0] < edge:
        raise Undefined
    return u.lambertw()


SERIES: dict[str, Callable[..., arb_series]] = {
    "neg": lambda u: -u,
    "+": lambda u, v: u + v,
    "-": lambda u, v: u - v,
    "*": lambda u, v: u * v,
    "/": divide,
    "exp": exponential,
    "ln": logarithm,
    "sqrt": square_root,
    "cbrt": cube_root,
    "abs": absolute,
    "sign": sign,
    "sin": lambda u: u.sin(),
    "cos": lambda u: u.cos(),
    "asin": arcus("asin"),
    "acos": arcus("acos"),
    "atan": lambda u: u.atan(),
    "erf": lambda u: u.erf(),
    "LambertW": lambert,
}


def within(condition: bool) -> None:
    if not condition:
        raise Undefined


def quotient(p: arb, q: arb) -> arb:
    within(not is_zero(q))
    return p / q


def log_of(u: arb) -> arb:
    within(not is_zero(u) and u > 0)
    return u.log()


def between_ones(u: arb, function: str) -> arb:
    within(not abs(u) > 1)
    return getattr(u, function)()


def acosh(u: arb) -> arb:
    within(is_zero(u - 1) or u > 1)
    return u.acosh() if u > 1 else arb(0)


def atanh(u: arb) -> arb:
    within(abs(u) < 1)
    return u.atanh()


def hill(x: arb, k: arb, n: arb) -> arb:
    up, down = (power(constant(t), constant(n))[0] for t in (x, k))
    return quotient(up, up + down)


# The functions that the language defines by others, each computed here in another way than by its definition.
VALUES: dict[str, Callable[..., arb]] = {
    "log2": lambda u: log_of(u) / arb.const_log2(),
    "log10": lambda u: log_of(u) / arb.const_log10(),
    "sinh": lambda u: u.sinh(),
    "cosh": lambda u: u.cosh(),
    "tanh": lambda u: u.tanh(),
    "sech": lambda u: u.sech(),
    "csch": lambda u: quotient(arb(1), u.sinh()),
    "coth": lambda u: quotient(arb(1), u.tanh()),
    "asinh": lambda u: u.asinh(),
    "acosh": acosh,
    "atanh": atanh,
    "tan": lambda u: quotient(u.sin(), u.cos()),
    "sec": lambda u: quotient(arb(1), u.cos()),
    "csc": lambda u: quotient(arb(1), u.sin()),
    "cot": lambda u: quotient(u.cos(), u.sin()),
    "asec": lambda u: between_ones(quotient(arb(1), u), "acos"),
    "acsc": lambda u: between_ones(quotient(arb(1), u), "asin"),
    "acot": lambda u: (arb(1) / u).atan() if u > 0 else arb.pi() / 2 if is_zero(u) else (arb(1) / u).atan() + arb.pi(),
    "sigmoid": lambda u: (1 + (u / 2).tanh()) / 2,
    "logit": lambda u: log_of(u) - log_of(1 - u),
    "softplus": lambda u: u / 2 + (2 * (u / 2).cosh()).log(),
    "silu": lambda u: u * (1 + (u / 2).tanh()) / 2,
    "relu": lambda u: u if u > 0 else arb(0),
    "gelu": lambda u: u * (-u / arb(2).sqrt()).erfc() / 2,
    "mish": lambda u: u * ((1 + u.exp()) ** 2 - 1) / ((1 + u.exp()) ** 2 + 1),
    "Phi": lambda u: (-u / arb(2).sqrt()).erfc() / 2,
    "max": max,
    "min": min,
    "hill": hill,
    "factorial": factorial,
    "vec": lambda *members: sum(members, arb(0)),
    "gompertz": lambda x, a, b, c: a * (-(b * (-(c * x)).exp())).exp(),
}


def points_towards(place: Term, env: Env, steps: int = 3) -> list[list[arb]]:
    """Sequences of points that run into `place`, nearest last; two for both sides."""
    match place:
        case App("oo", ()):
            return [[arb(10) ** k for k in (3, 12, 60)]]
        case App("neg", (App("oo", ()),)):
            return [[-(arb(10) ** k) for k in (3, 12, 60)]]
        case App("from_above" | "from_below" as side, (a,)):
            towards = series(a, env)[0]
            step = 1 if side == "from_above" else -1
            return [[towards + step * arb(2) ** -k for k in (10, 40, 160)]]
    towards = series(place, env)[0]
    return [[towards + side * arb(2) ** -k for k in (10, 40, 160)] for side in (1, -1)][:steps]


def limit_value(name: str, body: Term, place: Term, env: Env) -> arb:
    """Where the values run to, good to a few digits."""
    for sequence in points_towards(place, env):
        values = [series(body, {**env, name: constant(p)})[0] for p in sequence]
        return values[-1] + arb(0, "1e-6")
    raise Unknown


def integral(name: str, body: Term, low: Term, high: Term, env: Env) -> arb:
    """By the midpoint rule on finer and finer grids: good to a few digits; `Undefined` where the sums do not settle."""
    infinite = [end for end in (low, high) if end in (App("oo", ()), App("neg", (App("oo", ()),)))]
    if not infinite and not series(high, env)[0] >= series(low, env)[0]:
        return -integral(name, body, high, low, env)
    sums = [midpoints(name, body, low, high, env, count) for count in (50, 200, 800)]
    first, second = (abs(b[1] - a[1]) for a, b in pairwise(sums))  # of absolute values: nothing may cancel
    if second > arb("0.7") * first and second > arb("0.02"):
        raise Undefined
    return sums[-1][0] + arb(0, "2e-3") + arb(0, 3 * float(abs(sums[-1][0] - sums[-2][0]).upper()))


def midpoints(name: str, body: Term, low: Term, high: Term, env: Env, count: int) -> tuple[arb, arb]:
    """The midpoint rule, after the substitution x = t/(1 - t²) for infinite ends; and that of the absolute value."""

    def value(x: arb) -> arb:
        return series(body, {**env, name: constant(x)})[0]

    infinite = [end for end in (low, high) if end in (App("oo", ()), App("neg", (App("oo", ()),)))]
    if not infinite:
        a, b = series(low, env)[0], series(high, env)[0]
        step = (b - a) / count
        values = [value(a + step * (arb(k) + arb(0.5))) for k in range(count)]
        return sum(values, arb(0)) * step, sum(map(abs, values), arb(0)) * abs(step)
    start, end = arb(-1), arb(1)
    shift = arb(0)
    if low not in infinite:
        start, shift = arb(0), series(low, env)[0]
    if high not in infinite:
        end, shift = arb(0), series(high, env)[0]
    step = (end - start) / count
    values = []
    for k in range(count):
        t = start + step * (arb(k) + arb(0.5))
        values.append(value(shift + t / (1 - t * t)) * (1 + t * t) / (1 - t * t) ** 2)
    return sum(values, arb(0)) * step, sum(map(abs, values), arb(0)) * step


def whole(number: arb) -> int:
    """The whole number that this is; `Undefined` for any other number."""
    found = number.unique_fmpz()
    if found is None or not is_zero(number - found):
        raise Undefined
    return int(found)


def component(vector: Term, index: int, env: Env) -> arb_series:
    """The member of a family with that whole number: as the family is written, else any number that goes with both."""
    match vector:
        case App("put", (before, place, value)):
            series(before, env)
            changed, put = whole(series(place, env)[0]) == index, series(value, env)
            return put if changed else component(before, index, env)
        case App("vec", members):
            listed = [series(member, env) for member in members]
            return listed[index - 1] if 0 < index <= len(listed) else constant(arb(0))
    label = series(vector, env)
    if not all(label[k].is_zero() for k in range(1, ORDER)):
        raise Unknown
    return constant(2 * (arb(13) * label[0] + 78 * arb(index)).sin())


def label_with(vector: Term, index: int, value: Term, env: Env) -> arb_series:
    """The label of a family with one member put in: its own if that is no change, else some number."""
    label, put, before = series(vector, env), series(value, env), component(vector, index, env)
    return label if is_zero(put[0] - before[0]) else constant(label[0] + 7 + put[0])


def ends_in_order(low: arb_series, high: arb_series) -> tuple[int, int]:
    first, last = whole(low[0]), whole(high[0])
    if first - 1 > last:
        raise Undefined
    return first, last


def repeated(head: str, name: str, body: Term, low: Term, high: Term, env: Env) -> arb_series:
    """A sum or product, term by term; undefined unless its ends are whole numbers in order."""
    first, last = ends_in_order(series(low, env), series(high, env))
    total = constant(arb(0 if head == "sum" else 1))
    for k in range(first, last + 1):
        each = series(body, {**env, name: constant(arb(k))})
        total = total + each if head == "sum" else total * each
    return total
