"""`study f on S`: the same study, where the function is looked at on a part of its domain only."""

import json

from tests.conftest import Command


def test_the_ends_of_the_set_count(sigmaprime: Command) -> None:
    ran = sigmaprime("study", "x^3 - 3*x on [0, 3]", "--to", "json")
    data = json.loads(ran.out)
    assert ran.status == 0
    assert data["domain"] == "[0, 3]"
    assert [(point["x"], point["value"], point["global"]) for point in data["maxima"]] == [
        ("0", "0", False), ("3", "18", True),
    ]  # fmt: skip
    assert [(point["x"], point["value"], point["global"]) for point in data["minima"]] == [("1", "-2", True)]
    assert data["range"] == "[-2, 18]"
    assert data["zeros"] == ["0", "sqrt(3)"]
    assert all("on [0, 3]" in claim["claim"] for claim in data["claims"] if "maximum" in claim["claim"])


def test_a_power_with_a_parameter_for_exponent(sigmaprime: Command) -> None:
    ran = sigmaprime("study", "x^n/(c^n + x^n) on (0, oo)", "--let", "c > 0", "--let", "n > 1", "--to", "json")
    data = json.loads(ran.out)
    assert (data["zeros"], data["range"], data["increasing"]) == ([], "(0, 1)", ["(0, oo)"])


def test_it_must_be_defined_there(sigmaprime: Command) -> None:
    ran = sigmaprime("study", "1/x on [-1, 1]")
    assert ran.status == 2
    assert "1/x is not known to be continuous on [-1, 1]" in ran.err
