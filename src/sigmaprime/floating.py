"""Floating-point numbers of a format, and the real numbers that are rounded to each of them.

A format with p bits of significand and exponents from 1 - E to E holds 0, the infinities and the numbers m·2^q with
whole |m| < 2^p and 2 - E - p <= q <= E + 1 - p. The reals that are rounded to v form an interval, its cell; for ties
to even its ends are half-way to the neighbours of v, and belong to it if the last bit of v is 0. Past the largest
number the cell of oo begins where one more bit of exponent would have rounded up. The sign of zero is left aside.

Source: IEEE Std 754-2019, §3 (formats) and §4.3 (rounding-direction attributes); bfloat16 as binary32 without the
last 16 bits of the significand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Wrong, as_number, number


@dataclass(frozen=True, slots=True)
class Format:
    """`bits` of significand, the leading one included, and the largest exponent of two."""

    bits: int
    largest: int


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "binary16": Format(11, 15),
        "bfloat16": Format(8, 127),
        "binary32": Format(24, 127),
        "binary64": Format(53, 1023),
    }
)
NEAREST, ZERO, UP, DOWN = "to nearest", "toward zero", "up", "down"
MODES: Final = (NEAREST, ZERO, UP, DOWN)
FEW_DIGITS: Final = 10**6
LARGEST_POWER: Final = 5_000


@dataclass(frozen=True, slots=True)
class Cell:
    """An interval of reals: None for an end that is not finite, and whether each end belongs to it."""

    low: Fraction | None
    high: Fraction | None
    with_low: bool
    with_high: bool


def exact(term: Term) -> Fraction | None:
    """The value of a term made of numbers by + - * / and whole powers; None for any other, or a very large one."""
    match term:
        case Num():
            return as_number(term)
        case App("neg", (one,)):
            inner = exact(one)
            return None if inner is None else -inner
        case App("+" | "-" | "*" | "/" | "^" as head, (one, other)):
            a, b = exact(one), exact(other)
            return None if a is None or b is None else _combined(head, a, b)
    return None


def _combined(head: str, a: Fraction, b: Fraction) -> Fraction | None:
    match head:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b if b else None
    if b.denominator != 1 or abs(b) > LARGEST_POWER or (not a and b <= 0) or a.numerator.bit_length() > 64:
        return None
    return Fraction(a ** int(b))


def rounded(value: Fraction, form: Format, mode: str) -> Fraction | None:
    """`value` in the format; None for what overflows to an infinity."""
    size = abs(value)
    unit = _unit(size, form)
    whole, rest = divmod(size / unit, 1)
    nearer = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    away = {NEAREST: nearer, UP: value > 0, DOWN: value < 0, ZERO: False}[mode]
    found = (whole + (away and rest > 0)) * unit
    if found > greatest(form):
        if away or mode == NEAREST:
            return None
        found = greatest(form)
    return found if value >= 0 else -found


def cell(value: Fraction, form: Format, mode: str) -> Cell:
    """The reals that are rounded to `value`, a number of the format."""
    below, above = _neighbour(value, form, -1), _neighbour(value, form, +1)
    if mode == NEAREST:
        even = (abs(value) / _unit(abs(value), form)) % 2 == 0
        return Cell((below + value) / 2, (value + above) / 2, even, even)
    if mode == ZERO and value == 0:
        return Cell(below, above, False, False)
    if mode == UP or (mode == ZERO and value < 0):
        return Cell(below if value != -greatest(form) else None, value, False, True)
    return Cell(value, above if value != greatest(form) else None, True, False)


def overflow(form: Format, mode: str, sign: int) -> Cell | None:
    """The reals that are rounded to oo (`sign` 1) or -oo; None if the mode never gives it."""
    largest = greatest(form)
    if mode == NEAREST:
        edge = largest + _unit(largest, form) / 2
        return Cell(edge, None, True, False) if sign > 0 else Cell(None, -edge, False, True)
    if (mode, sign) == (UP, 1):
        return Cell(largest, None, False, False)
    return Cell(None, -largest, False, False) if (mode, sign) == (DOWN, -1) else None


def greatest(form: Format) -> Fraction:
    """The largest finite number of the format."""
    return (2 - Fraction(1, 2 ** (form.bits - 1))) * Fraction(2**form.largest)


def _unit(size: Fraction, form: Format) -> Fraction:
    """The distance of the numbers of the format in the binade of `size` >= 0."""
    exponent = size.numerator.bit_length() - size.denominator.bit_length() if size else -form.largest
    if Fraction(2) ** exponent > size:
        exponent -= 1
    return Fraction(Fraction(2) ** (max(exponent, 1 - form.largest) - form.bits + 1))


def _neighbour(value: Fraction, form: Format, way: int) -> Fraction:
    """The next number of the format, as if the exponent had no upper end."""
    size, outward = abs(value), value == 0 or (value > 0) == (way > 0)
    unit = _unit(size, form)
    if outward:
        return value + way * unit
    return value + way * _unit(size - unit / 2, form)


def links(u: Term, v: Term, form: Term, mode: Term) -> tuple[Term, ...]:
    """What `u rounds to v` says of u, as relations; a false one between numbers if v is no number of the format."""
    name, how = FORMATS[_head(form)], _head(mode)
    if v in (OO, MINUS_OO):
        found = overflow(name, how, 1 if v is OO else -1)
        return _between(u, found) if found else (App("=", (Num(0), Num(1))),)
    value = exact(v)
    if value is None:
        raise Wrong("what a number is rounded to is a rational number, or oo")
    nearest = rounded(value, name, NEAREST)
    if nearest != value:
        return (App("=", (v, dyadic(nearest) if nearest is not None else Num(0))),)
    return _between(u, cell(value, name, how))


def _between(u: Term, where: Cell) -> tuple[Term, ...]:
    low = () if where.low is None else (App("<=" if where.with_low else "<", (dyadic(where.low), u)),)
    high = () if where.high is None else (App("<=" if where.with_high else "<", (u, dyadic(where.high))),)
    return (*low, *high)


def dyadic(value: Fraction) -> Term:
    """A number whose denominator is a power of two, so that it can be read: m·2^q or m/2^q if it is long."""
    if abs(value.numerator) < FEW_DIGITS and value.denominator < FEW_DIGITS:
        return number(value)
    m, twos = abs(value.numerator), value.denominator.bit_length() - 1
    even = (m & -m).bit_length() - 1
    if twos:
        size: Term = App("/", (Num(m), App("^", (Num(2), Num(twos)))))
    elif m == 1 << even:
        size = App("^", (Num(2), Num(even)))
    else:
        size = App("*", (Num(m >> even), App("^", (Num(2), Num(even))))) if even else Num(m)
    return App("neg", (size,)) if value < 0 else size


def _head(term: Term) -> str:
    return term.head if isinstance(term, App) else ""
