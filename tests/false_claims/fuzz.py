"""True claims made at random and, of each, a false one that differs by a hair: both certain by the way they are made."""  # noqa: E501

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

LETS = "let s(x) = 1/(1 + exp(-x))\nlet p(x) = ln(1 + exp(x))\n"
Pair = tuple[str, str]


def n(chance: random.Random, low: int = -4, high: int = 4) -> int:
    """A whole number that is not 0."""
    return chance.choice([k for k in range(low, high + 1) if k])


def q(value: Fraction | int) -> str:
    value = Fraction(value)
    text = str(value.numerator) if value.denominator == 1 else f"{abs(value.numerator)}/{value.denominator}"
    text = text if value.denominator == 1 or value > 0 else f"-{text}"
    return f"({text})" if value < 0 or value.denominator > 1 else text


def square(chance: random.Random) -> Pair:
    a, b = n(chance), n(chance)
    u = chance.choice(["x", "exp(x)", "s(x)", "ln(x)", "tanh(x)"])
    right = f"{q(a * a)}*{u}^2 + {q(2 * a * b)}*{u} + {q(b * b)}"
    wrong = chance.choice(
        [
            f"{q(a * a)}*{u}^2 + {q(2 * a * b)}*{u} + {q(b * b + 1)}",
            f"{q(a * a)}*{u}^2 - {q(2 * a * b)}*{u} + {q(b * b)}",
        ]
    )
    return f"({q(a)}*{u} + {q(b)})^2 = {right}", f"({q(a)}*{u} + {q(b)})^2 = {wrong}"


def derivative(chance: random.Random) -> Pair:
    a, k, m = n(chance), n(chance, 2, 5), n(chance)
    name, inner = chance.choice([
        (f"{q(a)}*x^{k}", f"{q(a * k)}*x^{k - 1}"), (f"{q(a)}*exp({q(m)}*x)", f"{q(a * m)}*exp({q(m)}*x)"),
        (f"{q(a)}*s(x)", f"{q(a)}*s(x)*(1 - s(x))"), (f"{q(a)}*p(x)", f"{q(a)}*s(x)"),
        (f"{q(a)}*tanh(x)", f"{q(a)} - {q(a)}*tanh(x)^2"), (f"{q(a)}*sin({q(m)}*x)", f"{q(a * m)}*cos({q(m)}*x)"),
    ])  # fmt: skip
    spoiled = chance.choice([f"-({inner})", f"{inner} + 1", f"2*({inner})"])
    return f"diff({name}, x) = {inner}", f"diff({name}, x) = {spoiled}"


def quadratic(chance: random.Random) -> Pair:
    """(ax + b)² + c >= 0 for c >= 0, strictly for c > 0."""
    a, b, c = n(chance), n(chance), chance.randint(0, 3)
    said = f"{q(a * a)}*x^2 + {q(2 * a * b)}*x + {q(b * b)}"
    true = f"{said} + {c} {'>' if c else '>='} 0"
    false = chance.choice([f"{said} > 0", f"{said} - 1/{chance.choice([2, 10, 1000])} >= 0"])
    return true, false


def on_half_line(chance: random.Random) -> Pair:
    """(x − a)(x − b) has its sign outside and between its zeros, and no further."""
    a = chance.randint(-4, 3)
    b = a + chance.randint(1, 4)
    said = f"(x - {q(a)})*(x - {q(b)})"
    step = Fraction(1, chance.choice([2, 10, 100]))
    inside = chance.random() < 0.5
    if inside:
        return f"{said} <= 0 for x in [{q(a)}, {q(b)}]", f"{said} <= 0 for x in [{q(a)}, {q(b + step)}]"
    return f"{said} > 0 for x > {q(b)}", chance.choice(
        [f"{said} > 0 for x >= {q(b)}", f"{said} > 0 for x > {q(b - step)}"]
    )


