"""`check`: every claim in its order, as text, as JSON and line by line, with the exit status that belongs to it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Command

CLAIMS = """\
# what everybody knows
let s(x) = 1/(1 + exp(-x))
[value] s(0) = 1/2
[slope] s'(x) <= 1/4
false [fall] s is decreasing
s(-x) = 1 - s(x)
"""
FIELDS = [
    "id", "file", "line", "column", "statement", "latex", "expected", "verdict", "as_stated", "domain", "reason",
    "witness", "suggestion", "notes", "seconds",
]  # fmt: skip


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "sigmoid.claims"
    path.write_text(CLAIMS)
    return path


@pytest.mark.usefixtures("claims")
def test_json_is_what_the_contract_says(sigmaprime: Command) -> None:
    ran = sigmaprime("check", "sigmoid.claims", "--format", "json")
    data = json.loads(ran.out)
    assert ran.status == 0
    assert list(data) == ["schema", "claims", "summary"]
    assert data["schema"] == 1
    assert all(list(claim) == FIELDS for claim in data["claims"])
    assert [claim["id"] for claim in data["claims"]] == ["value", "slope", "fall", "L6"]
    assert [claim["line"] for claim in data["claims"]] == [3, 4, 5, 6]
    first, fall = data["claims"][0], data["claims"][2]
    assert (first["file"], first["column"]) == ("sigmoid.claims", 1)
    assert (first["statement"], first["expected"], first["verdict"]) == ("s(0) = 1/2", "proved", "proved")
    assert (fall["statement"], fall["expected"], fall["verdict"]) == ("s is decreasing", "refuted", "refuted")
    assert fall["witness"]["points"]
    assert data["summary"].pop("seconds") > 0
    assert data["summary"] == {"proved": 3, "refuted": 1, "undecided": 0, "error": 0, "as_stated": 4, "total": 4}


@pytest.mark.usefixtures("claims")
def test_a_witness_at_one_point(sigmaprime: Command) -> None:
    ran = sigmaprime("check", "-", "--format", "json", stdin="let s(x) = 1/(1 + exp(-x))\ns'(x) = s(x)*(s(x) - 1)\n")
    (claim,) = json.loads(ran.out)["claims"]
    assert ran.status == 1
    assert claim["file"] == "-"
    assert set(claim["witness"]) == {"at", "left", "right", "relation"}
    assert claim["witness"]["relation"] == "="
    assert claim["suggestion"]


@pytest.mark.usefixtures("claims")
def test_jsonl_is_the_claims_one_a_line(sigmaprime: Command) -> None:
    lines = [json.loads(line) for line in sigmaprime("check", "sigmoid.claims", "--format", "jsonl").out.splitlines()]
    whole = json.loads(sigmaprime("check", "sigmoid.claims", "--format", "json").out)["claims"]
    for claim in (*lines, *whole):
        del claim["seconds"]
    assert lines == whole


@pytest.mark.usefixtures("claims")
def test_many_workers_change_nothing_but_the_time(sigmaprime: Command) -> None:
    one, four = (
        json.loads(sigmaprime("check", "sigmoid.claims", "--format", "json", "--jobs", jobs).out) for jobs in "14"
    )
    for claim in (*one["claims"], *four["claims"]):
        del claim["seconds"]
    assert one["claims"] == four["claims"]


@pytest.mark.usefixtures("claims")
def test_proofs_come_when_they_are_asked_for(sigmaprime: Command) -> None:
    claims = json.loads(sigmaprime("check", "sigmoid.claims", "--format", "json", "--proofs").out)["claims"]
    assert all(list(claim) == [*FIELDS, "proof"] for claim in claims)
    assert all(claim["proof"]["nodes"] for claim in claims)


@pytest.mark.usefixtures("claims")
def test_text_shows_every_claim_and_what_to_make_of_it(sigmaprime: Command) -> None:
    ran = sigmaprime("check", "sigmoid.claims")
    assert ran.status == 0
    assert "ok  proved     sigmoid.claims:3  [value] s(0) = 1/2" in ran.out
    assert "ok  refuted    sigmoid.claims:5  false [fall] s is decreasing" in ran.out
    assert "4 claims: 3 proved, 1 refuted; all as stated" in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.usefixtures("claims")
def test_colour_only_when_it_is_wanted(sigmaprime: Command) -> None:
    assert "\x1b[32mok" in sigmaprime("check", "sigmoid.claims", FORCE_COLOR="1").out
    assert "\x1b" not in sigmaprime("check", "sigmoid.claims", FORCE_COLOR="1", NO_COLOR="1").out


@pytest.mark.usefixtures("claims")
def test_quiet_shows_only_what_is_not_as_stated(sigmaprime: Command) -> None:
    ran = sigmaprime("check", "--quiet", "sigmoid.claims")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    ran = sigmaprime("--quiet", "check", "-", stdin="1 = 2\n1 = 1\n")
    assert ran.status == 1
    assert ran.out.startswith("!!  refuted    -:1  1 = 2\n")
    assert ran.err == ""


@pytest.mark.parametrize(("claims_text", "status"), [("1 = 1", 0), ("1 = 2", 1), ("false 1 = 1", 1), ("1 = q(", 2)])
def test_the_exit_status(sigmaprime: Command, claims_text: str, status: int) -> None:
    assert sigmaprime("check", "-", stdin=claims_text).status == status


PAGE = """\
# A page

```claims
let f(x) = x^2
```

and now

```claims
f is even
```
"""
RECORDS = """\
{"id": "a", "claim": "g(1) = 2", "let": ["g(x) = 2*x"]}
{"id": "b", "claim": "g(1) = 3", "let": ["g(x) = 3*x"]}
{"id": "c", "claim": "1 = 2", "expect": "refuted"}
"""


def test_a_page_and_records_and_several_files_at_once(sigmaprime: Command, tmp_path: Path) -> None:
    Path(tmp_path, "page.md").write_text(PAGE)
    Path(tmp_path, "records.jsonl").write_text(RECORDS)
    ran = sigmaprime("check", "page.md", "records.jsonl", "--format", "json")
    found = [(claim["file"], claim["id"], claim["line"]) for claim in json.loads(ran.out)["claims"]]
    assert ran.status == 0
    assert found == [
        ("page.md", "L10", 10), ("records.jsonl", "a", 1), ("records.jsonl", "b", 2), ("records.jsonl", "c", 3),
    ]  # fmt: skip


def test_lines_that_are_not_claims_are_left_alone_and_mentioned(sigmaprime: Command) -> None:
    ran = sigmaprime("check", "-", stdin="let s(x) = 1/(1 + exp(-x))\nderive s'(x)\ns(0) = 1/2\n")
    assert ran.status == 0
    assert "1 claims" in ran.out
    assert "left to `sigmaprime build`" in ran.err
