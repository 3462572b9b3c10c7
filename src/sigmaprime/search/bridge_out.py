"""Terms as SymPy objects: evaluated as SymPy likes it, or left exactly as they are written.

A function of a `let` becomes an undefined function of SymPy, a name that no symbol is given for a real symbol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy as sp

from sigmaprime.kernel.sets import MINUS_OO, OO
from sigmaprime.kernel.term import App, Num, Term, Var, free
from sigmaprime.notation.line import language
from sigmaprime.read.scope import OWN, head_for
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.search.bridge import FUNCTIONS, RELATIONS, from_sympy


@dataclass(frozen=True, slots=True)
class _Way:
    """The symbol for each name, and whether SymPy may evaluate."""

    symbols: Mapping[str, Any]
    evaluate: bool


def to_sympy(term: Term, symbols: Mapping[str, Any], *, evaluate: bool = True) -> Any:
    """The SymPy object for `term`, with these symbols for its variables; `NotUnderstood` where SymPy has none.

    Relations are never evaluated, and neither are derivatives, integrals and limits: call `doit()` on them.
    """
    return _out(_Way(symbols, evaluate), term)


def _symbol(way: _Way, name: str) -> Any:
    return way.symbols.get(name) or sp.Symbol(name, real=True)


def _out(way: _Way, term: Term) -> Any:
    match term:
        case Num(value):
            return sp.Rational(value.numerator, value.denominator)
        case Var(name):
            return _symbol(way, name)
        case App("pi", ()):
            return sp.pi
        case App("oo", ()):
            return sp.oo
        case App("neg", (u,)):
            return -sp.oo if term is MINUS_OO else _minus(way, u)
        case App("+", (u, v)):
            return sp.Add(*_flat(way, "+", u, v), evaluate=way.evaluate)
        case App("-", (u, v)):
            return sp.Add(_out(way, u), _minus(way, v), evaluate=way.evaluate)
        case App("*", (u, v)):
            return _times(way, *_flat(way, "*", u, v))
        case App("/", (u, v)):
            under = _power(way, _out(way, v), sp.Integer(-1))
            return under if u is Num(1) else _times(way, _out(way, u), under)
        case App("^", (u, v)):
            return _power(way, _out(way, u), _out(way, v))
        case App("sqrt", (u,)):
            return _power(way, _out(way, u), sp.S.Half)
    return _other(way, term)


def _minus(way: _Way, u: Term) -> Any:
    return -_out(way, u) if isinstance(u, Num) else _times(way, sp.Integer(-1), _out(way, u))


def _flat(way: _Way, head: str, first: Term, last: Term) -> tuple[Any, ...]:
    """a + b + c as one sum of three, which SymPy prints without brackets."""
    match first:
        case App(same, (u, v)) if same == head:
            return *_flat(way, head, u, v), _out(way, last)
    return _out(way, first), _out(way, last)


def _times(way: _Way, *factors: Any) -> Any:
    return sp.Mul(*factors, evaluate=way.evaluate)


def _power(way: _Way, base: Any, exponent: Any) -> Any:
    return sp.Pow(base, exponent, evaluate=way.evaluate)


def _real_root(way: _Way, u: Any, n: Any) -> Any:
    """The root of odd order, which SymPy's own power does not take of a negative number."""
    if n.is_even:
        return _power(way, u, 1 / n)
    return _times(way, sp.sign(u, evaluate=way.evaluate), _power(way, sp.Abs(u, evaluate=way.evaluate), 1 / n))


