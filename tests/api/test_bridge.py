"""Terms and SymPy objects: the same values on both sides of the bridge, and clear errors where there is no way over."""

from fractions import Fraction
from typing import Any

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from sigmaprime.claims import LAWS
from sigmaprime.functions import FUNCTIONS
from sigmaprime.kernel.term import App, Num, Term, Var
from sigmaprime.notation.line import language
from sigmaprime.read.declare import scope_of
from sigmaprime.read.syntax import NotUnderstood
from sigmaprime.read.text import read_term
from sigmaprime.search.bridge import assumptions, from_sympy, symbols_of
from sigmaprime.search.bridge_out import digits_to_sympy, to_sympy
from sigmaprime.search.numbers import value
from sigmaprime.search.session import Session

x, y = sp.symbols("x y", real=True)
f = sp.Function("f")
SYMBOLS = {"x": x, "y": y}
SCOPE = scope_of(["f(x) = x"])
AT = {"x": Fraction(3, 7), "y": Fraction(5, 4)}


def number(term: Term) -> float | None:
    """The value at a point as enclosures give it, which know nothing of SymPy."""
    ball = value(Session(LAWS), term, AT, 128)
    return float(ball.mid()) if ball is not None and ball.is_finite() else None


def sympy_number(expression: Any) -> float:
    return float(expression.subs({x: sp.Rational(3, 7), y: sp.Rational(5, 4)}).evalf(20))


