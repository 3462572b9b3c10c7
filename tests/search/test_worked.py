"""Worked derivatives: where they end, what their lines say, and what is said where there is none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sigmaprime.claims import LAWS
from sigmaprime.document.derivation import derivation_document
from sigmaprime.kernel.check import check
from sigmaprime.notation.line import language
from sigmaprime.read.scope import Scope
from sigmaprime.read.syntax import Derive, NotUnderstood
from sigmaprime.run.one_line import one_line
from sigmaprime.verbs import derive_routes, rules_in
from sigmaprime.verdict import Route
from sigmaprime.write import WRITERS
from tests.worked.independent import agrees

SECONDS = 20.0
SIGMOID = ("s(x) = 1/(1 + exp(-x))",)


def worked(text: str, lets: tuple[str, ...] = ()) -> tuple[tuple[Route, ...], Scope]:
    request, scope = one_line(f"derive {text}", lets, Derive)
    return derive_routes(request, scope, SECONDS), scope


def end_of(route: Route) -> str:
    return language(route.fact.statement.args[1])


@pytest.mark.parametrize(
    ("text", "lets", "end"),
    [
        ("diff(x^2*ln(x), x, 2)", (), "2*ln(x) + 3"),
        ("diff(1/(x^2 - 1), x, 2)", (), "2*(3*x^2 + 1)/(x^2 - 1)^3"),
        ("diff(sqrt(1 - x^2), x, 2)", (), "-1/(1 - x^2)^(3/2)"),
        ("diff(sin(3*x), x, 4)", (), "81*sin(3*x)"),
        ("diff(ln(x), x, 6)", (), "-120/x^6"),
        ("diff(x^5, x, 40)", (), "0"),
        ("diff(exp(2*x), x, 50)", (), "2^50*exp(2*x)"),
        ("f'''(x)", ("f(x) = x*ln(x)",), "-1/x^2"),
        ("s'''(x)", SIGMOID, "s(x)*(1 - s(x))*(1 - 6*s(x) + 6*s(x)^2)"),
        ("s^(4)(x)", SIGMOID, "s(x)*(1 - s(x))*(1 - 2*s(x))*(1 - 12*s(x) + 12*s(x)^2)"),
        ("diff(x^2*y^3, x)", (), "2*x*y^3"),
        ("dy/dx from x^2 + y^2 = 25", (), "-x/y"),
        ("dy/dx = -x/y from x^2 + y^2 = 25", (), "-x/y"),
        ("dy/dx from x^3 + y^3 = 6*x*y", (), "(2*y - x^2)/(y^2 - 2*x)"),
        ("s'(0)", SIGMOID, "1/4"),
        ("f''(1)", ("f(x) = x*ln(x)",), "1"),
        ("D(x^3, x, 2)", (), "12"),
        ("diff(tan(x), x)", (), "sec(x)^2"),
        ("diff(asinh(x), x)", (), "1/sqrt(x^2 + 1)"),
        ("diff(acosh(x), x)", (), "1/sqrt(x^2 - 1)"),
        ("diff(csch(x), x)", (), "-csch(x)*coth(x)"),
        ("diff(sin(x)*cos(x), x)", (), "cos(x)^2 - sin(x)^2"),
        ("diff((x^2 + 3*x)/(x^2 + 1), x)", (), "(3 + 2*x - 3*x^2)/(x^2 + 1)^2"),
        ("diff((x^3 + 1)^(2/3), x)", (), "2*x^2/(x^3 + 1)^(1/3)"),
    ],
)
def test_where_it_ends(text: str, lets: tuple[str, ...], end: str) -> None:
    (route, *_), scope = worked(text, lets)
    check(route.fact.proof, rules_in(scope))
    assert end_of(route) == end


def test_all_partial_derivatives() -> None:
    routes, _ = worked("grad(x^2*y + sin(y*z))")
    assert [end_of(route) for route in routes] == ["2*x*y", "x^2 + z*cos(y*z)", "y*cos(y*z)"]
    page = WRITERS["text"].page(derivation_document(routes, "normal", LAWS))
    assert page.startswith("The partial derivatives of x^2*y + sin(y*z)")


def test_a_slope_on_the_curve() -> None:
    """At (3, 4) on the circle the secant through a near point has nearly the slope that was derived."""
    (route,), _ = worked("dy/dx from x^2 + y^2 = 25")
    step = Fraction(1, 10**9)
    given = {"x": Fraction(3), "y": Fraction(4), "h": step}
    assert agrees(
        "(sqrt(25 - (x + h)^2) - y)/h", end_of(route), "", given=given, points=(step,), least=1, tolerance=1e-8
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "diff(x*exp(-x^2)*sin(x), x)",
            [
                "product rule",
                "chain rule, derivative of exp, power rule, derivative of sin",
                "factor out exp(-x^2)",
                "factor out sin(x)",
            ],
        ),
        ("diff(sin(x)/(1 + cos(x)), x)", ["quotient rule", "derivative of sin, derivative of cos", "cancel"]),
        ("diff(x*ln(x) - x, x)", ["difference rule", "product rule", "derivative of ln", "cancel"]),
        ("diff(x*sqrt(1 - x^2), x)", ["product rule", "common denominator"]),
    ],
)
def test_what_the_lines_say(text: str, lines: list[str]) -> None:
    routes, _ = worked(text)
    page = WRITERS["text"].page(derivation_document(routes, "normal", LAWS))
    for line in lines:
        assert f"[{line}]" in page


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("diff(x^2, x) = x", "at x = 1 the left side is 2 and the right side is 1"),
        ("dy/dx from x^2 = 1", "y does not occur in the equation"),
        ("dy/dx from x^2 + y^2", "= was expected"),
        ("dy/dx = x/y from x^2 + y^2 = 1", "not equal"),
        ("grad(3)", "a function of no variable"),
        ("grad(x*y) = x", "a gradient ends in its components"),
        ("diff(x^2, x, 201)", "from 1 to 200"),
        ("D(|x|, x, 0)", "x != 0, which fails at 0"),
        ("diff(ln(-1 - x^2), x)", "-1 - x\\^2 > 0 holds nowhere"),
        ("diff(x/0, x)", "x/0 is not defined"),
    ],
)
def test_errors(text: str, message: str) -> None:
    with pytest.raises(NotUnderstood, match=message):
        worked(text)


def test_every_inner_function_has_its_own_letter() -> None:
    routes, _ = worked("diff(sin(exp(-x^2)), x)")
    page = WRITERS["text"].page(derivation_document(routes, "full", LAWS))
    assert "Put u = exp(-x^2): diff(sin(u), x) = cos(u)*diff(u, x)." in page
    assert "Put v = -x^2: diff(exp(v), x) = exp(v)*diff(v, x)." in page
    (route,), _ = worked("diff(sin(u^2), u)")
    assert "Put v = u^2" in WRITERS["text"].page(derivation_document((route,), "full", LAWS))


def test_logarithmic_differentiation() -> None:
    (route,), scope = worked("diff(x^x, x) by logarithmic")
    check(route.fact.proof, rules_in(scope))
    assert end_of(route) == "x^x*(ln(x) + 1)"
    assert "[logarithmic differentiation]" in WRITERS["text"].page(derivation_document((route,), "normal", LAWS))
