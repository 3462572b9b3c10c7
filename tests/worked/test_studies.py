"""Function studies of textbooks: what they say is right by an engine of its own, and ours say exactly that, proved."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import mpmath as mp
import pytest

from sigmaprime.document.study import study_document
from sigmaprime.run.one_line import study_line
from sigmaprime.studies.found import Study
from sigmaprime.studies.make import study_function
from sigmaprime.write import WRITERS
from sigmaprime.write.study_json import study_json
from tests.worked.curves import Curve, bending, covered, defined, inner, near, rising
from tests.worked.numerical import Undefined

COLLECTION = [json.loads(line) for line in Path(__file__).with_name("studies.jsonl").read_text().splitlines()]
ALL = [pytest.param(one, id=one["id"]) for one in COLLECTION]
LISTS = ("domain", "on", "zeros", "increasing", "decreasing", "convex", "concave", "range")
SECONDS = 90.0


@cache
def studied(function: str, lets: tuple[str, ...]) -> Study:
    request, scope = study_line(function, lets)
    return study_function(request, scope, SECONDS)


def found(one: dict[str, Any]) -> dict[str, Any]:
    whole = study_json(studied(one["function"], tuple(one["let"])))
    return next(c for c in whole["cases"] if c["case"] == one["case"]) if "case" in one else whole


def test_there_are_enough() -> None:
    assert len({one["function"] for one in COLLECTION}) >= 30


@pytest.mark.parametrize("one", ALL)
def test_what_is_expected_is_so_in_numbers(one: dict[str, Any]) -> None:
    curve = Curve(one)
    where = curve.intervals(one.get("on", one.get("domain", "")))
    assert all(defined(curve, part) for part in where)
    for place in one.get("zeros", ()):
        assert abs(curve.at(curve.number(place))) < mp.sqrt(curve.tolerance(place))
    signs = [mp.sign(curve.at(x)) for part in where for x in inner(part, 60)]
    changes = sum(a != b for a, b in pairwise(signs))
    assert 0 in signs or changes <= len(one.get("zeros", ())) + len(where)
    for word, sign in (("increasing", 1), ("decreasing", -1)):
        assert all(rising(curve, curve.interval(part)) == sign for part in one.get(word, ()))
    for word, sign in (("convex", 1), ("concave", -1)):
        assert all(bending(curve, curve.interval(part)) == sign for part in one.get(word, ()))
    if "increasing" in one and [*one["increasing"], *one["decreasing"]]:
        assert covered(where, [curve.interval(part) for part in (*one["increasing"], *one["decreasing"])])


@pytest.mark.parametrize("one", ALL)
def test_limits_and_points_are_so_in_numbers(one: dict[str, Any]) -> None:
    curve = Curve(one)
    for place, value in one.get("limits", ()):
        assert curve.tends(place, value), place
    for word, side in (("maxima", 1), ("minima", -1)):
        for place, value, _ in one.get(word, ()):
            x, top = curve.number(place), curve.number(value)
            assert near(curve.at(x), top)
            assert all(side * (top - y) > -mp.mpf("2e-6") for y in beside(curve, x))
    for place, value in one.get("inflections", ()):
        x = curve.number(place)
        assert near(curve.at(x), curve.number(value))
        assert mp.sign(curve.slope(x - mp.mpf("1e-4"), 2)) == -mp.sign(curve.slope(x + mp.mpf("1e-4"), 2)) != 0


def beside(curve: Curve, x: mp.mpf) -> list[mp.mpf]:
    values = []
    for step in ("1e-3", "-1e-3", "1e-5", "-1e-5"):
        try:
            values.append(curve.at(x + mp.mpf(step)))
        except Undefined:
            continue
    return values


@pytest.mark.parametrize("one", [p for p in ALL if "range" in p.values[0]])
def test_the_range_is_so_in_numbers(one: dict[str, Any]) -> None:
    """Every value lies in the range, and its ends are values, limits, or where the function goes."""
    curve = Curve(one)
    if one["range"].startswith("{"):
        return
    image = curve.intervals(one["range"])
    values = [curve.at(x) for part in curve.intervals(one.get("on", one.get("domain", ""))) for x in inner(part, 60)]
    assert all(any(low - mp.mpf("1e-20") <= y <= high + mp.mpf("1e-20") for low, high, _ in image) for y in values)
    known = [curve.number(v) for key in ("maxima", "minima") for _, v, _ in one.get(key, ())]
    known += [curve.number(v) for _, v in one.get("limits", ())]
    assert all(any(near(end, k) for k in known) for low, high, _ in image for end in (low, high))


@pytest.mark.parametrize("one", ALL)
def test_our_study_says_exactly_that(one: dict[str, Any]) -> None:
    ours = found(one)
    for key in LISTS:
        assert ours[key] == one.get(key), key
    assert [[each["to"], each["value"]] for each in ours["limits"]] == one["limits"]
    for key in ("maxima", "minima"):
        said = None if ours[key] is None else [[p["x"], p["value"], p["global"]] for p in ours[key]]
        assert said == one.get(key), key
    assert [[p["x"], p["value"]] for p in ours["inflections"]] == one["inflections"]


@pytest.mark.parametrize("one", ALL)
def test_every_page_can_be_written(one: dict[str, Any]) -> None:
    study = studied(one["function"], tuple(one["let"]))
    for form in ("text", "latex", "html", "markdown", "mathml"):
        assert WRITERS[form].page(study_document(study, unfolds=False))