TEXTS = [
    "1/(1 + exp(-x))", "x - y - 1", "x - (y - 1)", "-x^2", "(-x)^2", "x/y/3", "x/(y/3)", "2^-x", "x^(2/3)", "1/3",
    "1/(3)", "sqrt(x)", "1/sqrt(x)", "cbrt(x)", "cbrt(-x)", "root(-x, 3)", "root(x, 4)", "|x - y|", "sign(-x)",
    "max(x, y)", "min(x, max(y, 1/2))", "ln(x)", "log2(x)", "log10(x)", "sin(x)*cos(x)", "tan(x)", "sec(x)",
    "csc(x)", "cot(x)", "asin(x)", "acos(x)", "atan(x)", "asec(1 + y)", "acsc(1 + y)", "acot(-x)", "sinh(x)",
    "cosh(x)", "tanh(x)", "sech(x)", "csch(x)", "coth(x)", "asinh(x)", "acosh(y)", "atanh(x)", "sigmoid(x)",
    "logit(x)", "softplus(x)", "silu(x)", "relu(x - y)", "mish(x)", "hill(x, y, 2)", "gompertz(x, 1, 2, y)", "e^2",
    "pi*x", "x^x", "2*3*x", "x*-y", "(x + y)*(x - y)/(x*y)", "-(x + y)", "-(-x)", "-3/4*x", "x*1", "0 + x",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("evaluate", [True, False])
def test_values_stay_the_same(text: str, evaluate: bool) -> None:
    term = read_term(text, SCOPE)
    there = to_sympy(term, SYMBOLS, evaluate=evaluate)
    back = from_sympy(there)
    assert sympy_number(to_sympy(back, SYMBOLS)) == pytest.approx(sympy_number(there), rel=1e-12)
    if (expected := number(term)) is not None:
        assert sympy_number(there) == pytest.approx(expected, rel=1e-12)
        assert number(back) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_has_a_counterpart(name: str) -> None:
    places = [Num(2), Num(3), Num(4), Num(5)][: len(FUNCTIONS[name].parameters)]
    assert isinstance(to_sympy(App(name, tuple(places)), {}, evaluate=False), sp.Expr)


_LEAVES = st.one_of(st.fractions(0, 9, max_denominator=9).map(Num), st.sampled_from((Var("x"), Var("y"))))


def _grown(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return st.one_of(
        st.builds(lambda head, a, b: App(head, (a, b)), st.sampled_from("+-*/"), inner, inner),
        st.builds(lambda head, a: App(head, (a,)), st.sampled_from(("neg", "tanh", "sigmoid", "sin", "abs")), inner),
        st.builds(lambda a, n: App("^", (a, Num(n))), inner, st.integers(1, 3)),
    )


@given(st.recursive(_LEAVES, _grown, max_leaves=10), st.booleans())
def test_values_stay_the_same_for_any_term(term: Term, evaluate: bool) -> None:
    expected = number(term)
    if expected is None or abs(expected) > 1e9:
        return
    back = from_sympy(to_sympy(term, SYMBOLS, evaluate=evaluate))
    if (found := number(back)) is not None:
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


SHOWN = [
    (1 / (1 + sp.exp(-x)), "1/(1 + exp(-x))"),
    (sp.exp(-x) / (1 + sp.exp(-x)) ** 2, "exp(-x)/(1 + exp(-x))^2"),
    (sp.Derivative(x**2, x, 2), "diff(x^2, x, 2)"),
    (sp.Derivative(x * y, x, y), "diff(diff(x*y, x), y)"),
    (sp.Subs(sp.Derivative(f(x), x), x, 0), "D(f(x), x, 0)"),
    (sp.Integral(x, x), "int(x, x)"),
    (sp.Integral(x * y, (x, 0, 1), (y, 0, x)), "int(int(x*y, x, 0, 1), y, 0, x)"),
    (sp.Limit(1 / x, x, 0), "lim(1/x, x, 0+)"),
    (sp.Limit(x**2, x, 0, "+-"), "lim(x^2, x, 0)"),
    (sp.Limit(1 / x, x, 0, "-"), "lim(1/x, x, 0-)"),
    (sp.Limit(1 / x, x, -sp.oo), "lim(1/x, x, -oo)"),
    (sp.Sum(x, (x, 1, 5)), "sum(x, x, 1, 5)"),
    (sp.Product(x, (x, 1, 5)), "prod(x, x, 1, 5)"),
    (sp.Add(x, 1, x**2, evaluate=False), "x + 1 + x^2"),
    (sp.Mul(y, x, evaluate=False), "y*x"),
    (sp.Ne(x, 0), "x != 0"),
    (sp.And(sp.Lt(0, f(x)), sp.Le(f(x), 1)), "0 < f(x) <= 1"),
    (sp.And(sp.Gt(f(x), 0), sp.Ge(1, f(x))), "0 < f(x) <= 1"),
    (sp.And(x > 0, y > 0), "0 < x and 0 < y"),
    (sp.Float("0.1"), "1/10"),
    (sp.UnevaluatedExpr(x) * 2, "2*x"),
    (sp.Symbol("θ") ** 2, "theta^2"),
]


@pytest.mark.parametrize(("expression", "text"), SHOWN, ids=lambda value: str(value)[:30])
def test_what_sympy_says(expression: Any, text: str) -> None:
    assert language(from_sympy(expression)) == text


@pytest.mark.parametrize("expression", [expression for expression, _ in SHOWN if not expression.has(sp.Float)])
def test_there_and_back(expression: Any) -> None:
    back = to_sympy(from_sympy(expression), symbols_of([expression]) | {"theta": sp.Symbol("θ")})
    assert back.doit() == expression.doit() or sp.Equivalent(back, expression).simplify() == sp.true


def test_nothing_is_evaluated_unless_asked() -> None:
    term = read_term("x/x + 0*ln(x)", SCOPE)
    assert to_sympy(term, SYMBOLS) == 1
    assert to_sympy(term, SYMBOLS, evaluate=False) != 1


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (sp.I * x, "ImaginaryUnit has no counterpart here: I"),
        (sp.gamma(x), r"gamma has no counterpart here: gamma\(x\)"),
        (sp.Piecewise((x, x > 0), (0, True)), "Piecewise"),
        (sp.acot(x), "acot"),
        (sp.Or(x > 0, x < -1), "Or has no counterpart"),
        (sp.Integral(x, (x, 2)), "Integral"),
        (sp.Derivative(f(y), f(y)), "Derivative"),
        (sp.Derivative(x**2, (x, y)), "Derivative"),
        (sp.Subs(f(x) + 1, x, 0), "Subs"),
        (sp.zoo, "ComplexInfinity"),
        (sp.LambertW(x, -1), "LambertW"),
        (sp.true, "True of the claim"),
        (False, "False of the claim"),
        (sp.Matrix([x]), "neither a text nor SymPy's"),
        (3.5, "float is neither"),
        (sp.Symbol("a b"), "cannot be called 'a b'"),
        (sp.Symbol("e"), "cannot be called 'e'"),
        (sp.Add(*(sp.Symbol(f"x_{i}") for i in range(4000))), "more than 3,000 nodes"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_no_way_over(expression: Any, message: str) -> None:
    with pytest.raises(NotUnderstood, match=message) as error:
        from_sympy(expression)
    assert error.value.remedy


def test_a_deep_expression_is_refused() -> None:
    deep = x
    for _ in range(120):
        deep = sp.sin(deep)
    with pytest.raises(NotUnderstood, match="100 levels"):
        from_sympy(deep)


@pytest.mark.parametrize("text", ["f is even", "f(x) ~= 0.12"])
def test_no_way_back(text: str) -> None:
    from sigmaprime.claims import PHRASES
    from sigmaprime.read.claim import read_claim

    with pytest.raises(NotUnderstood, match="SymPy has no object"):
        to_sympy(read_claim(text, SCOPE, PHRASES)[0], SYMBOLS)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"positive": True}, ["p > 0"]),
        ({"negative": True}, ["p < 0"]),
        ({"nonnegative": True}, ["p >= 0"]),
        ({"nonpositive": True}, ["p <= 0"]),
        ({"nonzero": True}, ["p != 0"]),
        ({"real": True}, []),
        ({}, []),
    ],
)
def test_assumptions(facts: dict[str, bool], text: list[str]) -> None:
    assert list(map(language, assumptions(sp.Symbol("p", **facts)))) == text


@pytest.mark.parametrize("fact", ["integer", "even", "prime", "rational", "imaginary"])
def test_assumptions_that_cannot_be_said(fact: str) -> None:
    with pytest.raises(NotUnderstood, match="p is assumed to be"):
        assumptions(sp.Symbol("p", **{fact: True}))


def test_two_symbols_of_one_name() -> None:
    with pytest.raises(NotUnderstood, match="two different symbols are called x"):
        symbols_of([x + sp.Symbol("x", positive=True)])


def test_digits() -> None:
    assert digits_to_sympy("0.25") == sp.Rational(1, 4)
    assert digits_to_sympy("-3") == -3
    assert str(digits_to_sympy("0.19661193…")) == "0.19661193"
    assert digits_to_sympy("?") == "?"
