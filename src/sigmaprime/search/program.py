"""A term as a straight-line program over balls (Arb): each part is computed once, at any precision, many times over.

A ball that is not finite says that nothing is known there: the term may be undefined, or the precision too small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

from flint import arb, ctx, fmpq

from sigmaprime.kernel.enclosure import LARGEST_EXPONENT
from sigmaprime.kernel.term import App, Num, Term, Var, as_number
from sigmaprime.search.plain import LARGEST, TooLarge, plain
from sigmaprime.search.session import Session


def _sign(u: arb) -> arb:
    return arb(1) if u > 0 else arb(-1) if u < 0 else arb(0) if u == 0 else arb("nan")


def _cube_root(u: arb) -> arb:
    return _odd_root(u, 3)


def _odd_root(u: arb, n: int) -> arb:
    return u.root(n) if u >= 0 else -(-u).root(n)


# fmt: off
OPERATIONS: Final[Mapping[str, Callable[..., arb]]] = {
    "neg": lambda u: -u, "+": lambda u, v: u + v, "-": lambda u, v: u - v, "*": lambda u, v: u * v,
    "/": lambda u, v: u / v, "pi": arb.pi, "exp": arb.exp, "ln": arb.log, "sqrt": arb.sqrt, "abs": abs,
    "max": arb.max, "min": arb.min, "sin": arb.sin, "cos": arb.cos, "tan": arb.tan, "atan": arb.atan, "asin": arb.asin,
    "acos": arb.acos, "erf": arb.erf, "sign": _sign, "cbrt": _cube_root, "LambertW": arb.lambertw,
}
# fmt: on


class Program:
    """The steps that compute a term; variables come first, in the order of `names`."""

    __slots__ = ("_result", "_slots", "_steps", "names")

    def __init__(self, term: Term, names: tuple[str, ...]) -> None:
        """`term` is in primitive functions."""
        self.names = names
        self._steps: list[tuple[Callable[..., arb], int, int]] = []
        self._slots: dict[Term, int] = {Var(name): index for index, name in enumerate(names)}
        self._result = self._compile(term)

    def _compile(self, term: Term) -> int:
        known = self._slots.get(term)
        if known is not None:
            return known
        if len(self._steps) > LARGEST:
            raise TooLarge
        step: tuple[Callable[..., Any], int, int]
        match term:
            case App(head, args) if (operation := OPERATIONS.get(head)) is not None and len(args) <= 2:
                places = [self._compile(arg) for arg in args] + [-1, -1]
                step = (operation, places[0], places[1])
            case Num(value):
                step = (_constant(value), -1, -1)
            case App("^", (u, v)) if (n := as_number(v)) is not None and n.denominator == 1:
                step = (whole_power(int(n)), self._compile(u), -1)
            case App("^", (u, v)):
                step = (power, self._compile(u), self._compile(v))
            case _:
                raise TooLarge
        self._steps.append(step)
        self._slots[term] = place = len(self.names) + len(self._steps) - 1
        return place

    def __call__(self, values: tuple[Any, ...]) -> arb:
        """The value at a point of exact numbers or balls, at the precision in force; not finite where not known."""
        found = [_ball(value) for value in values]
        add = found.append
        for operation, first, second in self._steps:
            if second >= 0:
                add(operation(found[first], found[second]))
            else:
                add(operation(found[first]) if first >= 0 else operation())
        return found[self._result]


def in_primitives(session: Session, term: Term) -> Term:
    """`term` in primitive functions, its parts remembered; `TooLarge` where there is no such term."""
    known = session.programs.setdefault(("in primitives",), {})
    return plain(term, session.rules, known)  # type: ignore[arg-type]


def programmed(session: Session, term: Term, names: tuple[str, ...]) -> Program:
    """The program of a term, made once in a session; `TooLarge` where there is none."""
    key = (term, *names)
    if key not in session.programs:
        try:
            session.programs[key] = Program(in_primitives(session, term), names)
        except TooLarge:
            session.programs[key] = None
    found = session.programs[key]
    if found is None:
        raise TooLarge
    return found  # type: ignore[return-value]


def _ball(value: Any) -> arb:
    return arb(fmpq(value.numerator, value.denominator)) if isinstance(value, Fraction) else value


def _constant(value: Fraction) -> Callable[[], arb]:
    exact = fmpq(value.numerator, value.denominator)
    made: dict[int, arb] = {}

    def here() -> arb:
        bits = ctx.prec
        if bits not in made:
            made[bits] = arb(exact)
        return made[bits]

    return here


def whole_power(exponent: int) -> Callable[[arb], arb]:
    if abs(exponent) > LARGEST_EXPONENT:
        raise TooLarge

    def here(base: arb) -> arb:
        result, square, left = base * 0 + 1, base, abs(exponent)
        while left:
            if left & 1:
                result = result * square
            left >>= 1
            square = square * square if left else square
        return result if exponent >= 0 else 1 / result

    return here


def power(base: arb, exponent: arb) -> arb:
    return (exponent * base.log()).exp()
