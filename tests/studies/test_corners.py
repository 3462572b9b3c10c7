"""Functions with corners, upright tangents and powers with any exponent: no part of their study is missing."""

import pytest

from sigmaprime.run.one_line import study_line
from sigmaprime.studies.make import study_function
from sigmaprime.write.study_json import study_json

PARTS = (
    "zeros", "sign", "limits", "derivative", "increasing", "maxima", "minima", "second_derivative", "convex",
    "inflections", "range",
)  # fmt: skip


@pytest.mark.parametrize(
    ("function", "image"),
    [
        ("x*abs(x)", "(-oo, oo)"),
        ("abs(ln(x))", "[0, oo)"),
        ("x^(2/3)", "[0, oo)"),
        ("x^x", "[exp(-exp(-1)), oo)"),
        ("asin(x)", "[-pi/2, pi/2]"),
    ],
)
def test_every_part_is_found(function: str, image: str) -> None:
    found = study_json(study_function(*study_line(function, ()), 30.0))
    assert [part for part in PARTS if found[part] is None] == []
    assert found["range"] == image