def _other(way: _Way, term: App) -> Any:
    match term:
        case App("cbrt", (u,)):
            return _real_root(way, _out(way, u), sp.Integer(3))
        case App("root", (u, Num(n))) if n.denominator == 1:
            return _real_root(way, _out(way, u), sp.Integer(int(n)))
        case App("log2" | "log10" as head, (u,)):
            return _out(way, App("/", (App("ln", (u,)), App("ln", (Num(int(head[3:])),)))))
        case App("acot", (u,)):
            return _out(way, App("-", (App("/", (App("pi", ()), Num(2))), App("atan", (u,)))))
        case App("and", (first, rest)):
            return sp.And(_out(way, first), _out(way, rest), evaluate=False)
        case App(head, (u, v)) if head in RELATIONS:
            return RELATIONS[head](_out(way, u), _out(way, v), evaluate=False)
        case App("tends", (App("fn") as function, place, value)):
            return sp.Eq(_out(way, App("lim", (function, place))), _out(way, value), evaluate=False)
        case App(_, (App("fn", (Var(name), body)), *ends)):
            return _bound(way, term, _symbol(way, name), body, ends)
        case App(head, args) if head in FUNCTIONS:
            return FUNCTIONS[head](*(_out(way, arg) for arg in args), evaluate=way.evaluate)
        case App(head, (u,)) if head.endswith("'"):
            return _primed(head, _out(way, u))
        case App(head, args) if args and head_for(head) == head and head.removesuffix(OWN).isidentifier():
            return sp.Function(head.removesuffix(OWN))(*(_out(way, arg) for arg in args))
    raise NotUnderstood(f"SymPy has no object for {language(term)}", remedy="use its text or its LaTeX")


def _bound(way: _Way, term: App, x: Any, body: Term, ends: list[Term]) -> Any:
    inner = _out(way, body)
    match term.head, ends:
        case "D", [place]:
            return _derivative(inner, x, _out(way, place), 1)
        case "int", [] | [_, _]:
            return sp.Integral(inner, (x, *(_out(way, end) for end in ends)))
        case "sum" | "prod", [low, high]:
            kind = sp.Sum if term.head == "sum" else sp.Product
            return kind(inner, (x, _out(way, low), _out(way, high)))
        case "lim", [place]:
            return _limit(way, inner, x, place)
    raise NotUnderstood(f"SymPy has no object for {language(term)}", remedy="use its text or its LaTeX")


def _limit(way: _Way, inner: Any, x: Any, place: Term) -> Any:
    match place:
        case App("from_above", (at,)):
            return sp.Limit(inner, x, _out(way, at), "+")
        case App("from_below", (at,)):
            return sp.Limit(inner, x, _out(way, at), "-")
    side = "-" if place is OO else "+" if place is MINUS_OO else "+-"
    return sp.Limit(inner, x, _out(way, place), side)


def _derivative(inner: Any, x: Any, at: Any, order: int) -> Any:
    slope = sp.Derivative(inner, (x, order))
    return slope if at == x else sp.Subs(slope, x, at)


def _primed(head: str, at: Any) -> Any:
    name = head.rstrip("'")
    make = FUNCTIONS.get(name) or sp.Function(name.removesuffix(OWN))
    x = at if isinstance(at, sp.Symbol) else sp.Dummy("x", real=True)
    return _derivative(make(x), x, at, len(head) - len(name))


def point_to_sympy(point: Mapping[str, Term], symbols: Mapping[str, Any]) -> dict[Any, Any]:
    """{x: 1/2}: exact coordinates by their symbols."""
    way = _Way(symbols, evaluate=True)
    return {_symbol(way, name): _out(way, value) for name, value in point.items()}


def digits_to_sympy(shown: str) -> Any:
    """The number that is shown: 1/4 for `0.25`, the digits there are for `0.19661193…`; no number stays a text."""
    try:
        if shown.endswith("…"):
            return sp.Float(shown.removesuffix("…"), "")
        exact = Fraction(shown)
    except ValueError:
        return shown
    return sp.Rational(exact.numerator, exact.denominator)


def proposed_antiderivative(body: Term, x: Var) -> Term | None:
    """What SymPy thinks an antiderivative is; None if it has none, or none that can be said in this language."""
    from sympy.integrals import manualintegrate as steps

    symbols = {name: sp.Symbol(name, real=True) for name in free(body) | {x.name}}
    try:
        found = steps.manualintegrate(to_sympy(body, symbols), symbols[x.name])
        return None if found.has(sp.Integral, sp.Piecewise) else from_sympy(found)
    except (NotUnderstood, ArithmeticError, ValueError, TypeError, AttributeError, RecursionError,
        NotImplementedError,
    ):  # fmt: skip
        return None
    finally:  # it marks what it is working on, and would give up there another time if it was interrupted
        steps._integral_cache.clear()  # noqa: SLF001
        steps._parts_u_cache.clear()  # noqa: SLF001
