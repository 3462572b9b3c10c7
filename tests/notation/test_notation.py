"""How formulas and claims are written, in one line and in the plane."""

from __future__ import annotations

import pytest

from sigmaprime.kernel.sets import OO, REALS
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.line import language
from sigmaprime.read.row import read_row
from sigmaprime.write.latex import inline

X = Var("x")
S = App("fn", (X, App("s", (X,))))
SLOPE = App("fn", (X, App("s'", (X,))))


@pytest.mark.parametrize(
    ("row", "latex"),
    [
        ("exp(-x)/(1 + exp(-x))^2", r"\frac{e^{-x}}{(1 + e^{-x})^2}"),
        ("ln(1 + exp(x))", r"\ln(1 + e^{x})"),
        ("s(x)*(1 - s(x))", "s(x)(1 - s(x))"),
        ("2*s(x)", "2s(x)"),
        ("2*3", r"2 \cdot 3"),
        ("x*x", r"x \cdot x"),
        ("x*(-y)", "x(-y)"),
        ("(-x)*y", "(-x)y"),
        ("-(x*y)", "-xy"),
        ("x - (y - z)", "x - (y - z)"),
        ("1/4", r"\tfrac{1}{4}"),
        ("exp(-x/2)", "e^{-x/2}"),
        ("exp(-x)*D(-x, x)", r"e^{-x} \cdot \frac{d}{dx}\,(-x)"),
        ("sin(x)^2", r"\sin^2 x"),
        ("ln(x)*y", r"\ln(x)y"),
        ("theta*x_1", r"\theta x_1"),
        ("D(D(u, x), x)", r"\frac{d^2}{dx^2}\,u"),
        ("int(s'(x), x, -oo, oo)", r"\int_{-\infty}^{\infty} s'(x)\,dx"),
        ("lim(s(x), x, from_above(0))", r"\lim_{x \to 0^{+}} s(x)"),
        ("abs(x/(1 + x))", r"\left\lvert\frac{x}{1 + x}\right\rvert"),
        ("sigmoid(x)", r"\sigma(x)"),
        ("f''''(x)", "f^{(4)}(x)"),
        ("1/(3)", r"\tfrac{1}{(3)}"),
    ],
)
def test_formulas_look_as_in_a_textbook(row: str, latex: str) -> None:
    assert inline(read_row(row)) == latex


def natural(head: str, function: Term = S, *slots: Term) -> Term:
    return App(head, (function, App("domain", (function,)), *slots))


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (natural("strictly_increasing"), "s is strictly increasing"),
        (App("strictly_decreasing", (SLOPE, read_row("[0, oo)"))), "s' is strictly decreasing on [0, oo)"),
        (natural("unique_maximum", SLOPE, read_row("1/4"), Num(0)), "s' has unique maximum 1/4 at x = 0"),
        (natural("mirror", S, Num(0)), "s is symmetric about x = 0"),
        (natural("centre", S, Num(0), read_row("1/2")), "s is symmetric about (0, 1/2)"),
        (natural("range", SLOPE, read_row("(0, 1/4]")), "s' has range (0, 1/4]"),
        (natural("largest", SLOPE, read_row("1/4")), "max s' = 1/4"),
        (natural("lipschitz", S, read_row("1/4")), "s is Lipschitz with constant 1/4"),
        (natural("zeros", S, App("points", (Num(1), Num(2)))), "s has zeros at x = 1, 2"),
        (natural("range", S, App("points", (Num(0), Num(1)))), "s has range {0, 1}"),
        (App("even", (App("fn", (X, read_row("x*x"))), REALS)), "(x*x) is even on (-oo, oo)"),
        (App("tends", (S, OO, Num(1))), "s(x) -> 1 as x -> oo"),
        (App("no_limit", (S, OO)), "s has no limit as x -> oo"),
        (App("~=", (read_row("s(2)"), App("digits", (read_row("0.105"), Num(4))))), "s(2) ~= 0.1050"),
        (
            App("and", (read_row("0 < s'(x)"), read_row("s'(x) <= 1/4"))),
            "0 < s'(x) <= 1/4",
        ),
        (
            natural(
                "solves", S, App("fn", (X, App("fn", (Var("y"), read_row("y*(1 - y)"))))), read_row("initial(0, 1/2)")
            ),
            "s solves y' = y*(1 - y) with y(0) = 1/2",
        ),
        (
            natural("asymptote", S, App("fn", (X, Num(1))), OO),
            "s has asymptote y = 1 as x -> oo",
        ),
        (
            App("antiderivative", (App("fn", (X, read_row("ln(1 + exp(x))"))), App("domain", (S,)), S)),
            "int(s(x), x) = ln(1 + exp(x)) + C",
        ),
    ],
)
def test_claims_are_said_in_the_language(claim: Term, said: str) -> None:
    assert language(claim) == said


def test_the_whole_line_is_r() -> None:
    assert inline(App("convex", (S, REALS))) == r"s\text{ is convex on }\mathbb{R}"
