"""`derive`: SymPy and text go in, checked steps with SymPy objects come out."""

import json
from xml.etree import ElementTree as ET

import pytest
import sympy as sp

from sigmaprime import NotUnderstood, derive
from sigmaprime.sympy_functions import sigmoid, softplus

x, y = sp.symbols("x y", real=True)
s = 1 / (1 + sp.exp(-x))
SIGMOID = "s(x) = 1/(1 + exp(-x))"


def test_the_contract() -> None:
    d = derive(sp.Derivative(s, x), to=s * (1 - s))
    assert d.start == sp.Derivative(s, x)
    assert d.end == s * (1 - s)
    assert d.steps[0].before == d.start
    assert all(step.relation == "=" and step.rule and step.reason and step.text for step in d.steps)
    assert [a.after for a in d.steps[:-1]] == [b.before for b in d.steps[1:]]
    assert sp.Ne(1 + sp.exp(-x), 0, evaluate=False) in d.steps[0].conditions


def test_every_step_is_true() -> None:
    for step in derive(sp.Derivative(s, x), to=s * (1 - s)).steps:
        difference = (step.before.doit() - step.after.doit()).subs(x, sp.Rational(2, 3))
        assert abs(difference.evalf(20)) < 1e-15, step


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (s, sp.exp(-x) / (1 + sp.exp(-x)) ** 2),
        (sp.Derivative(x**2, x), 2 * x),
        (sp.Derivative(x * y, x), y),
        (sp.Derivative(sigmoid(x), x), sigmoid(x) * (1 - sigmoid(x))),
        (softplus(x), sigmoid(x)),
        (sp.Limit(s, x, sp.oo), sp.Integer(1)),
        (sp.Eq(sp.Derivative(s, x), s * (1 - s)), s * (1 - s)),
    ],
    ids=str,
)
def test_where_it_ends(start: sp.Basic, end: sp.Expr) -> None:
    found = derive(start).end
    assert sp.simplify(found - end) == 0


def test_text_and_routes() -> None:
    d = derive("s'(x) = s(x)*(1 - s(x))", by="all", let=SIGMOID)
    names = [route.name for route in d.routes]
    assert {"reciprocal", "quotient", "logarithmic", "inverse", "tanh"} <= set(names)
    assert d.steps == d.routes[0].steps
    assert d.end == sp.Function("s")(x) * (1 - sp.Function("s")(x))
    assert derive("s'(x)", by="quotient", let=SIGMOID).routes[0].name == "quotient"
    assert derive("diff(2x, x)", to="2").end == derive(sp.Derivative(2 * x, x), to=2).end == 2


def test_let_may_be_sympy() -> None:
    f = sp.Function("f")
    d = derive(sp.Derivative(f(x), x), to=f(x) * (1 - f(x)), let=sp.Eq(f(x), s))
    assert d.end == f(x) * (1 - f(x))
    assert derive("f'(x)", to="f(x)*(1 - f(x))", let={"f": s}).end == derive("f'(x)", let={"f(x)": str(s)}).end
    k = sp.symbols("k", positive=True)
    assert "k" in derive(sp.Derivative(sp.exp(k * x), x), let=[k]).to_text()


def test_what_sympy_has_worked_out() -> None:
    """`sp.diff` is an expression like any other; it is where the derivation starts if it is equal to the end."""
    worked = sp.diff(s, x)
    assert derive(worked, to=s * (1 - s)).start == worked
    assert derive(s, to=s * (1 - s)).start == sp.Derivative(s, x)


def test_forms() -> None:
    d = derive(sp.Derivative(s, x), to=s * (1 - s))
    assert "reciprocal rule" in d.to_text() and repr(d) == d.to_text().rstrip()
    assert d.to_latex().startswith(r"\begin{align*}") and "e^{-x}" in d.to_latex()
    assert d.to_latex(document=True).startswith(r"\documentclass")
    assert ET.fromstring(d.to_mathml()).tag.endswith("math")
    assert d.to_html().startswith("<!doctype html>")
    assert "```math" in d.to_markdown()
    data = json.loads(d.to_json())
    assert data["checked"] is True and len(data["routes"][0]["steps"]) == len(d.steps)
    assert len(derive("s'(x)", let=SIGMOID, detail="brief").to_text()) < len(derive("s'(x)", let=SIGMOID).to_text())


@pytest.mark.parametrize("by", [None, "all"])
def test_a_notebook_shows_it(by: str | None) -> None:
    bundle = derive("s'(x)", by=by, let=SIGMOID)._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/latex", "text/html"}
    assert r"\begin{aligned}" in bundle["text/latex"]
    # MathJax knows nothing of our preamble.
    assert not any(macro in bundle["text/latex"] for macro in (r"\reason", r"\fitted"))
    assert bundle["text/html"].startswith('<div class="sp"') and "<math" in bundle["text/html"]
    assert not any(far in bundle["text/html"] for far in ("<script", "src=", "href=", "url("))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: derive(sp.Derivative(s, x), to=s), "not equal: at x = 0"),
        (lambda: derive(sp.Derivative(s, x), by="magic"), "there is no route 'magic'"),
        (lambda: derive(x * y), r"by which variable to differentiate \(x, y\)"),
        (lambda: derive(sp.Integer(3)), r"by which variable"),
        (lambda: derive(3), "int is neither"),
        (lambda: derive(sp.Eq(sp.Derivative(s, x), s), to=s), "the end is given twice"),
        (lambda: derive(sp.Derivative(sp.Function("f")(x), x)), "f is not declared"),
        (lambda: derive("sin(x"), "never closed"),
    ],
)
def test_errors(call, message: str) -> None:
    with pytest.raises(NotUnderstood, match=message):
        call()


def test_an_error_points_at_the_place() -> None:
    with pytest.raises(NotUnderstood) as error:
        derive("diff(x^2, x) + )")
    notes = "\n".join(error.value.__notes__)
    assert "^" in notes


def test_in_a_process_of_its_own() -> None:
    assert derive("diff(x^2, x)", isolated=True).end == 2 * x
    with pytest.raises(NotUnderstood, match="not equal"):
        derive("diff(x^2, x) = x", isolated=True)
