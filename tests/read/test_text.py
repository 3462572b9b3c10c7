"""Expressions: the terms that they are, and the errors that say where and what to do."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sigmaprime.read.claim import read_claim
from sigmaprime.read.declare import scope_of
from sigmaprime.read.row import write_row
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import read_term
from tests.read.phrases import PHRASES

SCOPE = scope_of(("s(x) = 1/(1 + exp(-x))", "k > 0, x0", "h(x, y) = x*y"))


def row(text: str) -> str:
    return write_row(read_term(text, SCOPE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2x", "2*x"),
        ("k(x - x0)", "k*(x - x0)"),
        ("s(x)(1 - s(x))", "s(x)*(1 - s(x))"),
        ("x(x + 1)", "x*(x + 1)"),
        ("(x + 1)(x - 1)", "(x + 1)*(x - 1)"),
        ("-x^2", "-x^2"),
        ("-a*b", "-a*b"),
        ("x*-2", "x*(-2)"),
        ("a/b*c", "a/b*c"),
        ("x^y^z", "x^y^z"),
        ("x**2", "x^2"),
        ("e^x", "exp(x)"),
        ("e^-x", "exp(-x)"),
        ("e^x^2", "exp(x^2)"),
        ("exp(x)^2", "exp(x)^2"),
        ("e", "exp(1)"),
        ("(e)^x", "exp(1)^x"),
        ("1/3", "1/3"),
        ("2/4", "2/4"),
        ("1/(3)", "1/(3)"),
        ("0.25", "1/4"),
        ("1/2x", "1/2*x"),
        ("x/x", "x/x"),
        ("|x| + |y|", "abs(x) + abs(y)"),
        ("||x| - 1|", "abs(abs(x) - 1)"),
        ("log(x)", "ln(x)"),
        ("arcsin(x)", "asin(x)"),
        ("σ(x)", "sigmoid(x)"),
        ("logistic'(x)", "sigmoid'(x)"),
        ("σ²", "sigma^2"),
        ("2πx", "2*pi*x"),
        ("x²·x⁻¹", "x^2*x^(-1)"),
        ("s″(x) − 1", "s''(x) - 1"),
        ("s^(3)(x)", "s'''(x)"),
        ("sin^2(x)", "sin(x)^2"),
        ("max(x, y, 1)", "max(max(x, y), 1)"),
        ("root(x, 5)", "root(x, 5)"),
        ("diff(s(x), x)", "D(s(x), x)"),
        ("diff(s(x), x, 2)", "D(D(s(x), x), x)"),
        ("D(exp(x), x, 2)", "D[fn(x, exp(x)), 2]"),
        ("d/dx x^2 + 1", "D(x^2, x) + 1"),
        ("d/dx x*exp(x)", "D(x*exp(x), x)"),
        ("d/dx (x + 1)^2*x", "D((x + 1)^2*x, x)"),
        ("d^2/dt^2 exp(t)", "D(D(exp(t), t), t)"),
        ("int(s'(x), x, -oo, oo)", "int(s'(x), x, -oo, oo)"),
        ("int(x, x)", "int(x, x)"),
        ("lim(s(x), x, 0+)", "lim(s(x), x, from_above(0))"),
        ("lim(s(x), x, k + 1-)", "lim(s(x), x, from_below(k + 1))"),
        ("lim(s(x), x, -oo)", "lim(s(x), x, -oo)"),
        ("sum(1/n^2, n, 1, oo)", "sum(1/n^2, n, 1, oo)"),
        ("2^3^2^2", "2^3^2^2"),
    ],
)
def test_expressions(text: str, expected: str) -> None:
    assert row(text) == expected


BAD = [
    ("", 0, "a term was expected", "complete"),
    ("x +", 2, "a term was expected after +", "complete"),
    ("x * ) + 1", 2, "a term was expected after *", "complete"),
    ("(x", 0, "this ( is never closed", "close it with )"),
    ("x + (1 - |x)", 9, "this | is never closed", "close it with |"),
    ("x)", 1, "this ) closes nothing", "remove it"),
    ("foo(x)", 0, "foo is not declared", "let foo(x) = …"),
    ("f(x)", 0, "f is not declared", "let f(x) = …"),
    ("1 + sigmod(x)", 4, "sigmod is not declared", "did you mean sigmoid"),
    ("xy", 0, "xy is not declared", "x*y"),
    ("rate*x", 0, "rate is not declared", "let rate"),
    ("sin", 0, "sin is a function", "sin(x)"),
    ("1 + s", 4, "s is a function", "s(x)"),
    ("sin x", 0, "sin is a function", "sin(x)"),
    ("sin(x, y)", 0, "sin takes 1 argument, here are 2", "sin(x)"),
    ("h(x)", 0, "h takes 2 arguments, here are 1", "h(x, y)"),
    ("sin()", 4, "sin wants an argument", "sin(x)"),
    ("x'", 0, "x is not a function", "let x(x)"),
    ("(x^2)'", 5, "a prime belongs to the name", "d/dx"),
    ("h'(x, y)", 2, "h has 2 variables", "diff"),
    ("sin^-1(x)", 4, "inverse or the reciprocal", "asin"),
    ("x 2", 2, "an operator is missing", "x*2"),
    ("1e5", 0, "without an exponent letter", "1*10^5"),
    ("x\x00", 1, "U+0000", "remove"),
    ("x \u200b+ 1", 2, "U+200B", "remove"),
    ("\\frac12", 0, "\\ is not part", "between $ and $"),
    ("$x", 0, "this $ is never closed", "close it with $"),
    ("9" * 1001, 0, "a number of 1,001 digits", ""),
    ("x" * 10_001, 0, "a line of 10,001 characters", "let"),
    ("(" * 9_999, 100, "nested more than 100 deep", "let"),
    ("-" * 9_999 + "x", 100, "nested more than 100 deep", "let"),
    ("x" + "+x" * 4_999, 0, "nested more than 250 deep", "let"),
    ("lim(x, x)", 8, ", was expected", "lim(u, x, a)"),
    ("sum(x, 2, 1, 3)", 7, "the variable was expected", "letter"),
    ("diff(x, x, 999)", 11, "from 1 to 200", ""),
    ("x = 1", 2, "a claim", "relation"),
    ("x is", 2, "is is not understood", "one claim"),
    ("$x_{n+1}$", 2, "this index is not understood", "x_1"),
    ("$\\foo x$", 1, "\\foo is not understood", "LaTeX"),
    ("$a \\pm b$", 3, "\\pm is not understood", "two claims"),
    ("$\\begin{pmatrix}$", 1, "pmatrix is not understood", "aligned"),
    ("$\\mathbb{C}$", 1, "\\mathbb{C}", "real"),
    ("$\\frac{1}{2$", 9, "this { is never closed", "}"),
    ("$x}$", 2, "this } closes nothing", "remove"),
    ("$\\frac{dy}{dx}$", 8, "y is not declared as a function", "let y(x)"),
    ("$\\int x^2$", 10, "no dx", "dx"),
]


@pytest.mark.parametrize(("text", "offset", "message", "remedy"), BAD, ids=[text[:20] for text, *_ in BAD])
def test_errors(text: str, offset: int, message: str, remedy: str) -> None:
    before = time.perf_counter()
    with pytest.raises(NotUnderstood) as caught:
        read_term(text, SCOPE)
    assert time.perf_counter() - before < 1
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert caught.value.offset == offset


PIECES = st.sampled_from(
    "x y s s' sin exp σ k 1 2 0.5 + - * / ^ ( ) [ ] | , = < -> ~= is has on for in as at oo e pi even range maximum "
    "lim( int( diff( d/dx $ $ { } \\frac \\sqrt \\lim_ \\int_ \\left( \\right) \\left| \\right| ' ² _1 d {dx} "
    "solves y' max".split()
)


@given(st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=14).map(" ".join)))
@example("$\\left.x\\right|$")
@example("max")
@example("x in")
@example("$\\int$")
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_term, lambda text, scope: read_claim(text, scope, PHRASES)):
        try:
            read(text, SCOPE)
        except NotUnderstood as error:
            placed = bool(error.message) and 0 <= error.offset <= len(text)
        else:
            placed = True
        assert placed
