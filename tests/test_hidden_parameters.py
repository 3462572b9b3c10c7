"""A claim about a function that hides a parameter speaks of that parameter."""

from __future__ import annotations

import pytest

from sigmaprime.claims import PHRASES
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.line import language
from sigmaprime.read.lines import read_claims
from sigmaprime.read.parameters import brought_to_light
from sigmaprime.read.scope import Scope, extend
from sigmaprime.read.syntax import Definition, Parameters, Statement

LETS = """let k > 0, m
let f(x) = exp(k*x)
let g(x) = f(x) + m
let c(x) = k
let h(x, y) = x + m*y
let s(x) = x^2
"""


def shown(claim: str) -> Term:
    scope = Scope()
    for line in read_claims(LETS + claim, "claims", PHRASES):
        match line:
            case Definition() | Parameters():
                scope = extend(scope, line)
            case Statement(says=says):
                return brought_to_light(says, scope)
    raise AssertionError(claim)


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        ("f(2) = 1", "exp(k*2) = 1"),
        ("g(t) = 1", "exp(k*t) + m = 1"),
        ("h(1, f(2)) = 1", "1 + m*exp(k*2) = 1"),
        ("f'(t) = 1", "diff(exp(k*t), t) = 1"),
        ("s(f(1)) = 1", "s(exp(k*1)) = 1"),
        ("c(ln(0)) = 1", "k + 0*ln(0) = 1"),
        ("s is increasing", "s is increasing"),
    ],
)
def test_it_is_written_out(claim: str, written: str) -> None:
    assert language(shown(claim)) == written


def test_a_derivative_at_the_parameter_is_not_one_with_respect_to_it() -> None:
    function = App("fn", (Var("x"), App("exp", (App("*", (Var("k"), Var("x"))),))))
    assert shown("f'(k) = 1") is App("=", (App("D", (function, Var("k"))), Num(1)))


def test_a_bound_variable_called_like_the_parameter_captures_nothing() -> None:
    assert language(shown("sum(f(1), k, 1, 3) = 1")) == "sum(f(1), k, 1, 3) = 1"


def test_variables_bound_in_a_body_are_kept_apart_from_its_arguments() -> None:
    text = "let n\nlet w(x) = int(n*t*x, t, 0, 1)\nw(t) = 1"
    assert language(shown(text)) == "int(n*t_1*t, t_1, 0, 1) = 1"