def exponential(chance: random.Random) -> Pair:
    """In t = e^x > 0: t² − 2at + a² + c."""
    a, c = n(chance, 1, 4), chance.randint(0, 2)
    said = f"exp(2*x) - {2 * a}*exp(x) + {a * a}"
    return f"{said} + {c} >= 0", chance.choice([f"{said} > 0", f"{said} - 1/{chance.choice([3, 50])} >= 0"])


def sigmoid_bound(chance: random.Random) -> Pair:
    a, b = n(chance, 1, 5), n(chance)
    top = Fraction(a, 4) + b
    lower = top - Fraction(1, chance.choice([5, 100, 1000]))
    said = f"{a}*s'(x) + {q(b)}"
    return f"{said} <= {q(top)}", chance.choice(
        [f"{said} < {q(top)}", f"{said} <= {q(lower)}", f"{said} >= {q(b + Fraction(1, 1000))}"]
    )


def sigmoid_range(chance: random.Random) -> Pair:
    a, b = n(chance, 1, 5), n(chance)
    low, high = q(b), q(a + b)
    ends = chance.choice([f"[{low}, {high})", f"({low}, {high}]", f"({low}, {q(a + b + 1)})", f"({q(b - 1)}, {high})"])
    return f"({a}*s(x) + {low}) has range ({low}, {high})", f"({a}*s(x) + {low}) has range {ends}"


def maximum(chance: random.Random) -> Pair:
    a, b = n(chance), n(chance)
    f = f"({q(b)} - (x - {q(a)})^2)"
    spoiled = chance.choice(
        [f"maximum {q(b)} at x = {q(a + 1)}", f"maximum {q(b + 1)} at x = {q(a)}", f"minimum {q(b)} at x = {q(a)}"]
    )
    unique = chance.choice(["", "unique "])
    return f"{f} has {unique}maximum {q(b)} at x = {q(a)}", f"{f} has {unique}{spoiled}"


def monotone(chance: random.Random) -> Pair:
    a = n(chance, 1, 4)
    f = f"(x^3 - {3 * a * a}*x)"
    step = Fraction(1, chance.choice([2, 10]))
    return chance.choice([
        (f"{f} is strictly increasing on [{a}, oo)", f"{f} is increasing on [{q(a - step)}, oo)"),
        (f"{f} is strictly decreasing on [-{a}, {a}]", f"{f} is decreasing on [-{a}, {q(a + step)}]"),
        (f"{f} is odd", f"{f} is even"),
        (f"(x^3 - {3 * a * a}*x) has critical points at x = -{a}, {a}", f"{f} has critical points at x = {a}"),
        (f"{f} is strictly convex on [0, oo)", f"{f} is convex on [{q(-step)}, oo)"),
        (f"{f} has local maximum {2 * a**3} at x = -{a}", f"{f} has maximum {2 * a**3} at x = -{a}"),
    ])  # fmt: skip


def limit(chance: random.Random) -> Pair:
    a, b, c = n(chance), n(chance, 1, 5), n(chance)
    value = Fraction(a, b)
    f = f"({q(a)}*exp(x) + {q(c)})/({b}*exp(x) + 1)"
    wrong = value + Fraction(1, chance.choice([1, 10, 1000]))
    return chance.choice([
        (f"{f} -> {q(value)} as x -> oo", f"{f} -> {q(wrong)} as x -> oo"),
        (f"{f} -> {q(c)} as x -> -oo", f"{f} -> {q(c + 1)} as x -> -oo"),
        (f"{q(a)}*s(x) -> {q(a)} as x -> oo", f"{q(a)}*s(x) -> 0 as x -> oo"),
        (f"{b}*x + {q(c)} -> oo as x -> oo", f"{b}*x + {q(c)} -> oo as x -> -oo"),
    ])  # fmt: skip


