"""`prove`: three outcomes, each with its evidence in SymPy's terms."""

import json
from typing import Any

import pytest
import sympy as sp

from sigmaprime import NotUnderstood, prove
from sigmaprime.run.recheck import recheck
from sigmaprime.sympy_functions import sigmoid

x, y = sp.symbols("x y", real=True)
p = sp.symbols("p", positive=True)
z = sp.symbols("z")
s = 1 / (1 + sp.exp(-x))
f = sp.Function("f")
SIGMOID = "s(x) = 1/(1 + exp(-x))"


@pytest.mark.parametrize(
    "claim",
    [
        sp.Le(sp.diff(s, x), sp.Rational(1, 4)),
        sp.Lt(0, sp.diff(s, x), evaluate=False),
        sp.And(sp.Lt(0, sp.diff(s, x), evaluate=False), sp.Le(sp.diff(s, x), sp.Rational(1, 4)), evaluate=False),
        sp.Eq(sp.Derivative(s, x), s * (1 - s)),
        sp.Eq(sp.Limit(s, x, sp.oo), 1),
        sp.Eq(sigmoid(-x), 1 - sigmoid(x)),
        sp.Ne(s, 0, evaluate=False),
        sp.Ge(sp.exp(p), 1),
        sp.Ge(z**2, 0),
    ],
    ids=str,
)
def test_proved(claim: Any) -> None:
    v = prove(claim)
    assert v.proved and not v.refuted and not v.undecided
    assert v.witness is None and v.suggestion is None and v.proof is not None and v.reason
    assert recheck(json.loads(v.to_json())).accepted


def test_a_hypothesis_is_used_and_stored() -> None:
    v = prove(sp.Gt(p**3, 0, evaluate=False))
    assert v.proved and v.proof is not None and v.proof["let"] == ["p > 0"]
    assert prove(sp.Gt(x**3, 0)).refuted
    assert prove("k*x^2 >= 0", let=[sp.Symbol("k", positive=True)]).proved
    assert prove("k*x^2 >= 0", let=[sp.Symbol("k") > 0]).proved
    k = sp.Symbol("k", real=True)
    w = prove("k*x^2 >= 0", let=k)
    assert w.refuted and w.witness is not None and k in w.witness["at"]
    assert prove(sp.Gt(p**3, 0, evaluate=False), let="p").proved
    assert prove(sp.Gt(p**3, 0, evaluate=False), let="p > 0").proved


def test_refuted() -> None:
    w = prove("s'(x) = s(x)*(s(x) - 1)", let=SIGMOID)
    assert w.refuted and w.witness == {
        "at": {x: 0}, "left": sp.Rational(1, 4), "right": sp.Rational(-1, 4), "relation": "=",
    }  # fmt: skip
    assert w.suggestion is not None and "factor -1" in w.suggestion
    assert recheck(json.loads(w.to_json())).accepted


def test_a_witness_has_the_symbols_of_the_claim() -> None:
    w = prove(sp.Le(p**2, p))
    assert w.witness is not None
    ((symbol, place),) = w.witness["at"].items()
    assert symbol is p and place**2 > place


def test_two_points() -> None:
    w = prove("s' is decreasing", let=SIGMOID)
    assert w.witness is not None
    (first, second), (low, high) = w.witness["points"], w.witness["values"]
    assert first[x] < second[x] and low < high and w.witness["why"]
    assert str(low).startswith("0.1966")


def test_undecided() -> None:
    v = prove("sin(x^2) + cos(x^3) < 2")
    assert v.undecided and v.notes and v.domain is None and v.proof is None and v.witness is None


def test_a_verdict_is_no_truth_value() -> None:
    with pytest.raises(TypeError, match=r"ask for \.proved or \.refuted"):
        bool(prove("x^2 >= 0"))


@pytest.mark.parametrize("claim", ["s'(x) <= 1/4", "s' is decreasing", "sin(x^2) + cos(x^3) < 2"])
def test_forms(claim: str) -> None:
    v = prove(claim, let=SIGMOID)
    assert v.word.capitalize() in v.to_text() and str(v) == v.to_text()
    assert repr(v) == f"<{v.word}: {claim}>"
    assert v.to_latex(document=True).startswith(r"\documentclass") and r"\providecommand" in v.to_latex()
    assert "<math" in v.to_mathml() and v.to_html().startswith("<!doctype html>") and v.to_markdown()
    data = json.loads(v.to_json())
    assert (data["verdict"], data["statement"], data["domain"]) == (v.word, claim, v.domain)
    bundle = v._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/latex", "text/html"}
    assert bundle["text/latex"].startswith("$") and "<script" not in bundle["text/html"]


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (sp.Eq(x, x), "True of the claim"),
        (sp.Gt(x, x), "False of the claim"),
        (sp.Eq(sp.gamma(x), 1), "gamma has no counterpart"),
        (sp.Gt(sp.Symbol("m", integer=True), 0), "assumed to be integer"),
        (sp.Eq(f(x), 1), "f is not declared"),
        (s, "an expression, not a claim"),
        ("s(x) = ", "s is not"),
        ("(" * 100_000, "100,000 characters"),
        ("let s(x) = x", "not a claim"),
        (7, "an expression, not a claim"),
        (7.5, "float is neither"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_errors(claim: Any, message: str) -> None:
    with pytest.raises(NotUnderstood, match=message):
        prove(claim)


def test_in_a_process_of_its_own() -> None:
    assert prove(sp.Ge(x**2, 0, evaluate=False), isolated=True).proved
