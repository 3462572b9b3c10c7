"""Rows read and write every term exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.read.row import read_premise, read_row, write_row
from sigmaprime.read.syntax import NotUnderstood
from tests.strategies import terms

X, U = Var("x"), Var("u")
THIRD = Num(Fraction(1, 3))


def fn(body: Term) -> Term:
    return App("fn", (X, body))


@given(terms())
@settings(max_examples=200)
def test_what_is_written_reads_back(term: Term) -> None:
    assert read_row(write_row(term)) is term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("1/3", THIRD),
        ("0.25", Num(Fraction(1, 4))),
        ("1/(3)", App("/", (Num(1), Num(3)))),
        ("2/4", App("/", (Num(2), Num(4)))),
        ("4/2", App("/", (Num(4), Num(2)))),
        ("-1/3", App("neg", (THIRD,))),
        ("x*1/3", App("/", (App("*", (X, Num(1))), Num(3)))),
        ("x^1/3", App("/", (App("^", (X, Num(1))), Num(3)))),
        ("1/3*x", App("*", (THIRD, X))),
        ("1/3^2", App("/", (Num(1), App("^", (Num(3), Num(2)))))),
        ("-x^2", App("neg", (App("^", (X, Num(2))),))),
        ("-u*x", App("neg", (App("*", (U, X)),))),
        ("u*-x*u", App("*", (App("*", (U, App("neg", (X,)))), U))),
        ("x^-2", App("^", (X, App("neg", (Num(2),))))),
        ("x^y^u", App("^", (X, App("^", (Var("y"), U))))),
        ("D(u, x)", App("D", (fn(U), X))),
        ("D[fn(x, u), -2]", App("D", (fn(U), App("neg", (Num(2),))))),
        ("D(fn(x, u), 2)", App("D", (fn(U), Num(2)))),
        (
            "increasing(u, x, (-oo, oo))",
            App("increasing", (fn(U), App("()", (App("neg", (App("oo", ()),)), App("oo", ()))))),
        ),
        ("at(u, x, c)", App("at", (U, X, Var("c")))),
        ("s''(x) <= [0, u)", App("<=", (App("s''", (X,)), App("[)", (Num(0), U))))),
        ("x in S", App("in", (X, Var("S")))),
        ('"pi"', Var("pi")),
        ("points()", App("points", ())),
    ],
)
def test_rows(text: str, term: Term) -> None:
    assert read_row(text) is term
    assert read_row(write_row(term)) is term


def test_premises() -> None:
    assert read_premise("x > 0, x in S => u = 1") == ((read_row("x > 0"), read_row("x in S")), read_row("u = 1"))
    assert read_premise("u != 0") == ((), read_row("u != 0"))
    assert read_premise("x in (a, b) => u < v") == ((read_row("x in (a, b)"),), read_row("u < v"))


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("x +", 3),
        ("(x", 2),
        ("x)", 1),
        ("x $ y", 2),
        ("D(u)", 4),
        ("[x]", 2),
        ("1 2", 2),
        ("(" * 100_000, 201),
        ("f(" * 100_000, 402),
    ],
)
def test_errors_say_where(text: str, offset: int) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_row(text)
    assert caught.value.offset == offset