def decimal(chance: random.Random) -> Pair:
    from math import exp

    x = Fraction(chance.randint(-40, 40), 8)
    places = chance.randint(2, 6)
    value = 1 / (1 + exp(-float(x)))
    scaled = value * 10**places
    if abs(scaled % 1 - 0.5) < 0.01:  # too near a tie for floating point numbers
        return decimal(chance)
    shown = round(scaled)
    return tuple(f"s({q(x)}) ~= {(shown + d) / 10**places:.{places}f}" for d in (0, chance.choice([-1, 1])))  # type: ignore[return-value]


def antiderivative(chance: random.Random) -> Pair:
    a, k = n(chance), n(chance, 1, 4)
    f, integral = chance.choice([
        (f"{q(a)}*x^{k}", f"{q(Fraction(a, k + 1))}*x^{k + 1}"), (f"{q(a)}*s(x)", f"{q(a)}*ln(1 + exp(x))"),
        (f"{q(a)}*exp({k}*x)", f"{q(Fraction(a, k))}*exp({k}*x)"), (f"{q(a)}*s'(x)", f"{q(a)}*s(x)"),
    ])  # fmt: skip
    return f"int({f}, x) = {integral} + C", f"int({f}, x) = {chance.choice([f'-({integral})', f'{integral} + x'])} + C"


def zeros(chance: random.Random) -> Pair:
    a = chance.randint(-4, 2)
    b = a + chance.randint(1, 3)
    f = f"((x - {q(a)})*(x - {q(b)}))"
    return f"{f} has zeros at x = {q(a)}, {q(b)}", f"{f} has zeros at x = " + chance.choice(
        [q(a), f"{q(a)}, {q(b + 1)}", q(b)]
    )


def domain(chance: random.Random) -> Pair:
    a = chance.randint(-4, 4)
    return chance.choice([
        (f"(ln(x - {q(a)})) has domain ({q(a)}, oo)", f"(ln(x - {q(a)})) has domain [{q(a)}, oo)"),
        (f"(sqrt(x - {q(a)})) has domain [{q(a)}, oo)", f"(sqrt(x - {q(a)})) has domain ({q(a)}, oo)"),
        (f"(1/(x - {q(a)})) is continuous on ({q(a)}, oo)", f"(1/(x - {q(a)})) is continuous on [{q(a)}, oo)"),
        (f"x/(x - {q(a)}) = 1 + {q(a)}/(x - {q(a)})", f"x/(x - {q(a)}) = 1 + {q(a)}/(x - {q(a)}) for all x"),
    ])  # fmt: skip


def order(chance: random.Random) -> Pair:
    """Two claims that hold for all numbers, and two that a parameter without a sign spoils."""
    a = n(chance, 1, 5)
    return chance.choice([
        (f"{a}*x^2 + y^2 >= 0", f"{a}*x^2 - y^2 >= 0"), (f"k^2*x^2 + {a} > 0", f"k*x^2 + {a} > 0"),
        (f"abs(x) + {a} > 0", f"abs(x) - 1/{a} >= 0"), ("exp(k*x) > 0", f"exp(k*x) >= 1/{a + 1}"),
        ("exp(x) >= 1 + x", f"exp(x) >= 1 + x + x^2/{a}"), ("p(x) > x", f"p(x) > x + 1/{a}"),
        ("tanh(x) <= x for x >= 0", f"tanh(x) <= x for x >= -1/{a}"), ("x^2 + y^2 >= 2*x*y", f"x^2 + y^2 >= {2 + a}*x*y"),  # noqa: E501
    ])  # fmt: skip


MAKERS: tuple[Callable[[random.Random], Pair], ...] = (
    square, derivative, quadratic, on_half_line, exponential, sigmoid_bound, sigmoid_range, maximum, monotone, limit,
    decimal, antiderivative, zeros, domain, order,
)  # fmt: skip


def pairs(seed: int, count: int) -> list[Pair]:
    chance = random.Random(seed)  # noqa: S311 chance, not secrecy
    return [MAKERS[i % len(MAKERS)](chance) for i in range(count)]
