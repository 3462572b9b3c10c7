"""The functions for SymPy: differentiated, rewritten, evaluated and printed as the rows of `functions/` say."""

import math

import pytest
import sympy as sp

from sigmaprime import sympy_functions as own
from sigmaprime.functions import FUNCTIONS
from sigmaprime.read.row import read_row
from sigmaprime.search.bridge_out import to_sympy

x = sp.symbols("x", real=True)
ARGUMENTS = {own.hill: (x, sp.Rational(1, 2), 2), own.gompertz: (x, 2, 3, 4)}


def applied(kind: type) -> sp.Expr:
    return kind(*ARGUMENTS.get(kind, (x,)))


@pytest.mark.parametrize("kind", own.DEFINED)
def test_they_are_made_of_what_their_rows_say(kind: type) -> None:
    row = FUNCTIONS[kind.__name__]
    assert row.definition
    symbols = {name: sp.Symbol(name, real=True) for name in row.parameters}
    said = to_sympy(read_row(row.definition), symbols)
    made = kind(*symbols.values()).expand(func=True)
    point = {symbol: sp.Rational(3 + i, 7) for i, symbol in enumerate(symbols.values())}
    assert abs((said - made).subs(point).evalf(20)) < 1e-15


@pytest.mark.parametrize("kind", own.DEFINED)
def test_their_derivatives(kind: type) -> None:
    at = sp.Rational(3, 7)
    slope = applied(kind).diff(x).subs(x, at).evalf(20)
    expected = applied(kind).rewrite(sp.exp).doit().diff(x).subs(x, at).evalf(20)
    assert abs(slope - expected) < 1e-15


@pytest.mark.parametrize("kind", own.DEFINED)
def test_they_become_code(kind: type) -> None:
    call = sp.lambdify(x, applied(kind), "math" if kind is not own.relu else "mpmath")
    assert float(call(0.4)) == pytest.approx(float(applied(kind).subs(x, sp.Rational(2, 5)).evalf()))


@pytest.mark.parametrize("kind", own.DEFINED)
def test_they_print(kind: type) -> None:
    assert FUNCTIONS[kind.__name__].latex in sp.latex(applied(kind))
    assert FUNCTIONS[kind.__name__].unicode in sp.pretty(applied(kind), use_unicode=True)


def test_the_sigmoid() -> None:
    s = own.sigmoid
    assert (s(0), s(sp.oo), s(-sp.oo)) == (sp.Rational(1, 2), 1, 0)
    assert s(x).diff(x) == s(x) * (1 - s(x))
    assert s(x).rewrite(sp.tanh) == sp.tanh(x / 2) / 2 + sp.Rational(1, 2)
    assert s(x).is_positive and s(x).is_real
    assert own.softplus(x).is_positive
    assert own.logit(x).is_real is None
    assert float(s(sp.Float("0.3"))) == pytest.approx(1 / (1 + math.exp(-0.3)))
    assert sp.latex(s(x) ** 2) == r"\sigma^{2}{\left(x \right)}"
    assert sp.limit(s(x), x, -sp.oo) == 0
    assert sp.expand(own.softplus(x).diff(x, 2) - s(x) * (1 - s(x))) == 0
