"""Pictures: the right points, the page's own colours, and the same bytes every time."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import isnan
from xml.etree import ElementTree as ET

import pytest

from sigmaprime.kernel.rule import Rule, Sort
from sigmaprime.kernel.sets import REALS
from sigmaprime.kernel.term import App, Num, Term, Var, Wrong, number, substitute
from sigmaprime.write._palette import CURVES, INK, SHADE
from sigmaprime.write._sampled import height, refined, samples
from sigmaprime.write.plots import Curves, Dot, Mark, Shade, description, marks, pdf, standalone, svg

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


def drawn(body: Term, low: float = -4.0, high: float = 4.0) -> list[tuple[float, float]]:
    f = height(App("fn", (X, body)), RULES)
    return refined(f, samples(f, low, high))


def test_a_curve_is_broken_at_poles_and_jumps() -> None:
    for body, place in ((App("/", (Num(1), X)), 0.0), (App("sign", (X,)), 0.0), (App("tan", (X,)), 1.5707963)):
        points = drawn(body)
        breaks = [x for x, y in points if isnan(y)]
        assert any(abs(x - place) < 1e-3 for x in breaks)
        for (x, y), (z, w) in pairwise(points):
            assert not (x < place - 1e-9 and z > place + 1e-9 and abs(w - y) > 0.5)


def test_a_curve_goes_to_the_end_of_its_domain() -> None:
    points = drawn(App("sqrt", (App("+", (X, Num(1))),)))
    assert min(x for x, y in points if not isnan(y)) == pytest.approx(-1, abs=1e-4)


def test_a_steep_curve_is_no_break() -> None:
    points = drawn(substitute(SIGMOID, {"x": App("*", (Num(500), X))}))
    assert not any(isnan(y) for _, y in points)
    assert max(abs(w - y) for (_, y), (_, w) in pairwise(points)) < 0.06


def test_points_and_shades_are_drawn_and_told() -> None:
    dot, shade = Dot(Num(0), Num(Fraction(1, 2)), "(0, 1/2)"), Shade(S, SLOPE, Num(0), Num(2), "between s and s′")
    curves = Curves((S,), ("s(x)",), number(-3), Num(3), dots=(dot,), shades=(shade,))
    picture = svg(curves, RULES, "one")
    assert "(0, 1/2)" in texts(picture)
    assert f"var(--plot-shade, {SHADE})" in picture
    assert description(curves).endswith("Shaded: between s and s′. Marked: (0, 1/2).")
    with pytest.raises(Wrong, match="the point p"):
        svg(Curves((S,), ("s(x)",), number(-3), Num(3), dots=(Dot(Num(0), App("ln", (Num(0),)), "p"),)), RULES, "one")
