"""Bounds, extreme values and ranges that are read off a table of variations, each proof accepted by the kernel."""

import pytest

from sigmaprime.run.one_line import study_line
from sigmaprime.studies.found import Study
from sigmaprime.studies.make import study_function
from sigmaprime.write.study_json import study_json


def studied(function: str, *lets: str) -> Study:
    request, scope = study_line(function, lets)
    return study_function(request, scope, 30.0)


@pytest.mark.parametrize(
    ("function", "image"),
    [
        ("exp(1/x)", "(0, 1) u (1, oo)"),
        ("x*sqrt(4 - x^2)", "[-2, 2]"),
    ],
)
def test_the_range_is_read_off_the_table(function: str, image: str) -> None:
    assert study_json(studied(function))["range"] == image


def test_with_parameters_the_greatest_value_is_global() -> None:
    found = study_json(studied("x*exp(-k*x)", "k > 0"))
    assert found["maxima"] == [{"x": "1/k", "value": "exp(-1)/k", "global": True}]
    assert found["range"] == "(-oo, exp(-1)/k]"
