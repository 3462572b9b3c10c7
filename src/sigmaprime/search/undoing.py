"""t(x) = r solved for x, one function after the other undone: exp by ln, ln by exp, a square by two roots."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, isfinite

from sigmaprime.kernel.sets import ends, is_interval
from sigmaprime.kernel.term import App, Num, Term, Var, as_number, free, number
from sigmaprime.search.algebra import fraction, normal_form, scaled, univariate
from sigmaprime.search.numbers import value
from sigmaprime.search.session import Session

PI = App("pi", ())
MOST_PERIODS = 12


class Unsolved(Exception):
    """The solutions cannot be written down, or are too many."""


def solved(session: Session, t: Term, x: Var, root: Term, region: Term) -> Iterator[Term]:
    """Every x with t(x) = root."""
    if t is x:
        yield root
        return
    ball = value(session, root)
    if ball is None:
        raise Unsolved("no value")
    match t:
        case App("exp", (inner,)):
            if ball > 0:
                yield from _inner(session, inner, x, _logarithm(session, root), region)
        case App("ln", (inner,)):
            yield from _inner(session, inner, x, _exponential(root), region)
        case App("sqrt", (inner,)):
            if not ball < 0:
                yield from _inner(session, inner, x, _square(root), region)
        case App("cbrt", (inner,)):
            yield from _inner(session, inner, x, _simple(App("^", (root, Num(3)))), region)
        case App("abs", (inner,)):
            if not ball < 0:
                yield from _inner(session, inner, x, root, region)
            if ball > 0:
                yield from _inner(session, inner, x, _negative(root), region)
        case App("atan" | "asin" | "erf", (inner,)) if root is Num(0):
            yield from _inner(session, inner, x, root, region)
        case App("acos", (inner,)) if root is Num(0):
            yield from _inner(session, inner, x, Num(1), region)
        case App("^", (base, power)):
            yield from _power(session, base, power, x, root, region)
        case App("sin" | "cos" as head, (inner,)):
            yield from _periodic(session, head, inner, x, root, region)
        case App(head, (Var() as inside,)) if inside is x:
            yield from _self_referring(session, head, x, root, region)
        case _:
            raise Unsolved("a function that is not undone")


def _inner(session: Session, inner: Term, x: Var, target: Term, region: Term) -> Iterator[Term]:
    """inner(x) = target, for an inner function that is linear, a pure square, or one generator alone."""
    rational = univariate(normal_form(session, inner))
    if rational is None or x.name not in free(rational.generator):
        raise Unsolved("not a function of one generator")
    top, bottom = rational.top, rational.bottom
    if bottom.degree() == 0 and top.degree() == 1:
        by = fraction(top[1] / bottom[0])
        yield from solved(
            session, rational.generator, x, tidy(_multiple(target, 1 / by), -fraction(top[0] / top[1])), region
        )
    elif bottom.degree() == 0 and top.degree() == 2 and top[1] == 0:
        square = tidy(_multiple(target, fraction(bottom[0] / top[2])), -fraction(top[0] / top[2]))
        ball = value(session, square)
        if ball is None:
            raise Unsolved("no value")
        if not ball < 0:
            root = _root(square)
            for one in (root,) if root is Num(0) else (_negative(root), root):
                yield from solved(session, rational.generator, x, one, region)
    elif top.degree() <= 1 and bottom.degree() <= 1:  # (a·t + b)/(c·t + d) = r
        a, b, c, d = (number(fraction(p[k])) for p in (top, bottom) for k in (1, 0))
        above = App("-", (App("*", (d, target)), b))
        below = App("-", (a, App("*", (c, target))))
        if (ball := value(session, below)) is None or ball.contains(0):
            raise Unsolved("no value")
        yield from solved(session, rational.generator, x, _simple(App("/", (above, below))), region)
    else:
        raise Unsolved("not an inner function that is undone")


def _power(session: Session, base: Term, power: Term, x: Var, root: Term, region: Term) -> Iterator[Term]:
    """base^power = root with an exponent that is no whole number; a power of a positive number is never 0."""
    exponent = as_number(power)
    if root is Num(0):
        if exponent is not None and exponent > 0:
            yield from _inner(session, base, x, root, region)
        return
    ball = value(session, root)
    if ball is None or exponent is None:
        raise Unsolved("a power that is not undone")
    if ball > 0:
        inverse = App("^", (root, number(1 / exponent)))
        yield from _inner(session, base, x, Num(1) if root is Num(1) else _simple(inverse), region)


def _self_referring(session: Session, head: str, x: Var, root: Term, region: Term) -> Iterator[Term]:
    from sigmaprime.search.selfref import shape

    found = shape(session, head)
    if found is None:
        raise Unsolved("a function that is not undone")
    a, b, c, d = (number(fraction(p[k])) for p in (found.rational.top, found.rational.bottom) for k in (1, 0))
    above = App("-", (App("*", (d, root)), b))
    below = App("-", (a, App("*", (c, root))))
    if (ball := value(session, below)) is None or ball.contains(0):
        return
    inner = found.rational.generator
    (name,) = free(inner)
    from sigmaprime.kernel.term import substitute

    yield from solved(session, substitute(inner, {name: x}), x, _simple(App("/", (above, below))), region)


def _multiple(term: Term, factor: Fraction) -> Term:
    return term if term is Num(0) else scaled(term, factor)


# the angle of a sine, as a multiple of pi
ANGLES = {
    "0": Fraction(0), "1": Fraction(1, 2), "1/2": Fraction(1, 6), "sqrt(2)/2": Fraction(1, 4),
    "sqrt(3)/2": Fraction(1, 3),
}  # fmt: skip


def _periodic(session: Session, head: str, inner: Term, x: Var, root: Term, region: Term) -> Iterator[Term]:
    """sin or cos of a linear function, on a bounded interval."""
    rational = univariate(normal_form(session, inner))
    if rational is None or rational.generator is not x or rational.top.degree() != 1 or rational.bottom.degree():
        raise Unsolved("not a linear argument")
    if not is_interval(region):
        raise Unsolved("infinitely many solutions")
    bounds = [value(session, end) for end in ends(region)]
    if bounds[0] is None or bounds[1] is None:
        raise Unsolved("infinitely many solutions")
    low, high = (float(b.mid()) for b in bounds if b is not None)
    angle = _angle(session, root)
    rate = fraction(rational.top[1] / rational.bottom[0])
    shift = fraction(rational.top[0] / rational.bottom[0])
    if angle is None:
        yield from _by_inverse(session, head, root, (rate, shift), (low, high))
        return
    firsts = {angle, 1 - angle} if head == "sin" else {Fraction(1, 2) - angle, angle - Fraction(1, 2)}
    from math import pi

    for first in sorted(firsts):
        start, step = (float(first) * pi - float(shift)) / float(rate), 2 * pi / float(abs(rate))
        if not isfinite(start) or (high - low) / step > MOST_PERIODS:
            raise Unsolved("too many solutions")
        for k in range(ceil((low - start) / step - 1e-9), floor((high - start) / step + 1e-9) + 1):
            turned = k if rate > 0 else -k
            multiple = (first + 2 * turned) / rate
            yield tidy(scaled(PI, multiple) if multiple else Num(0), -shift / rate)


def _by_inverse(
    session: Session, head: str, root: Term, line: tuple[Fraction, Fraction], between: tuple[float, float]
) -> Iterator[Term]:
    """sin(t) = r where t is asin(r) or π − asin(r), cos(t) = r where it is ±acos(r), and everywhere 2π further on."""
    from math import pi

    first = App("a" + head, (root,))
    ball = value(session, first)
    if ball is None:
        return
    rate, shift = line
    low, high = between
    for sign, half_turns in ((1, 0), (-1, 1 if head == "sin" else 0)):
        start = (sign * float(ball.mid()) + half_turns * pi - float(shift)) / float(rate)
        step = 2 * pi / float(abs(rate))
        if not isfinite(start) or (high - low) / step > MOST_PERIODS:
            raise Unsolved("too many solutions")
        for k in range(ceil((low - start) / step - 1e-9), floor((high - start) / step + 1e-9) + 1):
            turns = half_turns + 2 * (k if rate > 0 else -k)
            yield tidy(turned(scaled(first, sign / rate), Fraction(turns) / rate), -shift / rate)


def turned(part: Term, multiple: Fraction) -> Term:
    """part + multiple·π."""
    if multiple == 0:
        return part
    whole = scaled(PI, multiple)
    match part:
        case App("neg", (size,)):
            return App("-", (whole, size))
    return App("+", (whole, part))


def _angle(session: Session, root: Term) -> Fraction | None:
    from sigmaprime.read.row import read_row

    here = value(session, root)
    for text, angle in ANGLES.items():
        there = value(session, read_row(text))
        if here is not None and there is not None:
            if not (here - there).contains(0) and not (here + there).contains(0):
                continue
            return angle if (here - there).contains(0) else -angle
    return None


def tidy(part: Term, by: Fraction) -> Term:
    """part + by, written as one would."""
    if by == 0:
        return part
    if part is Num(0):
        return number(by)
    exact = as_number(part)
    if exact is not None:
        return number(exact + by)
    simple = _quadratic(App("+", (part, number(by))))
    if simple is not None:
        return simple
    match part:
        case App("neg", (size,)):
            return App("-", (number(by), size))
    return App("+" if by > 0 else "-", (part, Num(abs(by))))


def _quadratic(term: Term) -> Term | None:
    from sigmaprime.search.bounds import quadratic_number

    return quadratic_number(term)


def _simple(term: Term) -> Term:
    simple = _quadratic(term)
    return term if simple is None else simple


def _negative(term: Term) -> Term:
    exact = as_number(term)
    if exact is not None:
        return number(-exact)
    match term:
        case App("neg", (inner,)):
            return inner
        case App("/", (App("neg", (u,)), v)):
            return App("/", (u, v))
    return App("neg", (term,))


def _square(root: Term) -> Term:
    match root:
        case App("sqrt", (inner,)):
            return inner
    return _simple(App("^", (root, Num(2))))


def _root(square: Term) -> Term:
    if as_number(square) is not None:
        return _simple(App("sqrt", (square,)))
    return App("sqrt", (square,))


def _exponential(root: Term) -> Term:
    if root is Num(0):
        return Num(1)
    match root:
        case App("ln", (inner,)):
            return inner
    return App("exp", (root,))


def _logarithm(session: Session, root: Term) -> Term:
    """ln(root), written with an argument above 1: −ln(2 + √3) rather than ln(2 − √3)."""
    if root is Num(1):
        return Num(0)
    match root:
        case App("exp", (inner,)):
            return inner
    root = _simple(root)
    if root is Num(1):
        return Num(0)
    ball = value(session, root)
    if ball is not None and ball < 1:
        inverse = _quadratic(App("/", (Num(1), root)))
        if inverse is not None:
            return App("neg", (App("ln", (inverse,)),))
    return App("ln", (root,))
