"""What claims mean, tried on a grid of points: True, False, or None where a grid cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import pairwise, product

from flint import arb

from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Term, Var, free
from tests.rules.limits import limit_in, no_limit, order, vertical_asymptote
from tests.rules.series import (
    ORDER,
    Undefined,
    Unknown,
    at_point,
    constant,
    exact,
    is_zero,
    points_towards,
    series,
    value_of,
    whole_number,
    working,
)  # fmt: skip

with working():
    GRID = tuple(map(exact, (-7, -3, -2, Fraction(-3, 2), -1, Fraction(-3, 4), Fraction(-1, 2), Fraction(-1, 4), 0,
                             Fraction(1, 4), Fraction(3, 8), Fraction(1, 2), Fraction(3, 4), 1, Fraction(5, 4),
                             Fraction(7, 4), 2, Fraction(5, 2), 3, 4, 6)))  # fmt: skip
    NEAR = tuple(arb(2) ** -k for k in (3, 200))
    FAR = arb(200)
    BESIDE = (*(exact(end) + side * NEAR[1] for end in (-1, 0, 1, 2) for side in (1, -1)), FAR, -FAR)
CLOSE = arb("0.02")
LARGE = 100
Env = Mapping[str, arb]
ORDERS: dict[str, Callable[[arb], bool]] = {
    "<": lambda d: not is_zero(d) and bool(d < 0),
    "<=": lambda d: is_zero(d) or bool(d < 0),
    ">": lambda d: not is_zero(d) and bool(d > 0),
    ">=": lambda d: is_zero(d) or bool(d > 0),
    "!=": lambda d: not is_zero(d),
}


def defined(term: Term, env: Env) -> arb | None:
    try:
        return value_of(term, env)
    except Undefined:
        return None


def equal(a: arb, b: arb) -> bool:
    return is_zero(a - b)


def holds(says: Term, env: Env, extra: tuple[arb, ...] = ()) -> bool | None:
    """Whether `says` is true for these values of its variables; `extra` are points to look at besides the grid."""
    try:
        return _holds(says, env, extra)
    except (Undefined, Unknown):
        return None


def _holds(says: Term, env: Env, extra: tuple[arb, ...]) -> bool | None:
    match says:
        case App("=", (App("domain", (fn,)), region)):
            return _same_domain(fn, region, env, extra)
        case App("=", (u, v)):
            right = defined(v, env)
            left = defined(u, env) if right is not None else None
            return right is None or (left is not None and equal(left, right))
        case App("<" | "<=" | ">" | ">=" | "!=" as relation, (u, v)):
            a, b = defined(u, env), defined(v, env)
            return a is not None and b is not None and ORDERS[relation](a - b)
        case App("defined", (u,)):
            return defined(u, env) is not None
        case App("undefined", (u,)):
            return defined(u, env) is None
        case App("whole", (u,)):
            at = defined(u, env)
            return at is not None and whole_number(at) is not None
        case App("and", (p, q)):
            both = holds(p, env, extra), holds(q, env, extra)
            return False if False in both else None if None in both else True
        case App("not", (p,)):
            found = holds(p, env, extra)
            return None if found is None else not found
        case App("all", (p, *given)):
            return for_all(p, tuple(given), free(says), env, extra)
        case App("in", (u, region)):
            at = defined(u, env)
            return at is not None and member(at, region, env)
        case App("outside", (u, region)):
            at = defined(u, env)
            return at is not None and not member(at, region, env)
        case App("inhabited", (region,)):
            return any(member(at, region, env) for at in (*points_of(region, env), *GRID))
        case App("interval", (region,)):
            return isinstance(region, App) and region.head in ("()", "[]", "(]", "[)")
        case App("open", (App("union", parts),)):
            return together(holds(App("open", (part,)), env) for part in parts)
        case App("open", (region,)):
            return isinstance(region, App) and region.head == "()"
        case App("tends", (fn, place, value)):
            return _tends(fn, place, value, env)
        case App("limit_in", (fn, place, value, _)):
            return limit_in(fn, place, value, env)
        case App("no_limit", (fn, place)):
            return no_limit(fn, place, env)
        case App("order", (fn, other, scale, place, _)):
            return order(fn, other, scale, place, env)
        case App("vertical_asymptote", (fn, _, place)):
            return vertical_asymptote(fn, place, env)
        case App("asymptote", (App("fn", (x, u)), _, App("fn", (_, w)), place)):
            return _tends(App("fn", (x, App("-", (u, w)))), place, App("-", (Var("zero"), Var("zero"))), env)
        case App("inverse", (App("fn", (Var(x), u)), region, App("fn", (Var(y), w)))):
            return _inverse(x, u, region, y, w, env)
        case App(head, (App("fn", _), _, *_)) if head in PROPERTIES:
            return _property(says, env, extra)
    raise Unknown


def for_all(
    says: Term, given: tuple[Term, ...], names: frozenset[str], env: Env, extra: tuple[arb, ...]
) -> bool | None:
    """Whether `says` holds at every point of the grid at which the hypotheses do; `names` vary."""
    order = sorted(names)
    around = (e + side * NEAR[1] for e in extra for side in (1, 0, -1))
    points = (*GRID, *BESIDE, *around) if len(order) < 2 else GRID[::2]
    verdict: bool | None = True
    signs = set()
    for values in product(points, repeat=len(order)):
        here = {**env, **dict(zip(order, values, strict=True))}
        if all(holds(h, here) for h in given):
            found = holds(says, here, extra)
            if found and isinstance(says, App) and says.head == "!=":
                signs.add(bool(value_of(says.args[0], here) > value_of(says.args[1], here)))
                verdict = None if len(signs) > 1 else verdict  # the grid may have stepped over a zero
            if found is False:
                return False
            verdict = None if found is None else verdict
    return verdict


def member(at: arb, region: Term, env: Env) -> bool:
    """Whether a number lies in a set; an interval of which an end is undefined is empty."""
    try:
        return _member(at, region, env)
    except Undefined:
        return False


def _member(at: arb, region: Term, env: Env) -> bool:
    match region:
        case App("()" | "[]" | "(]" | "[)" as brackets, (low, high)):
            above = low is MINUS_OO or ORDERS[">=" if brackets[0] == "[" else ">"](at - value_of(low, env))
            return above and (high is OO or ORDERS["<=" if brackets[1] == "]" else "<"](at - value_of(high, env)))
        case App("domain", (App("fn", (Var(name), body)),)):
            return defined(body, {**env, name: at}) is not None
        case App("union", sets):
            return any(member(at, one, env) for one in sets)
        case App("points", args):
            return any((value := defined(arg, env)) is not None and equal(at, value) for arg in args)
    raise Unknown


def ends(region: Term, env: Env) -> tuple[arb | None, arb | None]:
    match region:
        case App("()" | "[]" | "(]" | "[)", (low, high)):
            return (None if low is MINUS_OO else defined(low, env)), (None if high is OO else defined(high, env))
    return None, None


def points_of(region: Term, env: Env, extra: tuple[arb, ...] = (), *, near: bool = True) -> list[arb]:
    """Points of a set in ascending order; `near`: with points close to its ends, or far out."""
    low, high = ends(region, env)
    found = [*GRID, *extra]
    found += [end for end in (low, high) if end is not None]
    if low is not None and high is not None:
        found += [low + (high - low) * k / 7 for k in range(1, 7)]
    if near:
        found += [low + step for step in NEAR] if low is not None else [-FAR]
        found += [high - step for step in NEAR] if high is not None else [FAR]
        found += BESIDE if low is None and high is None else ()
    inside = sorted((p for p in found if member(p, region, env)), key=lambda p: Fraction(*_ratio(p)))
    return [p for i, p in enumerate(inside) if i == 0 or not is_zero(p - inside[i - 1])]


def _ratio(p: arb) -> tuple[int, int]:
    mid = p.mid().fmpq()
    return int(mid.p), int(mid.q)


def _same_domain(fn: Term, region: Term, env: Env, extra: tuple[arb, ...]) -> bool:
    match fn:
        case App("fn", (Var(name), body)):
            points = points_of(App("()", (MINUS_OO, OO)), env, extra) + points_of(region, env, extra)
            return all((defined(body, {**env, name: p}) is not None) == member(p, region, env) for p in points)
    raise Unknown


def _tends(fn: Term, place: Term, value: Term, env: Env) -> bool | None:
    match fn:
        case App("fn", (Var(name), body)):
            base = {n: constant(v) for n, v in env.items()}
            sequences = points_towards(place, base)
            return together(_runs_to([defined(body, {**env, name: p}) for p in s], value, env) for s in sequences)
    raise Unknown


def _runs_to(values: list[arb | None], value: Term, env: Env) -> bool | None:
    known = [v for v in values[1:] if v is not None]
    if len(known) < 2:
        return False
    before, last = known
    if value is OO or value is MINUS_OO:
        sign = 1 if value is OO else -1
        grows = bool(sign * (last - before) > 1)
        return True if grows and sign * last > LARGE else None if grows else False
    towards = arb(0) if "zero" in free(value) else value_of(value, env)
    gap = abs(last - towards)
    return bool(gap < CLOSE) and (is_zero(gap) or bool(gap < abs(before - towards)))


def _inverse(x: str, u: Term, region: Term, y: str, w: Term, env: Env) -> bool:
    for p in points_of(region, env, near=False):
        there = defined(u, {**env, x: p})
        back = defined(w, {**env, y: there}) if there is not None else None
        if back is None or not equal(back, p):
            return False
    for q in GRID:
        there = defined(w, {**env, y: q})
        if there is not None:
            back = defined(u, {**env, x: there})
            if back is None or not equal(back, q) or not member(there, region, env):
                return False
    return True


def _property(says: App, env: Env, extra: tuple[arb, ...]) -> bool | None:
    fn, region, *slots = says.args
    assert isinstance(fn, App) and isinstance(fn.args[0], Var)
    name, body = fn.args[0].name, fn.args[1]

    def f(p: arb) -> arb | None:
        return defined(body, {**env, name: p})

    def slope(p: arb, order: int = 1) -> arb | None:
        try:
            found = series(body, {**{n: constant(v) for n, v in env.items()}, name: at_point(p)})[order]
        except Undefined:
            return None
        return found if found.is_finite() else None

    return PROPERTIES[says.head](_On(f, slope, region, env, extra), *slots)


class _On:
    """A function on a set, as far as its points on a grid go."""

    def __init__(self, f, slope, region, env, extra) -> None:  # type: ignore[no-untyped-def]
        self.f, self.slope, self.region, self.env, self.extra = f, slope, region, env, extra
        self.at = points_of(region, env, extra)
        self.plain = points_of(region, env, extra, near=False)
        self.values = [f(p) for p in self.at]
        low, high = ends(region, env)
        remote = [low + arb(2) ** -400 if low is not None else -(arb(10) ** 60)]
        remote += [high - arb(2) ** -400 if high is not None else arb(10) ** 60]
        self.remote = [v for p in remote if member(p, region, env) and (v := f(p)) is not None]
        self.total = all(v is not None for v in self.values)

    def value(self, term: Term) -> arb:
        return value_of(term, self.env)

    def has(self, p: arb) -> bool:
        return member(p, self.region, self.env)

    def interior(self) -> list[arb]:
        low, high = ends(self.region, self.env)
        return [p for p in self.plain if not any(e is not None and is_zero(p - e) for e in (low, high))]


def every(relation: str) -> Callable[..., bool]:
    return lambda on: on.total and all(ORDERS[relation](v) for v in on.values)


def ordered(relation: str) -> Callable[..., bool]:
    return lambda on: on.total and all(ORDERS[relation](b - a) for a, b in pairwise(on.values))


def curved(relation: str) -> Callable[..., bool]:
    def tried(on: _On) -> bool:
        if not on.total:
            return False
        for p, q in product(on.plain, repeat=2):
            middle = (p + q) / 2
            if p < q and on.has(middle):
                there = on.f(middle)
                if there is None or not ORDERS[relation]((on.f(p) + on.f(q)) / 2 - there):
                    return False
        return True

    return tried


def continuous(on: _On) -> bool:
    """Defined, and hardly different at points hardly different."""
    for p in on.plain:
        here = on.f(p)
        for q in (p + arb(2) ** -250, p - arb(2) ** -250):
            there = on.f(q) if on.has(q) else here
            if here is None or there is None or not abs(there - here) < arb(2) ** -20 * (1 + abs(here)):
                return False
    return on.total


def smooth(orders: int) -> Callable[..., bool]:
    return lambda on: on.total and all(on.slope(p, k) is not None for p in on.at for k in range(1, orders + 1))


def differentiable(on: _On) -> bool:
    """With a slope; where the series has none, with difference quotients that agree from both sides."""
    return on.total and all(on.slope(p) is not None or _has_slope(on, p) for p in on.at)


def _has_slope(on: _On, p: arb, known: arb | None = None) -> bool:
    """Whether the difference quotients agree with each other and with the slope, if it is known."""
    steps = [side * arb(2) ** -k for k in (150, 250) for side in (1, -1)]
    values = [(on.f(p + h), h) for h in steps if on.has(p + h)]
    quotients = [(v - on.f(p)) / h for v, h in values if v is not None]
    towards = quotients[0] if known is None and quotients else known
    return len(quotients) >= 2 and all(bool(abs(q - towards) < CLOSE) for q in quotients)


def mirrored(turn: int) -> Callable[..., bool]:
    def tried(on: _On, a: Term | None = None, b: Term | None = None) -> bool:
        axis = on.value(a) if a is not None else arb(0)
        height = on.value(b) if b is not None else arb(0)
        for p in on.at:
            image = 2 * axis - p
            here, there = on.f(p), on.f(image) if on.has(image) else None
            if here is None or there is None or not equal(there, 2 * height - here if turn else here):
                return False
        return True

    return tried


def periodic(on: _On, p: Term) -> bool:
    step = on.value(p)
    steps = [(x, x + side * step) for x in on.plain for side in (1, -1)]
    return not is_zero(step) and on.total and all(on.has(y) and equal(on.f(x), on.f(y)) for x, y in steps)


def lipschitz(on: _On, c: Term) -> bool:
    bound = on.value(c)
    pairs = list(product(zip(on.at, on.values, strict=True), repeat=2))
    return on.total and all(ORDERS["<="](abs(b - a) - bound * abs(q - p)) for (p, a), (q, b) in pairs)


def extremum(relation: str, *, unique: bool = False) -> Callable[..., bool]:
    def tried(on: _On, value: Term, place: Term) -> bool:
        a = on.value(place)
        peak, there = on.value(value), on.f(a) if on.has(a) else None
        others = [v for p, v in zip(on.at, on.values, strict=True) if not is_zero(p - a)]
        strict = relation if unique else relation + "="
        return there is not None and equal(there, peak) and on.total and all(ORDERS[strict](v - peak) for v in others)

    return tried


def local(relation: str) -> Callable[..., bool]:
    def tried(on: _On, value: Term, place: Term) -> bool:
        a, peak = on.value(place), on.value(value)
        there = on.f(a) if on.has(a) else None
        around = [a + side * arb(2) ** -k for k in (60, 100, 150) for side in (1, -1)]
        near = [on.f(p) for p in around if on.has(p)]
        return (
            there is not None and equal(there, peak) and all(v is not None and ORDERS[relation](v - peak) for v in near)
        )

    return tried


def best(relation: str, *, attained: bool) -> Callable[..., bool]:
    def tried(on: _On, value: Term) -> bool:
        peak = on.value(value)
        bounded = on.total and bool(on.at) and all(ORDERS[relation](v - peak) for v in on.values)
        if attained:
            return bounded and any(equal(v, peak) for v in on.values)
        return bounded and any(abs(v - peak) < CLOSE for v in on.values)

    return tried


def no_best(sign: int) -> Callable[..., bool]:
    """The greatest value on the grid, if it is only found at the points added near the ends, is not attained."""

    def tried(on: _On) -> bool | None:
        values = [(p, sign * v) for p, v in zip(on.at, on.values, strict=True) if v is not None]
        if not values:
            return True
        peak = max((v for _, v in values), key=lambda v: Fraction(*_ratio(v)))
        plain = [p for p, v in values if is_zero(v - peak)]
        return not any(is_zero(p - q) for p in plain for q in on.plain)

    return tried


def approaches(on: _On, value: Term) -> bool:
    known = [v for v in (*on.values, *on.remote) if v is not None]
    if value in (OO, MINUS_OO):
        return any(bool((v if value is OO else -v) > LARGE) for v in known)
    return any(bool(abs(v - on.value(value)) < CLOSE) for v in known)


def range_is(on: _On, image: Term) -> bool:
    if not on.total or not all(member(v, image, on.env) for v in on.values):
        return False
    return _reaches(on, image)


def _reaches(on: _On, image: Term) -> bool:
    match image:
        case App("union", parts):
            return all(_reaches(on, part) for part in parts)
        case App("points", numbers):
            return all(any(equal(v, on.value(n)) for v in on.values) for n in numbers)
        case App(brackets, (low, high)):
            closed = [e for e, bracket in zip((low, high), brackets, strict=True) if bracket in "[]"]
            attained = all(any(equal(v, on.value(e)) for v in on.values) for e in closed)
            return attained and all(approaches(on, e) for e in (low, high))
    raise Unknown


def bounded(on: _On) -> bool:
    return on.total and all(bool(abs(v) <= LARGE) for v in (*on.values, *on.remote))


def injective(on: _On) -> bool:
    return on.total and not any(equal(a, b) for i, a in enumerate(on.values) for b in on.values[:i])


def zeros(on: _On, listed: Term) -> bool:
    assert isinstance(listed, App)
    wanted = [on.value(p) for p in listed.args]
    found = all((v := on.f(p)) is not None and is_zero(v) == any(is_zero(p - w) for w in wanted) for p in on.plain)
    return found and all(on.has(w) and (v := on.f(w)) is not None and is_zero(v) for w in wanted)


def critical(on: _On, listed: Term) -> bool:
    """Defined everywhere, and with another slope than 0 wherever it is not one of the points."""
    assert isinstance(listed, App)
    wanted = [on.value(p) for p in listed.args]
    there = all(on.has(w) and _is_critical(on, w) for w in wanted)
    return there and on.total and all(_is_critical(on, p) == any(is_zero(p - w) for w in wanted) for p in on.interior())


def _is_critical(on: _On, p: arb) -> bool:
    slope = on.slope(p)
    if slope is not None or not _has_slope(on, p):
        return slope is None or is_zero(slope)
    step = arb(2) ** -250
    return all(bool(abs((v - on.f(p)) / step) < CLOSE) for h in (step, -step) if (v := on.f(p + h)) is not None)


def inflections(on: _On, listed: Term) -> bool | None:
    assert isinstance(listed, App)
    wanted = [on.value(p) for p in listed.args]
    for p in (*on.interior(), *wanted):
        if not on.has(p):
            return False
        sides = [on.slope(p + side * arb(2) ** -40, 2) for side in (1, -1)]
        if any(s is None or is_zero(s) for s in sides):
            return None
        if bool(sides[0] * sides[1] < 0) != any(is_zero(p - w) for w in wanted):
            return False
    return continuous(on)


def antiderivative(on: _On, integrand: Term) -> bool:
    assert isinstance(integrand, App) and isinstance(integrand.args[0], Var)
    inside = on.interior() or on.plain  # at a single point nothing but the two-sided derivative has a meaning
    for p in on.plain:
        there = defined(integrand.args[1], {**on.env, integrand.args[0].name: p})
        if there is None:
            return False
        if any(p is one for one in inside):
            here = on.slope(p)
            if not (_has_slope(on, p, there) if here is None else equal(here, there)):
                return False
    return len(inside) == len(on.plain) or continuous(on)


def solves(on: _On, equation: Term, start: Term | None = None) -> bool:
    match equation:
        case App("fn", (Var(x), App("fn", (Var(y), right)))):
            for p in on.plain:
                here = on.f(p)
                there = defined(right, {**on.env, x: p, y: here}) if here is not None else None
                slope = on.slope(p)
                if there is None or slope is None or not equal(slope, there):
                    return False
    match start:
        case App("initial", (p, q)):
            at = on.value(p)
            there = on.f(at) if on.has(at) else None
            return there is not None and equal(there, on.value(q))
    return True


def domain_is(on: _On, region: Term) -> bool:
    return all(
        (on.f(p) is not None) == member(p, region, on.env) for p in (*GRID, *points_of(region, on.env), *on.extra)
    )


PROPERTIES: dict[str, Callable[..., bool | None]] = {
    "positive": every(">"), "negative": every("<"), "nonnegative": every(">="), "nonpositive": every("<="),
    "nonzero": every("!="), "no_zeros": every("!="),
    "strictly_increasing": ordered(">"), "increasing": ordered(">="), "strictly_decreasing": ordered("<"),
    "decreasing": ordered("<="),
    "constant": lambda on: on.total and all(equal(a, b) for a, b in pairwise(on.values)),
    "monotonic": lambda on: ordered(">=")(on) or ordered("<=")(on),
    "injective": injective,
    "strictly_convex": curved(">"), "convex": curved(">="), "strictly_concave": curved("<"), "concave": curved("<="),
    "continuous": continuous, "differentiable": differentiable, "smooth": smooth(ORDER - 3),
    "even": mirrored(0), "odd": mirrored(1), "mirror": mirrored(0), "centre": mirrored(1), "periodic": periodic,
    "lipschitz": lipschitz, "bounded": bounded, "approaches": approaches, "range": range_is,
    "maximum": extremum("<"), "minimum": extremum(">"),
    "unique_maximum": extremum("<", unique=True), "unique_minimum": extremum(">", unique=True),
    "local_maximum": local("<="), "local_minimum": local(">="),
    "largest": best("<=", attained=True), "smallest": best(">=", attained=True),
    "supremum": best("<=", attained=False), "infimum": best(">=", attained=False),
    "no_maximum": no_best(1), "no_minimum": no_best(-1),
    "zeros": zeros, "critical": critical, "inflections": inflections,
    "antiderivative": antiderivative, "solves": solves, "domain_is": domain_is,
}  # fmt: skip


def together(premises: Iterable[bool | None]) -> bool | None:
    """All of them; None where one cannot be told and none is false. Stops at the first that is false."""
    verdict: bool | None = True
    for found in premises:
        if found is False:
            return False
        verdict = None if found is None else verdict
    return verdict
