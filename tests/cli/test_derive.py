"""`derive`: worked derivations of the sigmoid's slope by every route."""

import json
from itertools import pairwise

import pytest

from tests.conftest import Command

SIGMOID = ("--let", "s(x) = 1/(1 + exp(-x))")
GOAL = "s'(x) = s(x)*(1 - s(x))"
STEP = {"before", "after", "relation", "rule", "reason", "conditions", "latex", "text", "substeps"}


def test_json_is_what_the_contract_says(sigmaprime: Command) -> None:
    ran = sigmaprime("derive", GOAL, *SIGMOID, "--to", "json")
    data = json.loads(ran.out)
    assert ran.status == 0
    assert list(data) == ["schema", "start", "end", "checked", "routes"]
    assert (data["schema"], data["checked"]) == (1, True)
    assert (data["start"], data["end"]) == ("s'(x)", "s(x)*(1 - s(x))")
    for route in data["routes"]:
        steps = route["steps"]
        assert all(set(step) == STEP for step in steps)
        assert steps[0]["before"] == data["start"]
        assert steps[-1]["after"] == data["end"]
        assert all(one["after"] == two["before"] for one, two in pairwise(steps))


def test_every_route(sigmaprime: Command) -> None:
    routes = json.loads(sigmaprime("derive", GOAL, *SIGMOID, "--by", "all", "--to", "json").out)["routes"]
    names = [route["name"] for route in routes]
    assert len(names) == len(set(names)) >= 5
    one = json.loads(sigmaprime("derive", GOAL, *SIGMOID, "--by", names[-1], "--to", "json").out)["routes"]
    assert [route["name"] for route in one] == names[-1:]


@pytest.mark.parametrize("to", ["text", "latex", "mathml", "html", "markdown"])
def test_every_format(sigmaprime: Command, to: str) -> None:
    ran = sigmaprime("derive", GOAL, *SIGMOID, "--to", to)
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out) > 100


def test_without_an_end_it_finds_one(sigmaprime: Command) -> None:
    data = json.loads(sigmaprime("derive", "s'(x)", *SIGMOID, "--to", "json").out)
    assert data["end"] == "s(x)*(1 - s(x))"


def test_the_detail_is_a_choice(sigmaprime: Command) -> None:
    brief, normal, full = (
        sigmaprime("derive", GOAL, *SIGMOID, "--detail", detail).out for detail in ("brief", "normal", "full")
    )
    assert len(brief) < len(normal) < len(full)


@pytest.mark.parametrize(
    "arguments", [(GOAL, "--by", "no-such-route"), ("s'(x) = s(x)",), ("s'(x) = s(x)*(s(x) - 1)",), ("s'(x) =",)]
)
def test_what_cannot_be_derived(sigmaprime: Command, arguments: tuple[str, ...]) -> None:
    ran = sigmaprime("derive", *arguments, *SIGMOID)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")


@pytest.mark.parametrize("to", ["text", "latex", "mathml", "html", "markdown", "json"])
def test_a_hint_does_not_give_the_end_away(sigmaprime: Command, to: str) -> None:
    short = sigmaprime("derive", "s'(x)", *SIGMOID, "--to", to, "--hint", "2")
    whole = sigmaprime("derive", "s'(x)", *SIGMOID, "--to", to, "--hint", "99")
    assert short.status == whole.status == 0
    assert 0 < len(short.out) < len(whole.out)
    assert whole.out == sigmaprime("derive", "s'(x)", *SIGMOID, "--to", to).out
    if to == "text":
        assert "reciprocal rule" in short.out.splitlines()[-1]
        assert "(1 - s(x))" not in short.out
    if to == "json":
        data = json.loads(short.out)
        assert (data["end"], [len(route["steps"]) for route in data["routes"]]) == (None, [2])


def test_an_unknown_language(sigmaprime: Command) -> None:
    ran = sigmaprime("derive", "s'(x)", *SIGMOID, "--language", "xx")
    assert ran.status == 2
    assert "'de', 'en'" in ran.err
