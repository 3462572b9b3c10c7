"""What an expression is worth, in numbers: values, derivatives, limits and integrals by mpmath at 30 digits and more.

Nothing of the package is used here, so that an answer found there can be tried against an engine that shares no
code with it. Numbers that are rational stay fractions, since a power asks whether its exponent is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import mpmath as mp

from tests.worked import reading
from tests.worked.numerical import Number, Undefined, derivative, integral, limit, real

DIGITS = 40
Names = Mapping[str, Number]
# Points of trial, spread out and nowhere special; only those where both sides are defined are used.
POINTS = tuple(Fraction(n, 997) for n in (311, 1213, -417, 2741, -1579, 83, 5903, -3307, 677, -911, 9173, -71, 23011))


def _inside(low: float, high: float, f: Callable[[mp.mpf], object]) -> Callable[[mp.mpf], object]:
    def where_defined(x: mp.mpf) -> object:
        if not low <= x <= high:
            raise Undefined
        return f(x)

    return where_defined


def _outside(f: Callable[[mp.mpf], object]) -> Callable[[mp.mpf], object]:
    def where_defined(x: mp.mpf) -> object:
        if -1 < x < 1:
            raise Undefined
        return f(x)

    return where_defined


def root(x: mp.mpf, n: mp.mpf) -> object:
    if x < 0 and int(n) % 2 == 0:
        raise Undefined
    return mp.sign(x) * mp.root(abs(x), int(n))


def _sigmoid(x: mp.mpf) -> object:
    return 1 / (1 + mp.exp(-x))


def _softplus(x: mp.mpf) -> object:
    return mp.log(1 + mp.exp(x))


_POSITIVE = float("1e-4000000")
FUNCTIONS: dict[str, Callable[..., object]] = {
    "abs": abs, "sign": mp.sign, "min": min, "max": max, "root": root, "cbrt": lambda x: root(x, 3),
    "sqrt": _inside(0, mp.inf, mp.sqrt), "erf": mp.erf, "Phi": mp.ncdf,
    "ln": _inside(_POSITIVE, mp.inf, mp.log), "log2": _inside(_POSITIVE, mp.inf, lambda x: mp.log(x) / mp.log(2)),
    "log10": _inside(_POSITIVE, mp.inf, lambda x: mp.log(x) / mp.log(10)),
    **{name: getattr(mp, name) for name in "exp sin cos tan sec csc cot sinh cosh tanh sech csch coth asinh".split()},
    "asin": _inside(-1, 1, mp.asin), "acos": _inside(-1, 1, mp.acos), "atan": mp.atan,
    "asec": _outside(lambda x: mp.acos(1 / x)), "acsc": _outside(lambda x: mp.asin(1 / x)),
    "acot": lambda x: mp.pi / 2 - mp.atan(x), "acosh": _inside(1, mp.inf, mp.acosh), "atanh": _inside(-1, 1, mp.atanh),
    "LambertW": _inside(-mp.exp(-1), mp.inf, mp.lambertw), "sigmoid": _sigmoid, "softplus": _softplus,
    "logit": _inside(0, 1, lambda x: mp.log(x / (1 - x))), "silu": lambda x: x * _sigmoid(x),
    "relu": lambda x: max(x, mp.mpf(0)), "gelu": lambda x: x * mp.ncdf(x), "mish": lambda x: x * mp.tanh(_softplus(x)),
    "hill": lambda x, k, n: x**n / (k**n + x**n), "gompertz": lambda x, a, b, c: a * mp.exp(-b * mp.exp(-c * x)),
}  # fmt: skip


def power(u: Number, v: Number) -> Number:
    """A whole exponent as in a polynomial, p/q for u >= 0 (u > 0 when negative), else exp(v·ln u) for u > 0."""
    if isinstance(v, Fraction) and v.denominator == 1:
        if v < 0 and u == 0:
            raise Undefined
        if isinstance(u, Fraction) and abs(v) < 1000:
            return u ** int(v)
        return real(u) ** int(v)
    base = real(u)
    if base < 0 or (base == 0 and not (isinstance(v, Fraction) and v > 0)):
        raise Undefined
    return base ** real(v)


class Worth:
    """The worth of trees, with the functions that are declared beside them: `s(x) = 1/(1 + exp(-x))`."""

    def __init__(self, lets: Iterable[str] = ()) -> None:
        self.bodies: dict[str, tuple[list[str], tuple]] = {}
        for let in lets:
            left, _, body = let.partition("=")
            name, _, parameters = left.strip().rstrip(")").partition("(")
            known = frozenset(self.bodies)
            self.bodies[name.strip()] = ([p.strip() for p in parameters.split(",")], reading.tree(body, known))
        self.declared = frozenset(self.bodies)

    def tree(self, text: str) -> tuple:
        return reading.tree(text, self.declared)

    def __call__(self, tree: tuple, names: Names) -> Number:
        match tree:
            case ("number", n):
                return n
            case ("name", "pi"):
                return +mp.pi
            case ("name", "e"):
                return +mp.e
            case ("name", name):
                if name not in names:
                    raise KeyError(name)
                return names[name]
            case ("diff", body, x, order):
                return derivative(self.of(body, x, names), names[x], order)
            case ("slope", f, order, u):
                return derivative(lambda t: self((f, ("name", "#")), {"#": t}), self(u, names), order)
            case ("int", body, x, low, high):
                return integral(self.of(body, x, names), *(self.place(end, names) for end in (low, high)))
            case ("lim", body, x, place, side):
                return limit(self.of(body, x, names), self.place(place, names), side)
            case ("sum" | "prod" as operator, body, i, low, high):
                terms = [self(body, {**names, i: Fraction(k)}) for k in range(*self.whole(low, high, names))]
                return sum(map(real, terms), mp.mpf(0)) if operator == "sum" else mp.fprod(map(real, terms))
        head, *parts = tree
        return self.operation(head, [self(part, names) for part in parts])

    def operation(self, head: str, values: list[Number]) -> Number:
        if head in self.bodies:
            parameters, body = self.bodies[head]
            return self(body, dict(zip(parameters, values, strict=True)))
        if head in FUNCTIONS:
            try:
                return real(FUNCTIONS[head](*map(real, values)))
            except (ZeroDivisionError, ValueError, OverflowError) as wrong:
                raise Undefined from wrong
        exact = all(isinstance(value, Fraction) for value in values)
        u, *more = values if exact or head == "^" else map(real, values)
        match head, more:
            case "neg", []:
                return -u
            case "+", [v]:
                return u + v
            case "-", [v]:
                return u - v
            case "*", [v]:
                return u * v
            case "/", [v]:
                if v == 0:
                    raise Undefined
                return u / v
            case "^", [v]:
                return power(u, v)
        raise reading.Unreadable(head)

    def of(self, body: tuple, x: str, names: Names) -> Callable[[Number], Number]:
        return lambda t: self(body, {**names, x: t})

    def place(self, place: tuple, names: Names) -> Number:
        match place:
            case ("name", "oo"):
                return mp.inf
            case ("neg", ("name", "oo")):
                return -mp.inf
        return self(place, names)

    def whole(self, low: tuple, high: tuple, names: Names) -> tuple[int, int]:
        return int(self(low, names)), int(self(high, names)) + 1


def agrees(
    expression: str,
    answer: str,
    variables: str | Iterable[str] = "x",
    *,
    lets: Iterable[str] = (),
    given: Mapping[str, Fraction] | None = None,
    points: Iterable[Fraction] = POINTS,
    least: int = 2,
    tolerance: float = 1e-15,
) -> bool:
    """Whether the two have one value at all points of trial where both are defined, of which there must be some.

    Each variable takes the points in another order. Operators of calculus may stand in either: `diff(x^2, x)`.
    """
    worth = Worth(lets)
    trees = worth.tree(expression), worth.tree(answer)
    letters = variables.replace(",", " ").split() if isinstance(variables, str) else list(variables)
    tried, spread = 0, tuple(points)
    with mp.workdps(DIGITS):
        for index in range(len(spread)):
            chosen = {v: spread[(index * (1 + k) + 3 * k) % len(spread)] for k, v in enumerate(letters)}
            names = {**(given or {}), **chosen}
            try:
                left, right = (real(worth(one, names)) for one in trees)
            except Undefined:
                continue
            if abs(left - right) > tolerance * (1 + abs(left) + abs(right)):
                return False
            tried += 1
    if tried < least:
        raise Undefined(f"{expression} and {answer} are both defined at {tried} of the points only")
    return True
