"""Balls: each operation at points where it is defined, at its ends and outside."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb

from sigmaprime.claims import LAWS
from sigmaprime.kernel.enclosure import OPERATIONS, enclose, enclose_coefficients, relation_holds
from sigmaprime.kernel.term import App, Num, Wrong
from sigmaprime.rules.row import definition
from tests.kernel.making import term

VALUES = {
    "2 + 3*4 - 5/4 - (-1)": 13.75, "2^10": 1024, "2^(-2)": 0.25, "2^0": 1, "0^0": 1, "4^(1/2)": 2, "2^pi": 8.824977827,
    "exp(1)": 2.718281828, "ln(2)": 0.693147181, "sqrt(2)": 1.414213562, "sqrt(0)": 0, "abs(-3)": 3, "abs(3)": 3,
    "abs(0)": 0, "max(1, 2)": 2, "max(2, 1)": 2, "min(1, 2)": 1, "max(1, 1)": 1, "sin(1)": 0.841470985,
    "cos(1)": 0.540302306, "tan(1)": 1.557407725, "atan(1)": 0.785398163, "asin(1/2)": 0.523598776,
    "acos(1/2)": 1.047197551, "erf(1)": 0.842700793, "sigmoid(0)": 0.5, "\"sigmoid'\"[0]": 0.25, "\"exp'\"[1]": 2.718281828,  # noqa: E501
    "D[fn(x, x^3), 2]": 12, "D[fn(x, D[fn(y, y^3), x]), 2]": 12, "D[fn(x, D[fn(y, y^3), x^2]), 1]": 12,
    "D[fn(x, sqrt(x)), 4]": 0.25, "D[fn(x, abs(x)), -2]": -1, "D[fn(x, max(x, 1)), 2]": 1, "D[fn(x, min(x, 1)), 2]": 0,
    "D[fn(x, x^(1/2)), 4]": 0.25, "D[fn(x, softplus(x)), 0]": 0.5, "D[fn(x, pi*x), 2]": 3.141592654,
    "cbrt(8)": 2, "cbrt(-8)": -2, "cbrt(0)": 0, "sign(3)": 1, "sign(-pi)": -1, "sign(0)": 0,
    "LambertW(1)": 0.567143290,
    "LambertW(-1/3)": -0.619061286, "LambertW(0)": 0,
    "D[fn(x, cbrt(x)), -8]": 0.083333333, "D[fn(x, sign(x)), 2]": 0,
    "D[fn(x, LambertW(x)), 0]": 1, "D[fn(x, D[fn(y, 3*y), 2]*x), 5]": 3, "hill(2, 1, 2)": 0.8,
    "D[fn(x, sigmoid(x)), D[fn(y, y^2), 0]]": 0.25,
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_values(text: str) -> None:
    found = enclose(term(text), LAWS, 100)
    assert abs(float(found.mid()) - VALUES[text]) < 1e-8
    assert found.rad() < 1e-20


@pytest.mark.parametrize("text", [
    "1/0", "1/(1 - 1)", "0^(-1)", "0^(1/2)", "(-1)^(1/2)", "ln(0)", "ln(-1)", "sqrt(-1)", "tan(pi/2)", "asin(2)", "acos(1)",  # noqa: E501
    "D[fn(x, abs(x)), 0]", "D[fn(x, max(x, -x)), 0]", "D[fn(x, sqrt(x)), 0]", "oo", "oo - oo", "int(x, x, 0, 1)", "x", "f(1)",  # noqa: E501
    "sigmoid(1, 2)", "(-2)^1000001", "lim(x, x, 0)", "sign(1/3 - 1/3 + 10^(-400) - 10^(-400))", "LambertW(-1)", "D[fn(x, D[fn(y, x*y), x]), 1]", "1/(sin(1)^2 + cos(1)^2 - 1)",  # noqa: E501
    "D[fn(x, cbrt(x)), 0]", "D[fn(x, sign(x)), 0]", "LambertW(-exp(-1))", "cbrt(sin(1)^2 + cos(1)^2 - 1)",
    "(1/0)*0", "ln(-1)^0", "fn(x, x)", "D[fn(x, y*x), 1]",
])  # fmt: skip
def test_what_has_no_value(text: str) -> None:
    with pytest.raises(Wrong):
        enclose(term(text), LAWS, 100)


def test_too_many_derivatives() -> None:
    nest = term("y")
    for _ in range(13):
        nest = App("D", (App("fn", (term("y"), nest)), term("y")))
    with pytest.raises(Wrong, match="too many"):
        enclose(App("D", (App("fn", (term("y"), nest)), Num(1))), LAWS, 100)


@pytest.mark.parametrize("bits", [-3, 0, 1, 5000])
def test_bits(bits: int) -> None:
    with pytest.raises(Wrong, match="bits"):
        enclose(Num(1), LAWS, bits)


def test_what_flint_refuses_has_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("not today")

    monkeypatch.setitem(OPERATIONS, ("sin", 1), refuse)
    with pytest.raises(Wrong, match="not today"):
        enclose_coefficients(term("sin(x)"), LAWS, 64, "x", arb(1), 1)
    with pytest.raises(Wrong, match="not today"):
        enclose(term("sin(1)"), LAWS, 64)
    with pytest.raises(Wrong, match="not a term"):
        enclose("1", LAWS, 64)  # type: ignore[arg-type]


def test_values_of_variables() -> None:
    assert enclose(term("x^2"), LAWS, 64, {"x": arb(3)}) == 9
    with pytest.raises(Wrong, match="has no value"):
        enclose(term("x + y"), LAWS, 64, {"x": arb(3)})


def test_a_function_without_a_definition() -> None:
    rows = {"definition of f": definition("f", ("x",), term("x + 1"), "a test")}
    assert enclose(term("f(1)"), rows, 64) == 2
    with pytest.raises(Wrong, match="nothing is known"):
        enclose(term("f(1)"), {"definition of f": LAWS["exponential is positive"]}, 64)


@pytest.mark.parametrize(("text", "decided"), [
    ("1 < 2", True), ("2 < 1", False), ("1 < 1", False), ("1 <= 1", True), ("1 <= 2", True), ("pi <= pi", False),
        ("1 >= 1", True),
    ("2 > 1", True), ("2 >= 1", True), ("1 >= 2", False), ("1 != 2", True), ("pi != pi", False), ("1 = 1", False),
    ("defined(1)", True), ("x in (0, 1)", False), ("not(1 = 2)", False),
])  # fmt: skip
def test_relations(text: str, decided: bool) -> None:
    assert relation_holds(term(text), LAWS, 64) == decided


def test_decimals() -> None:
    def shown(value: str, number: Fraction, places: int) -> tuple[bool, bool]:
        says = App("~=", (term(value), App("digits", (Num(number), Num(places)))))
        return relation_holds(says, LAWS, 64), relation_holds(App("not", (says,)), LAWS, 64)

    assert shown("pi", Fraction(314, 100), 2) == (True, False)
    assert shown("pi", Fraction(315, 100), 2) == (False, True)
    assert shown("1/4", Fraction(1, 5), 1) == (False, False)  # a tie
    assert relation_holds(App("~=", (Num(1), Num(1))), LAWS, 64) is False
    for places in (1001, Fraction(1, 2)):
        with pytest.raises(Wrong, match="decimal places"):
            shown("pi", Fraction(3), places)  # type: ignore[arg-type]
