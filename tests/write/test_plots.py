"""Pictures: the right points, the page's own colours, and the same bytes every time."""

from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from sigmaprime.kernel.rule import Rule, Sort
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, number
from sigmaprime.write.plots import CURVES, INK, Curves, Mark, description, marks, pdf, standalone, svg

pytest.importorskip("matplotlib")

X = Var("x")
SIGMOID = App("/", (Num(1), App("+", (Num(1), App("exp", (App("neg", (X,)),))))))
MEANING = Rule("definition of s", App("=", (App("s", (X,)), SIGMOID)), (), "let", (("x", Sort.TERM),))
RULES = {MEANING.name: MEANING}
S, SLOPE, BEND = (App("fn", (X, App("s" + "'" * order, (X,)))) for order in range(3))
PLACE = App("ln", (App("+", (Num(2), App("sqrt", (Num(3),)))),))
PROVED: tuple[Term, ...] = (
    App("unique_maximum", (SLOPE, REALS, Num(Fraction(1, 4)), Num(0))),
    App("inflections", (SLOPE, REALS, App("points", (App("neg", (PLACE,)), PLACE)))),
    App("even", (SLOPE, REALS)),
    App("maximum", (App("fn", (X, X)), REALS, Num(1), Num(1))),
)
SPELLED = {Num(Fraction(1, 4)): "1/4", Num(0): "0", PLACE: "ln(2 + √3)", App("neg", (PLACE,)): "−ln(2 + √3)"}
MARKS = marks((S, SLOPE, BEND), PROVED, SPELLED.__getitem__)
THREE = Curves((S, SLOPE, BEND), ("s(x)", "s′(x)", "s″(x)"), number(-8), Num(8), MARKS)


def texts(picture: str) -> list[str]:
    root = ET.fromstring(picture)
    return ["".join(node.itertext()).strip() for node in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_marks_are_the_proved_points_of_what_is_drawn() -> None:
    assert [mark.label for mark in MARKS] == [
        "maximum 1/4 at 0", "inflection at −ln(2 + √3)", "inflection at ln(2 + √3)",
    ]  # fmt: skip
    assert all(mark.function is SLOPE for mark in MARKS)


def test_the_picture_says_what_it_shows() -> None:
    picture = svg(THREE, RULES, "one")
    written = texts(picture)
    assert {"s(x)", "s′(x)", "s″(x)", "maximum 1/4 at 0", "inflection at ln(2 + √3)"} <= set(written)
    root = ET.fromstring(picture)
    told = root.find("{http://www.w3.org/2000/svg}desc")
    assert told is not None and told.text == description(THREE)
    assert "for x from -8 to 8" in description(THREE)


def test_the_page_gives_the_colours() -> None:
    picture = svg(THREE, RULES, "one")
    assert INK not in picture
    assert "currentColor" in picture
    assert f"var(--plot-1, {CURVES[0]})" in picture
    assert "currentColor" in standalone(THREE, RULES, "one") and "background" in standalone(THREE, RULES, "one")


def test_the_same_picture_every_time_and_ids_of_its_own() -> None:
    assert svg(THREE, RULES, "one") == svg(THREE, RULES, "one")
    assert pdf(THREE, RULES) == pdf(THREE, RULES)
    ids = [node.get("id") for name in ("one", "two") for node in ET.fromstring(svg(THREE, RULES, name)).iter()]
    named = [one for one in ids if one is not None]
    assert len(named) == len(set(named))


def test_the_maximum_stands_where_it_was_proved() -> None:
    root = ET.fromstring(svg(Curves((SLOPE,), ("s′(x)",), number(-8), Num(8), MARKS[:1]), RULES, "one"))
    dots = [node for node in root.iter("{http://www.w3.org/2000/svg}use") if float(node.get("y", "0")) < 60]
    heights = [float(dot.get("y", "0")) for dot in dots]
    curve = max((node.get("d", "") for node in root.iter("{http://www.w3.org/2000/svg}path")), key=len)
    numbers = [float(number) for number in curve.replace("M", " ").replace("L", " ").split()]
    assert any(abs(height - min(numbers[1::2])) < 0.2 for height in heights)


def test_a_pole_does_not_press_the_rest_flat() -> None:
    reciprocal = Curves((App("fn", (X, App("/", (Num(1), X)))),), ("1/x",), number(-4), Num(4))
    assert "10⁶" not in svg(reciprocal, {}, "one") and texts(svg(reciprocal, {}, "one"))


def test_nothing_to_draw_is_said() -> None:
    nowhere = Curves((App("fn", (X, App("ln", (X,)))),), ("ln(x)",), number(-4), number(-1))
    with pytest.raises(Wrong, match="nothing to draw"):
        svg(nowhere, {}, "one")


def test_a_mark_outside_the_domain_is_left_out() -> None:
    logarithm = App("fn", (X, App("ln", (X,))))
    nowhere = Mark(logarithm, number(-1), "nowhere")
    assert "nowhere" not in texts(svg(Curves((logarithm,), ("ln(x)",), number(-4), Num(4), (nowhere,)), {}, "one"))
