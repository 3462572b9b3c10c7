"""`rules`: the rule book on the terminal."""

import json

from sigmaprime.claims import LAWS
from tests.conftest import Command


def test_every_rule_with_its_source(sigmaprime: Command) -> None:
    ran = sigmaprime("rules")
    lines = ran.out.splitlines()
    assert ran.status == 0
    assert set(LAWS) <= set(lines)
    assert sum(line.startswith("    [") for line in lines) == len(LAWS)


def test_one_rule(sigmaprime: Command) -> None:
    for arguments in (("product rule",), ("product", "rule")):
        ran = sigmaprime("rules", *arguments)
        assert ran.status == 0
        assert ran.out.splitlines()[:2] == ["product rule", "    D(u*v, x) = D(u, x)*v + u*D(v, x)"]


def test_as_data(sigmaprime: Command) -> None:
    data = json.loads(sigmaprime("rules", "--to", "json").out)
    assert [rule["name"] for rule in data["rules"]] == list(LAWS)
    assert all(rule["source"] and rule["law"] and rule["chapter"] for rule in data["rules"])


def test_a_name_that_is_nearly_right(sigmaprime: Command) -> None:
    ran = sigmaprime("rules", "prodct rule")
    assert (ran.status, ran.out) == (2, "")
    assert "'product rule'" in ran.err
